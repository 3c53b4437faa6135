import WireText

/// HTML: a fragment, all of which is copy, or a page, from which the article is extracted.
struct HTMLReader: WholeReader {
  static let format = Format(name: "html", title: "HTML: a fragment, or a page with its article and metadata")

  static func recognises(_ probe: Probe) -> Bool {
    guard UnknownFormat.signature(probe) == nil else { return false }
    let isNamed =
      ["html", "htm", "xhtml", "xht"].contains(probe.pathExtension) && probe.isText
    let start = Array(probe.utf8.drop { $0 <= 0x20 }.prefix(64)).map(HTMLScanner.lowercased)
    let isXML = start.starts(with: "<?xml".utf8)
    // A page that a server sent instead of an export is not the newsroom's.
    if probe.pathExtension == "xml", !isXML { return false }
    if start.starts(with: "<!doctype html".utf8) { return true }
    guard let root = UnknownFormat.rootElement(probe.utf8) else { return isNamed }
    if isXML, local(root) != "html" { return isNamed && HTMLTag.isKnown(root.lowercased()) }
    return HTMLTag.isKnown(root.lowercased()) || isNamed && !root.contains(":")
  }

  private static func local(_ name: String) -> String {
    (name.split(separator: ":").last.map(String.init) ?? name).lowercased()
  }

  var whole: WholeInput

  func document() throws(ReadingFault) -> Document {
    let bytes = try whole.bytes()
    var document = Self.document(bytes, label: nil, origin: origin, limits: limits)
    if document.origin.dialect == "fragment" {
      document.problems.append(
        Problem("html-fragment", "a piece of a page, not a page; all its text is read"))
    }
    return document
  }

  /// HTML as a document.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - label: the encoding that its transport declares, which takes precedence over the document's own.
  ///   - origin: where it was found.
  ///   - limits: the bounds to work within.
  static func document(_ bytes: [UInt8], label: String?, origin: Origin, limits: Limits) -> Document {
    let own = DeclaredEncoding.inXML(bytes) ?? DeclaredEncoding.inHTML(bytes)
    let decoded = Decoded(bytes, label: label ?? own)
    var document = Document(origin: origin)
    let (markup, problems) = HTMLParser.parse(decoded.utf8, limits: limits)
    document.problems = decoded.problems + problems + doubts(label, decoded)
    if isPage(markup) {
      document.origin.dialect = "page"
      HTMLPage(markup, decoded: decoded, limits: limits).read(into: &document)
    } else {
      document.origin.dialect = "fragment"
      let boxes = SubscriptionBoxes.roots(in: markup)
      document.body = ParagraphWalker.body(
        of: markup.roots, in: markup, .html, excluding: Set(boxes.map(\.node)))
      document.body.map = decoded.fileMap(of: document.body.map)
      for box in boxes {
        let place = markup.place(box.node).flatMap { decoded.fileRange($0.indices) }
        document.fields.append(Field(.other, markup.words(box.node), key: box.kind, place: place))
      }
      var further = AlternativeTexts()
      attachStores(of: markup, decoded, beside: &further, to: &document, limits: limits)
      FrameTexts.attach(from: markup, decoded, beside: &further, to: &document, limits: limits)
      // A fragment from WordPress's editor may have blocks.
      WXRAttributes.attach(from: decoded.utf8, beside: &further, to: &document, limits: limits)
      let page = HTMLPage(markup, decoded: decoded, limits: limits)
      page.readStatus(into: &document)
      if HTMLText.hasLicenceLink(markup) { document.rights += HTMLText.rights(of: page) }
    }
    if document.body.isEmpty {
      document.problems.append(Problem("no-text", "the file has no visible text"))
    } else if markup.nodes.count > 1_000, document.body.utf8.count < markup.nodes.count {
      document.problems.append(
        Problem("markup-without-text", "\(markup.nodes.count) elements hold almost no text"))
    }
    return document
  }

  /// Attaches prose in templates and in alternatives for browsers without scripts.
  private static func attachStores(
    of markup: Markup, _ decoded: Decoded, beside further: inout AlternativeTexts,
    to document: inout Document,
    limits: Limits
  ) {
    for node in markup.nodes.indices where ["template", "noscript"].contains(markup.name(node)) {
      var body = ParagraphWalker.body(of: Array(markup.children(node)), in: markup, .html)
      guard body.wordCount(inParagraphsOf: PageRemainder.fewestWords) > 0 else { continue }
      body.map = decoded.fileMap(of: body.map)
      further.attach(body, name: markup.name(node), format: "hidden", to: &document, limits: limits)
    }
  }

  /// The problems of claims in a page that nothing else confirms.
  private static func doubts(_ label: String?, _ decoded: Decoded) -> [Problem] {
    var doubts: [Problem] = []
    if label == nil, case .named(let name) = decoded.encoding {
      doubts.append(Problem("encoding-declared", "read as \(name) on the word of the page alone"))
    }
    let start = decoded.utf8.drop { $0 <= 0x20 }.prefix(1024)
    if start.starts(with: "<?xml".utf8), Array(start).holds(".dtd\"") {
      doubts.append(
        Problem("doctype-not-read", "the document type names a file of declarations, which is not read"))
    }
    return doubts
  }

  /// Whether there are elements of a page's frame or of an article's surroundings.
  private static func isPage(_ markup: Markup) -> Bool {
    let frame: Set<String> = ["html", "head", "body", "title", "meta", "nav", "footer", "main", "aside"]
    let names = Set(
      markup.names.indices.filter {
        frame.contains(markup.names[$0].local) && markup.names[$0].prefix.isEmpty
      })
    guard !names.isEmpty else { return false }
    // A drawing has a title of its own.
    return markup.nodes.indices.contains { node in
      names.contains(Int(markup.nodes[node].name))
        && !(markup.name(node) == "title" && markup.isInside(node, "svg"))
    }
  }
}
