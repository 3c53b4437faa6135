import WireText

extension Document {
  /// Adds an embargo: of several the one that ends last counts, and one whose end cannot be told is not replaced.
  mutating func addEmbargo(_ time: TimeField) { embargo = embargo?.orLater(time) ?? time }
}

extension TimeField {
  /// Whichever of two times is certainly the later one; otherwise one that cannot be told.
  func orLater(_ other: TimeField) -> TimeField {
    let haveOneZone = instant == nil && other.instant == nil
    guard let own = span(inOneZone: haveOneZone) else { return self }
    guard let its = other.span(inOneZone: haveOneZone) else { return other }
    if own.lowerBound >= its.upperBound { return self }
    if its.lowerBound >= own.upperBound { return other }
    // A day alone is no end that can be told.
    if isDayAlone { return self }
    return other.isDayAlone ? other : TimeField(role, raw: "\(raw); \(other.raw)", instant: nil)
  }

  /// The seconds since 1970 between which the time is over; nil if it cannot be read.
  ///
  /// - Parameter isInOneZone: whether the times that are compared are without a zone, and so in the same one.
  private func span(inOneZone isInOneZone: Bool) -> ClosedRange<Int64>? {
    if let instant { return instant.seconds...instant.seconds }
    guard let time = CivilTime(reading: raw) else { return nil }
    let start = time.instant(atOffset: 0).seconds
    let end = start + (time.secondOfDay == nil ? Self.day : 0)
    return isInOneZone ? start...end : start - Self.furthestEast...end + Self.furthestWest
  }

  private var isDayAlone: Bool { instant == nil && CivilTime(reading: raw)?.secondOfDay == nil }

  private static let day: Int64 = 86_400
  /// How far local time is ahead of UTC, or behind it, at most, in seconds.
  private static let furthestEast: Int64 = 14 * 3600
  private static let furthestWest: Int64 = 12 * 3600
}

/// An embargo that is stated by several values: `{until: …, timezone: …, reason: …}`, or one time for each medium.
struct EmbargoParts {
  /// What a value says according to its key.
  enum Part {
    case end, beginning, clock, zone
  }

  /// The words that are neither a time nor a zone.
  private(set) var words: [String] = []
  private var times: [String] = []
  private var zone: String?
  private var hasClock = false

  /// Whether a text is a flag that says that there is no embargo.
  static func denies(_ text: String) -> Bool { ["false", "no", "off", "0"].contains(text.lowercased()) }

  /// What a key says of the value under it.
  static func part(_ key: String) -> Part {
    let words = KeyWords(key).words
    if words.contains(where: zones.contains) { return .zone }
    if words.contains(where: beginnings.contains) { return .beginning }
    return words.last.map(clocks.contains) ?? false ? .clock : .end
  }

  /// Adds a value.
  mutating func add(_ text: String, as part: Part) {
    if part == .zone {
      zone = zone.map { "\($0), \(text)" } ?? text
    } else if part == .beginning {
      words.append(text)
    } else if CivilTime(reading: text) != nil {
      times.append(text)
    } else {
      hasClock = hasClock || part == .clock
      words.append(text)
    }
  }

  /// The ends; without any time one that cannot be told, and none if nothing is said.
  ///
  /// A time whose zone or time of day stands beside it is over only where both are read as one.
  var ends: [TimeField] {
    if times.isEmpty {
      let said = words + [zone].compactMap(\.self)
      return said.isEmpty
        ? []
        : [TimeField(.embargo, raw: String(said.joined(separator: ", ").prefix(Self.longest)), instant: nil)]
    }
    return times.map { raw in
      let instant = Instant(reading: raw)
      if hasClock { return TimeField(.embargo, raw: "until \(raw)", instant: nil) }
      guard let zone, instant == nil else { return TimeField(.embargo, raw: raw, instant: instant) }
      let whole = Instant(reading: "\(raw) \(zone)")
      return TimeField(.embargo, raw: whole == nil ? "\(zone): \(raw)" : "\(raw) \(zone)", instant: whole)
    }
  }

  /// The longest text of an embargo without a time, in characters.
  private static let longest = 200
  private static let zones: Set<String> = ["zone", "timezone", "tz", "offset", "utcoffset"]
  private static let beginnings: Set<String> = [
    "start", "starts", "begin", "begins", "from", "since", "created", "updated", "modified", "issued", "set",
    "by",
    "id",
  ]
  private static let clocks: Set<String> = ["time", "hour", "hours", "clock"]
}
