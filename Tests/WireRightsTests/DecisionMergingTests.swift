import Testing
import WireText

@testable import WireRights

/// Several notices, several holders, several licences on one item, and what a licence's version adds.
struct DecisionMergingTests {
  private func decide(
    _ statements: [SourcedStatement], contract: String? = nil, _ use: Use = Sample.use(),
    evidence: Evidence = Sample.credited, profile: DecisionEngine.Profile = .standard
  ) throws -> Decision {
    var item = ItemTerms(agency: "northwire", names: ["Northwire"], statements: statements)
    item.services = ["news"]
    return try Sample.engine(profile).decide(
      on: item, contracts: try contract.map { try Sample.contracts($0) } ?? [], use: use, evidence: evidence)
  }

  private func sourced(
    _ words: String, _ clauses: [Clause], scope: SourcedStatement.Scope = .item, issued: Instant? = nil,
    duties: [Duty] = [], licence: String? = nil
  ) -> SourcedStatement {
    SourcedStatement(
      Sample.statement(
        words, clauses.map { ($0, words) }, holder: nil, licence: licence, duties: duties),
      scope: scope, source: "body", issued: issued)
  }

  // MARK: Notices of one holder

  @Test func theMoreSpecificAndTheLaterNoticeDecide() throws {
    let permit = [Sample.permit(.publish)]
    let ban = [Sample.prohibit(.publish)]
    let earlier = Sample.noon.advanced(bySeconds: -60)
    func outcome(_ statements: SourcedStatement...) throws -> Outcome { try decide(statements).outcome }
    #expect(try outcome(sourced("free", permit), sourced("not free", ban, scope: .site)) == .allow)
    #expect(try outcome(sourced("free", permit, scope: .feed), sourced("not free", ban)) == .violation)
    #expect(
      try outcome(
        sourced("free", permit, issued: Sample.noon), sourced("not free", ban, issued: earlier)) == .allow)
    #expect(
      try outcome(
        sourced("free", permit, issued: earlier), sourced("not free", ban, issued: Sample.noon)) == .violation
    )
    // Without dates they weigh the same, and what any of them prohibits is prohibited.
    #expect(try outcome(sourced("free", permit), sourced("not free", ban)) == .violation)
  }

  @Test func dutiesOfEqualNoticesAreOwedTogether() throws {
    let link = Duty(.linkBack, value: nil, evidence: TextRange(0, 4))
    let credit = Duty(.credit, value: "Northwire", evidence: TextRange(0, 4))
    let decision = try decide([
      sourced("free", [Sample.permit(.publish)], duties: [credit]),
      sourced("link please", [], duties: [link, credit]),
      sourced("site", [], scope: .site, duties: [Duty(.noAds, value: nil, evidence: TextRange(0, 4))]),
    ])
    #expect(decision.outcome == .allowWithDuty)
    #expect(decision.deciding.duties.map(\.kind) == [.credit, .linkBack])
  }

  @Test func anyPermitThatHoldsIsLeave() throws {
    let credit = Duty(.credit, value: "Meridian", evidence: TextRange(0, 4))
    let statement = sourced(
      "free for a credit; free", [Sample.permit(.publish, .ifDutiesMet), Sample.permit(.publish)],
      duties: [credit])
    var reversed = statement
    reversed.statement.clauses.reverse()
    for statement in [statement, reversed] { #expect(try decide([statement]).outcome == .allowWithDuty) }
  }

  // MARK: Several holders

  private func holders(_ agencies: String?...) -> SourcedStatement {
    var statement = Sample.seedNotice
    statement.holder?.agency = agencies[0]
    statement.coHolders = agencies.dropFirst().map { agency in
      Holder(
        name: agency ?? "Harbour Pictures", asWritten: "Northwire", agency: agency, range: TextRange(15, 24))
    }
    return SourcedStatement(statement, source: "body")
  }

  private static let own = "{agency: northwire, agreement: N, actions: [publish, reproduce]}"
  private static let both = "[\(own), {agency: meridian, agreement: M, actions: [publish, reproduce]}]"

  @Test func everyHolderHasToBeSatisfied() throws {
    let shared = holders("northwire", "meridian")
    #expect(try decide([shared], contract: Self.own).outcome == .violation)
    #expect(try decide([shared], contract: Self.both).outcome == .allow)
    #expect(try decide([holders("northwire")], contract: Self.own).outcome == .allow)
    #expect(try decide([holders("meridian")], contract: Self.own).outcome == .violation)
  }

  /// What names nobody may be anybody's, where nothing says whose item it is.
  @Test func anItemFromNowhereBelongsToAllItNames() throws {
    var item = ItemTerms(
      agency: nil,
      statements: [
        holders("northwire"), holders("meridian"), sourced("BULGARIA OUT", [Sample.prohibit(.resell)]),
      ])
    item.services = ["news"]
    for contract in [Self.own, Self.both] {
      let decision = try Sample.engine().decide(
        on: item, contracts: try Sample.contracts(contract), use: Sample.use())
      #expect(decision.outcome == (contract == Self.both ? .allow : .violation))
    }
  }

  // MARK: Licences

  @Test func theStricterOfTwoLicencesHolds() throws {
    let free = sourced("CC BY", [], licence: "CC-BY-4.0")
    let bound = sourced("CC BY-NC", [], licence: "CC-BY-NC-4.0")
    let unclear = sourced("Creative Commons", [], licence: "LicenseRef-CC")
    for statements in [[free, bound], [bound, free]] {
      #expect(try decide(statements).deciding.reason == .licenceForbidsCommercialUse("CC-BY-NC-4.0"))
    }
    for statements in [[free, unclear], [unclear, free]] {
      #expect(try decide(statements).outcome == .allowWithDuty)
    }
  }

  @Test(arguments: [
    ("CC-BY-4.0", "cured within 30 days"), ("CC-BY-3.0-DE", "ends the licence for good"),
    ("https://creativecommons.org/licenses/by/2.0/", "ends the licence for good"),
    ("LicenseRef-CC-BY", "cured within 30 days"),
  ])
  func aVersionAddsWhatItSays(_ licence: String, _ words: String) throws {
    let trace = try decide([sourced("licence", [], licence: licence)]).deciding.trace
    let notes = trace.filter { $0.reason == .licenceNotes(licence) }.flatMap(\.terms).map(\.words)
    #expect(notes.contains { $0.contains(words) }, "\(notes)")
    let others = ["cured within 30 days", "ends the licence for good"].filter { $0 != words }
    #expect(!notes.contains { note in others.contains { note.contains($0) } })
  }

  /// Advertising around the copy is for a person, unless the newsroom counts its site as commercial.
  @Test(arguments: [
    (Purpose.adSupported, Bool?.some(false), Outcome.needsReview), (.paywalled, nil, .needsReview),
    (.adSupported, true, .violation), (.advertising, false, .violation),
    (.newsReporting, false, .allowWithDuty),
  ])
  func paidPagesUnderNonCommercialLicences(_ purpose: Purpose, _ isCommercial: Bool?, _ outcome: Outcome)
    throws
  {
    var use = Sample.use()
    use.purposes = [purpose]
    use.isCommercial = isCommercial
    #expect(try decide([sourced("CC BY-NC", [], licence: "CC-BY-NC-4.0")], use).outcome == outcome)
  }

  // MARK: Facts, small extracts, reservations

  @Test(arguments: [
    (Action.use, 0.1, Outcome.needsReview), (.use, 0.9, .violation), (.rewrite, 0.1, .violation),
    (.derive, 0.1, .violation), (.publish, 0.1, .needsReview),
  ])
  func newWordsForFactsAreFreeUnlessNamed(_ banned: Action, _ similarity: Double, _ outcome: Outcome) throws {
    let use = Sample.use(.rewritten, extent: Extent(words: 90, similarity: similarity))
    let decision = try decide(
      [sourced("not without permission", [Sample.prohibit(banned, .withoutPermission)])], use)
    #expect(decision.outcome == outcome)
  }

  @Test(arguments: [
    ("eu", 8, Outcome.allow), ("eu", 9, .violation), ("de", 8, .violation), ("us", 3, .violation),
  ])
  func veryShortExtractsAreAKnob(_ profile: String, _ words: Int, _ outcome: Outcome) throws {
    var engine = try Sample.engine()
    engine.quotation = try Sample.limits(profile)
    let use = Sample.use(extent: Extent(words: words, sourceWords: 400, longestRun: words, isQuoted: false))
    func outcomeOn(_ item: ItemTerms) -> Outcome { engine.decide(on: item, contracts: [], use: use).outcome }
    #expect(
      outcomeOn(
        Sample.item(Sample.statement("may not be used", [(Sample.prohibit(.use), "may not be used")])))
        == outcome)
    var killed = Sample.item(Sample.seedNotice)
    killed.status = .withdrawn
    #expect(outcomeOn(killed) == .violation)
    if outcome == .allow {
      let refused = Sample.statement("may not be quoted", [(Sample.prohibit(.excerpt), "may not be quoted")])
      #expect(outcomeOn(Sample.item(refused)) > .allowWithDuty)
    }
  }

  @Test func oneReservedRightReservesTheRestByDefault() throws {
    let reserved = sourced("Riproduzione riservata", [Sample.prohibit(.reproduce, .withoutPermission)])
    let use = Use([.publish], on: ["web"], in: ["BG"], at: Sample.noon)
    #expect(try decide([reserved], use, profile: .strict).outcome == .violation)
    #expect(try decide([reserved], use).outcome == .needsReview)
    var year = RightsStatement(text: "© 2026")
    year.isNotice = true
    year.years = [2026]
    #expect(
      try decide([SourcedStatement(year, source: "body")], use, profile: .strict).deciding.reason == .reserved
    )
  }

  @Test(arguments: [
    (Reuse.verbatim, ["web"], [Action.reproduce, .publish]),
    (.verbatim, ["tv"], [.reproduce, .publish, .broadcast]),
    (.verbatim, ["feed"], [.reproduce, .publish, .redistribute]),
    (.verbatim, ["web", "ai"], [.reproduce, .publish, .aiInput]),
    (.edited, ["web"], [.reproduce, .publish, .modify]),
    (.rewritten, ["web"], [.rewrite]), (.translated, ["web"], [.translate]),
    (.summarised, ["web"], [.summarize]),
    (.excerpted, ["web"], [.excerpt]), (.stored, [], [.archive]), (.prompted, [], [.aiInput]),
    (.trainedOn, [], [.trainAI, .tdm]),
  ])
  func reuseBecomesActions(_ reuse: Reuse, _ channels: [String], _ actions: [Action]) {
    #expect(Use.actions(for: reuse, on: channels) == actions)
    #expect(Use.actions(named: reuse.rawValue, on: channels) == actions)
  }
}
