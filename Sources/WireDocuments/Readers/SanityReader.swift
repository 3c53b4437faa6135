import WireText
import WireTrees

/// Sanity: an export of a data set, one document per line, or an array of documents.
struct SanityReader: NamedRecordReader {
  static let format = Format(name: "sanity", title: "Sanity: export of a data set, Portable Text")

  static func recognises(_ probe: Probe) -> Bool {
    probe.json?.has("_id", "_type") ?? false
  }

  var queue: JSONItemQueue
  private var names: RecordNames?

  init(queue: JSONItemQueue) { self.queue = queue }

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    queue = JSONItemQueue(input, origin: origin, limits: limits, items: Self.items)
    names = RecordNames(for: Self.self, in: input, origin, limits)
  }

  mutating func complete(_ item: inout JSONItem) {
    names?.add(Self.identify(&item))
    readReferences(of: &item)
  }

  static func identify(_ item: inout JSONItem) -> (id: String, name: String?)? {
    guard let id = item.plain(item.value("_id")), let name = item.name(in: item.object) else { return nil }
    return (id, name.text)
  }

  /// Adds the author and the source of a document, if it refers to records for them.
  private func readReferences(of item: inout JSONItem) {
    for member in item.object.members where StoryKeys.fields[StoryKeys.normal(member.key)] != nil {
      var waiting = [member.value]
      while let value = waiting.popLast() {
        if let id = item.plain(value.member("_ref")) {
          if let name = names?.name(of: id) ?? names?.name(of: "drafts.\(id)") {
            item.field(member.key, named: name)
          }
          continue
        }
        waiting += value.members.reversed().map(\.value)
        if case .array(let elements) = value.content { waiting += elements.reversed() }
      }
    }
  }

  /// The documents of an export, or those in `result` of a query response.
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
