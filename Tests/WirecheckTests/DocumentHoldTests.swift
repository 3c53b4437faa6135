import Foundation
import Testing
import WireDocuments
import WireRights
import WireText

@testable import Wirecheck

/// Embargoes, kills and holds that stand in the document itself; agencies and stories are invented.
struct DocumentHoldTests {
  private func outline(
    _ fields: [String: String] = [:], _ text: String, now: String = "2026-11-26T10:00:00Z",
    stage: Use.Stage = .publish
  ) throws -> [String] {
    let draft = try Scene.json(["id": "d", "text": text].merging(fields) { $1 })
    return try Scene().run(draft, now: now, stage: stage).outline
  }

  @Test(arguments: [
    ("2026-11-27T12:00:00Z", "2026-11-27T11:59:59Z", ["WC301 error"]),
    ("2026-11-27T12:00:00Z", "2026-11-27T12:00:00Z", []),
    // The site is in Sofia.
    ("2026-11-27T12:00:00", "2026-11-27T10:00:00Z", []),
    ("when the bell has rung", "2026-11-27T10:00:00Z", ["WC302 error"]),
  ])
  func anEmbargoInAField(_ embargo: String, _ now: String, _ expected: [String]) throws {
    #expect(try outline(["embargo": embargo], Story.own, now: now) == expected)
  }

  @Test(arguments: [
    ("EMBARGOED UNTIL 1200 GMT FRIDAY, NOVEMBER 27", ["WC301 error"]),
    ("Sperrfrist: 27. November 2026, Redebeginn", ["WC302 error"]),
    ("KILL KILL KILL Do not use this story.", ["WC303 error"]),
    ("EMBARGOED UNTIL 1200 GMT WEDNESDAY, NOVEMBER 25", []),
  ])
  func anOrderInTheText(_ order: String, _ expected: [String]) throws {
    #expect(try outline([:], "\(order)\n\n\(Story.own)") == expected)
  }

  /// A note to editors, such as the page head of a press release, binds like the same line in the text.
  @Test(arguments: [
    ("EMBARGOED UNTIL 1200 GMT FRIDAY, NOVEMBER 27", ["WC301 error"]),
    ("Sperrfrist: 27. November 2026, Redebeginn", ["WC302 error"]),
    ("KILL: please kill this story.", ["WC303 error"]),
    ("EMBARGOED UNTIL 1200 GMT WEDNESDAY, NOVEMBER 25", []),
    ("\u{00A9} 2026 Northwire. All rights reserved.", ["WC502 error"]),
    ("Eds: the minister lifted the grain embargo; adds quotes.", []),
    ("Page 1 of 3", []),
  ])
  func anOrderInANote(_ note: String, _ expected: [String]) throws {
    #expect(try outline(["ednote": note], Story.own) == expected)
  }

  @Test func anEmbargoInTheTerms() throws {
    let terms = ["notice": "EMBARGOED UNTIL 1200 GMT FRIDAY, NOVEMBER 27"]
    #expect(try outline(terms, Story.own) == ["WC301 error"])
  }

  /// The words of a field end where those of a notice would; the site is in Sofia.
  @Test(arguments: [
    ("2026-11-27T09:59:59Z", ["WC301 error"]), ("2026-11-27T10:00:00Z", []),
  ])
  func anEmbargoInWordsInAField(_ now: String, _ expected: [String]) throws {
    let embargo = ["embargo": "Sperrfrist: 27. November 2026, 12.00 Uhr"]
    #expect(try outline(embargo, Story.own, now: now) == expected)
  }

  /// The subject of a mail, and the same over a story of the newsroom.
  @Test(arguments: [
    ("EMBARGO 18:00 CET \u{2013} Harbour pool to open at night", ["WC302 error"], ["WC302 error"]),
    ("Embargo 27 November 2026, 18:00 CET - Harbour pool to open", ["WC301 error"], ["WC301 error"]),
    (
      "Sperrfrist: 27. November 2026, 18 Uhr: Hafenbad \u{00F6}ffnet nachts", ["WC301 error"], ["WC301 error"]
    ),
    ("EMBARGO 25 November 2026, 18:00 CET: Harbour pool to open", [], []),
    ("EMBARGO: Harbour pool to open at night", ["WC302 error"], []),
    ("Oil embargo 2022: what came of it", [], []),
    ("Harbour pool opens at 18:00 despite embargo", [], []),
  ])
  func aLabelOfTheHeadline(_ headline: String, _ mail: [String], _ story: [String]) throws {
    #expect(try outline(["title": headline], Story.own) == story)
    let message =
      "From: press@baths.example\r\nSubject: =?utf-8?B?\(Data(headline.utf8).base64EncodedString())?=\r\n"
      + "Content-Type: text/plain; charset=utf-8\r\n\r\n\(Story.own)\r\n"
    var source = try DocumentSource(bytes: Array(message.utf8), path: "release.eml", format: "eml")
    let document = try #require(try source.next())
    let now = try #require(Instant(iso8601: "2026-11-26T10:00:00Z"))
    let findings = try Scene().checker.check(document, on: Occasion(now: now)).findings
    #expect(findings.map { "\($0.rule) \($0.level.rawValue)" } == mail)
  }

  @Test func aDraftMayBePrepared() throws {
    #expect(try outline(["embargo": "2026-11-27T12:00:00Z"], Story.own, stage: .draft) == [])
  }

  @Test func aStoryThatTellsOfOneHasNone() throws {
    let text =
      "The ministry lifted the embargo on grain, and the captain asked the crew to kill the engine. \(Story.own)"
    #expect(try outline([:], text) == [])
  }
}
