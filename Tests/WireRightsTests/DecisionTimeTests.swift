import Foundation
import Testing
import WireText

@testable import WireRights

/// Tiers 1 and 2: kill, hold, embargo, release, expiry.
struct DecisionTimeTests {
  private static let free = "{agency: northwire, agreement: N, actions: [publish, rewrite, archive]}"
  private static let gate = "2026-11-20T10:00:00Z"

  private func decide(
    _ item: ItemTerms, at time: String = gate, stage: Use.Stage = .publish, _ reuse: Reuse = .verbatim
  ) throws -> Ruling {
    try Sample.engine().decide(
      on: item, contracts: try Sample.contracts(Self.free),
      use: Sample.use(reuse, at: Sample.instant(time), stage: stage)
    ).deciding
  }

  @Test(arguments: [
    ("2026-11-20T09:59:00Z", Outcome.violation), ("2026-11-20T10:00:00Z", .allow),
    ("2026-11-20T10:01:00Z", .allow),
  ])
  func anEmbargoHoldsToTheSecond(_ time: String, _ outcome: Outcome) throws {
    var item = Sample.item(Sample.seedNotice)
    item.embargo = .until(Sample.instant(Self.gate))
    let ruling = try decide(item, at: time)
    #expect(ruling.outcome == outcome)
    if outcome == .violation {
      #expect(ruling.tier == .timeGate)
      #expect(ruling.reason == .embargoed(until: Sample.instant(Self.gate)))
      #expect(ruling.terms.map(\.words) == ["embargo until \(Self.gate)"])
    }
  }

  @Test(arguments: [Reuse.rewritten, .verbatim])
  func aDraftMayBePreparedUnderEmbargo(_ reuse: Reuse) throws {
    var item = Sample.item(Sample.seedNotice)
    item.embargo = .until(Sample.instant("2026-11-21T00:00:00Z"))
    let draft = try decide(item, stage: .draft, reuse)
    #expect(draft.outcome == .allow)
    #expect(draft.notBefore?.iso8601 == "2026-11-21T00:00:00Z")
    #expect(try decide(item, reuse).outcome == .violation)
    #expect(try decide(item, .stored).outcome == .allow)
  }

  /// “To be deleted by 30 November”: what was published has to be gone by then, whatever the contract permits.
  @Test(arguments: [
    ("2026-11-29T23:59:00Z", Reuse.verbatim, Outcome.allow), ("2026-11-30T00:00:00Z", .verbatim, .violation),
    ("2026-11-30T00:00:00Z", .excerpted, .allow),
  ])
  func copiesAreToBeGoneByThen(_ time: String, _ reuse: Reuse, _ outcome: Outcome) throws {
    let words = "To be deleted by 30 November."
    let end = Constraint(.timeAfter, "2026-11-30T00:00Z")
    let order = Sample.statement(words, [(Sample.prohibit(.archive, .none, [end]), words)], holder: nil)
    let ruling = try decide(Sample.item(order), at: time, reuse)
    #expect(ruling.outcome == outcome)
    let gone = Sample.instant("2026-11-30T00:00:00Z")
    #expect(ruling.removeBy == (reuse == .verbatim && outcome == .allow ? gone : nil))
    if outcome == .violation {
      #expect(ruling.tier == .timeGate && ruling.reason == .retentionPassed(by: gone))
      #expect(ruling.terms.map(\.words) == [words])
    }
  }

  /// What may be kept with leave only says nothing of copy that a contract permits.
  @Test func whatNeedsLeaveToBeKeptHasNoEnd() throws {
    let words = "Not to be stored after 30 November without permission."
    let end = Constraint(.timeAfter, "2026-11-30T00:00Z")
    let notice = Sample.statement(
      words, [(Sample.prohibit(.archive, .withoutPermission, [end]), words)], holder: nil)
    let ruling = try decide(Sample.item(notice), at: "2026-12-01T00:00:00Z")
    #expect(ruling.outcome == .allow && ruling.removeBy == nil)
  }

  /// An order on this item to remove it, which says nothing of when, is for a person; a general notice's is not.
  @Test(arguments: [(true, Outcome.needsReview), (false, .allow)])
  func removalWithoutADay(_ isInstruction: Bool, _ outcome: Outcome) throws {
    let words = "The story must be deleted on request."
    var clause = Clause(.oblige, .delete, evidence: TextRange(0, 0))
    var item = Sample.item(Sample.statement(words, [(clause, words)], holder: nil))
    item.statements[0].isInstruction = isInstruction
    let ruling = try decide(item)
    #expect(ruling.outcome == outcome)
    #expect((ruling.reason == .removalAsked) == isInstruction)
    clause.target = "image"
    item.statements[0].statement = Sample.statement(words, [(clause, words)], holder: nil)
    #expect(try decide(item).outcome == .allow)
  }

