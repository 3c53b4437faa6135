internal import WireText

/// A page during extraction of its article: which parts are left out, and totals for the rest.
struct ArticleTree {
  /// The properties of an element's name that the extraction uses.
  struct Kind: OptionSet {
    let rawValue: UInt32
    static let link = Kind(rawValue: 1)
    static let heading = Kind(rawValue: 2)
    static let list = Kind(rawValue: 4)
    static let paragraph = Kind(rawValue: 8)
    static let image = Kind(rawValue: 16)
    static let item = Kind(rawValue: 32)
    static let input = Kind(rawValue: 64)
    static let embed = Kind(rawValue: 128)
    static let block = Kind(rawValue: 256)
    static let hidden = Kind(rawValue: 512)
    static let scored = Kind(rawValue: 1024)
    static let apart = Kind(rawValue: 2048)
    static let container = Kind(rawValue: 4096)
    static let table = Kind(rawValue: 8192)
    static let code = Kind(rawValue: 16384)
    static let figure = Kind(rawValue: 32768)
    static let prose = Kind(rawValue: 65536)
    static let line = Kind(rawValue: 131072)
  }

  let markup: Markup
  /// The kind for each name number.
  private let kinds: [Kind]
  /// The class attribute of each element in lower case; empty if it has none.
  let classes: [String]
  /// The distinct classes and ids, of which a page has few.
  private let distinctNames: [String]
  /// The hints from the class and id of each element.
  private let classHints: [ArticleHints]
  private let idHints: [ArticleHints]
  /// The kinds of each node and its ancestors, limited to the inherited ones.
  private let around: [Kind]
  /// The elements that the page itself names as parts of its article.
  private let named: Set<Int>
  /// Whether a node is the root of a part that is left out.
  private(set) var isDropped: [Bool]
  /// Totals for the content of each node, without dropped parts.
  private(set) var counts: [ArticleCounts] = []

  /// A page from which only what is never visible is left out.
  ///
  /// - Parameters:
  ///   - markup: the page.
  ///   - selectors: what the page names as parts of its article; these are read even if hidden.
  init(_ markup: Markup, selectors: [PartSelector] = []) {
    self.markup = markup
    named =
      selectors.isEmpty
      ? []
      : Set(markup.nodes.indices.filter { node in selectors.contains { $0.matches(node, in: markup) } })
    kinds = markup.names.indices.map { number in
      let own = markup.names[number].prefix.isEmpty ? Self.kind(markup.names[number].local) : []
      return markup.standalone.contains(Int32(number)) ? own.union(Self.kind("div")) : own
    }
    let count = markup.nodes.count
    var classes = [String](repeating: "", count: count)
    var classHints = [ArticleHints](repeating: ArticleHints(), count: count)
    var idHints = classHints
    var around = [Kind](repeating: [], count: count)
    var known: [String: ArticleHints] = [:]
    func hints(_ name: String) -> ArticleHints {
      if name.isEmpty { return ArticleHints() }
      if let hints = known[name] { return hints }
      let hints = ArticleHints(name)
      known[name] = hints
      return hints
    }
    isDropped = [Bool](repeating: false, count: count)
    for node in markup.nodes.indices where markup.isElement(node) {
      around[node] = kinds[Int(markup.nodes[node].name)].intersection(Self.inherited)
      if let parent = markup.parent(node) { around[node].formUnion(around[parent]) }
      classes[node] = markup.value(node, "class")?.lowercased() ?? ""
      classHints[node] = hints(classes[node])
      idHints[node] = hints(markup.value(node, "id")?.lowercased() ?? "")
      isDropped[node] = Self.isHidden(markup, node, classes[node]) && !named.contains(node)
    }
    self.classes = classes
    distinctNames = Array(known.keys)
    self.classHints = classHints
    self.idHints = idHints
    self.around = around
    self.count()
  }

  func kind(_ node: Int) -> Kind {
    let name = markup.nodes[node].name
    return name < 0 ? [] : kinds[Int(name)]
  }
  /// Whether the page names an element as part of its article.
  func isNamed(at node: Int) -> Bool { named.contains(node) }
  func weight(_ node: Int) -> Double { classHints[node].weight + idHints[node].weight }

