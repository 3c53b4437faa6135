import WireText
import WireTrees

/// The nodes of a page's JSON-LD: those that others refer to by `@id`, and pictures, films and recordings.
///
/// A publisher or holder is often `{"@id": "https://site.example/#organization"}`, and its name is in another node of
/// the graph or in another script (JSON-LD 1.1, section 3.3: node objects with the same `@id` describe one node).
struct LinkedDataGraph {
  /// The nodes by identifier; the first that has a name, else the first that states anything.
  private var named: [String: LinkedData.Item] = [:]
  /// The nodes that describe a picture, film or recording.
  var media: [Medium] = []

  /// A node that describes a picture, film or recording.
  struct Medium {
    var item: LinkedData.Item
    var type: ItemType
  }

  /// Adds all nodes in a value.
  ///
  /// - Parameter most: the most values that are examined.
  /// - Returns: false if there were more.
  mutating func add(_ value: JSONValue, source: Int, bytes: [UInt8], most: Int = 20_000) -> Bool {
    var waiting = [value]
    var seen = 0
    while let next = waiting.popLast() {
      guard seen < most else { return false }
      seen += 1
      if case .array(let elements) = next.content { waiting += elements.reversed() }
      guard case .object(let members) = next.content else { continue }
      waiting += members.reversed().map(\.value)
      let item = LinkedData.Item(value: next, source: source)
      name(item, members: members.count, bytes: bytes)
      if let type = Self.medium(of: next, bytes) { media.append(Medium(item: item, type: type)) }
    }
    return true
  }

  private mutating func name(_ item: LinkedData.Item, members: Int, bytes: [UInt8]) {
    guard members > 1, let id = item.value.term("@id")?.text(in: bytes) else { return }
    let isBetter = named[id].map { $0.value.term("name") == nil && item.value.term("name") != nil }
    if isBetter ?? true { named[id] = item }
  }

  /// The node that a reference names; nil if the value states something itself, or no node has its identifier.
  func node(_ reference: JSONValue, bytes: [UInt8]) -> LinkedData.Item? {
    guard ["name", "text", "url"].allSatisfy({ reference.term($0) == nil }),
      let id = reference.term("@id")?.text(in: bytes)
    else { return nil }
    return named[id]
  }

  private static func medium(of node: JSONValue, _ bytes: [UInt8]) -> ItemType? {
    for type in node.term("@type")?.elements.compactMap({ $0.text(in: bytes) }) ?? [] {
      if type.hasSuffix("ImageObject") || type.hasSuffix("Photograph") { return .picture }
      if type.hasSuffix("VideoObject") { return .video }
      if type.hasSuffix("AudioObject") { return .audio }
    }
    return nil
  }
}
