import WireText

/// One `nitf` element during its conversion to a document.
struct NITFItem {
  /// The item as read so far.
  var item: MarkupItem
  /// The tree.
  var markup: Markup { item.markup }
  /// `docdata`, if any.
  let documentData: Markup.Index?
  /// `body.head`, if any.
  let bodyHead: Markup.Index?

  /// An element in some tree: the root of NITF, or an element with its head and body without a root.
  init(_ nitf: Markup.Index, in markup: Markup, _ document: Document) {
    item = MarkupItem(markup: markup, node: nitf, document: document)
    // Not found by path: the HTML parser, which reads NITF in strings, does not know NITF's empty elements.
    documentData = markup.first(nitf, "docdata")
    bodyHead = markup.first(nitf, "body.head")
  }

  /// Reads the whole item.
  mutating func read() -> Document {
    item.document.body = NITFBody.text(of: item.node, in: markup, problems: &item.document.problems)
    readIdentity()
    return readSurroundings()
  }

  private mutating func readIdentity() {
    let key = data("du-key")
    item.document.origin.dialect = NITFBody.version(of: item.node, in: markup)
    item.document.id =
      markup.line(data("doc-id"), attribute: "id-string") ?? markup.line(item.node, attribute: "uno")
      ?? markup.line(key, attribute: "key")
    item.document.version = markup.line(key, attribute: "version")
    item.document.headline = headline
    item.document.language =
      markup.line(item.node, attribute: "baselang") ?? markup.line(item.node, attribute: "lang")
      ?? markup.line(markup.child(item.node, "body"), attribute: "lang")
  }

  /// The first element with a name in `docdata`.
  func data(_ name: String) -> Markup.Index? { documentData.flatMap { markup.first($0, name) } }
  /// All elements with a name in `docdata`.
  func dataAll(_ name: String) -> [Markup.Index] {
    documentData.map { markup.all($0, name) } ?? []
  }

  /// Reads everything outside the copy except the item's identity.
  mutating func readSurroundings() -> Document {
    readHead()
    readBodyHead()
    readRights()
    readStatus()
    return item.document
  }

  private var headline: String? {
    NITFBody.headline(of: item.node, in: markup)
      ?? markup.nonempty(bodyHead.flatMap { markup.child($0, "hedline") })
      ?? markup.nonempty(markup.child(item.node, path: ["head", "title"]))
  }

  /// The elements that hold the head, content and end of the body.
  var bodies: [Markup.Index] {
    let bodies = markup.children(item.node, "body")
    return bodies.isEmpty ? [item.node] : bodies
  }

  private mutating func readHead() {
    let head = markup.child(item.node, "head")
    item.field(.title, head.flatMap { markup.child($0, "title") }, key: "head/title")
    item.field(.slug, data("du-key"), attribute: "key", key: "docdata/du-key@key")
    item.field(.source, data("doc-id"), attribute: "regsrc", key: "docdata/doc-id@regsrc")
    for message in dataAll("ed-msg") {
      item.field(.editorsNote, message, attribute: "info", key: "docdata/ed-msg@info")
      item.field(.editorsNote, message, key: "docdata/ed-msg")
    }
    for correction in dataAll("correction") {
      item.field(.editorsNote, correction, attribute: "info", key: "docdata/correction@info")
      item.field(.editorsNote, correction, key: "docdata/correction")
      item.link(.updates, markup.line(correction, attribute: "id-string"))
    }
    for list in dataAll("key-list") {
      for keyword in markup.children(list, "keyword") {
        item.field(.keyword, keyword, attribute: "key", key: "docdata/key-list/keyword@key")
        item.field(.keyword, keyword, key: "docdata/key-list/keyword")
      }
    }
    for list in dataAll("del-list") {
      for source in markup.children(list, "from-src") {
        item.field(.source, source, attribute: "src-name", key: "docdata/del-list/from-src@src-name")
      }
    }
    for series in dataAll("series") {
      item.field(.other, series, attribute: "series.name", key: "docdata/series@series.name")
    }
    for scope in dataAll("doc-scope") {
      item.field(.other, scope, attribute: "scope", key: "docdata/doc-scope@scope")
    }
    item.time(.published, markup.line(data("date.issue"), attribute: "norm"))
    item.time(.expiry, markup.line(data("date.expire"), attribute: "norm"))
    guard let head else { return }
    for object in markup.children(head, "tobject") {
      for property in markup.children(object, "tobject.property") {
        item.field(
          .other, property, attribute: "tobject.property.type", key: "head/tobject/tobject.property")
      }
    }
    for publication in markup.children(head, "pubdata") + dataAll("pubdata") {
      item.time(.published, markup.line(publication, attribute: "date.publication"))
      item.field(.channel, publication, attribute: "name", key: "head/pubdata@name")
      item.field(
        .service, publication, attribute: "position.section", key: "head/pubdata@position.section")
      if let value = markup.attribute(publication, "ex-ref"), !markup.string(value).isEmpty {
        item.document.urls.append(
          Field(.original, markup.string(value), key: "head/pubdata@ex-ref", place: markup.place(value)))
      }
    }
    for revision in markup.children(head, "revision-history") {
      item.time(.updated, markup.line(revision, attribute: "norm"))
      item.field(.other, revision, attribute: "comment", key: "head/revision-history@comment")
    }
    for meta in markup.children(head, "meta") {
      switch markup.value(meta, "name")?.lowercased() {
      case "slug", "slugline", "anpa-keyword": item.field(.slug, meta, attribute: "content", key: "head/meta")
      case "copyright", "rights": item.field(.other, meta, attribute: "content", key: "head/meta copyright")
      case "author", "writer": item.field(.author, meta, attribute: "content", key: "head/meta")
      case let name?: readMeta(meta, name)
      default: break
      }
    }
  }

