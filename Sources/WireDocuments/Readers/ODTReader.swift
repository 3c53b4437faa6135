import WireText

/// ODT and the corresponding formats for slides and sheets: OpenDocument in a package or in one file of XML (OASIS, 1.0
/// to 1.3).
///
/// The copy is the view with all changes accepted. Notes and annotations are fields; of these only notes with prose count
/// as the story's words. File ranges are offsets in `content.xml`, or in the file of XML.
struct ODTReader: WholeReader {
  static let format = Format(
    name: "odt", title: "ODT, ODP, ODS: OpenDocument, the view with all changes accepted")
  static let isPacked = true

  static func recognises(_ probe: Probe) -> Bool {
    guard ZIPArchive.recognises(probe.bytes) else { return FlatPackage.isOpenDocument(probe) }
    // The first member states the type of the package, uncompressed.
    return ["odt", "ott", "odm", "odp", "ods"].contains(probe.pathExtension)
      || probe.bytes.dropFirst(30).starts(with: "mimetypeapplication/vnd.oasis.opendocument.".utf8)
  }

  var whole: WholeInput

  func document() throws(ReadingFault) -> Document {
    let package = try OfficePackage(whole.input, path: origin.path, limits: limits)
    var document = Document(origin: origin)
    if let manifest = package.sidePart("META-INF/manifest.xml", of: &document)?.markup,
      manifest.nodes.indices.contains(where: { manifest.name($0) == "encryption-data" })
    {
      throw ReadingFault(
        "encrypted", path: origin.path, "the document is encrypted", next: "save it without a password")
    }
    let part = try package.mainPart("content.xml")
    document.problems += part.problems + package.problems
    var styles = OpenDocumentStyles()
    let page = package.sidePart("styles.xml", of: &document)?.markup
    if let page { styles.take(page) }
    styles.take(part.markup)
    read(part.markup, styles, into: &document)
    if let page { readMargins(page, into: &document) }
    if let markup = package.sidePart("meta.xml", of: &document)?.markup {
      readProperties(markup, into: &document)
    }
    if document.body.isEmpty { document.problems.append(Problem("no-text", "the document has no text")) }
    return document
  }

  private func read(_ markup: Markup, _ styles: OpenDocumentStyles, into document: inout Document) {
    guard let root = markup.root else { return }
    document.origin.dialect = markup.line(root, attribute: "version")
    let content = markup.child(root, path: ["body", "text"]) ?? markup.child(root, "body") ?? root
    var text = OfficeText(markup: markup, vocabulary: .openDocument)
    var notes: [(node: Markup.Index, key: String)] = []
    for node in markup.descendants(content) {
      switch markup.name(node) {
      case "text-box": text.boxes.append(node)
      case "note-body":
        let parent = markup.parent(node)
        notes.append((node, parent.flatMap { markup.value($0, "note-class") } ?? "footnote"))
      case "annotation":
        notes.append((node, "annotation"))
        // The date of a note is not part of its text.
        text.excluded.formUnion(
          markup.children(node).filter { ["date", "creator-initials"].contains(markup.name($0)) })
      case "title", "desc":
        // `text:title` is a field in the copy; the others describe a picture.
        guard markup.qualifiedName(node).namespace.contains("svg") else { continue }
        text.excluded.insert(node)
        if let line = markup.nonempty(node) {
          document.fields.append(
            Field(.other, line, key: "picture description", place: markup.place(node)))
        }
      case "p":
        if let role = markup.value(node, "style-name").flatMap({ styles.role(of: $0) }) {
          text.roles[node] = role
        }
      default: break
      }
    }
    document.body = text.body(of: content, limits: limits)
    for note in notes {
      let line = text.line(of: note.node)
      guard !line.isEmpty else { continue }
      document.fields.append(
        Field(
          note.key == "annotation" ? .editorsNote : .footnote, line, key: note.key,
          place: markup.place(note.node)))
    }
    readTitle(markup, content, into: &document)
    noteHiddenStyles(markup, into: &document)
  }

  /// Reads headers and footers, which are stored in page styles.
  private func readMargins(_ styles: Markup, into document: inout Document) {
    let text = OfficeText(markup: styles, vocabulary: .openDocument)
    for node in styles.nodes.indices {
      let name = styles.name(node)
      guard let key = ["header", "footer"].first(where: { name == $0 || name.hasPrefix("\($0)-") }) else {
        continue
      }
      let line = text.line(of: node)
      if !line.isEmpty { document.fields.append(Field(.editorsNote, line, key: key)) }
    }
  }

  private func readTitle(_ markup: Markup, _ content: Markup.Index, into document: inout Document) {
    guard let heading = markup.first(content, "h"), let line = markup.nonempty(heading) else { return }
    document.fields.append(Field(.title, line, key: "first heading", place: markup.place(heading)))
  }

  private func noteHiddenStyles(_ markup: Markup, into document: inout Document) {
    let hides = markup.nodes.indices.contains {
      markup.name($0) == "text-properties" && markup.value($0, "display") == "none"
        || ["hidden-text", "hidden-paragraph"].contains(markup.name($0))
        || markup.name($0) == "section" && ["none", "condition"].contains(markup.value($0, "display"))
    }
    guard hides else { return }
    document.problems.append(
      Problem("hidden-text", "some text is marked as hidden; it is read as copy"))
  }

  private func readProperties(_ markup: Markup, into document: inout Document) {
    guard let root = markup.root, let meta = markup.child(root, "meta") else { return }
    var properties = OfficeProperties(document)
    properties.take(allIn: meta, of: markup, custom: "user-defined")
    document = properties.document
  }
}
