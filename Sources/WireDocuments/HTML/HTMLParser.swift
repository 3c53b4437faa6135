import WireText

/// Builds a `Markup` from HTML, repairing unclosed and misnested elements as browsers do.
///
/// This is the tree construction of WHATWG with what matters for text: implied ends of paragraphs, list items, table
/// cells and the head, end tags that match nothing, raw elements, limits of scope. Text is never moved or dropped.
/// Elements deeper than the limit become siblings, and no search among the open ones takes longer the deeper they are.
struct HTMLParser {
  private var scanner: HTMLScanner
  private var builder: MarkupBuilder
  /// The properties for each name number.
  private var tags: [HTMLTag] = []
  private var open = OpenElements()
  private var numbers: [[UInt8]: Int32] = [:]
  private var name: [UInt8] = []
  private var recent = RecentNames()
  private var flaws = HTMLFlaws()
  /// Whether the page's own end tag was read.
  private var isEnded = false
  private let limits: Limits

  /// Parses HTML.
  ///
  /// - Parameters:
  ///   - utf8: valid UTF-8.
  ///   - limits: the bounds to work within.
  /// - Returns: the tree, whose map leads to `utf8`, and the repairs that may have lost text.
  static func parse(_ utf8: [UInt8], limits: Limits = Limits()) -> (markup: Markup, problems: [Problem]) {
    var parser = HTMLParser(utf8, limits: limits)
    parser.run()
    parser.judgeEnd()
    parser.close(downTo: 0, isEnded: false)
    var markup = parser.builder.finish()
    markup.standalone = markup.standaloneElements()
    return (markup, parser.problems)
  }

  private init(_ utf8: [UInt8], limits: Limits) {
    scanner = HTMLScanner(utf8)
    builder = MarkupBuilder(limits: limits)
    self.limits = limits
  }

  private var problems: [Problem] {
    (builder.problem.map { [$0] } ?? []) + flaws.problems(scanner.flaws, limits: limits)
  }

  private mutating func run() {
    while !builder.isFull {
      switch scanner.next() {
      case .text(let range, let decodes): text(range, decodes: decodes)
      case .start(let range, let isClosed): start(lowercase(range), isClosed: isClosed)
      case .endTag(let range): end(lowercase(range))
      case .end: return
      }
    }
  }

  /// Checks for a truncated page: the end tag of the body may be omitted, but not that of a `div` or an `article`.
  private mutating func judgeEnd() {
    flaws.isCut = !isEnded && isOpen("body") && Self.needEnd.contains(where: isOpen)
  }

  private static let needEnd = [
    "div", "article", "section", "main", "header", "footer", "nav", "aside", "figure", "blockquote", "ul",
    "ol",
    "table", "span", "a",
  ]

  /// The number of the element name in a range of the input, which is lowercased.
  private mutating func lowercase(_ range: Range<Int>) -> Int32 {
    let packed = RecentNames.pack(scanner.bytes[range])
    if let packed, let known = recent[packed] { return known }
    name.removeAll(keepingCapacity: true)
    for byte in scanner.bytes[range] { name.append(HTMLScanner.lowercased(byte)) }
    let number = number(name)
    if let packed { recent[packed] = number }
    return number
  }

  private mutating func number(_ name: [UInt8]) -> Int32 {
    if let known = numbers[name] { return known }
    var local = String(decoding: name, as: UTF8.self)
    var prefix = ""
    if let colon = name.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < name.count {
      prefix = String(decoding: name[..<colon], as: UTF8.self)
      local = String(decoding: name[(colon + 1)...], as: UTF8.self)
    }
    let number = builder.number(of: Markup.Name(local: local, prefix: prefix))
    numbers[name] = number
    while tags.count <= Int(number) { tags.append([]) }
    tags[Int(number)] = prefix.isEmpty ? HTMLTag.of(local) : []
    open.know(number, local, tags[Int(number)])
    return number
  }
}

extension HTMLParser {
  private mutating func text(_ range: Range<Int>, decodes: Bool) {
    let before = builder.markup.text.count
    if range.count > limits.textRunBytes, !top.contains(.hidden) { flaws.hasLongRun = true }
    appendText(range, decodes: decodes)
    if top.contains(.head), isHead(builder.open.last), scanner.bytes[range].contains(where: { $0 > 0x20 }) {
      closeTop()
    }
    builder.text(since: before)
  }

  /// Appends bytes of the input and decodes character references.
  private mutating func appendText(_ range: Range<Int>, decodes: Bool, inAttribute: Bool = false) {
    var at = range.lowerBound
    while at < range.upperBound {
      // Searched within the run only; otherwise each of many runs would be searched to the end of the input.
      var stop =
        decodes
        ? HTMLScanner.find(UInt8(ascii: "&"), in: scanner.bytes, from: at, to: range.upperBound)
        : range.upperBound
      if stop == at {
        if let reference = HTMLEntities.reference(
          in: scanner.bytes, at: at, end: range.upperBound, inAttribute: inAttribute)
        {
          builder.append(reference.utf8, from: FileRange(at, at + reference.length), isExact: false)
          at += reference.length
          continue
        }
        stop = at + 1
      }
      builder.append(scanner.bytes[at..<stop], from: FileRange(at, stop), isExact: true)
      at = stop
    }
  }

