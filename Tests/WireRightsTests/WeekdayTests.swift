import Foundation
import Testing
import WireText

@testable import WireRights

/// A day of the week beside a date: one of the two is wrong where they disagree, and nobody can tell which.
struct WeekdayTests {
  private static let parser = Result { NoticeParser(try ProgramPolicies.all.get()) }

  /// The lexicons' numbers against the calendars of the system.
  @Test func everyLexiconNumbersTheDaysOfTheWeek() throws {
    for lexicon in try ProgramPolicies.languages.get().map(\.lexicon) where lexicon.language != "und" {
      var calendar = Calendar(identifier: .gregorian)
      calendar.locale = Locale(identifier: lexicon.language)
      for weekday in Weekday.allCases {
        // The calendar's week begins on Sunday.
        let symbol = calendar.weekdaySymbols[weekday.rawValue % 7]
        let phrases = Self.phrases(of: lexicon, weekday)
        #expect(
          phrases.contains { Self.letters(symbol).hasPrefix(Self.letters($0)) },
          "\(lexicon.language): \(symbol) is not among \(phrases)")
        for other in Weekday.allCases where other != weekday {
          #expect(
            !Self.phrases(of: lexicon, other).contains { Self.letters(symbol) == Self.letters($0) },
            "\(lexicon.language): \(symbol) is no \(other.name)")
        }
      }
    }
  }

  private static func phrases(of lexicon: Lexicon, _ weekday: Weekday) -> [String] {
    lexicon.entries.filter { $0.concepts == [.time(.weekday(weekday))] }.map { String($0.phrase) }
  }

  private static func letters(_ text: String) -> String {
    text.lowercased().precomposedStringWithCanonicalMapping.filter { $0.isLetter && $0 != "\u{2BC}" }
  }

  /// 26 November 2026 is a Thursday.
  @Test(arguments: [
    ("EMBARGOED UNTIL Tuesday 26 November 2026, 10:00 GMT", Weekday.tuesday),
    ("EMBARGOED UNTIL Thursday 26 November 2026, 10:00 GMT", nil),
    ("EMBARGOED UNTIL 26 November 2026, 10:00 GMT", nil),
    ("EMBARGOED UNTIL 10 a.m. GMT, Thursday, 26 November 2026", nil),
    ("EMBARGOED UNTIL 10 a.m. GMT, Friday, 26 November 2026", .friday),
    ("EMBARGOED UNTIL Thursday 26 November, 10:00 GMT", .thursday),
    ("Sperrfrist: Dienstag, 26. November 2026, 10:00 Uhr", .tuesday),
    ("Sperrfrist: Donnerstag, 26. November 2026, 10:00 Uhr", nil),
    ("Sous embargo jusqu'au mardi 26 novembre 2026 à 10h00", .tuesday),
    ("Embargado hasta el martes 26 de noviembre de 2026 a las 10:00", .tuesday),
    ("Эмбарго до вторника, 26 ноября 2026 года, 10:00", .tuesday),
    ("Эмбарго до четверга, 26 ноября 2026 года, 10:00", nil),
  ])
  func theDayIsKeptWhereItIsNotTheDates(_ text: String, _ weekday: Weekday?) throws {
    let statement = try Self.parser.get().parse(text)
    #expect(statement.advisory?.kind == .embargo)
    let gates = statement.clauses.flatMap(\.constraints).filter { $0.kind == .timeBefore }
    #expect(gates.map(\.weekday) == [weekday], "\(gates)")
    #expect(gates.allSatisfy { $0.value.contains("-11-26") })
  }

  /// Neither the date nor the day of the week lets anything go on its own.
  @Test(arguments: [
    ("EMBARGOED UNTIL Tuesday 26 November 2026, 10:00 GMT", Outcome.needsReview, Outcome.needsReview),
    ("EMBARGOED UNTIL Tuesday 26 November, 10:00 GMT", .needsReview, .needsReview),
    ("EMBARGOED UNTIL Thursday 26 November, 10:00 GMT", .violation, .allow),
    ("EMBARGOED UNTIL Thursday 26 November 2026, 10:00 GMT", .violation, .allow),
  ])
  func aDateInDoubtIsForAPerson(_ text: String, _ before: Outcome, _ after: Outcome) throws {
    var item = Sample.item(try Self.parser.get().parse(text))
    item.received = Sample.instant("2026-11-20T10:00:00Z")
    let contracts = try Sample.contracts("{agency: northwire, agreement: N, actions: [publish]}")
    for (time, outcome) in [("2026-11-26T09:59:00Z", before), ("2026-12-30T10:00:00Z", after)] {
      let ruling = try Sample.engine().decide(
        on: item, contracts: contracts, use: Sample.use(at: Sample.instant(time))
      ).deciding
      #expect(ruling.outcome == outcome, "\(time)")
      #expect(outcome == .allow || ruling.tier == .timeGate)
    }
  }

  /// Only the day of a month is named: the next one after the text was sent.
  @Test(arguments: [
    ("2026-11-20T10:00:00Z", "2026-12-14T19:59:00Z", "2026-12-14T20:00:00Z"),
    ("2026-11-13T10:00:00Z", "2026-11-14T19:59:00Z", "2026-11-14T20:00:00Z"),
  ])
  func aDayOfTheMonthIsTheNextOne(_ sent: String, _ before: String, _ after: String) throws {
    var item = Sample.item(try Self.parser.get().parse("15日午前5時解禁"))
    item.received = Sample.instant(sent)
    let contracts = try Sample.contracts("{agency: northwire, agreement: N, actions: [publish]}")
    for (time, outcome) in [(before, Outcome.violation), (after, .allow)] {
      let ruling = try Sample.engine().decide(
        on: item, contracts: contracts, use: Sample.use(at: Sample.instant(time))
      ).deciding
      #expect(ruling.outcome == outcome, "\(time)")
    }
  }
}