  /// The words of an element's class, and of its id unless only the class is asked for; in lower case.
  func nameWords(_ node: Int, withID: Bool = true) -> Set<Substring> {
    let id = withID ? markup.value(node, "id")?.lowercased() ?? "" : ""
    return Set("\(classes[node]) \(id)".split { !($0.isLetter || $0.isNumber) })
  }

  /// Whether the element's class or id gives a hint.
  ///
  /// - Parameter hint: a function, since reading by a key path at run time costs more than all hints of a page.
  @inline(__always)
  func says(_ node: Int, _ hint: (ArticleHints) -> Bool) -> Bool {
    hint(classHints[node]) || hint(idHints[node])
  }
  /// Whether a node is an element of one of the inherited kinds, or is inside one.
  func isInside(_ node: Int, _ kind: Kind) -> Bool { !around[node].isDisjoint(with: kind) }

  /// The first element with a class that is not left out and fulfils a condition.
  func first(ofClass name: String, where condition: (Int) -> Bool) -> Int? {
    let names = Set(distinctNames.filter { Self.classes($0, include: name) })
    guard !names.isEmpty else { return nil }
    return markup.nodes.indices.first { node in
      !classes[node].isEmpty && names.contains(classes[node]) && !isInDropped(node) && condition(node)
    }
  }

  /// The only element that the page marks as its article, or as what it is about.
  var marked: Int? {
    for name in ["article", "main"] {
      let all = markup.nodes.indices.filter { markup.name($0) == name && !isInDropped($0) }
      if !all.isEmpty { return all.count == 1 ? all[0] : nil }
    }
    return nil
  }

  /// Whether a node is in the page's own footer, menu or aside, not in one of an article.
  func standsApart(_ node: Int) -> Bool {
    isInside(node, .apart) && !markup.isInside(node, "article")
  }

  /// Whether any element has one of the classes.
  func hasClass(_ names: [String]) -> Bool {
    distinctNames.contains { all in names.contains { Self.classes(all, include: $0) } }
  }

  /// Whether a class attribute includes a class.
  private static func classes(_ all: String, include name: String) -> Bool {
    guard all.utf8.count >= name.utf8.count else { return false }
    return all.utf8.split(whereSeparator: { $0 <= 0x20 }).contains { $0.elementsEqual(name.utf8) }
  }

  /// The visible text in a node on one line, cut to at most `limit` bytes.
  func line(_ node: Int, limit: Int = 2000) -> String {
    var bytes: [UInt8] = []
    var at = node
    while at < markup.end(node), bytes.count < limit {
      if isDropped[at] || kind(at).contains(.hidden) {
        at = markup.end(at)
        continue
      }
      if kind(at).contains(.block) { bytes.append(0x20) }
      bytes += markup.text[markup.bytes(at)]
      at += 1
    }
    return oneLine(String(decoding: bytes, as: UTF8.self))
  }

  /// Leaves a part out and subtracts it from the totals of its ancestors.
  mutating func drop(_ node: Int) {
    guard !isDropped[node] else { return }
    isDropped[node] = true
    let lost = counts[node]
    for here in markup.outward(from: node) { counts[here] -= lost }
  }

  /// Whether a node is in a part that is left out.
  func isInDropped(_ node: Int) -> Bool { markup.outward(from: node).contains { isDropped[$0] } }

  /// The elements below a node that are not left out, in document order.
  func elements(below node: Int) -> [Int] {
    var elements: [Int] = []
    var at = node + 1
    while at < markup.end(node) {
      if isDropped[at] {
        at = markup.end(at)
        continue
      }
      if markup.isElement(at) { elements.append(at) }
      at += 1
    }
    return elements
  }

  /// Computes the totals of all nodes, from the last to the first.
  private mutating func count() {
    counts = [ArticleCounts](repeating: ArticleCounts(), count: markup.nodes.count)
    for node in markup.nodes.indices.reversed() {
      if isDropped[node] {
        counts[node] = ArticleCounts()
        continue
      }
      if !markup.isElement(node) {
        counts[node] = ArticleCounts.of(markup.text[markup.bytes(node)])
      } else {
        countElement(node)
      }
      if let parent = markup.parent(node) { counts[parent] += counts[node] }
    }
  }

