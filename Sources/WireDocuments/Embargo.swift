package import WireText

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
  /// Interprets and reports times of which a part has several meanings: the name of their zone, such as “IST”, or
  /// numbers for day and month, as in “03/04/2027”.
  ///
  /// Where another time of the document has one of the offsets that such a name may mean, it means that.
  mutating func restrictTimes() {
    let unclear = (times + [embargo].compactMap(\.self)).compactMap(\.unclearReading)
    guard !unclear.isEmpty else { return }
    let offsets = Set(times.compactMap { CivilTime(field: $0.raw)?.offset })
    for index in times.indices { times[index] = times[index].restricting(with: offsets) }
    embargo = embargo?.restricting(with: offsets)
    if unclear.contains(where: { $0.possibleOffsets != nil && $0.told(by: offsets) == nil }) {
      problems.append(
        Problem(
          "zone-unclear",
          "the name of a time's zone has several meanings: of these an embargo has the latest and a right the earliest"
        ))
    }
    if unclear.contains(where: \.isOrderUnclear) {
      problems.append(
        Problem(
          "date-unclear",
          "the day and the month of a date may be the other way round: an embargo has the later and a right the earlier"
        ))
    }
  }
}

extension Problem {
  /// The problem of a time that cannot be read.
  static func unreadableTime(named name: String, line: Int? = nil) -> Problem {
    Problem("time-unreadable", "\(name) is no time that can be read", line: line)
  }
}

extension TimeField {
  /// Whether a text is what databases write where there is no time: `0000-00-00 00:00:00`.
  static func isNone(_ raw: String) -> Bool { raw.hasPrefix("0000-00-00") }

  /// A time as an instant, if a zone is written.
  init(_ role: Role, reading raw: String) {
    self.init(role, raw: raw, instant: Instant(field: raw))
  }

  /// Whether neither an instant nor a day can be told.
  var isUnreadable: Bool { instant == nil && CivilTime(field: raw) == nil }

  /// The time of day and the zone beside it, by its name in the IANA time zone database: `Europe/Oslo: 2027-01-05 18:00`
  /// (see `EmbargoParts.ends`); nil for others.
  package var local: (zone: Substring, time: CivilTime)? {
    guard let colon = raw.firstRange(of: ": "), raw[..<colon.lowerBound].contains("/"),
      let time = CivilTime(field: String(raw[colon.upperBound...])), time.offset == nil
    else { return nil }
    return (raw[..<colon.lowerBound], time)
  }

  /// The embargo that a text states; nil if it says that there is none.
  ///
  /// - Parameter zone: the time zone to append to a text without one, if the format defines it.
  static func embargo(stating text: String, zone: String = "") -> TimeField? {
    guard !EmbargoParts.denies(text) else { return nil }
    let instant = Instant(field: text) ?? (zone.isEmpty ? nil : Instant(field: text + zone))
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
    guard let time = CivilTime(field: raw) else { return nil }
    let start = time.earlier.instant(atOffset: 0).seconds
    let last = time.later.instant(atOffset: 0).seconds
    if let offsets = time.offset.map({ $0...$0 }) ?? time.possibleOffsets {
      return start - Int64(offsets.upperBound)...last - Int64(offsets.lowerBound)
    }
    let end = last + (time.secondOfDay == nil ? Self.day : 0)
    return isInOneZone ? start...end : start - Self.furthestEast...end + Self.furthestWest
  }

  /// The time with an instant, where its zone is written and it has several meanings: for an embargo the latest instant
  /// that it may mean, for the end of a right the earliest, for others the one that is told.
  fileprivate func restricting(with offsets: Set<Int>) -> TimeField {
    guard var time = unclearReading else { return self }
    time.offset = time.offset ?? time.told(by: offsets)
    if role == .embargo || role == .expiry {
      time = restrictingReading(of: time)
      let possible = time.possibleOffsets
      time.offset = time.offset ?? (role == .embargo ? possible?.lowerBound : possible?.upperBound)
    }
    return TimeField(role, raw: raw, instant: time.instant)
  }

  /// Of the two days that a time may be where the order of day and month is unclear, the one that restricts more: the
  /// later for an embargo, the earlier for the end of a right; unclear for others.
  package func restrictingReading(of time: CivilTime) -> CivilTime {
    switch role {
    case .embargo: time.later
    case .expiry: time.earlier
    default: time
    }
  }

  /// The time as written, if a part of it has several meanings.
  fileprivate var unclearReading: CivilTime? {
    guard instant == nil, let time = CivilTime(field: raw) else { return nil }
    return time.possibleOffsets != nil || time.isOrderUnclear ? time : nil
  }

  private var isDayAlone: Bool { instant == nil && CivilTime(field: raw)?.secondOfDay == nil }

  private static let day: Int64 = 86_400
  /// How far local time is ahead of UTC, or behind it, at most, in seconds.
  private static let furthestEast: Int64 = 14 * 3600
  private static let furthestWest: Int64 = 12 * 3600
}

extension CivilTime {
  /// The one offset of those that the name of its zone may mean which is among some; nil for none or several.
  fileprivate func told(by offsets: Set<Int>) -> Int? {
    let told = namedOffsets.filter(offsets.contains)
    return told.count == 1 ? told.first : nil
  }

  /// The date and time of day as a clock shows them, without the zone.
  var face: CivilTime? {
    var time = self
    time.offset = nil
    return secondOfDay == nil ? nil : time
  }
}
