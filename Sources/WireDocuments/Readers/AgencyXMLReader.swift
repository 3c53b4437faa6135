import WireText

/// XML formats of single agencies: RBNews (Ritzau), Jimi (The Canadian Press), and the releases of press-release
/// services on the ePressi platform (Via Ritzau, NTB Kommunikasjon, STT Info).
///
/// For each format a table gives the meaning of its elements; the body is HTML, escaped in XML.
struct AgencyXMLReader: DocumentReader {
  static let format = Format(
    name: "agencyxml", title: "XML of single agencies: RBNews, Jimi, press releases of ePressi")

  static func recognises(_ probe: Probe) -> Bool {
    guard let root = probe.xml else { return false }
    if root.isAny(of: ["rbnews"]) || root.contains("<RBNews>") || root.contains("<RBNews ") { return true }
    if root.isAny(of: ["publish"]) { return root.contains("<ContentItem") && root.contains("<SlugProper") }
    return root.isAny(of: ["release", "releases"]) && root.contains("<longurl") && root.contains("<body")
  }

  private var queue: XMLItemQueue

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    queue = XMLItemQueue(input, origin: origin, limits: limits, items: Set(AgencyDialect.all.keys))
  }

  mutating func next() throws(ReadingFault) -> Document? {
    guard var item = try queue.next() else { return nil }
    let dialect = AgencyDialect.all[item.markup.name(item.node)] ?? .pressRelease
    item.document.origin.dialect = dialect.name
    dialect.read(into: &item)
    return item.document
  }
}

extension MarkupItem {
  /// Takes the embargo that an element states; nil if it is absent or empty, which states none.
  fileprivate mutating func embargo(_ text: String?) {
    if let time = text.flatMap({ TimeField.embargo(stating: $0) }) {
      document.addEmbargo(time)
    }
  }
}

/// The meaning of the elements in one agency's XML.
private struct AgencyDialect: Sendable {
  var name: String
  var headline: String
  var body: String
  var fields: [(element: String, name: Field.Name)]
  var times: [(element: String, role: TimeField.Role)]
  var read: @Sendable (inout MarkupItem) -> Void

  /// The formats by the name of their item element.
  static let all: [String: AgencyDialect] = ["RBNews": ritzau, "ContentItem": jimi, "release": pressRelease]

  static let ritzau = AgencyDialect(
    name: "rbnews", headline: "headline", body: "content",
    fields: [
      ("strapline", .slug), ("subtitle", .subhead), ("town", .dateline), ("origin", .source),
      ("byLine", .byline),
      ("section", .service), ("format", .other), ("TilRedaktionen", .editorsNote),
    ],
    times: [("PublishDate", .published)],
    read: { item in
      let (markup, node) = (item.markup, item.node)
      item.document.id = markup.nonempty(markup.child(node, "NewsID"))
      item.document.version = markup.nonempty(markup.child(node, "version"))
      item.link(.replaces, markup.nonempty(markup.child(node, "replacedID")))
      let isCanceled = markup.nonempty(markup.child(node, "Annuleret")) == "true"
      if let word = markup.nonempty(markup.child(node, "Status")) {
        // The agency's own words, as “Ny”, are of items that are out.
        let value = StatusWords.value(word)
        item.document.setStatus(Status(value == .unknown ? .usable : value, raw: word))
      }
      if isCanceled { item.document.setStatus(Status(.canceled, raw: "Annuleret")) }
    })

  static let jimi = AgencyDialect(
    name: "jimi", headline: "Headline", body: "ContentText",
    fields: [
      ("SlugProper", .slug), ("Headline2", .title), ("Byline", .byline), ("Credit", .credit),
      ("Source", .source), ("Placeline", .dateline), ("UpdateNote", .editorsNote), ("Keyword", .keyword),
      ("DirectoryText", .other),
    ],
    times: [("UpdatedDateTime", .updated), ("CreatedDateTime", .created)],
    read: { item in
      let (markup, node) = (item.markup, item.node)
      item.document.id = markup.nonempty(markup.child(node, "SystemSlug"))
      item.rights(.notice, markup.child(node, "Copyright"), key: "Copyright")
      if markup.nonempty(markup.child(node, "ContentType"))?.lowercased() == "photo" {
        item.document.type = .picture
      }
      for (flag, status) in [("TrashFlag", Status.Value.trashed), ("HoldFlag", .withheld)]
      where markup.nonempty(markup.child(node, flag)) == "true" {
        item.document.setStatus(Status(status, raw: flag))
      }
      item.embargo(markup.nonempty(markup.child(node, "EmbargoTime")))
    })

