internal import Foundation
internal import WireText

/// A calendar day, without a time zone.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day; nil if it does not exist, such as 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= Self.length(ofMonth: month, year: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day written as `YYYY-MM-DD`; nil for anything else.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { digits($0.utf8) }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// Days since 1970-01-01.
  ///
  /// Algorithm: civil calendar days counted from 1 March of year 0, in eras of 400 years.
  var ordinal: Int64 {
    let shifted = Int64(month <= 2 ? year - 1 : year)
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let monthFromMarch = Int64((month + 9) % 12)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of the week.
  public var weekday: Weekday {
    // 1 January 1970 was a Thursday.
    let days = (ordinal + 3) % 7
    return Weekday(rawValue: Int(days < 0 ? days + 7 : days) + 1) ?? .monday
  }

  /// The day after it; nil after the last one.
  var next: CalendarDay? {
    CalendarDay(year: year, month: month, day: day + 1)
      ?? CalendarDay(year: year, month: month + 1, day: 1)
      ?? CalendarDay(year: year + 1, month: 1, day: 1)
  }

  /// The day before it; nil before the first one.
  var previous: CalendarDay? {
    CalendarDay(year: year, month: month, day: day - 1)
      ?? CalendarDay(lastOf: month - 1, year: year)
      ?? CalendarDay(lastOf: 12, year: year - 1)
  }

  /// The last day of a month; nil if there is no such month.
  init?(lastOf month: Int, year: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.init(year: year, month: month, day: Self.length(ofMonth: month, year: year))
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    "\(year.digits(4))-\(month.digits(2))-\(day.digits(2))"
  }

  /// Earlier days come first.
  public static func < (a: Self, b: Self) -> Bool { a.ordinal < b.ordinal }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: return 31
    }
  }
}

/// A day of the week; its raw value is the number of ISO 8601.
public enum Weekday: Int, Sendable, Hashable, CaseIterable, Codable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// The English name in lower case.
  public var name: String { "\(self)" }

  /// The day after it.
  var next: Weekday { Weekday(rawValue: rawValue % 7 + 1) ?? .monday }
}

/// The number written in ASCII digits; nil if there is any other byte or more than nine digits.
func digits(_ bytes: some Sequence<UInt8>) -> Int? {
  var number = 0
  var count = 0
  for byte in bytes {
    guard (0x30...0x39).contains(byte), count < 9 else { return nil }
    number = number * 10 + Int(byte - 0x30)
    count += 1
  }
  return count > 0 ? number : nil
}
