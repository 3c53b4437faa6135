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
    for (name, item) in items.prefix(Self.maximumAssociations) where !Self.hasBody(item) {
      keepWords(of: item, key: "association \(name)")
    }
    items = items.filter { Self.hasBody($0.1) }
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
      if other.type == .text || other.type == .package {
        result.attach(other, name: "association \(name)", limits: limits)
      } else {
        let words = oneLine(other.body.strings.joined(separator: " "))
        result.fields.append(
          Field(.other, words, key: "association \(name)", place: source.place(item.range)))
      }
    }
  }

  /// Keeps what an associated picture or film says of itself: it is neither copy nor holds for the story.
  private mutating func keepWords(of item: JSONValue, key: String) {
    for member in item.members {
      for element in member.value.elements {
        guard case .string = element.content, let text = source.line(element), text.contains(" ") else {
          continue
        }
        result.fields.append(
          Field(
            .other, HTMLText.line(text), key: "\(key): \(member.key)", place: source.place(element.range)))
      }
    }
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