  static let pressRelease = AgencyDialect(
    name: "release", headline: "title", body: "body",
    fields: [
      ("leadtext", .subhead), ("boilerplate", .other), ("keywords", .keyword), ("contactsAsText", .other),
    ],
    times: [("publicationDate", .published)],
    read: { item in
      let (markup, node) = (item.markup, item.node)
      item.document.id = markup.line(node, attribute: "id")
      item.document.language = markup.line(node, attribute: "lang")
      item.field(.service, markup.child(node, path: ["type", "label"]), key: "type/label")
      item.field(.provider, markup.child(node, path: ["publisher", "name"]), key: "publisher/name")
      item.url(.permalink, markup.child(node, "longurl"), key: "longurl")
      item.embargo(markup.nonempty(markup.child(node, "embargo")))
    })

  func read(into item: inout MarkupItem) {
    let (markup, node) = (item.markup, item.node)
    item.document.headline = markup.nonempty(markup.child(node, headline)).map(HTMLText.line)
    for (element, name) in fields { item.field(name, markup.child(node, element), key: element) }
    for (element, role) in times {
      guard let raw = markup.nonempty(markup.child(node, element)) else { continue }
      let time = TimeField(role, reading: raw)
      item.document.times.append(time)
      if time.isUnreadable, !Self.isDayFirst(raw) {
        item.document.problems.append(.unreadableTime(named: "the \(role.rawValue) time"))
      }
    }
    read(&item)
    keepOthers(&item)
    guard let content = markup.child(node, body) else { return tellEmpty(&item) }
    let (utf8, map) = markup.content(content)
    let text = HTMLText.readEscaped(utf8, map: map, limits: markup.limits)
    item.document.body = text.body
    item.document.problems += text.problems
    if item.document.body.isEmpty, item.document.type == .text { tellEmpty(&item) }
  }

  /// Keeps elements that are not in the table: notes are for editors, notices are rights, and an embargo applies.
  private func keepOthers(_ item: inout MarkupItem) {
    let (markup, node) = (item.markup, item.node)
    let document = item.document
    let said = Set(
      document.fields.map(\.text) + document.urls.map(\.text) + document.rights.map(\.text)
        + document.times.map(\.raw) + [document.headline, document.id].compactMap(\.self))
    for leaf in leaves(below: node, in: markup) {
      let name = markup.name(leaf)
      let text = markup.plain(leaf)
      guard !text.isEmpty, !said.contains(text) else { continue }
      let lower = name.lowercased()
      if lower.contains("embargo") {
        item.embargo(text)
      } else if ["copyright", "rights", "licen"].contains(where: lower.contains) {
        item.rights(.notice, leaf, key: name)
      } else if ["note", "instruction"].contains(where: lower.contains) {
        item.field(.editorsNote, leaf, key: name)
      } else if text.contains(" ")
        || ["title", "caption", "credit", "byline"].contains(where: lower.contains)
      {
        item.field(.other, leaf, key: name)
      }
    }
  }

  /// The elements that hold no other element, outside the body.
  private func leaves(below node: Markup.Index, in markup: Markup) -> [Markup.Index] {
    var leaves: [Markup.Index] = []
    var at = node + 1
    while at < markup.end(node) {
      if markup.name(at) == body {
        at = markup.end(at)
        continue
      }
      if markup.isElement(at), !markup.descendants(at).contains(where: markup.isElement) { leaves.append(at) }
      at += 1
    }
    return leaves
  }

  private func tellEmpty(_ item: inout MarkupItem) {
    item.document.problems.append(Problem("no-text", "the item has no text"))
  }

  /// Whether a time has the form `26.11.2026 09:00`, which has no time zone.
  private static func isDayFirst(_ text: String) -> Bool {
    let parts = text.split { ". :".contains($0) }
    return parts.count == 5 && parts.allSatisfy { Int($0) != nil } && parts[2].count == 4
  }
}
