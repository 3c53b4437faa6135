internal import WireText

/// Reads a mapping against a schema: each key is requested by name, and a key that was not requested is an error.
///
///     var reader = try YAMLReader(value, file: "wirecheck.yaml")
///     let name = try reader.required("id").text()
///     try reader.finish()
public struct YAMLReader {
  /// The file as the user named it.
  public let file: String
  /// Where the mapping starts.
  public let position: YAMLValue.Position
  private let entries: [YAMLValue.Entry]
  private var known: [String] = []

  /// A reader of one mapping.
  ///
  /// - Throws: `YAMLFault` if the value is not a mapping.
  public init(_ value: YAMLValue, file: String) throws(YAMLFault) {
    guard case .mapping(let entries) = value.content else {
      throw YAMLFault(file, value.position, "expected keys and values", next: "write `key: value` lines")
    }
    self.file = file
    self.position = value.position
    self.entries = entries
  }

  /// The value of a key; nil if it is absent.
  public mutating func optional(_ key: String) -> YAMLField? {
    known.append(key)
    return entries.first { $0.key == key }.map { YAMLField(name: key, value: $0.value, file: file) }
  }

  /// The value of a key.
  ///
  /// - Throws: `YAMLFault` if it is absent.
  public mutating func required(_ key: String) throws(YAMLFault) -> YAMLField {
    if let field = optional(key) { return field }
    // A near miss is probably a typo: report that key, not the missing one.
    if let near = entries.first(where: { !known.contains($0.key) && isMeant(key, by: $0.key) }) {
      throw unknown(near, hint: "did you mean `\(key)`?")
    }
    throw YAMLFault(file, position, "the key `\(key)` is missing", next: "add `\(key):`")
  }

  /// Every entry in order, for mappings whose keys are data.
  public mutating func all() -> [YAMLField] {
    known += entries.map(\.key)
    return entries.map { YAMLField(name: $0.key, value: $0.value, file: file) }
  }

  /// Finishes reading.
  ///
  /// - Throws: `YAMLFault` for a key that was not requested, with the nearest known key.
  public func finish() throws(YAMLFault) {
    guard let stranger = entries.first(where: { !known.contains($0.key) }) else { return }
    let nearest = known.min { editDistance($0, stranger.key) < editDistance($1, stranger.key) }
    let hint =
      nearest.flatMap { isNear($0, to: stranger.key) ? "did you mean `\($0)`?" : nil }
      ?? "known keys: \(known.sorted().joined(separator: ", "))"
    throw unknown(stranger, hint: hint)
  }

  private func isNear(_ key: String, to other: String) -> Bool {
    editDistance(key, other) <= max(2, key.count / 3)
  }

  /// Short keys resemble many other valid keys.
  private func isMeant(_ key: String, by other: String) -> Bool {
    key.count >= 4 && editDistance(key, other) <= max(1, key.count / 3)
  }

  private func unknown(_ entry: YAMLValue.Entry, hint: String) -> YAMLFault {
    YAMLFault(file, entry.position, "unknown key `\(entry.key)`", next: hint)
  }
}

extension YAMLReader {
  /// The known words that are nearest to an unknown one, the nearest first, for suggestions.
  public static func nearest(to word: String, among known: [String], count: Int) -> [String] {
    let ranked = known.map { (distance: editDistance($0, word), word: $0) }
    return ranked.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.prefix(count).map(\.word)
  }
}