  @Test func anEmbargoWithoutEndIsForAPerson() throws {
    for embargo in [ItemTerms.Embargo.untilReleased, .unreadable("next Monday")] {
      var item = Sample.item(Sample.seedNotice)
      item.embargo = embargo
      let ruling = try decide(item)
      #expect(ruling.outcome == .needsReview)
      #expect(ruling.tier == .timeGate)
      item.released = Sample.instant("2026-11-20T09:00:00Z")
      #expect(try decide(item).outcome == .allow)
      item.released = Sample.instant("2026-11-20T11:00:00Z")
      #expect(try decide(item).outcome == .needsReview)
    }
  }

  @Test func aLaterRefusalStandsBesideAnUnclearEmbargo() throws {
    var item = Sample.item(Sample.seedNotice)
    item.embargo = .untilReleased
    let decision = try Sample.engine().decide(on: item, contracts: [], use: Sample.use())
    #expect(decision.outcome == .violation)
    #expect(decision.deciding.doubts.map(\.tier) == [.timeGate])
  }

  private func embargoed(_ value: String, _ others: [Constraint] = []) -> RightsStatement {
    Sample.statement(
      "EMBARGOED",
      [(Sample.prohibit(.publish, .none, [Constraint(.timeBefore, value)] + others), "EMBARGOED")],
      holder: nil, advisory: .embargo)
  }

  /// Times as notices write them, a minute before and at the gate; without a zone the agency's own counts.
  @Test(arguments: [
    ("2026-11-20T06:00-04:00", "2026-11-20T09:59:00Z", "2026-11-20T10:00:00Z"),
    ("2026-11-20T10:00Z", "2026-11-20T09:59:00Z", "2026-11-20T10:00:00Z"),
    ("2026-11-20T05:00", "2026-11-20T09:59:00Z", "2026-11-20T10:00:00Z"),
    ("XXXX-11-20T05:00", "2026-11-20T09:59:00Z", "2026-11-20T10:00:00Z"),
    ("2026-11-20", "2026-11-20T04:59:00Z", "2026-11-20T05:00:00Z"),
    ("transmission+P14D", "2026-11-29T05:59:00Z", "2026-11-29T06:00:00Z"),
    ("issue+PT36H", "2026-11-16T17:59:00Z", "2026-11-16T18:00:00Z"),
    ("receipt+P1W", "2026-11-22T06:59:00Z", "2026-11-22T07:00:00Z"),
  ])
  func anEmbargoInANotice(_ value: String, _ before: String, _ after: String) throws {
    var item = Sample.item(embargoed(value))
    item.homeZone = TimeZone(identifier: "America/New_York")
    item.published = Sample.instant("2026-11-15T06:00:00Z")
    item.received = Sample.instant("2026-11-15T07:00:00Z")
    #expect(try decide(item, at: before).outcome == .violation)
    #expect(try decide(item, at: after).outcome == .allow)
  }

  @Test(arguments: [
    "unknown", "event:speech-start", "transmission+P14D", "XXXX-11-20T05:00", "2026-13-40", "receipt+PX",
  ])
  func anEmbargoThatCannotBeToldIsForAPerson(_ value: String) throws {
    let ruling = try decide(Sample.item(embargoed(value)))
    #expect(ruling.outcome == .needsReview)
    #expect(ruling.reason == .embargoUnclear(value))
  }

  /// Somewhere on earth it is already or still another hour; beyond that nothing is in doubt.
  @Test(arguments: [
    ("2026-11-19T19:59:00Z", Outcome.violation), ("2026-11-19T20:00:00Z", .needsReview),
    ("2026-11-20T21:59:00Z", .needsReview), ("2026-11-20T22:00:00Z", .allow),
  ])
  func withoutAnyZoneOnlyTheDoubtfulHoursAreForAPerson(_ time: String, _ outcome: Outcome) throws {
    #expect(try decide(Sample.item(embargoed("2026-11-20T10:00")), at: time).outcome == outcome)
  }

  /// A missing year is the next one, and the last one up to 45 days back.
  @Test(arguments: [
    ("2026-12-31T12:00:00Z", "2027-01-01T00:00:00Z"), ("2027-02-10T00:00:00Z", "2027-01-01T00:00:00Z"),
    ("2027-02-20T00:00:00Z", "2028-01-01T00:00:00Z"),
  ])
  func aMissingYearIsTheNext(_ received: String, _ gate: String) throws {
    var item = ItemTerms(agency: "northwire")
    item.received = Sample.instant(received)
    let value = try #require(TimeValue("XXXX-01-01T00:00Z"))
    let instant = Sample.instant(gate)
    #expect(value.resolved(item: item, endOfDay: false) == .span(earliest: instant, latest: instant))
  }

  @Test func anEmbargoOfOneChannelHoldsForThatChannel() throws {
    let item = Sample.item(embargoed("2026-11-21T00:00Z", [Constraint(.channel, "broadcast")]))
    let decision = try Sample.engine().decide(
      on: item,
      contracts: try Sample.contracts("{agency: northwire, agreement: N, actions: [publish, broadcast]}"),
      use: Sample.use(on: ["web", "tv"]))
    #expect(Set(decision.worst.map(\.situation.channel)) == ["tv"])
    #expect(decision.outcome == .violation)
  }

