import WireText

/// NITF 2.5 to 3.x, with and without namespace, also several documents in one file.
struct NITFReader: DocumentReader {
  static let format = Format(name: "nitf", title: "NITF 2.5 to 3.x, one document or several")

  static func recognises(_ probe: Probe) -> Bool {
    guard let root = XMLProbe(probe) else { return false }
    if root.name == "nitf" { return true }
    // An element around several documents has any name, but not that of a format with NITF bodies, nor that of a
    // part of one: the rights and the status of what it holds were cut off with the rest.
    return root.contains("<nitf") && !root.isAny(of: Self.carriers) && !HTMLTag.isKnown(root.name)
      && !NewsMLG2Reader.parts.contains(root.localName)
  }

  private static let carriers: Set<String> = [
    "newsml", "newsmessage", "newsitem", "packageitem", "rss", "feed", "rdf", "html", "entry",
  ]

  private var queue: XMLItemQueue

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    queue = XMLItemQueue(input, origin: origin, limits: limits, items: ["nitf"])
  }

  mutating func next() throws(ReadingFault) -> Document? {
    guard let (item, origin) = try queue.next() else { return nil }
    var nitf = NITFItem(item, origin: origin)
    return nitf.read()
  }
}

/// One `nitf` element on its way to a document.
private struct NITFItem {
  fileprivate var item: MarkupItem
  private var markup: Markup { item.markup }
  private let documentData: Markup.Index?
  private let bodyHead: Markup.Index?

  init(_ part: XMLItemQueue.Item, origin: Origin) {
    self.init(part.node, in: part.document.markup, Document(origin: origin))
    item.document.problems = part.document.problems
  }

  init(_ nitf: Markup.Index, in markup: Markup, _ document: Document) {
    item = MarkupItem(markup: markup, node: nitf, document: document)
    // Not by their path: the parser of HTML, which reads NITF in strings, knows no empty elements of NITF.
    documentData = markup.first(nitf, "docdata")
    bodyHead = markup.first(nitf, "body.head")
  }

  mutating func read() -> Document {
    item.document.body = NITFBody.text(of: item.node, in: markup)
    readIdentity()
    readHead()
    readBodyHead()
    readRights()
    readStatus()
    return item.document
  }

  private mutating func readIdentity() {
    let head = markup.child(item.node, "head")
    let key = data("du-key")
    item.document.origin.dialect = NITFBody.version(of: item.node, in: markup)
    item.document.id =
      markup.line(data("doc-id"), attribute: "id-string") ?? markup.line(item.node, attribute: "uno")
      ?? markup.line(key, attribute: "key")
    item.document.version = markup.line(key, attribute: "version")
    item.document.headline =
      markup.nonempty(bodyHead.flatMap { markup.child($0, path: ["hedline", "hl1"]) })
      ?? markup.nonempty(bodyHead.flatMap { markup.child($0, "hedline") })
      ?? markup.nonempty(head.flatMap { markup.child($0, "title") })
    item.document.language =
      markup.line(item.node, attribute: "baselang") ?? markup.line(item.node, attribute: "lang")
      ?? markup.line(markup.child(item.node, "body"), attribute: "lang")
  }

  private func data(_ name: String) -> Markup.Index? { documentData.flatMap { markup.first($0, name) } }
  private func dataAll(_ name: String) -> [Markup.Index] {
    documentData.map { markup.all($0, name) } ?? []
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
    }
    for meta in markup.children(head, "meta") {
      switch markup.value(meta, "name")?.lowercased() {
      case "slug", "slugline", "anpa-keyword": item.field(.slug, meta, attribute: "content", key: "head/meta")
      case "copyright", "rights": item.field(.other, meta, attribute: "content", key: "head/meta copyright")
      default: break
      }
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
    for content in markup.children(item.node, "body").flatMap({ markup.children($0, "body.content") }) {
      for name in ["media-caption", "media-producer"] {
        for words in markup.all(content, name) { item.field(.other, words, key: "media/\(name)") }
      }
    }
    guard let end = markup.child(item.node, path: ["body", "body.end"]) else { return }
    for tagline in markup.all(end, "tagline") { item.field(.credit, tagline, key: "body.end/tagline") }
    for list in markup.all(end, "bibliography") { item.field(.other, list, key: "body.end/bibliography") }
  }

  /// The place of a dateline; its date is a time.
  private mutating func readDateline(_ dateline: Markup.Index) {
    let date = markup.first(dateline, "story.date")
    if let date {
      item.time(.created, markup.line(date, attribute: "norm"))
      guard let location = markup.child(dateline, "location") else { return }
      item.field(.dateline, location, key: "body.head/dateline/location")
    } else {
      item.field(.dateline, dateline, key: "body.head/dateline")
    }
  }

  private func isCopyright(_ note: Markup.Index) -> Bool {
    markup.value(note, "noteclass")?.lowercased() == "copyright"
  }
}

