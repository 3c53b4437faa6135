/// A date of the solar Hijri calendar, used in Iran and Afghanistan: `1405/09/05`, “15 Dey 1405”.
struct SolarDate {
  let year: Int
  let month: Int
  let day: Int

  /// Years that current texts may name; those of the lunar calendar are higher.
  static let years = 1380...1430

  /// The same day in the Gregorian calendar; nil if there is none.
  ///
  /// The first six months have 31 days and the next five 30. Eight years of each cycle of 33 are leap years, which is
  /// exact for `years`. Source: the arithmetic form of the calendar's law of 1925; 1 Farvardin 1400 was 21 March 2021.
  var gregorian: CalendarDay? {
    guard Self.years.contains(year), (1...12).contains(month), (1...length).contains(day),
      let origin = CalendarDay(year: 2021, month: 3, day: 21),
      var date = CalendarDay(year: year + 621, month: 3, day: 19)
    else { return nil }
    let years = min(year, 1400)..<max(year, 1400)
    let length = years.reduce(0) { $0 + (Self.isLeap($1) ? 366 : 365) }
    let sinceNewYear = (month - 1) * 30 + min(month - 1, 6) + day - 1
    let ordinal = origin.ordinal + Int64((year < 1400 ? -length : length) + sinceNewYear)
    while date.ordinal < ordinal, let next = date.next { date = next }
    return date
  }

  private var length: Int { month <= 6 ? 31 : month < 12 || Self.isLeap(year) ? 30 : 29 }

  private static func isLeap(_ year: Int) -> Bool { [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33) }
}
