import Policies
import Testing
import WireText

@testable import WireDocuments

/// Times of fields with the words of many languages.
@Suite struct TimeWordTests {
  @Test func everyFileCanBeRead() throws {
    for file in TimeWords.files {
      #expect(try !TimeWords.words(of: file).isEmpty || file.path.hasSuffix("ja.yaml"), "\(file.path)")
    }
  }

  @Test(arguments: [
    "Freitag, 27. März 2026, 18.00 Uhr", "27. März 2026 um 18 Uhr", "27 mars 2026 à 18h00",
    "le 27 mars 2026 à 18 heures",
    "viernes, 27 de marzo de 2026, 18:00", "27 de marzo de 2026 a las 18:00", "venerdì 27 marzo 2026, ore 18",
    "27 marzo 2026 alle ore 18.00", "27 de março de 2026 às 18h00", "vrijdag 27 maart 2026 om 18.00 uur",
    "27 marca 2026 r., godz. 18:00", "fredag den 27 mars 2026 kl. 18.00", "27. mars 2026 kl. 18",
    "fredag den 27. marts 2026 kl. 18.00", "27. maaliskuuta 2026 klo 18.00", "27. března 2026 v 18.00",
    "пятница, 27 марта 2026 г., 18:00", "27 МАРТА 2026 года в 18:00", "27 березня 2026 року, 18:00",
    "27 Mart 2026 18:00", "271800 GMT", "18:00 Uhr, 27. März 2026",
  ]) func monthsHaveTheirNames(text: String) throws {
    guard text != "271800 GMT" else { return #expect(CivilTime(field: text) == nil) }
    let time = try #require(CivilTime(field: text))
    #expect(time == CivilTime(year: 2026, month: 3, day: 27, secondOfDay: 18 * 3600))
  }

  @Test(arguments: [
    ("27 Nov 2026, noon GMT", "2026-11-27T12:00:00Z"), ("noon GMT 27 November 2026", "2026-11-27T12:00:00Z"),
    ("12 noon GMT, 27 Nov 2026", "2026-11-27T12:00:00Z"),
    ("27. November 2026, Mittag MEZ", "2026-11-27T11:00:00Z"),
    ("27 Nov 2026 midnight GMT", "2026-11-28T00:00:00Z"),
    ("12:00 midnight GMT 27 Nov 2026", "2026-11-28T00:00:00Z"),
    ("27 novembre 2026 minuit CET", "2026-11-27T23:00:00Z"),
    ("27. října 2026 6 a.m. UTC", "2026-10-27T06:00:00Z"),
  ]) func noonAndMidnightAreTimes(text: String, instant: String) {
    #expect(Instant(field: text)?.iso8601 == instant)
  }

  /// A word that is not known may say anything.
  @Test(arguments: [
    "27. November 2026 abends 6 Uhr", "nicht vor 27. März 2026", "27 or 28 mars 2026", "mars 2026", "noon",
    "minuit 27",
    "31 février 2026", String(repeating: "27 mars 2026 ", count: 50),
  ]) func otherWordsLeaveItUnread(text: String) { #expect(CivilTime(field: text) == nil) }

  @Test func fieldsHoldThem() throws {
    let page = try ferryPage("date: 27. November 2026, 06:00 Uhr\nembargo: 27 novembre 2026 à 18h00 CET")
    #expect(page.embargo?.instant?.iso8601 == "2026-11-27T17:00:00Z" && page.codes.isEmpty)
    let line = try ferryLine(#""embargo":"1795478400000","published":1795478400"#)
    #expect(line.embargo?.instant?.iso8601 == "2026-11-24T00:00:00Z" && line.codes.isEmpty)
    #expect(line.time(.published)?.instant == line.embargo?.instant)
    let item =
      #"{"uri":"u","type":"text","headline":"F","body_text":"The ferry.","versioncreated":1795478400}"#
    let record = try #require(try read(item, as: "a.json").first)
    #expect(record.time(.updated)?.instant?.iso8601 == "2026-11-24T00:00:00Z" && record.codes.isEmpty)
  }
}
