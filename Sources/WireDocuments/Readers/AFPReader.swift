import WireText
import WireTrees

/// Documents of Agence France-Presse's content interface: an answer of it, one document, an array of them, or one a line.
struct AFPReader: JSONItemReader {
  static let format = Format(name: "afp", title: "JSON of Agence France-Presse's interface")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = probe.json else { return false }
    if json.has("uno") { return !json.keys.isDisjoint(with: ["news", "headline", "afpshortid", "caption"]) }
    return !json.keys.isDisjoint(with: ["response", "documents"]) && json.contains("\"uno\"")
      && (json.contains("\"news\"") || json.contains("\"headline\""))
  }

  var queue: JSONItemQueue

  static func items(of value: JSONValue, in bytes: [UInt8]) -> [JSONValue]? {
    if value.member("uno") != nil { return [value] }
    return (value.member("response")?.member("docs") ?? value.member("documents"))?.elements
  }

  static func read(_ item: inout JSONItem) {
    item.document.id = item.plain(item.value("uno"))
    item.document.version = item.plain(item.value("revision"))
    item.document.headline = item.line(item.value("headline")) ?? item.line(item.value("title"))
    item.document.language = item.plain(item.value("lang"))
    item.status(item.value("status"))
    item.document.type = item.plain(item.value("class")).flatMap { types[$0.lowercased()] } ?? .text
    readBody(&item)
    for (key, name) in fields { item.field(name, item.value(key), key: key) }
    item.rights(.notice, item.value("copyright"), key: "copyright")
    item.rights(.notice, item.value("copyrightnotice"), key: "copyrightNotice")
    item.rights(.holder, item.value("copyrightholder"), key: "copyrightHolder")
    item.rights(.terms, item.value("usageterms"), key: "usageTerms")
    item.time(.created, item.value("created"), key: "created")
    item.time(.published, item.value("published"), key: "published")
    item.time(.updated, item.value("contentmodified"), key: "contentModified")
    for key in ["embargo", "embargoed"] { readEmbargo(item.value(key), key: key, of: &item) }
    item.url(.permalink, item.value("href"), key: "href")
    for other in item.value("associatedwith")?.elements ?? [] {
      if let id = item.plain(other) { item.document.links.append(ItemLink(.other, id: id)) }
    }
    item.keepRest { known.contains($0) }
  }

  /// The members that are read by name.
  private static let known: Set<String> = Set(fields.map(\.0)).union([
    "uno", "revision", "headline", "lang", "status", "class", "news", "copyright", "copyrightnotice",
    "copyrightholder", "usageterms", "created", "published", "contentmodified", "embargo", "embargoed",
    "href", "associatedwith",
  ])

  private static let fields: [(String, Field.Name)] = [
    ("title", .title), ("subheadline", .subhead), ("summary", .summary), ("caption", .other), ("slug", .slug),
    ("advisory", .editorsNote), ("comment", .editorsNote), ("signal", .other), ("creator", .author),
    ("contributor", .author), ("creditline", .credit), ("provider", .provider), ("source", .source),
    ("city", .dateline), ("genre", .other), ("product", .service), ("keyword", .keyword),
    ("keywords", .keyword), ("guid", .identifier), ("country_out", .territory), ("country_only", .territory),
  ]

  private static let types: [String: ItemType] = [
    "picture": .picture, "photo": .picture, "graphic": .graphic, "infographic": .graphic, "video": .video,
    "videography": .video, "audio": .audio,
  ]

  /// The copy, a string for each paragraph.
  private static func readBody(_ item: inout JSONItem) {
    for paragraph in item.value("news")?.elements ?? [] {
      let isHTML = item.plain(paragraph).map { NewsMLG2Body.holdsHTML(Array($0.utf8)) } ?? false
      let text = item.text(paragraph, isHTML: isHTML)
      item.document.body.append(contentsOf: text, limits: item.limits)
    }
    if item.document.body.isEmpty, item.document.type == .text, item.document.status?.value != .canceled {
      item.document.problems.append(Problem("no-text", "the document has no `news`"))
    }
  }

  /// An embargo by its end, or by the word that there is one.
  private static func readEmbargo(_ value: JSONValue?, key: String, of item: inout JSONItem) {
    guard let value else { return }
    guard case .bool(let isEmbargoed) = value.content else {
      return item.time(.embargo, value, key: key)
    }
    if isEmbargoed, item.document.embargo == nil {
      item.document.addEmbargo(TimeField(.embargo, reading: ""))
    }
  }
}