  private mutating func start(_ number: Int32, isClosed: Bool) {
    let tag = tags[Int(number)]
    let local = builder.markup.names[Int(number)].local
    guard local != "html" && local != "body" || open.innermost(number) < 0 else { return }
    closeImplied(local, tag)
    if builder.open.count >= limits.depth {
      flaws.wasFlattened = true
      closeTop()
    }
    let level = builder.open.count
    builder.start(number)
    if builder.open.count > level { open.push(number) }
    addAttributes()
    if tag.contains(.void) || isClosed && isForeign {
      closeTop()
    } else if tag.contains(.raw), !isForeign {
      // Not `name`, which reading the attributes has overwritten.
      scanner.readRawText(of: Array(local.utf8))
    }
  }

  private mutating func addAttributes() {
    for attribute in scanner.attributes {
      let start = builder.markup.text.count
      appendText(attribute.value, decodes: true, inAttribute: true)
      let value = start..<builder.markup.text.count
      builder.attribute(lowercase(attribute.name), value)
    }
  }

  private mutating func end(_ number: Int32) {
    let local = builder.markup.names[Int(number)].local
    if local == "html" || local == "body" {
      isEnded = true
      return
    }
    let tag = tags[Int(number)]
    if local == "br" || local == "p" && open.innermost(number) < 0 {
      start(number, isClosed: false)
      if local == "p" { closeTop() }
      return
    }
    let bounds = open.bounds
    let level = tag.contains(.heading) ? bounds.heading : open.innermost(number)
    var outermost = Self.tableParts.contains(local) ? bounds.table : bounds.scope
    // A misnested inline end tag does not end the block around it.
    if tag.isEmpty { outermost = max(outermost, bounds.block) }
    if level >= max(0, outermost) { close(downTo: Int(level)) }
  }
}

extension HTMLParser {
  private static let tableParts: Set<String> = [
    "table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup",
  ]

  private var top: HTMLTag {
    builder.open.last.map { tags[Int(builder.markup.nodes[Int($0)].name)] } ?? []
  }
  private var isForeign: Bool { isOpen("svg") || isOpen("math") }

  private func isOpen(_ name: String) -> Bool { level(name) >= 0 }
  /// The level of the innermost open element with a name; −1 if none is open.
  private func level(_ name: String) -> Int32 { number(of: name).map(open.innermost) ?? -1 }
  /// The number of a name in the input; nil if it has not occurred.
  private func number(of name: String) -> Int32? {
    RecentNames.pack(name.utf8).flatMap { recent[$0] } ?? numbers[Array(name.utf8)]
  }

  private func isHead(_ node: Int32?) -> Bool { node.map { builder.markup.name(Int($0)) == "head" } ?? false }

  private mutating func closeTop() {
    guard let last = builder.open.last else { return }
    let level = builder.open.count
    builder.end()
    if builder.open.count < level { open.pop(builder.markup.nodes[Int(last)].name) }
  }

  /// Closes the elements down to a level; `isEnded` says whether the outermost has its end tag.
  private mutating func close(downTo level: Int, isEnded: Bool = true) {
    while builder.open.count > level {
      // An option ends with the next one, and the head ends with the body.
      let needsEnd =
        top.contains(.hidden) && top.isDisjoint(with: [.void, .block]) && !isHead(builder.open.last)
      let isLast = builder.open.count == level + 1
      if needsEnd, !(isLast && isEnded) { flaws.wasHiddenOpen = true }
      closeTop()
    }
  }

  /// Closes the elements that a start tag implicitly ends.
  private mutating func closeImplied(_ local: String, _ tag: HTMLTag) {
    if isHead(builder.open.last), !tag.contains(.head), local != "head" { closeTop() }
    if tag.contains(.endsParagraph) { close(["p"], inside: open.bounds.paragraph) }
    switch local {
    case "li": close(["li"], inside: open.bounds.item)
    case "dd", "dt": close(["dd", "dt"], inside: open.bounds.item)
    case "option", "optgroup": closeTopIf("option")
    case "a": closeTopIf("a")
    case "td", "th": closeTable(["td", "th"], within: ["tr", "table"])
    case "tr": closeTable(["tr"], within: ["tbody", "thead", "tfoot", "table"])
    case "tbody", "thead", "tfoot": closeTable(["tbody", "thead", "tfoot"], within: ["table"])
    case _ where tag.contains(.heading) && top.contains(.heading): closeTop()
    default: break
    }
  }

  private mutating func closeTopIf(_ name: String) {
    if let last = builder.open.last, builder.markup.name(Int(last)) == name { closeTop() }
  }

  /// Closes the innermost open element with one of the names, unless it is outside a level.
  private mutating func close(_ names: [String], inside limit: Int32) {
    let level = names.map(level).max() ?? -1
    if level >= max(0, limit) { close(downTo: Int(level)) }
  }

  /// Closes the outermost open part of the innermost table that has one of the names.
  private mutating func closeTable(_ names: [String], within stops: [String]) {
    let stop = stops.map(level).max() ?? -1
    let parts = names.compactMap(number(of:)).compactMap { open.outermost($0, inside: stop) }
    if let part = parts.min() { close(downTo: Int(part)) }
  }
}
