import WireText

/// What keys and values say of an embargo.
extension EmbargoParts {
  /// What a value says according to its key.
  enum Part {
    case end, beginning, clock, zone, remark, over, flag
  }

  /// Whether a text says that there is no embargo, be it by the day that databases write for no day.
  static func denies(_ text: String) -> Bool {
    denials.contains(text.lowercased()) || noDays.contains(where: text.hasPrefix)
  }

  static func refuses(_ text: String) -> Bool { FlagWords.no.contains(text.lowercased()) }

  /// Whether a value under a key of an embargo sets none: a remark about it, or a flag that it is over.
  static func isNone(_ scalar: Scalar, under key: String) -> Bool {
    let words = KeyWords(key)
    let denies = words.words.contains { overWords.contains($0) || ["no", "not", "without"].contains($0) }
    switch scalar {
    case .flag: return denies || words.remarksOnEmbargo
    case .text(let text):
      if CivilTime(field: text) != nil { return false }
      return words.remarksOnEmbargo || denies && FlagWords.yes.contains(text.lowercased())
    }
  }

  /// Whether a flag at the end of a mapping's path says that an embargo is over: `embargo.lifted`.
  static func isOver(_ text: String, under path: String) -> Bool {
    KeyWords(FieldMapping.name(at: path)).words.contains(where: overWords.contains)
      && FlagWords.yes.contains(text.lowercased())
  }

  /// What a key in an object says of the value under it.
  static func part(_ key: String, in outer: Part) -> Part {
    if outer == .beginning || outer == .remark && textKeys.contains(key.lowercased()) { return outer }
    return part(key)
  }

  /// What a key says of the value under it.
  static func part(_ key: String) -> Part {
    let words = KeyWords(key).words
    if words.contains(where: zoneWords.contains) { return .zone }
    if KeyWords(key).remarksOnEmbargo { return .remark }
    if words.contains(where: overWords.contains) { return .over }
    if words.contains(where: otherTimes.contains) { return .beginning }
    // “Usable from” names an end.
    if words.contains(where: beginningWords.contains), !words.contains(where: releaseWords.contains) {
      return .beginning
    }
    if let last = words.last, clockWords.contains(last) { return .clock }
    return words.contains(where: flagWords.contains) ? .flag : .end
  }

  private static let denials = FlagWords.no.union(["none", "null", "nil", "n/a", "~"])
  private static let noDays = ["0001-01-01", "0000-00-00"]
  static let zoneWords: Set<String> = ["zone", "timezone", "tz", "offset", "utcoffset"]
  private static let beginningWords: Set<String> = ["start", "starts", "begin", "begins", "from"]
  /// Words of times that are no end, whatever was done then.
  private static let otherTimes: Set<String> = [
    "since", "created", "updated", "modified", "issued", "set", "by", "id",
  ]
  /// Keys of the text of a remark.
  private static let textKeys: Set<String> = ["text", "value", "rendered", "raw", "html", "content"]
  /// Words of flags that say whether there is an embargo.
  private static let flagWords: Set<String> = [
    "active", "enabled", "applies", "required", "embargo", "embargoed",
  ]
  private static let releaseWords: Set<String> = [
    "usable", "available", "release", "released", "publish", "published", "publication", "lift", "lifted",
    "live",
  ]
  /// Words of flags that say that an embargo is over.
  private static let overWords: Set<String> = ["lifted", "expired", "ended", "over"]
  static let clockWords: Set<String> = ["time", "hour", "hours", "clock"]
}