  /// Reads an agency's own data: an embargo or terms by the words in its name, and other texts.
  private mutating func readMeta(_ meta: Markup.Index, _ name: String) {
    let content = markup.line(meta, attribute: "content") ?? ""
    switch MetaKey(name, text: content) {
    case .embargo: if let time = TimeField.embargo(stating: content) { item.embargo(until: time.raw) }
    case .rights(.terms): item.rights(.terms, meta, attribute: "content", key: "head/meta \(name)")
    default:
      if content.contains(" ") { item.field(.other, meta, attribute: "content", key: "head/meta \(name)") }
    }
  }

  private mutating func readBodyHead() {
    if let bodyHead {
      for line in markup.all(bodyHead, "hl2") { item.field(.subhead, line, key: "body.head/hedline/hl2") }
      for byline in markup.all(bodyHead, "byline") { item.field(.byline, byline, key: "body.head/byline") }
      for distributor in markup.all(bodyHead, "distributor") {
        item.field(.provider, distributor, key: "body.head/distributor")
      }
      for dateline in markup.all(bodyHead, "dateline") { readDateline(dateline) }
      for note in markup.all(bodyHead, "note") where !isCopyright(note) {
        item.field(.editorsNote, note, key: "body.head/note")
      }
      for abstract in markup.all(bodyHead, "abstract") {
        item.field(.summary, abstract, key: "body.head/abstract")
      }
    }
    for content in bodies.flatMap({ markup.children($0, "body.content") }) { readAside(content) }
    for end in bodies.flatMap({ markup.children($0, "body.end") }) {
      for tagline in markup.all(end, "tagline") {
        item.field(.credit, tagline, key: "body.end/tagline")
        if isMoreThanSignature(tagline) { item.rights(.note, tagline, key: "body.end/tagline") }
      }
      for other in markup.children(end)
      where markup.isElement(other) && !["tagline", "copyrite"].contains(markup.name(other)) {
        item.field(.other, other, key: "body.end/\(markup.name(other))")
      }
    }
  }

  /// Reads text in the content that is not copy.
  private mutating func readAside(_ content: Markup.Index) {
    for name in ["media-caption", "media-producer"] {
      for words in markup.all(content, name) { item.field(.other, words, key: "media/\(name)") }
    }
    for reference in markup.all(content, "media-reference") {
      item.field(
        .other, reference, attribute: "alternate-text", key: "media/media-reference@alternate-text")
    }
    for node in markup.descendants(content) where markup.isElement(node) {
      switch markup.name(node) {
      case "note" where !isCopyright(node): item.field(.editorsNote, node, key: "body.content/note")
      case "nitf-table-summary": item.field(.other, node, key: "nitf-table-summary")
      default: break
      }
    }
  }

  /// Reads the place of a dateline; its date is a time if it is machine-readable.
  private mutating func readDateline(_ dateline: Markup.Index) {
    let date = markup.first(dateline, "story.date")
    let norm = markup.line(date, attribute: "norm")
    item.time(.created, norm)
    let location = markup.child(dateline, "location")
    if let location, letters(location) + (norm == nil ? 0 : letters(date)) == letters(dateline) {
      item.field(.dateline, location, key: "body.head/dateline/location")
    } else if date == nil || norm == nil || letters(date) < letters(dateline) {
      item.field(.dateline, dateline, key: "body.head/dateline")
    }
  }

  /// The number of letters and digits in an element.
  private func letters(_ node: Markup.Index?) -> Int {
    node.map { markup.string($0).count { $0.isLetter || $0.isNumber } } ?? 0
  }

  /// Whether a tagline may state terms, and not only who wrote what.
  private func isMoreThanSignature(_ tagline: Markup.Index) -> Bool {
    let words = markup.words(tagline)
    return words.contains("\u{A9}") || words.split(separator: " ").count > Self.signatureWords
  }

  /// The most words of a tagline that only signs: “Tom Bryce reported from Oslo, Ada Lind from Bergen”.
  private static let signatureWords = 8

  /// Whether a note is about copyright, so that it states rights and is not for editors.
  func isCopyright(_ note: Markup.Index) -> Bool {
    // The class of the specification is `cpyrt`.
    ["copyright", "cpyrt"].contains(markup.value(note, "noteclass")?.lowercased())
  }
}