  @Test func aReleaseLiftsAnEmbargoThatIsOlder() throws {
    let release = Sample.statement("For immediate release", [], holder: nil, advisory: .release)
    func item(embargo: String, release time: String) -> ItemTerms {
      var item = Sample.item()
      item.statements = [
        SourcedStatement(embargoed("2026-12-01T00:00Z"), source: "a", issued: Sample.instant(embargo)),
        SourcedStatement(release, source: "b", issued: Sample.instant(time)),
      ]
      return item
    }
    #expect(
      try decide(item(embargo: "2026-11-19T00:00:00Z", release: "2026-11-20T00:00:00Z")).outcome == .allow)
    #expect(
      try decide(item(embargo: "2026-11-20T00:00:00Z", release: "2026-11-19T00:00:00Z")).outcome == .violation
    )
    #expect(
      try decide(item(embargo: "2026-11-19T00:00:00Z", release: "2026-11-21T00:00:00Z")).outcome == .violation
    )
  }

  @Test(arguments: [("2026-11-20T09:59:00Z", Outcome.allow), ("2026-11-20T10:00:00Z", .violation)])
  func useEndsAtItsExpiry(_ time: String, _ outcome: Outcome) throws {
    var item = Sample.item(Sample.seedNotice)
    item.expires = Sample.instant(Self.gate)
    let ruling = try decide(item, at: time)
    #expect(ruling.outcome == outcome)
    if outcome == .violation { #expect(ruling.reason == .expired(at: Sample.instant(Self.gate))) }
  }

  /// "Not after 20 November" holds to the end of that day.
  @Test(arguments: [("2026-11-20T23:59:00Z", Outcome.allow), ("2026-11-21T00:00:00Z", .violation)])
  func aDayOfExpiryCountsWhole(_ time: String, _ outcome: Outcome) throws {
    let words = "no use after 20 November"
    var item = Sample.item(
      Sample.statement(
        words, [(Sample.prohibit(.use, .none, [Constraint(.timeAfter, "2026-11-20")]), words)], holder: nil,
        advisory: .usageRestriction))
    item.homeZone = .gmt
    #expect(try decide(item, at: time).outcome == outcome)
  }

  @Test(arguments: Reuse.allCases)
  func aKillStandsAgainstAnyUse(_ reuse: Reuse) throws {
    var item = Sample.item(Sample.seedNotice)
    item.status = .withdrawn
    item.statusRecord = "kill NW-K-1 of 2026-11-20T09:00:00Z"
    for stage in Use.Stage.allCases {
      let ruling = try decide(item, stage: stage, reuse)
      #expect(ruling.outcome == .violation)
      #expect(ruling.tier == .withdrawal)
      #expect(ruling.reason == .withdrawn)
      #expect(ruling.obligations == [.remove])
      #expect(ruling.terms.map(\.words) == [item.statusRecord])
    }
  }

  @Test func aKillListsWhatItCommands() throws {
    var kill = Sample.statement("KILL. Delete and remove.", [], holder: nil, advisory: .kill)
    kill.clauses = [Action.delete, .remove].map { Clause(.oblige, $0, evidence: TextRange(6, 12)) }
    #expect(try decide(Sample.item(kill)).obligations == [.delete, .remove])
  }

  @Test func aHoldStandsAgainstPublishingOnly() throws {
    var item = Sample.item(Sample.seedNotice)
    item.status = .held
    #expect(try decide(item).outcome == .violation)
    #expect(try decide(item).reason == .held)
    #expect(try decide(item, stage: .draft).outcome == .needsReview)
    #expect(try decide(item, .stored).outcome == .needsReview)
  }

  @Test func aHoldInANoticeIsLiftedByALaterRelease() throws {
    let hold = Sample.statement(
      "HOLD",
      [(Sample.prohibit(.publish, .none, [Constraint(.timeBefore, "event:release-of-hold")]), "HOLD")],
      holder: nil, advisory: .hold)
    var item = Sample.item()
    item.statements = [
      SourcedStatement(hold, source: "ednote", issued: Sample.instant("2026-11-20T08:00:00Z"))
    ]
    #expect(try decide(item).outcome == .violation)
    item.released = Sample.instant("2026-11-20T09:00:00Z")
    #expect(try decide(item).outcome == .allow)
  }

  @Test(arguments: [
    ("2027-02-28T09:00:00Z", Outcome.allow), ("2027-03-15T09:00:00Z", .needsReview),
    ("2027-04-02T09:00:00Z", .violation),
  ])
  func aUseUntilAMonthIsForAPersonWithinIt(_ time: String, _ outcome: Outcome) throws {
    let words = "USE UNTIL MARCH 2027"
    let notice = Sample.statement(
      words, [(Sample.prohibit(.use, .none, [Constraint(.timeAfter, "2027-03")]), words)], holder: nil,
      advisory: .usageRestriction)
    #expect(try decide(Sample.item(notice), at: time).outcome == outcome)
  }

  @Test func monthsAndYearsThatAreNoneAreNoTimes() {
    for text in ["2027-13", "2027-00", "2027-3", "27-03", "0000", "XXXX-03", "2027-"] {
      #expect(TimeValue(text) == nil, "\(text)")
    }
  }
}
