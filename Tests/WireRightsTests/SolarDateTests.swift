import Foundation
import Testing

@testable import WireRights

/// Dates of the calendar of Iran, against the one of the system.
struct SolarDateTests {
  @Test func daysAreThoseOfTheSystemsCalendar() throws {
    var calendar = Calendar(identifier: .persian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    var day = try #require(CalendarDay(year: 2001, month: 3, day: 21))
    var count = 0
    while day.year < 2052, let next = day.next {
      if count.isMultiple(of: 5) {
        let noon = Date(timeIntervalSince1970: Double(day.ordinal) * 86_400 + 43_200)
        let parts = calendar.dateComponents([.year, .month, .day], from: noon)
        let date = SolarDate(
          year: try #require(parts.year), month: try #require(parts.month), day: try #require(parts.day))
        #expect(date.gregorian == day, "\(date)")
      }
      count += 1
      day = next
    }
  }

  @Test(arguments: [(1402, 12, 30), (1403, 7, 31), (1403, 13, 1), (1403, 1, 0), (1448, 6, 15), (1379, 1, 1)])
  func whatIsNoDayHasNone(_ year: Int, _ month: Int, _ day: Int) {
    #expect(SolarDate(year: year, month: month, day: day).gregorian == nil)
  }

  @Test(arguments: [
    ("انتشار این خبر پیش از ۱۴۰۵/۰۹/۰۵ ممنوع است.", "2026-11-26"),
    ("انتشار این خبر تا ۱۵ دی ۱۴۰۵ ممنوع است.", "2027-01-05"),
    ("ممنوعیت انتشار تا ۱ فروردین ۱۴۰۶", "2027-03-21"),
  ])
  func embargoesAreReadByIt(_ text: String, _ day: String) throws {
    let statement = NoticeParser(try ProgramPolicies.all.get()).parse(text)
    #expect(statement.advisory?.kind == .embargo)
    let gates = statement.clauses.flatMap(\.constraints).filter { $0.kind == .timeBefore }
    #expect(gates.map(\.value) == [day])
  }
}
