import WireText

extension Document {
  /// Adds an embargo: of several the one that ends last counts, and one whose end cannot be told is not replaced.
  mutating func addEmbargo(_ time: TimeField) { embargo = embargo?.orLater(time) ?? time }
}

extension TimeField {
  /// The embargo that a text states; nil if it says that there is none.
  ///
  /// - Parameter zone: the time zone to append to a text without one, if the format defines it.
  static func embargo(stating text: String, zone: String = "") -> TimeField? {
    guard !EmbargoParts.denies(text) else { return nil }
    let instant = Instant(reading: text) ?? (zone.isEmpty ? nil : Instant(reading: text + zone))
    return TimeField(.embargo, raw: text, instant: instant)
  }

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

extension CivilTime {
  /// The date and time of day as a clock shows them, without the zone.
  var face: CivilTime? {
    var time = self
    time.offset = nil
    return secondOfDay == nil ? nil : time
  }
}
