import WireText

/// A part of a WordprocessingML document as text.
struct WordText {
  private var text: OfficeText
  private let styles: WordStyles
  private var firstHeadingNode: Markup.Index?
  /// Text in attributes: descriptions of pictures, text drawn as shapes.
  private(set) var fields: [Field] = []
  /// The targets of fields that are links.
  private(set) var links: [String] = []
  private var symbols = 0
  private var hidden = 0

  /// A part with the styles that its paragraphs name.
  init(_ markup: Markup, styles: WordStyles) {
    text = OfficeText(markup: markup, vocabulary: .word)
    self.styles = styles
    for node in markup.nodes.indices where markup.isElement(node) { note(node) }
  }

  private var markup: Markup { text.markup }

  /// The copy of the main part.
  func body(limits: Limits) -> BodyText {
    guard let root = markup.root else { return BodyText() }
    return text.body(of: markup.child(root, "body") ?? root, limits: limits)
  }

  /// The text of a node on one line.
  func line(of node: Markup.Index) -> String { text.line(of: node) }

  /// The first paragraph with a heading style.
  var firstHeading: Field? {
    guard let node = firstHeadingNode else { return nil }
    let line = text.line(of: node)
    return line.isEmpty ? nil : Field(.title, line, key: "first heading", place: markup.place(node))
  }

  /// The problems of the text.
  var problems: [Problem] {
    var all: [Problem] = []
    if hidden > 0 {
      all.append(
        Problem("hidden-text", "\(hidden) bytes of text are marked as hidden; they are read as copy"))
    }
    if symbols > 0 {
      all.append(Problem("symbols-dropped", "\(symbols) characters of symbol fonts were left out"))
    }
    return all
  }

  private mutating func note(_ node: Markup.Index) {
    switch markup.name(node) {
    case "p":
      if goesOn(node) { text.joined.insert(node) }
      guard let role = role(of: node) else { return }
      text.roles[node] = role
      if role == .subhead, firstHeadingNode == nil { firstHeadingNode = node }
    case "Fallback":
      // The alternative content for older programs.
      let choices = markup.parent(node).map { markup.children($0, "Choice") } ?? []
      if choices.contains(where: { holdsWords($0) }) || !holdsWords(node) { text.excluded.insert(node) }
    case "txbxContent": text.boxes.append(node)
    case "instrText":
      if let address = FieldInstruction.link(in: markup.string(node)) { links.append(address) }
    case "docPr": note(node, "descr", key: "picture description")
    case "textpath": note(node, "string", key: "word art")
    case "sym": symbols += 1
    case "r":
      guard let properties = markup.child(node, "rPr"), isOn(markup.child(properties, "vanish")) else {
        return
      }
      hidden += markup.children(node, "t").reduce(0) { $0 + markup.string($1).utf8.count }
    default: break
    }
  }

  /// Records an attribute with text as a field.
  private mutating func note(_ node: Markup.Index, _ attribute: String, key: String) {
    guard let found = markup.attribute(node, attribute), !text.isExcluded(node) else { return }
    let words = oneLine(markup.string(found))
    if !words.isEmpty { fields.append(Field(.other, words, key: key, place: markup.place(found))) }
  }

  private func holdsWords(_ node: Markup.Index) -> Bool {
    markup.descendants(node).contains { markup.name($0) == "t" || markup.name($0) == "textpath" }
  }

  /// Whether a paragraph continues in the next one: its mark was deleted or moved, or it is a drop cap.
  private func goesOn(_ paragraph: Markup.Index) -> Bool {
    guard let properties = markup.child(paragraph, "pPr") else { return false }
    let mark = markup.child(properties, "rPr")
    if let mark, markup.child(mark, "del") ?? markup.child(mark, "moveFrom") != nil { return true }
    return markup.child(properties, "framePr").flatMap { markup.value($0, "dropCap") }.map { $0 != "none" }
      ?? false
  }

  private func isOn(_ toggle: Markup.Index?) -> Bool {
    guard let toggle else { return false }
    return !["0", "false", "off"].contains(markup.value(toggle, "val") ?? "1")
  }

  private func role(of paragraph: Markup.Index) -> BodyText.Role? {
    guard let properties = markup.child(paragraph, "pPr") else { return nil }
    let style = markup.child(properties, "pStyle").flatMap { markup.value($0, "val") }
    if let role = style.flatMap({ styles.role(of: $0) }) { return role }
    if let level = markup.child(properties, "outlineLvl").flatMap({ markup.value($0, "val") }),
      Int(level).map({ $0 < 9 }) == true
    {
      return .subhead
    }
    guard let numbering = markup.child(properties, "numPr") else { return nil }
    // The number 0 removes a paragraph from the list of its style.
    return markup.child(numbering, "numId").flatMap { markup.value($0, "val") } == "0" ? nil : .list
  }
}

/// The paragraph roles that the styles of a document define.
struct WordStyles {
  private struct Style {
    var name: String
    var base: String?
    var isOutlined: Bool
    var isListed: Bool
  }

  private var styles: [String: Style] = [:]

  /// The styles of a part; empty if it is missing, so that roles depend on the style identifiers alone.
  init(_ markup: Markup?) {
    guard let markup else { return }
    for node in markup.nodes.indices where markup.name(node) == "style" {
      guard let id = markup.value(node, "styleId") else { continue }
      let properties = markup.child(node, "pPr")
      func has(_ name: String) -> Bool { properties.map { markup.child($0, name) != nil } ?? false }
      styles[id] = Style(
        name: markup.child(node, "name").flatMap { markup.value($0, "val") } ?? id,
        base: markup.child(node, "basedOn").flatMap { markup.value($0, "val") },
        isOutlined: has("outlineLvl"),
        isListed: has("numPr"))
    }
  }

  /// The role of paragraphs with a style, by its name or by that of a style that it is based on.
  func role(of id: String) -> BodyText.Role? {
    var id = id
    // Styles may be based on one another in a cycle.
    for _ in 0..<16 {
      let style = styles[id]
      if let role = Self.role(named: style?.name ?? id) { return role }
      if style?.isOutlined == true { return .subhead }
      if style?.isListed == true { return .list }
      guard let base = style?.base else { return nil }
      id = base
    }
    return nil
  }

  /// The role of a style by its name, as word processors name their built-in styles.
  static func role(named name: String) -> BodyText.Role? {
    let name = name.lowercased().filter { $0 != " " && $0 != "-" }
    switch name {
    case "title", "subtitle": return .subhead
    case "quote", "quotations", "intensequote", "blocktext", "blockquote": return .quote
    case "caption": return .caption
    case _ where name.hasPrefix("heading"): return .subhead
    case _ where name.hasPrefix("list"): return .list
    default: return nil
    }
  }
}