extension NITFItem {
  mutating func readRights() {
    for copyright in dataAll("doc.copyright") {
      item.rights(.holder, copyright, attribute: "holder", key: "docdata/doc.copyright@holder")
      item.field(.other, copyright, attribute: "year", key: "docdata/doc.copyright@year")
    }
    for rights in dataAll("doc.rights") {
      item.rights(.holder, rights, attribute: "owner", key: "docdata/doc.rights@owner")
      for name in Self.terms {
        item.rights(.terms, rights, attribute: name, key: "docdata/doc.rights@\(name)")
      }
    }
    guard let body = markup.child(item.node, "body") else { return }
    for rights in markup.all(body, "rights")
    where bodyHead.map({ markup.descendants($0).contains(rights) }) ?? false {
      readRights(rights)
    }
    for notice in markup.all(body, "copyrite") {
      item.rights(.notice, notice, key: "copyrite")
      item.rights(.holder, markup.first(notice, "copyrite.holder"), key: "copyrite/copyrite.holder")
    }
    for note in markup.all(item.node, "note") where isCopyright(note) {
      item.rights(.notice, note, key: "note noteclass=copyright")
    }
  }

  /// `rights` of the body's head: plain words with parts among them that have names.
  private mutating func readRights(_ rights: Markup.Index) {
    var named = 0
    for part in markup.children(rights) where markup.name(part).hasPrefix("rights.") {
      let name = markup.name(part)
      named += markup.string(part).count { $0.isLetter }
      item.rights(name == "rights.owner" ? .holder : .terms, part, key: "body.head/rights/\(name)")
    }
    if markup.string(rights).count(where: \.isLetter) > named {
      item.rights(.notice, rights, key: "body.head/rights")
    }
  }

  private static let terms = [
    "type", "limitations", "geography", "location-code", "code-source", "agent", "startdate", "start-date",
    "enddate", "end-date",
  ]

  private mutating func readStatus() {
    let word = markup.line(documentData, attribute: "management-status")
    item.document.status = word.map { Status(StatusWords.value($0), raw: $0) }
    readEmbargo(isEmbargoed: word?.lowercased() == "embargoed")
    // Where nothing is said of the other item, this one's own state says what becomes of it.
    let other = markup.line(documentData, attribute: "management-idref-status").map(StatusWords.value)
    item.link(
      (other ?? item.document.status?.value) == .canceled ? .kills : .updates,
      markup.line(documentData, attribute: "management-doc-idref"))
  }

  /// The release time is an embargo unless it is the time of issue or before it.
  private mutating func readEmbargo(isEmbargoed: Bool) {
    let release = markup.line(data("date.release"), attribute: "norm")
    let issue = markup.line(data("date.issue"), attribute: "norm")
    guard let release else {
      if isEmbargoed { item.document.embargo = TimeField(.embargo, raw: "", instant: nil) }
      return
    }
    let time = TimeField(.embargo, raw: release, instant: Instant(reading: release))
    // A template that was never filled in (`YYYYMMDD…`) holds nothing back; other words may, and nobody knows until when.
    let isTemplate = release.uppercased().contains("YYYY")
    if isEmbargoed || !isTemplate && isLater(release, than: issue) {
      item.document.embargo = time
      item.time(.embargo, release)
    } else if CivilTime(reading: release) == nil {
      item.document.problems.append(Problem("time-unreadable", "the release time cannot be read"))
    }
  }

  private func isLater(_ release: String, than issue: String?) -> Bool {
    guard let issue else { return true }
    if let a = Instant(reading: release), let b = Instant(reading: issue) { return a > b }
    // Without a zone only two times of the same form can be compared.
    return release.utf8.count != issue.utf8.count || release > issue
  }
}

/// What `nitf` elements have in common with the NITF in other formats.
enum NITFBody {
  /// The copy: `body.content`, or what `body` holds beside its head and end.
  static func text(of nitf: Markup.Index, in markup: Markup) -> BodyText {
    let bodies = markup.children(nitf, "body")
    let content = bodies.flatMap { markup.children($0, "body.content") }
    if !content.isEmpty { return ParagraphWalker.body(of: content, in: markup, .nitf) }
    let rest = bodies.flatMap { body in
      markup.children(body).filter { !["body.head", "body.end"].contains(markup.name($0)) }
    }
    return ParagraphWalker.body(of: rest, in: markup, .nitf)
  }

  /// The rights of a `nitf` element in the body of another format's item: the body's, not the item's.
  static func statements(of nitf: Markup.Index, in markup: Markup) -> [RightsField] {
    var inner = NITFItem(nitf, in: markup, Document(origin: Origin(path: "", format: "")))
    inner.readRights()
    return inner.item.document.rights.map { field in
      var field = field
      field.place = .body
      field.key = "nitf/\(field.key)"
      return field
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
