import WireText
import WireTrees

/// The AP Media API: one item, or a feed of items.
///
/// The text is not in the file; the item's renditions give its address.
struct APMediaReader: JSONItemReader {
  static let format = Format(name: "apmedia", title: "AP Media API: items with rights, text as a rendition")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = probe.json else { return false }
    guard json.has("data"), json.contains("\"item\"") else {
      // ninjs may have `altids` as well, but not with AP's keys.
      return json.has("altids") && json.contains("\"itemid\"") && json.contains("\"friendlykey\"")
    }
    return json.has("api_version") || json.contains("\"altids\"") || json.contains("\"renditions\"")
  }

  var queue: JSONItemQueue

  static func items(of value: JSONValue, in bytes: [UInt8]) -> [JSONValue]? {
    guard let data = value.member("data") else { return [value] }
    if let item = data.member("item") { return [item] }
    return data.member("items")?.elements.map { $0.member("item") ?? $0 } ?? []
  }

  static func read(_ item: inout JSONItem) {
    let word = item.plain(item.value("type"))
    item.document.type = types[word ?? "text"] ?? .other
    item.document.id = item.plain(item.value("altids", "itemid")) ?? item.plain(item.value("uri"))
    item.document.version = item.plain(item.value("version"))
    item.document.headline = item.line(item.value("headline")) ?? item.line(item.value("title"))
    item.document.language = item.plain(item.value("language"))
    item.status(item.value("pubstatus"))
    readNames(&item)
    item.rights(.notice, item.value("copyrightnotice"), key: "copyrightnotice")
    item.rights(.holder, item.value("copyrightholder"), key: "copyrightholder")
    for key in ["usageterms", "rightsline", "outinginstructions"] {
      item.rights(.terms, item.value(key), key: key)
    }
    readUsageRights(&item)
    item.time(.updated, item.value("versioncreated"), key: "versioncreated")
    item.time(.created, item.value("firstcreated"), key: "firstcreated")
    item.time(.embargo, item.value("embargoed"), key: "embargoed")
    item.time(.expiry, item.value("expires"), key: "expires")
    readBody(&item)
    for part in ["script", "shotlist"] { attach(part, to: &item) }
    readMedia(&item)
    item.keepRest(except: known.contains)
  }

  /// Keeps the text about pictures and films that come with an item; their captions and terms are not the item's.
  private static func readMedia(_ item: inout JSONItem) {
    let value = item.value("associations")
    let named = value?.members.map { ($0.key, $0.value) }
    let all = named ?? value?.elements.enumerated().map { ("\($0.offset + 1)", $0.element) } ?? []
    for (name, media) in all {
      let type = item.plain(media.member("type")).flatMap { types[$0] } ?? .other
      item.takeMedia(media, name: "association \(name)", medium: type == .text ? .other : type)
    }
  }

  /// Attaches the script or shot list of a film, which is text of the agency.
  private static func attach(_ part: String, to item: inout JSONItem) {
    var further = AlternativeTexts()
    let value = item.value(part)
    let text = item.text(value?.member("nitf") ?? value.flatMap { $0.isString ? $0 : nil })
    further.attach(text, name: part, to: &item.document, limits: item.limits)
  }

  /// Reads the rights in parts, which have the names of `UsageRights` in AP's XML.
  private static func readUsageRights(_ item: inout JSONItem) {
    for usage in item.value("usagerights")?.elements ?? [] {
      if usage.isString { item.rights(.terms, usage, key: "usagerights") }
      for member in usage.members {
        let key = member.key.lowercased()
        item.rights(usageRights[key] ?? .terms, member.value, key: "usagerights.\(key)")
      }
    }
  }

  /// The parts of usage rights that limit them; the others are text.
  private static let usageRights: [String: RightsField.Kind] = [
    "rightsholder": .holder, "geography": .area, "startdate": .begins, "enddate": .ends,
  ]

  /// The members that are read by name.
  private static let known: Set<String> = Set(fields.map(\.0)).union([
    "type", "altids", "uri", "version", "headline", "language", "pubstatus", "copyrightnotice",
    "copyrightholder", "usageterms", "usagerights", "rightsline", "outinginstructions", "versioncreated",
    "firstcreated",
    "embargoed", "expires", "bylines", "located", "datelinelocation", "evolvedfrom", "supersedes",
    "associations",
    "script", "shotlist", "body_nitf", "body_xhtml", "body_html", "body_text",
  ])

  private static func readNames(_ item: inout JSONItem) {
    for (key, name) in fields { item.field(name, item.value(key), key: key) }
    item.field(.byline, item.value("bylines"), key: "bylines", of: ["by", "name", "title"])
    for writer in item.value("bylines")?.elements ?? [] where writer.member("by") != nil {
      item.field(.byline, writer.member("title"), key: "bylines.title")
    }
    for member in item.value("altids")?.members ?? [] where !["itemid", "etag"].contains(member.key) {
      item.field(.identifier, member.value, key: "altids.\(member.key)")
    }
    if item.document.field(.byline) == nil { item.field(.byline, item.value("byline"), key: "byline") }
    item.field(.dateline, item.value("located") ?? item.value("datelinelocation", "city"), key: "located")
    for (key, relation) in [("evolvedfrom", ItemLink.Relation.evolvedFrom), ("supersedes", .replaces)] {
      for found in item.texts(item.value(key), of: ["itemid", "id", "uri"]) {
        item.document.links.append(ItemLink(relation, id: found.text))
      }
    }
    item.url(.permalink, item.value("links", "canonical"), key: "links.canonical")
    for link in item.value("links")?.elements ?? [] where item.plain(link.member("rel")) == "canonical" {
      item.url(.permalink, link.member("href"), key: "links.href")
    }
  }

  private static let fields: [(String, Field.Name)] = [
    ("title", .title), ("slugline", .slug), ("provider", .provider), ("source", .source),
    ("creditline", .credit), ("keywords", .keyword), ("ednote", .editorsNote), ("organisation", .other),
    ("infosource", .source), ("headline_extended", .other), ("summary", .summary),
    ("description_summary", .summary), ("description_caption", .other), ("editorialtypes", .other),
    ("photographer", .other), ("producer", .other), ("contributors", .other), ("signals", .other),
  ]

  private static let types: [String: ItemType] = [
    "text": .text, "composite": .package, "picture": .picture, "photo": .picture, "graphic": .graphic,
    "video": .video, "audio": .audio,
  ]

  /// The code of the problem for an item whose text is elsewhere.
  static let remoteBody = "body-remote"

  /// Reads text that was added to the file next to the item or its renditions; otherwise reports where the text is.
  private static func readBody(_ item: inout JSONItem) {
    let isAlone = item.root.member("data")?.member("items") == nil
    for holder in [item.object, item.value("renditions", "nitf"), isAlone ? item.root.member("nitf") : nil] {
      for key in ["body_nitf", "body_xhtml", "body_html", "body_text"] {
        guard let value = holder?.member(key) else { continue }
        item.document.body = item.text(value, isHTML: key != "body_text")
        if !item.document.body.isEmpty { return }
      }
    }
    guard item.document.type == .text, item.document.status?.value != .canceled else { return }
    let rendition = item.value("renditions", "nitf") ?? item.value("renditions")
    item.report(
      remoteBody, "the text is not in the file, only the address of its rendition",
      rendition ?? item.object,
      losesText: true)
  }
}
