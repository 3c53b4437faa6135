import WireText
import WireTrees

/// Strapi 3 to 5: API responses, seed data, and the entities of an export.
struct StrapiReader: JSONItemReader {
  static let format = Format(
    name: "strapi", title: "Strapi 3 to 5: interface, seed data or exported entities")

  static func recognises(_ probe: Probe) -> Bool {
    guard let json = probe.json else { return false }
    if json.has("type", "id", "data") { return json.contains("\"api::") || json.contains("\"plugin::") }
    if json.has("data") {
      return json.contains("\"documentId\"")
        || json.contains("\"attributes\"") && !json.contains("\"jsonapi\"")
          && (json.contains("\"publishedAt\"") || json.contains("\"createdAt\""))
    }
    if json.has("articles") || json.has("posts") {
      return json.contains("\"slug\"") || json.contains("\"content\"")
    }
    return json.has("id", "title")
      && !json.keys.isDisjoint(with: ["published_at", "publishedat", "documentid"])
      && !json.keys.isDisjoint(with: ["created_at", "createdat"])
  }

  var queue: JSONItemQueue

  /// The entries of a response or line; for seed data, those of all types that contain text.
  static func items(of value: JSONValue, in bytes: [UInt8]) -> [JSONValue]? {
    if let data = value.member("data") { return data.elements }
    if value.member("title") != nil || value.member("id") != nil { return [value] }
    let lists = value.members.map(\.value.elements).filter { $0.contains(where: SiteFields.holdsText) }
    return lists.isEmpty ? nil : lists.flatMap(\.self)
  }

  static func read(_ item: inout JSONItem) {
    let record = item.value("attributes") ?? item.object
    item.document.origin.dialect = item.plain(item.root.member("type"))
    item.document.id = item.plain(item.value("documentid") ?? item.value("id"))
    if item.document.id == nil { item.document.id = item.plain(item.root.member("id")) }
    readStatus(record, &item)
    let fields = record.members.filter { $0.key != "id" && $0.key != "documentId" }
    SiteFields.read(fields.map { ($0.key, $0.value) }, into: &item)
  }

  /// Reads the status: a record with an empty publication time is a draft.
  private static func readStatus(_ record: JSONValue, _ item: inout JSONItem) {
    for member in record.members where ["publishedat", "published_at"].contains(member.key.lowercased()) {
      item.document.status =
        member.value.isNull
        ? Status(.draft, raw: "\(member.key): null") : Status(.published, raw: member.key)
      return
    }
  }
}
