import WireText

/// Medium: one HTML page per story, as in the archive of an account.
struct MediumReader: WholeReader {
  static let format = Format(name: "medium", title: "Medium: a story of an account's archive, HTML")

  static func recognises(_ probe: Probe) -> Bool {
    guard probe.firstByte == UInt8(ascii: "<") else { return false }
    let text = probe.utf8
    return HTMLScanner.find("data-field=\"body\"", in: text, from: 0) != nil
      && HTMLScanner.find("h-entry", in: text, from: 0) != nil
  }

  var whole: WholeInput

  func document() throws(ReadingFault) -> Document {
    let bytes = try whole.bytes()
    let decoded = Decoded(bytes, label: DeclaredEncoding.inHTML(bytes))
    let (markup, problems) = HTMLParser.parse(decoded.utf8, limits: limits)
    var document = Document(origin: origin)
    document.problems = decoded.problems + problems
    var item = MarkupItem(markup: markup, node: markup.root ?? 0, document: document)
    Self.readHead(&item)
    document = item.document
    let inFile = { (field: Field) in
      var field = field
      field.place = field.place.flatMap { decoded.fileRange($0.lower..<$0.upper) }
      return field
    }
    document.fields = document.fields.map(inFile)
    document.urls = document.urls.map(inFile)
    let parts = markup.nodes.indices.filter { markup.value($0, "data-field") == "body" }
    let cards = markup.nodes.indices.filter {
      markup.value($0, "class")?.contains("graf--mixtapeEmbed") == true
    }
    document.fields += cards.map { card in
      let place = markup.place(card).flatMap { decoded.fileRange($0.indices) }
      return Field(.other, markup.words(card), key: "box of another page", place: place)
    }
    document.body = ParagraphWalker.body(of: parts, in: markup, .html, excluding: Set(cards))
    document.body.map = decoded.fileMap(of: document.body.map)
    if document.body.isEmpty {
      document.problems.append(Problem("no-text", "the story has no text", losesText: parts.isEmpty))
    }
    return document
  }

  private static func readHead(_ item: inout MarkupItem) {
    let markup = item.markup
    for node in markup.nodes.indices where markup.isElement(node) {
      if markup.value(node, "data-field") == "subtitle" { item.field(.subhead, node, key: "subtitle") }
      let classes = markup.value(node, "class")?.split(separator: " ") ?? []
      for name in classes {
        switch name {
        case "p-name" where item.document.headline == nil: item.document.headline = markup.nonempty(node)
        case "p-author": item.field(.author, node, key: "p-author")
        case "p-canonical":
          if let href = markup.line(node, attribute: "href") {
            item.document.urls.append(Field(.canonical, href, key: "p-canonical", place: markup.place(node)))
            item.document.id = href
          }
        case "dt-published": item.time(.published, markup.line(node, attribute: "datetime"))
        default: break
        }
      }
    }
    let name = item.document.origin.path.split(separator: "/").last ?? ""
    item.document.status =
      name.hasPrefix("draft_") ? Status(.draft, raw: "draft_") : Status(.published, raw: "no draft")
  }
}
