import Foundation
import Testing
import WireText
import WireYAML

@testable import WireRights

/// Contracts as a newsroom writes them: both forms, every key, and what a wrong one is told.
struct ContractReaderTests {
  @Test func theLongFormKeepsClausesWithTheirWordsAndPlaces() throws {
    let contract = try #require(try Sample.contracts(Sample.full).first)
    #expect(contract.agency == "northwire")
    #expect(contract.agreement == "NW-2024-07")
    #expect(contract.clauses.map(\.id) == ["4.1", "4.2", "4.5"])
    let first = contract.clauses[0]
    #expect(first.words == "The Client may publish and edit Items on its website and in its newsletter.")
    #expect(first.place.file == "wirecheck.yaml")
    #expect(first.place.position.line == 6)
    #expect(first.permits == [.publish, .rewrite])
    #expect(first.channels == [.web, .newsletter])
    #expect(first.territories.map(\.code) == ["BG"])
    #expect(first.duties.flatMap(\.forms).map(\.text) == ["Northwire", "(Northwire)", "By NAME, Northwire"])
    #expect(contract.clauses[1].services == ["sports"])
    #expect(contract.clauses[2].retentionDays == 30)
  }

  @Test func theShortFormIsOneClauseInItsOwnKeys() throws {
    let contract = try #require(
      try Sample.contracts(
        """
        - agency: meridian
          agreement: M-7
          actions: [publish, modify]
          channels: web
          territories: [BG, CA-QC]
          credit: Meridian
          excerpt: {words: 75, share: 0.5}
          retention: 14
        """
      ).first)
    #expect(contract.excerpt == nil)
    #expect(contract.clauses.map(\.id) == [nil])
    #expect(contract.clauses[0].limit == ExcerptLimit(words: 75, share: 0.5))
    #expect(
      contract.clauses[0].words == "actions: publish, modify; channels: web; territories: BG, CA-QC; "
        + "credit: Meridian; excerpt: {words: 75, share: 0.5}; retention: 14 days")
  }

  @Test func dutiesWaiversAndCasesAreRead() throws {
    let contract = try #require(
      try Sample.contracts(
        """
        - agency: northwire
          agreement: N
          clauses:
            - {id: a, text: A., permit: publish, duties: [notice, link-back, credit: Northwire], waives: [territory]}
          excerpt: {words: 75}
          cases:
            - name: full story
              given: {use: publish, channel: web, territory: BG, at: 2026-11-20T10:00:00Z}
              expect: allow-with-duty
              clause: a
        """
      ).first)
    #expect(contract.clauses[0].duties.map(\.kind) == [.notice, .linkBack, .credit])
    #expect(contract.clauses[0].waives == [.territory])
    #expect(contract.excerpt?.words == "excerpt: {words: 75}")
    #expect(contract.cases.map(\.expect) == [.allowWithDuty])
    #expect(contract.cases.map(\.at) == [Sample.noon])
  }

  /// The first and the last day count whole, in the newsroom's zone: Sofia is two hours ahead in winter, three in
  /// summer.
  @Test func theLastDayEndsWithItsNight() throws {
    let contract = try #require(try Sample.contracts(Sample.full).first)
    #expect(contract.begins?.iso8601 == "2024-06-30T21:00:00Z")
    #expect(contract.ends?.iso8601 == "2027-06-30T21:00:00Z")
    func standing(_ text: String) -> Contract.Standing { contract.standing(at: Sample.instant(text)) }
    #expect(standing("2024-06-30T20:59:59Z") == .notBegun)
    #expect(standing("2024-06-30T21:00:00Z") == .inForce)
    #expect(standing("2027-06-30T20:59:59Z") == .inForce)
    #expect(standing("2027-06-30T21:00:00Z") == .ended)
  }

  /// Contracts name uses by the words that questions do.
  @Test(arguments: [
    ("syndicate", [Action.sublicense]), ("republish", [.publish]), ("mine", [.tdm]),
    ("summarise", [.summarize]),
    ("verbatim", [.reproduce, .publish]), ("ai-training", [.trainAI]),
  ])
  func wordsForUsesAreThoseOfQuestions(_ word: String, _ actions: [Action]) throws {
    let yaml = "{agency: northwire, agreement: N, clauses: [{id: a, text: A., prohibit: [\(word)]}]}"
    #expect(try Sample.contracts(yaml).first?.clauses.first?.prohibits == actions)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var yaml: String
    var at: String
    var says: String
    var testDescription: String { says }
  }

  static let faults: [Fault] = [
    Fault(
      yaml: "agency: northwire\nagreement: N\nactions: publish\nterritory: BG", at: "4:1",
      says: "did you mean `territories`?"),
    Fault(
      yaml: "agency: northwire\nagreement: N\nactions: publish\nfrom: 2026-02-01\nuntil: 2026-01-31",
      at: "5:8",
      says: "the contract ends on 2026-01-31, before it starts on 2026-02-01"),
    Fault(
      yaml: "agency: northwire\nagreement: N\nactions: publish\nterritories: [UK]", at: "4:15",
      says: "did you mean `GB`?"),
    Fault(
      yaml: "agency: northwire\nagreement: N\nactions: publish\nterritories: [Bulgaria]", at: "4:15",
      says: "write an ISO 3166 code"),
    Fault(
      yaml: "agency: northwire\nagreement: N\nactions: publish\nchannels: [wev]", at: "4:12",
      says: "did you mean `web`?"),
    Fault(
      yaml: "agency: northwire\nagreement: N\nactions: [publsh]", at: "3:11", says: "did you mean `publish`?"),
    Fault(
      yaml:
        "agency: northwire\nagreement: N\nclauses: []\ncases:\n- {name: a, given: {use: verbatim, at: 2026-11-20}}",
      at: "5:26", says: "write one of them: reproduce, publish"),
    Fault(
      yaml: "agency: nothwire\nagreement: N\nactions: publish", at: "1:9", says: "did you mean `northwire`?"),
    Fault(yaml: "agency: northwire\nactions: publish", at: "1:1", says: "`agreement` is missing"),
    Fault(yaml: "agency: northwire\nagreement: N", at: "1:1", says: "`actions` is missing"),
    Fault(
      yaml: "agency: northwire\nagreement: N\nactions: publish\nfrom: 2026-02-30", at: "4:7",
      says: "`2026-02-30` is no day"),
    Fault(
      yaml: "agency: northwire\nagreement: N\nactions: publish\nretention: a month", at: "4:12",
      says: "write `retention: 30 days`"),
    Fault(
      yaml: "agency: northwire\nagreement: N\nactions: publish\nexcerpt: {}", at: "4:10", says: "has no limit"
    ),
    Fault(
      yaml: "agency: northwire\nagreement: N\nactions: publish\nexcerpt: {share: 10}", at: "4:18",
      says: "must be between 0 and 1"),
    Fault(
      yaml: "agency: northwire\nagreement: N\nactions: publish\nexcerpt: {words: -1}", at: "4:18",
      says: "must not be negative"),
    Fault(
      yaml: "agency: northwire\nagreement: N\nactions: publish\ncredit: '—'", at: "4:9", says: "has no words"),
    Fault(
      yaml: "agency: northwire\nagreement: N\nclauses:\n- {id: a, text: A}\n- {id: a, text: B}", at: "5:3",
      says: "the clause `a` stands twice"),
    Fault(yaml: "agency: northwire\nagreement: N\nclauses:\n- {id: a}", at: "4:3", says: "`text` is missing"),
    Fault(
      yaml: "agency: northwire\nagreement: N\nactions: publish\nclauses:\n- {id: a, text: A}", at: "3:1",
      says: "unknown key `actions`"),
  ]

  @Test(arguments: faults)
  func aFaultNamesPlaceAndNextStep(_ fault: Fault) throws {
    let thrown = #expect(throws: YAMLFault.self) { try Sample.contracts(fault.yaml) }
    let text = try #require(thrown).description
    #expect(text.hasPrefix("wirecheck.yaml:\(fault.at): "), "\(text)")
    #expect(text.contains(fault.says), "\(text)")
  }

  @Test func norwayIsACountryAndNotAnAnswer() throws {
    let contracts = try Sample.contracts(
      "{agency: northwire, agreement: 1.10, actions: publish, territories: [NO]}")
    #expect(contracts[0].clauses[0].territories.map(\.code) == ["NO"])
    #expect(contracts[0].agreement == "1.10")
  }
}

/// Days, zones and the clocks that are turned.
struct ContractCalendarTests {
  @Test(arguments: ["2026-02-28", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func daysAreReadAndWritten(_ text: String) { #expect(CalendarDay(iso: text)?.description == text) }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "0000-01-01", "",
  ])
  func whatIsNoDayIsRefused(_ text: String) { #expect(CalendarDay(iso: text) == nil) }

  @Test func daysCountFrom1970() {
    #expect(CalendarDay(iso: "1970-01-01")?.ordinal == 0)
    #expect(CalendarDay(iso: "1969-12-31")?.ordinal == -1)
    #expect(CalendarDay(iso: "2026-11-24")?.ordinal == 20_781)
  }

  /// In Beirut clocks skip midnight on the last Sunday of March; in Havana they show midnight twice in November.
  @Test(arguments: [
    ("Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z"),
    ("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z"),
    ("Pacific/Kiritimati", "2026-11-24", "2026-11-23T10:00:00Z"),
  ])
  func aDayStartsWithItsFirstInstant(_ zone: String, _ day: String, _ start: String) throws {
    let days = DayBoundary(try #require(TimeZone(identifier: zone)))
    #expect(days.start(of: try #require(CalendarDay(iso: day))).iso8601 == start)
  }
}
