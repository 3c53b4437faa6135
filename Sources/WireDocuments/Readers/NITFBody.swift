import WireText

/// Functions shared by `nitf` elements and NITF inside other formats.
enum NITFBody {
  /// The copy: `body.content` and what stands beside it against the rules, or the content of `body` other than its head
  /// and end.
  static func text(of nitf: Markup.Index, in markup: Markup, problems: inout [Problem]) -> BodyText {
    let named = markup.children(nitf, "body")
    let bodies = named.isEmpty ? [nitf] : named
    let content = bodies.flatMap { markup.children($0, "body.content") }
    let rest = bodies.flatMap { body in
      markup.children(body).filter { !apart.contains(markup.name($0)) }
    }
    if !content.isEmpty {
      return escaped(content, in: markup, problems: &problems)
        ?? ParagraphWalker.body(of: named.isEmpty ? content : rest, in: markup, .nitf)
    }
    return ParagraphWalker.body(of: rest, in: markup, .nitf)
  }

  /// The copy as HTML if it is escaped or in CDATA; nil if it has elements of its own, or no tags.
  ///
  /// Some systems put all of it into one `block` or `p`; there it must be HTML from its first to its last byte, since
  /// a paragraph may be about a tag.
  private static func escaped(
    _ content: [Markup.Index], in markup: Markup, problems: inout [Problem]
  ) -> BodyText? {
    guard let outer = content.first, content.count == 1 else { return nil }
    var only = outer
    while let inner = onlyElement(in: only, of: markup), ["block", "p"].contains(markup.name(inner)) {
      only = inner
    }
    guard !markup.children(only).contains(where: { markup.isElement($0) }) else { return nil }
    let (utf8, map) = markup.content(only)
    guard NewsMLG2Body.holdsHTML(utf8), only == outer || isMarkup(utf8) else { return nil }
    return NewsMLG2Body.plainOrHTML(utf8, map: map, limits: markup.limits, problems: &problems)
  }

  /// The only element in a node that has no text of its own; nil for any other node.
  private static func onlyElement(in node: Markup.Index, of markup: Markup) -> Markup.Index? {
    var found: Markup.Index?
    for child in markup.children(node) {
      if markup.isElement(child) {
        guard found == nil else { return nil }
        found = child
      } else if markup.nonempty(child) != nil {
        return nil
      }
    }
    return found
  }

  /// Whether a text begins and ends with a tag.
  private static func isMarkup(_ utf8: [UInt8]) -> Bool {
    utf8.first { $0 > 0x20 } == UInt8(ascii: "<") && utf8.last { $0 > 0x20 } == UInt8(ascii: ">")
  }

  /// The parts other than the copy, by element name.
  private static let apart: Set<String> = ["head", "body.head", "body.end"]

  /// Completes a document in another format whose body is NITF with what the NITF states outside its copy: lines of
  /// its head and end, notes, captions, rights, an embargo, and that it was withdrawn or held back.
  ///
  /// The rights are marked as the body's, not the item's; fields that the document already has are not repeated.
  ///
  /// - Parameters:
  ///   - document: receives the statements.
  ///   - nitf: the root of the NITF or, if it has no root, the element with its head and content.
  ///   - markup: the tree.
  static func complete(_ document: inout Document, with nitf: Markup.Index, in markup: Markup) {
    var reader = NITFItem(nitf, in: markup, Document(origin: document.origin))
    let inner = reader.readSurroundings()
    if let hedline = hedline(of: nitf, in: markup), let words = markup.nonempty(hedline),
      words != document.headline
    {
      document.fields.append(
        Field(.title, words, key: "nitf/body.head/hedline", place: markup.place(hedline)))
    }
    document.fields += document.unknown(inner.fields).map { field in
      var field = field
      field.key = "nitf/\(field.key)"
      return field
    }
    if let embargo = inner.embargo { document.addEmbargo(embargo) }
    document.links += inner.links.filter { !document.links.contains($0) }
    // The item around it may say less.
    if let status = inner.status, [.withheld, .canceled].contains(status.value) {
      document.setStatus(status)
    }
    document.rights += inner.rights.map { field in
      var field = field
      field.place = .body
      field.key = "nitf/\(field.key)"
      return field
    }
  }

  /// The headline above the copy; nil if there is none.
  static func headline(of nitf: Markup.Index, in markup: Markup) -> String? {
    hedline(of: nitf, in: markup).map(markup.plain).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The element that contains the headline.
  private static func hedline(of nitf: Markup.Index, in markup: Markup) -> Markup.Index? {
    markup.first(nitf, "body.head").flatMap { markup.child($0, path: ["hedline", "hl1"]) }
  }

  /// The NITF in the body of another format's item: its root or, if that is missing, the element around
  /// `body.content`; nil if there is none.
  static func root(in content: Markup.Index, of markup: Markup) -> Markup.Index? {
    markup.first(content, "nitf")
      ?? markup.first(content, "body.content").flatMap { inner in
        let around = markup.parent(inner)
        return around.flatMap { markup.name($0) == "body" ? markup.parent($0) : $0 }
      }
  }

  /// The version that the root element declares, for instance `3.4`.
  static func version(of nitf: Markup.Index, in markup: Markup) -> String? {
    for name in ["version", "schemaLocation"] {
      guard let value = markup.line(nitf, attribute: name) else { continue }
      let numbers = value.split { !("0123456789.".contains($0)) }.map(String.init)
      if let version = numbers.first(where: { $0.contains(".") && $0.first != "." && $0.count < 6 }) {
        return version
      }
    }
    return nil
  }
}
