import WireText
import WireTrees

/// What is associated with an object of ninjs: sidebars, pictures, films.
extension NINJSRecord {
  /// Associated items have words and rights of their own: stories among them are attached, with whom their rights stay.
  mutating func takeAssociations(of object: JSONValue) {
    guard let value = object.members.first(where: { $0.key.lowercased() == "associations" })?.value else {
      return
    }
    var items = value.elements.map { (source.line($0.member("name")) ?? "", $0) }
    if case .object(let members) = value.content { items = members.map { ($0.key, $0.value) } }
    let media = items.filter { !isStory($0.1) }
    for (name, item) in media.prefix(Self.maximumAssociations) {
      takeMedia(item, name: "association \(name)")
    }
    if media.count > Self.maximumAssociations {
      report(
        "association-left-out",
        "what \(media.count - Self.maximumAssociations) further associated items say of themselves is not read",
        value)
    }
    items = items.filter { isStory($0.1) }
    guard !items.isEmpty else { return }
    guard !isInner, items.count <= Self.maximumAssociations else {
      return report(
        "association-left-out", "\(items.count) associated items have text of their own, which is not read",
        value, losesText: true)
    }
    for (name, item) in items {
      var record = NINJSRecord(source: source, origin: result.origin, limits: limits, isInner: true)
      let other = record.document(of: item)
      source = record.source
      result.attach(other, name: "association \(name)", limits: limits)
    }
  }

  /// Whether an associated item is a story: one that has text of its own and is no picture or film.
  private mutating func isStory(_ item: JSONValue) -> Bool {
    guard Self.hasBody(item) else { return false }
    let type = Self.type(of: item, &source) ?? .text
    return type == .text || type == .package
  }

  /// Keeps what an associated picture or film says of itself.
  private mutating func takeMedia(_ media: JSONValue, name: String) {
    let type = Self.type(of: media, &source) ?? .other
    // A story of which only the head is there is not this one either.
    let medium = type == .text ? .other : type
    var item = JSONItem(source: source, object: media, root: media, limits: limits, document: result)
    item.takeMedia(media, name: name, medium: medium)
    (source, result) = (item.source, item.document)
  }

  /// How many associated items of one object are read.
  private static let maximumAssociations = 100

  /// Whether an associated item has text of its own, not only a label.
  private static func hasBody(_ item: JSONValue) -> Bool {
    item.members.contains {
      let name = $0.key.lowercased()
      guard name.hasPrefix("body_") || name == "bodies" else { return false }
      if case .string(let text) = $0.value.content { return text.range.count > 40 }
      return !$0.value.elements.isEmpty
    }
  }
}
