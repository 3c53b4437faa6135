import Foundation
import Policies
import Testing
import WireText

@testable import WireRights

/// Whose time a time of day is, and that nobody guesses it.
struct ZoneNameTests {
  private static let parser = Result { NoticeParser(try ProgramPolicies.all.get()) }

  private func gate(_ text: String) throws -> Constraint {
    let gates = try Self.parser.get().parse(text).clauses.flatMap(\.constraints)
    return try #require(gates.first { $0.kind == .timeBefore }, "\(text)")
  }

  @Test func everyZoneIsKnown() throws {
    let files = PolicyFile.everything
    #expect(files.all(in: "Zones").count == 2)
    _ = try ZoneNames.table(files.all(in: "Zones"))
    for language in try ProgramPolicies.languages.get() {
      for case .time(.zone(let zone)) in language.lexicon.entries.flatMap(\.concepts) where zone.contains("/")
      {
        #expect(TimeZone(identifier: zone) != nil, "\(language.lexicon.file): \(zone)")
      }
    }
  }

  /// Summer time by the zone's own rules, also where the year is missing and the day alone tells.
  @Test(arguments: [
    ("4 May 2026, 10 a.m. ET", "2026-05-04T10:00-04:00"),
    ("4 January 2026, 10 a.m. ET", "2026-01-04T10:00-05:00"),
    ("4 May, 10 a.m. Eastern", "XXXX-05-04T10:00-04:00"),
    ("4 November, 8 a.m. ET", "XXXX-11-04T08:00[America/New_York]"),
    ("4 May 2026, 14:00 London time", "2026-05-04T14:00+01:00"),
    ("4 May 2026, 14:00 (Paris)", "2026-05-04T14:00+02:00"),
    ("14:00 CET 4 MAY 2026", "2026-05-04T14:00+01:00"),
    ("4 May 2026, 14:00 Mumbai time", "2026-05-04T14:00+05:30"),
    // An abbreviation of several zones holds until the last of them, as in the fields of documents.
    ("12:00 IST, 1 July 2026", "2026-07-01T12:00+01:00"),
    ("12:00 AST, 1 June 2026", "2026-06-01T12:00-04:00"),
    ("12:00 BST, 1 July 2026", "2026-07-01T12:00+01:00"),
    ("10:30 ACDT, 1 December 2026", "2026-12-01T10:30+10:30"),
    ("9 a.m. NST, 4 May 2026", "2026-05-04T09:00-03:30"),
  ])
  func aNamedZoneIsRead(_ time: String, _ value: String) throws {
    let gate = try gate("EMBARGOED UNTIL \(time)")
    #expect(gate.value == value)
    #expect(!gate.isUncertain)
  }

  /// The agency's own zone never stands in for one that is named and not known.
  @Test(arguments: [
    "EMBARGOED UNTIL 4 May 2026, 14:00 Ruritania time", "EMBARGOED UNTIL 4 May 2026, 14:00 local time",
    "EMBARGOED UNTIL 4 May 2026, 14:00 RST", "Sperrfrist: 4. Mai 2026, 14.00 Uhr (Ortszeit)",
    "Embargo : 4 mai 2026, 14h (heure locale)",
  ])
  func anUnknownZoneLeavesTheEndOpen(_ text: String) throws {
    let gate = try gate(text)
    #expect(gate.isUncertain)
    #expect(TimeValue(gate) == nil)
  }

  @Test(arguments: [
    ("XXXX-11-01T08:00[America/New_York]", "2026-10-20T00:00:00Z", "2026-11-01T13:00:00Z"),
    ("XXXX-11-01T08:00[America/New_York]", "2027-10-20T00:00:00Z", "2027-11-01T12:00:00Z"),
  ])
  func aZoneInBracketsWaitsForTheYear(_ value: String, _ received: String, _ end: String) throws {
    var item = ItemTerms(agency: "northwire")
    item.received = Instant(reading: received)
    let instant = try #require(Instant(reading: end))
    #expect(
      try #require(TimeValue(value)).resolved(item: item, endOfDay: false)
        == .span(earliest: instant, latest: instant))
  }
}
