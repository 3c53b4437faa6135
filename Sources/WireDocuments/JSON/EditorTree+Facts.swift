import WireText
import WireTrees

/// Single words that are copy by what stands beside them: labels of facts, and who says a quotation.
extension EditorTree {
  /// Keys of the label of a fact, and of what it labels.
  private static let labelNames: Set<String> = ["label", "term", "name"]
  private static let valueNames: Set<String> = [
    "value", "text", "content", "description", "body", "definition", "answer", "number", "figure",
  ]
  /// Keys of a target: what has one is a button or a link.
  private static let targetNames: Set<String> = ["url", "href", "link", "to", "target", "page", "path"]
  /// Keys of who says a quotation.
  private static let speakers: Set<String> = [
    "author", "speaker", "source", "by", "byline", "name", "cite", "citation", "person", "attribution",
  ]

  /// Whether an object is a label with what it labels: `{label: "Boats", value: 12}`.
  static func isFact(_ node: JSONValue) -> Bool {
    var (hasLabel, hasValue) = (false, false)
    for member in node.members {
      let key = member.key.lowercased()
      if labelNames.contains(key) { hasLabel = hasLabel || member.value.isString }
      if valueNames.contains(key) { hasValue = hasValue || member.value.isScalar }
      if targetNames.contains(key), !member.value.isNull { return false }
    }
    return hasLabel && hasValue
  }

  /// Whether a key is that of the label in a fact.
  func isLabel(_ key: String, at place: Place) -> Bool { place.isFact && Self.labelNames.contains(key) }

  /// Whether a string is copy for its place, whatever its length.
  func isCopy(_ value: JSONValue, key: String, at place: Place) -> Bool {
    let isNamed =
      place.isFact && (Self.labelNames.contains(key) || Self.valueNames.contains(key))
      || place.role == .quote && Self.speakers.contains(key)
    guard isNamed, case .string(let string) = value.content else { return false }
    let range = string.range
    return HTMLScanner.find("://", in: item.source.bytes, from: range.lowerBound, to: range.upperBound) == nil
  }

  /// The number of a fact as its text; nil for others.
  mutating func number(_ value: JSONValue, key: String, at place: Place) -> BodyText? {
    guard case .number = value.content, place.isFact, Self.valueNames.contains(key),
      let written = item.plain(value)
    else { return nil }
    let digits = Array(written.utf8)
    var map = SourceMap()
    if let file = item.source.place(value.range) {
      map.append(TextRange(0, digits.count), from: file, isExact: file.upper - file.lower == digits.count)
    }
    return BodyText(plain: digits, map: map, limits: item.limits)
  }
}

extension JSONValue {
  /// Whether it is a string or a number.
  fileprivate var isScalar: Bool {
    switch content {
    case .string, .number: true
    default: false
    }
  }
}
