import WireText
import WireTrees

/// Sanity: an export of a data set, one document a line, or an array of documents.
struct SanityReader: JSONItemReader {
  static let format = Format(name: "sanity", title: "Sanity: export of a data set, Portable Text")

  static func recognises(_ probe: Probe) -> Bool {
    probe.json?.has("_id", "_type") ?? false
  }

  var queue: JSONItemQueue

  /// The documents of an export; those of an answer to a query stand in `result`.
  static func items(of value: JSONValue, in bytes: [UInt8]) -> [JSONValue]? {
    value.member("_id") == nil ? value.member("result")?.elements : [value]
  }

  static func read(_ item: inout JSONItem) {
    let kind = item.plain(item.value("_type")) ?? ""
    let id = item.plain(item.value("_id"))
    item.document.id = id
    item.document.version = item.plain(item.value("_rev"))
    item.document.origin.dialect = kind
    item.document.type = type(kind)
    let isDraft = id?.hasPrefix("drafts.") == true || id?.hasPrefix("versions.") == true
    item.document.status = isDraft ? Status(.draft, raw: "drafts.") : Status(.published, raw: "published")
    item.time(.created, item.value("_createdat"), key: "_createdAt")
    item.time(.updated, item.value("_updatedat"), key: "_updatedAt")
    if item.value("title") == nil { item.document.headline = item.line(item.value("name")) }
    let fields = item.object.members.filter { !$0.key.hasPrefix("_") }
    SiteFields.read(fields.map { ($0.key, $0.value) }, into: &item)
  }

  private static func type(_ kind: String) -> ItemType {
    if kind == "sanity.imageAsset" { return .picture }
    if kind == "sanity.fileAsset" { return .attachment }
    return kind.hasPrefix("sanity.") || kind.hasPrefix("system.") ? .other : .text
  }
}
