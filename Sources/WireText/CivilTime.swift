/// A calendar date with an optional time of day, as written in a text, with or without a time zone.
///
/// The calendar is the proleptic Gregorian one, years 1 to 9999.
public struct CivilTime: Hashable, Sendable {
  /// The year.
  public var year: Int
  /// The month, from 1.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int
  /// The time of day in seconds, up to 86,400 (24:00, the start of the next day); nil for a date alone.
  public var secondOfDay: Int?
  /// How many seconds local time is ahead of UTC; nil where no zone is written.
  public var offset: Int?
  /// The offsets, in order, that the name of a zone may mean which is written but has several: the least and the
  /// greatest of all for an unknown name; empty for others.
  public var namedOffsets: [Int] = []
  /// Whether day and month are numbers that may stand in either order: `03/04/2026`; the month is then the first.
  public var isOrderUnclear = false

  /// A date and time; nil if there is no such day or time.
  public init?(
    year: Int, month: Int, day: Int, secondOfDay: Int? = nil, offset: Int? = nil
  ) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year), (0...86_400).contains(secondOfDay ?? 0),
      (-86_399...86_399).contains(offset ?? 0)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.secondOfDay = secondOfDay
    self.offset = offset
  }

  /// The date and time that an instant has at an offset from UTC.
  public init(_ instant: Instant, offset: Int = 0) {
    let (local, overflow) = instant.seconds.addingReportingOverflow(Int64(offset))
    let seconds = overflow ? instant.seconds : local
    let days = Int((seconds - ((seconds % 86_400) + 86_400) % 86_400) / 86_400)
    (self.year, self.month, self.day) = Self.date(ofDay: days)
    self.secondOfDay = Int(((seconds % 86_400) + 86_400) % 86_400)
    self.offset = offset
  }

  /// The instant; nil where no zone is written, also for a date alone without a zone, and where its day is unclear.
  public var instant: Instant? { isOrderUnclear ? nil : offset.map { instant(atOffset: $0) } }

  /// The offsets that the name of its zone may mean, if it has several or is unknown.
  public var possibleOffsets: ClosedRange<Int>? {
    guard let least = namedOffsets.first, let greatest = namedOffsets.last else { return nil }
    return least...greatest
  }

  /// The earlier of the two times that it may be where the order of day and month is unclear; otherwise itself.
  public var earlier: CivilTime { inOrder(month: min(month, day), day: max(month, day)) }

  /// The later of the two times that it may be where the order of day and month is unclear; otherwise itself.
  public var later: CivilTime { inOrder(month: max(month, day), day: min(month, day)) }

  private func inOrder(month: Int, day: Int) -> CivilTime {
    guard isOrderUnclear else { return self }
    var time = self
    (time.month, time.day, time.isOrderUnclear) = (month, day, false)
    return time
  }

  /// The instant in a zone that is `offset` seconds ahead of UTC; midnight for a date alone.
  public func instant(atOffset offset: Int) -> Instant {
    let days = Self.day(year: year, month: month, day: day)
    return Instant(seconds: Int64(days) * 86_400 + Int64(secondOfDay ?? 0) - Int64(offset))
  }

  /// The number of days of a month.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// Days since 1970-01-01.
  ///
  /// Source: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
  static func day(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The date of a day number; civil_from_days of the same source.
  private static func date(ofDay day: Int) -> (Int, Int, Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }
}
