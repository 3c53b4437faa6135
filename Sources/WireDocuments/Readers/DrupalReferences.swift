import WireText
import WireTrees

/// The resources that a Drupal JSON:API item refers to, in reading order, including nested paragraphs.
struct DrupalReferences {
  /// The included resources, with the name of the relation.
  private(set) var found: [(name: String, resource: JSONValue)] = []
  /// The number of pieces of text that are referenced but not included.
  private var absent = 0

  /// Follows the relations of an item.
  ///
  /// - Parameters:
  ///   - object: the item.
  ///   - resources: the resources included with it, by identifier.
  ///   - item: receives the text about referenced pictures.
  init(from object: JSONValue, to resources: [String: JSONValue], in item: inout JSONItem) {
    var waiting = Self.references(of: object, in: &item)
    var seen: Set<String> = []
    while let next = waiting.popLast() {
      item.takeMedia(next.value.member("meta"), name: next.name, medium: .picture)
      guard let id = item.plain(next.value.member("id")) else { continue }
      let resource = resources[id]
      let kind = item.plain((resource ?? next.value).member("type")) ?? ""
      guard seen.insert("\(kind) \(id)").inserted || id == Self.missing else { continue }
      if let resource {
        found.append((next.name, resource))
        if Self.isPiece(kind) || Self.medium(kind) != nil {
          waiting += Self.references(of: resource, in: &item)
        }
      } else if Self.isPiece(kind) || next.isAmongPieces && kind == "unknown" {
        absent += 1
      }
    }
  }

  /// The identifier of a resource that the server does not provide; its type is `unknown`.
  private static let missing = "missing"

  private struct Reference {
    var name: String
    var value: JSONValue
    /// Whether the same relation contains other pieces of text.
    var isAmongPieces: Bool
  }

  /// The references of a resource, in reverse order.
  private static func references(of resource: JSONValue, in item: inout JSONItem) -> [Reference] {
    var all: [Reference] = []
    for relation in resource.member("relationships")?.members ?? [] {
      let values = relation.value.member("data")?.elements ?? []
      let isAmongPieces =
        relation.key.contains("paragraph")
        || values.contains { isPiece(item.plain($0.member("type")) ?? "") }
      all += values.map { Reference(name: relation.key, value: $0, isAmongPieces: isAmongPieces) }
    }
    return all.reversed()
  }

  /// Whether resources of a type are pieces of a text.
  static func isPiece(_ kind: String) -> Bool {
    kind.hasPrefix("paragraph--") || kind.hasPrefix("block_content--")
  }

  /// The item type of a picture or film resource; nil for all others.
  static func medium(_ kind: String) -> ItemType? {
    let words = kind.split { $0 == "-" || $0 == "_" }
    guard ["media", "file", "paragraph"].contains(words.first) else { return nil }
    if words.contains(where: { ["image", "photo", "picture", "gallery"].contains($0) }) { return .picture }
    if words.contains(where: { $0.hasSuffix("video") }) { return .video }
    if words.contains("audio") { return .audio }
    return words.first == "paragraph" ? nil : .other
  }

  /// Reports pieces of text that are referenced but not included.
  func reportAbsent(in item: inout JSONItem) {
    item.reportAbsent(absent, "paragraphs of the text")
  }
}
