import WireText

extension Document {
  /// Adds an embargo: of several the one that ends last counts, and one whose end cannot be told is not replaced.
  mutating func addEmbargo(_ time: TimeField) { embargo = embargo?.orLater(time) ?? time }

  /// Adds a time, and the embargo that it is; one that cannot be read is reported.
  ///
  /// - Parameters:
  ///   - name: what the problem calls it, such as “`date`” or “the date of the message”.
  ///   - line: its line in the file, if known.
  mutating func add(_ time: TimeField, named name: String, line: Int? = nil) {
    times.append(time)
    if time.role == .embargo { addEmbargo(time) }
    if time.isUnreadable { problems.append(.unreadableTime(named: name, line: line)) }
  }
}

extension Document {
  /// Interprets and reports times whose zone has a name with several offsets, such as “IST”.
  mutating func restrictTimes() {
    guard times.contains(where: \.hasUnclearZone) || embargo?.hasUnclearZone ?? false else { return }
    for index in times.indices { times[index] = times[index].restricting }
    embargo = embargo?.restricting
    problems.append(
      Problem(
        "zone-unclear",
        "the name of a time's zone has several meanings: of these an embargo has the latest and a right the earliest"
      ))
  }
}

extension Problem {
  /// The problem of a time that cannot be read.
  static func unreadableTime(named name: String, line: Int? = nil) -> Problem {
    Problem("time-unreadable", "\(name) is no time that can be read", line: line)
  }
}

extension TimeField {
  /// A time as an instant, if a zone is written.
  init(_ role: Role, reading raw: String) {
    self.init(role, raw: raw, instant: Instant(reading: raw))
  }

  /// Whether neither an instant nor a day can be told.
  var isUnreadable: Bool { instant == nil && CivilTime(reading: raw) == nil }

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
    if let offsets = time.possibleOffsets {
      return start - Int64(offsets.upperBound)...start - Int64(offsets.lowerBound)
    }
    let end = start + (time.secondOfDay == nil ? Self.day : 0)
    return isInOneZone ? start...end : start - Self.furthestEast...end + Self.furthestWest
  }

  /// The time with an instant, where its zone has a name with several offsets: for an embargo the latest instant that
  /// it may mean, for the end of a right the earliest.
  var restricting: TimeField {
    guard instant == nil, role == .embargo || role == .expiry, let time = CivilTime(reading: raw),
      let offsets = time.possibleOffsets
    else { return self }
    let offset = role == .embargo ? offsets.lowerBound : offsets.upperBound
    return TimeField(role, raw: raw, instant: time.instant(atOffset: offset))
  }

  /// Whether the name of its zone has several offsets.
  var hasUnclearZone: Bool { instant == nil && CivilTime(reading: raw)?.possibleOffsets != nil }

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
