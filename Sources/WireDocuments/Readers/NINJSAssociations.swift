import WireText
import WireTrees

/// Items associated with a ninjs object: sidebars, pictures, films.
extension NINJSRecord {
  /// Associated items have their own text and rights: stories among them are attached, together with their rights.
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

  /// Whether an associated item is a story: it has its own text and is not a picture or film.
  private mutating func isStory(_ item: JSONValue) -> Bool {
    guard Self.hasBody(item) else { return false }
    let type = Self.type(of: item, &source) ?? .text
    return type == .text || type == .package
  }

  /// Keeps the text about an associated picture or film.
  private mutating func takeMedia(_ media: JSONValue, name: String) {
    let type = Self.type(of: media, &source) ?? .other
    // A story of which only the head is present is not the main item's text either.
    let medium = type == .text ? .other : type
    var item = JSONItem(source: source, object: media, root: media, limits: limits, document: result)
    item.takeMedia(media, name: name, medium: medium)
    (source, result) = (item.source, item.document)
  }

  /// The most associated items of one object that are read.
  private static let maximumAssociations = 100

  /// Whether an associated item has its own text, not just a label.
  private static func hasBody(_ item: JSONValue) -> Bool {
    item.members.contains {
      let name = $0.key.lowercased()
      guard name.hasPrefix("body_") || name == "bodies" else { return false }
      if case .string(let text) = $0.value.content { return text.range.count > 40 }
      return !$0.value.elements.isEmpty
    }
  }
}
