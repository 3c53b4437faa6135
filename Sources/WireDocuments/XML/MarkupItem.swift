import WireText

/// An item of a tree during its conversion to a document: stores elements, attributes and their ranges in the right
/// fields.
struct MarkupItem {
  let markup: Markup
  /// The item's element.
  let node: Markup.Index
  var document: Document

  /// Adds an element's text as a field, if it is not empty.
  mutating func field(_ name: Field.Name, _ element: Markup.Index?, key: String) {
    guard let element else { return }
    add(Field(name, markup.plain(element), key: key, place: markup.place(element)))
  }

  /// Adds an attribute's value as a field, if it is not empty.
  mutating func field(_ name: Field.Name, _ element: Markup.Index?, attribute: String, key: String) {
    guard let element, let value = markup.attribute(element, attribute) else { return }
    add(Field(name, oneLine(markup.string(value)), key: key, place: markup.place(value)))
  }

  /// Adds the address that is an element's text, if it is not empty.
  mutating func url(_ name: Field.Name, _ element: Markup.Index?, key: String) {
    guard let element, let text = markup.nonempty(element) else { return }
    document.urls.append(Field(name, text, key: key, place: markup.place(element)))
  }

  /// Adds a party or concept by its name, or by its code if it has none.
  mutating func party(_ name: Field.Name, _ element: Markup.Index, key: String) {
    if let named = markup.children(element, "name").first(where: { markup.nonempty($0) != nil }) {
      return field(name, named, key: "\(key)/name")
    }
    for attribute in ["literal", "qcode", "uri"] where markup.line(element, attribute: attribute) != nil {
      return field(name, element, attribute: attribute, key: "\(key)@\(attribute)")
    }
    field(name, element, key: key)
  }

  private mutating func add(_ field: Field) {
    if !field.text.isEmpty { document.fields.append(field) }
  }

  /// Adds an element's text as a statement of rights, if it is not empty.
  mutating func rights(
    _ kind: RightsField.Kind, _ element: Markup.Index?, key: String, language: String? = nil,
    scope: String? = nil
  ) {
    guard let element else { return }
    add(
      RightsField(
        kind, markup.words(element), key: key, language: language, scope: scope, range: markup.place(element))
    )
  }

  /// Adds an attribute's value as a statement of rights, if it is not empty.
  mutating func rights(
    _ kind: RightsField.Kind, _ element: Markup.Index?, attribute: String, key: String,
    language: String? = nil,
    scope: String? = nil
  ) {
    guard let element, let value = markup.attribute(element, attribute) else { return }
    add(
      RightsField(
        kind, oneLine(markup.string(value)), key: key, language: language, scope: scope,
        range: markup.place(value)))
  }

  private mutating func add(_ field: RightsField) {
    if !field.text.isEmpty { document.rights.append(field) }
  }

  /// Adds a time, and the embargo that it is; one that cannot be parsed is reported as a problem, too.
  mutating func time(_ role: TimeField.Role, _ raw: String?) {
    guard let raw = raw.map(oneLine), !raw.isEmpty else { return }
    document.add(TimeField(role, reading: raw), named: "the \(role.rawValue) time")
  }

  /// Adds an embargo that has a time, or one whose end nobody told.
  mutating func embargo(until raw: String?) {
    guard let raw = raw.map(oneLine), !raw.isEmpty else {
      return document.addEmbargo(TimeField(.embargo, reading: ""))
    }
    time(.embargo, raw)
  }

  /// Adds a link to another item, if its identifier is not empty.
  mutating func link(_ relation: ItemLink.Relation, _ id: String?) {
    guard let id = id.map(oneLine), !id.isEmpty else { return }
    document.links.append(ItemLink(relation, id: id))
  }
}

extension Markup {
  /// All text in a node on one line, with a space around elements that are displayed on lines of their own.
  func words(_ node: Index) -> String {
    var all: [UInt8] = []
    var at = node
    while at < end(node) {
      if isElement(at) {
        if isApart(at, after: all.last) { all.append(0x20) }
        at += 1
        continue
      }
      all += text[bytes(at)]
      // A space separates the end of such an element from what follows.
      if let parent = parent(at), parent > node, Self.apart.contains(name(parent)) { all.append(0x20) }
      at += 1
    }
    return oneLine(String(decoding: all, as: UTF8.self))
  }

  /// The same without the tags of HTML that writers put there in escapes or CDATA.
  func plain(_ node: Index) -> String {
    let words = words(node)
    return NewsMLG2Body.holdsHTML(Array(words.utf8)) ? HTMLText.line(words) : words
  }

  /// Whether an element is apart from the text before it; NITF's parts of a right may follow each other directly.
  private func isApart(_ node: Index, after last: UInt8?) -> Bool {
    let name = name(node)
    if Self.apart.contains(name) { return true }
    guard name.hasPrefix("rights."), let last else { return false }
    return last > 0x7F || last == UInt8(ascii: ".") || Character(Unicode.Scalar(last)).isLetter
      || Character(Unicode.Scalar(last)).isNumber
  }

  private static let apart: Set<String> = [
    "br", "p", "div", "li", "tr", "td", "byttl", "block", "h1", "h2", "h3", "h4", "ul", "ol", "hl1", "hl2",
  ]

  /// All text in a node, unchanged, with its map to the file.
  func content(_ node: Index) -> (utf8: [UInt8], map: SourceMap) {
    var runs = MappedText()
    for index in descendants(node) where !isElement(index) {
      runs.copy(bytes(index), of: text)
    }
    return (runs.utf8, runs.map.composed(with: map))
  }

  /// The value of an attribute on one line; nil if it is empty.
  func line(_ node: Index?, attribute: String) -> String? {
    guard let node, let value = value(node, attribute).map(oneLine), !value.isEmpty else { return nil }
    return value
  }

  /// The text of an element on one line; nil if it is empty.
  func nonempty(_ node: Index?) -> String? {
    guard let node else { return nil }
    let line = words(node)
    return line.isEmpty ? nil : line
  }
}