  private mutating func countElement(_ node: Int) {
    let kind = kind(node)
    if kind.contains(.hidden) {
      // The text of a script does not count; a player or a picture in it does.
      let inside = counts[node]
      counts[node] = ArticleCounts()
      counts[node].images = inside.images
      counts[node].embeds = inside.embeds
    }
    if kind.contains(.link) { counts[node].linked = counts[node].text }
    if kind.contains(.heading) { counts[node].headed = counts[node].text }
    if kind.contains(.list) { counts[node].listed = counts[node].text }
    if kind.contains(.paragraph) { counts[node].paragraphs += 1 }
    if kind.contains(.image) { counts[node].images += 1 }
    if kind.contains(.item) { counts[node].items += 1 }
    if kind.contains(.input) { counts[node].inputs += 1 }
    if kind.contains(.embed) { counts[node].embeds += 1 }
    if kind.contains(.prose), counts[node].text > 0 { counts[node].prose += 1 }
  }

  /// The kinds that an element's descendants inherit.
  private static let inherited: Kind = [.table, .code, .figure, .apart]

  private static let proseNames: Set<String> = [
    "span", "p", "li", "td", "blockquote", "dl", "div", "img", "ol", "pre", "table", "ul",
  ]

  /// Whether an element stays hidden until a script shows it.
  static func isHidden(_ markup: Markup, _ node: Int, _ classes: String) -> Bool {
    let element = markup.nodes[node]
    guard element.name >= 0 else { return false }
    for attribute in markup.attributes[Int(element.lower)..<Int(element.upper)] {
      switch markup.names[Int(attribute.name)].local {
      case "hidden": return true
      case "aria-hidden":
        if markup.string(attribute) == "true", !classes.contains("fallback-image") { return true }
      case "aria-modal":
        if markup.string(attribute) == "true", markup.value(node, "role") == "dialog" { return true }
      case "style":
        let value = markup.text[Int(attribute.lower)..<Int(attribute.upper)]
        let style = value.filter { $0 > 0x20 }.map(HTMLScanner.lowercased)
        if hidingStyles.contains(where: { HTMLScanner.find($0, in: style, from: 0) != nil }) { return true }
      default: break
      }
    }
    return false
  }

  private static let hidingStyles: [StaticString] = ["display:none", "visibility:hidden"]

  /// Elements that stand beside a text, among them those of AMP for advertisements, menus and notices.
  private static let apartNames: Set<String> = [
    "nav", "aside", "footer", "amp-ad", "amp-sticky-ad", "amp-sidebar", "amp-consent",
    "amp-user-notification", "amp-social-share", "amp-next-page",
  ]

  private static func kind(_ name: String) -> Kind {
    let tag = HTMLTag.of(name)
    var kind: Kind = []
    if tag.contains(.block) { kind.insert(.block) }
    if tag.contains(.hidden) { kind.insert(.hidden) }
    if tag.contains(.heading) { kind.insert(.heading) }
    switch name {
    case "a": kind.insert(.link)
    case "ul", "ol": kind.insert(.list)
    case "p": kind.formUnion([.paragraph, .scored])
    case "img", "picture": kind.insert(.image)
    case "li": kind.formUnion([.item, .line])
    case "dd", "figcaption": kind.insert(.line)
    case "input", "textarea", "select", "button": kind.insert(.input)
    case "object", "embed", "iframe": kind.insert(.embed)
    case "table": kind.insert(.table)
    case "code": kind.insert(.code)
    case "figure": kind.insert(.figure)
    case "section", "h2", "h3", "h4", "h5", "h6", "td", "pre": kind.insert(.scored)
    default: break
    }
    if proseNames.contains(name) { kind.insert(.prose) }
    if apartNames.contains(name) { kind.insert(.apart) }
    if ["div", "section", "article", "main", "td"].contains(name) { kind.insert(.container) }
    return kind
  }
}
