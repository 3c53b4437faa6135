import Testing
import WireText

@testable import WireRights

/// How far contracts reach: the reasons that rules tell apart.
struct ContractReachTests {
  private func decide(
    _ yaml: String, _ use: Use, services: [String]? = ["news"], notice: RightsStatement = Sample.seedNotice
  ) throws -> Decision {
    var item = Sample.item(notice)
    item.services = services
    return try Sample.engine().decide(
      on: item, contracts: try Sample.contracts(yaml), use: use, evidence: Sample.credited)
  }

  private func gaps(_ decision: Decision) -> Set<Coverage.Gap>? {
    if case .notCovered(_, let gaps) = decision.deciding.coverage { return gaps }
    return nil
  }

  @Test func theTerritoryIsMissing() throws {
    let decision = try decide(Sample.full, Sample.use(in: ["US"]))
    #expect(decision.outcome == .violation)
    #expect(decision.deciding.tier == .explicitProhibition)
    #expect(gaps(decision) == [.territory])
  }

  @Test func theChannelIsMissing() throws {
    #expect(gaps(try decide(Sample.full, Sample.use(on: ["print"]))) == [.channel])
  }

  @Test func bothAreMissing() throws {
    #expect(gaps(try decide(Sample.full, Sample.use(on: ["print"], in: ["US"]))) == [.channel, .territory])
  }

  @Test func theActionIsMissing() throws {
    #expect(gaps(try decide(Sample.full, Sample.use(.translated))) == [.action])
  }

  /// One channel of several is refused; the others stand.
  @Test func everyChannelHasItsOwnRuling() throws {
    let decision = try decide(Sample.full, Sample.use(on: ["web", "social"]))
    #expect(decision.outcome == .violation)
    #expect(Set(decision.worst.map(\.situation.channel)) == ["social"])
    #expect(
      decision.rulings.filter { $0.situation.channel == "web" }.allSatisfy { $0.outcome == .allowWithDuty })
  }

  @Test(arguments: [("2027-06-30T20:59:00Z", true), ("2027-06-30T21:00:00Z", false)])
  func thePeriodIsOver(_ time: String, _ isInForce: Bool) throws {
    let decision = try decide(Sample.full, Sample.use(at: Sample.instant(time)))
    #expect(decision.outcome == (isInForce ? .allowWithDuty : .violation))
    if case .notInForce(let term, let standing) = decision.deciding.coverage {
      #expect(!isInForce)
      #expect(standing == .ended)
      #expect(term.words == "agreement: NW-2024-07, from: 2024-07-01, until: 2027-06-30")
    } else {
      #expect(isInForce)
    }
  }

  /// Beside an ended contract that permitted the use, one for another channel is not what is missing.
  @Test(arguments: [("web", true), ("mobile", false)])
  func theContractThatEndedIsTold(_ channel: String, _ isEnded: Bool) throws {
    let print = """

      - agency: northwire
        agreement: NW-2027-08
        from: 2027-07-01
        clauses:
          - id: "1"
            text: The Client may publish Items in its newspaper.
            permit: [publish]
            channels: [print]
            territories: [BG]
      """
    let use = Sample.use(on: [channel], at: Sample.instant("2027-08-01T12:00:00Z"))
    let decision = try decide(Sample.full + print, use)
    #expect(decision.outcome == .violation)
    if case .notInForce(let term, .ended) = decision.deciding.coverage {
      #expect(isEnded && term.words.contains("NW-2024-07"))
    } else {
      #expect(!isEnded && gaps(decision) == [.channel])
    }
  }

  @Test func thePeriodHasNotBegun() throws {
    let decision = try decide(Sample.full, Sample.use(at: Sample.instant("2024-06-01T00:00:00Z")))
    guard case .notInForce(_, .notBegun) = decision.deciding.coverage else {
      Issue.record("\(decision.deciding.coverage)")
      return
    }
  }

  @Test func aContractWithAnotherAgencyIsNone() throws {
    let other = "{agency: meridian, agreement: M, actions: [publish, rewrite, modify]}"
    #expect(try decide(other, Sample.use()).deciding.coverage == .noContract)
  }

  @Test func aProhibitionBeatsAPermit() throws {
    let decision = try decide(Sample.full, Sample.use(), services: ["Sports"])
    #expect(decision.outcome == .violation)
    let ruling = try #require(decision.rulings.first { $0.situation.action == .publish })
    #expect(ruling.reason == .contractProhibits)
    #expect(ruling.terms.first?.words == "Items of the Sports service may not be republished online.")
  }

  @Test func anUnknownServiceIsForAPerson() throws {
    let decision = try decide(Sample.full, Sample.use(), services: nil)
    #expect(decision.outcome == .needsReview)
    #expect(decision.deciding.reason == .contractUnclear([.service]))
  }

  @Test(arguments: [([], ["BG"]), (["web"], [])] as [([String], [String])])
  func anUnknownPlaceIsForAPerson(_ channels: [String], _ territories: [String]) throws {
    let decision = try decide(Sample.full, Sample.use(on: channels, in: territories))
    #expect(decision.outcome == .needsReview)
    guard case .unclear = decision.deciding.coverage else {
      Issue.record("\(decision.deciding.coverage)")
      return
    }
  }

  @Test(arguments: [(75, Outcome.allowWithDuty), (76, .violation), (nil, .needsReview)] as [(Int?, Outcome)])
  func theShortFormLimitsExcerpts(_ words: Int?, _ outcome: Outcome) throws {
    let yaml = "{agency: northwire, agreement: N, actions: publish, credit: Northwire, excerpt: {words: 75}}"
    let extent = Extent(words: words, sourceWords: 800, longestRun: 75, isQuoted: false)
    let decision = try decide(yaml, Sample.use(extent: extent))
    #expect(decision.outcome == outcome)
    if outcome == .violation { #expect(decision.deciding.reason == .excerptExceeded(taken: 76, limit: 75)) }
  }

  @Test(arguments: [(0.1, 80, Outcome.allowWithDuty), (0.1, 81, .violation)])
  func aShareIsCountedInWordsOfTheItem(_ share: Double, _ words: Int, _ outcome: Outcome) throws {
    let yaml =
      "{agency: northwire, agreement: N, actions: publish, credit: Northwire, excerpt: {share: \(share)}}"
    let extent = Extent(words: words, sourceWords: 800, longestRun: 20, isQuoted: false)
    #expect(try decide(yaml, Sample.use(extent: extent)).outcome == outcome)
  }

  /// In the long form `excerpt` is leave for short passages where no clause permits more, in any channel.
  @Test(arguments: [
    ("web", 500, Outcome.allowWithDuty), ("print", 75, .allowWithDuty), ("print", 76, .violation),
  ])
  func theLongFormLeavesExcerptsFree(_ channel: String, _ words: Int, _ outcome: Outcome) throws {
    let extent = Extent(words: words, sourceWords: 800, longestRun: 75, isQuoted: false)
    let use = Sample.use(on: [channel], extent: extent)
    #expect(try decide(Sample.full + "\n  excerpt: {words: 75}", use).outcome == outcome)
  }

  /// That leave does not hold against a clause that refuses to publish there.
  @Test(arguments: [("print", Outcome.needsReview), ("broadcast", .allowWithDuty)])
  func aClauseRefusesExcerptsToo(_ channel: String, _ outcome: Outcome) throws {
    let yaml = """
      - agency: northwire
        agreement: N
        clauses:
          - {id: "1", text: Items may stand on the website., permit: [publish], channels: [web]}
          - {id: "2", text: Items may not be printed., prohibit: [publish], channels: [print]}
        excerpt: {words: 75}
      """
    var use = Use([.excerpt], on: [channel], in: ["BG"], at: Sample.noon)
    use.extent = Extent(words: 60, sourceWords: 800, longestRun: 60, isQuoted: false)
    #expect(try decide(yaml, use, notice: Sample.statement("© 2026 Northwire")).outcome == outcome)
  }

  @Test(arguments: [(29, Outcome.allowWithDuty), (30, .violation)] as [(Int64, Outcome)])
  func retentionEnds(_ days: Int64, _ outcome: Outcome) throws {
    var use = Sample.use()
    use.firstPublished = Sample.noon.advanced(bySeconds: -days * 86_400)
    let decision = try decide(Sample.full, use)
    #expect(decision.outcome == outcome)
    #expect(decision.deciding.removeBy == use.firstPublished?.advanced(bySeconds: 30 * 86_400))
    if outcome == .violation { #expect(decision.deciding.reason == .retentionPassed(by: Sample.noon)) }
  }

  private static let retentions = """
    - agency: northwire
      agreement: N
      clauses:
        - {id: "1", text: Items may stand on the website for 30 days., permit: [publish], channels: [web], retention: 30 days}
        - {id: "2", text: Items may be archived for five years., permit: [archive], retention: 1825 days}
        - {id: "3", text: Items may be printed., permit: [publish], channels: [print]}
        - {id: "4", text: Newsletters are deleted after a week., channels: [newsletter], retention: 7 days}
        - {id: "5", text: Items may go into newsletters., permit: [publish], channels: [newsletter]}
    """

  /// A clause's retention holds for what the clause permits, and for every act where it permits nothing.
  @Test(
    arguments: [
      (Action.publish, "web", 30), (.archive, "web", 1825), (.publish, "print", nil),
      (.publish, "newsletter", 7),
    ] as [(Action, String, Int64?)])
  func aRetentionHoldsForItsOwnAct(_ action: Action, _ channel: String, _ days: Int64?) throws {
    let use = Use([action], on: [channel], in: ["BG"], at: Sample.noon)
    let decision = try decide(Self.retentions, use)
    #expect(decision.deciding.removeBy == days.map { Sample.noon.advanced(bySeconds: $0 * 86_400) })
  }

  @Test func anotherHolderInTheNoticeIsForAPerson() throws {
    let words = "may not be published without permission"
    let foreign = Sample.statement(
      "© 2026 Ostrava Picture Desk, \(words)", [(Sample.prohibit(.publish, .withoutPermission), words)],
      holder: "Ostrava Picture Desk", agency: nil)
    let decision = try decide(Sample.full, Sample.use(), notice: foreign)
    #expect(decision.outcome == .needsReview)
    #expect(decision.deciding.reason == .holderUnclear("Ostrava Picture Desk"))
  }

  @Test(arguments: ["Northwire News Agency", "Northwire"])
  func theAgencyIsKnownByItsNames(_ holder: String) throws {
    let words = "may not be published without permission"
    let own = Sample.statement(
      "© 2026 \(holder), \(words)", [(Sample.prohibit(.publish, .withoutPermission), words)], holder: holder,
      agency: nil)
    #expect(try decide(Sample.full, Sample.use(), notice: own).outcome == .allowWithDuty)
  }

  /// Two known agencies in one item: both have to be satisfied.
  @Test func everyHolderHasToBeSatisfied() throws {
    let words = "may not be published without permission"
    let other = Sample.statement(
      "© 2026 Meridian, \(words)", [(Sample.prohibit(.publish, .withoutPermission), words)],
      holder: "Meridian",
      agency: "meridian")
    var item = Sample.item(Sample.seedNotice, other)
    item.services = ["news"]
    let one = try Sample.contracts(Sample.full)
    let two = try Sample.contracts(
      "{agency: meridian, agreement: M, actions: [publish, modify], credit: Meridian}")
    let engine = try Sample.engine()
    #expect(engine.decide(on: item, contracts: one, use: Sample.use()).outcome == .violation)
    #expect(engine.decide(on: item, contracts: one + two, use: Sample.use()).outcome == .allowWithDuty)
  }

  private static let fresh = """
    - agency: northwire
      agreement: NW-2024-07
      clauses:
        - {id: "1", text: Items may be published within 90 days of their release., permit: [publish], within: 90 days}
        - {id: "2", text: The first three paragraphs may stand for good., permit: [excerpt], excerpt: {paragraphs: 3}}
    """

  /// A clause that ends with the item's age counts from the agency's own publication.
  @Test(
    arguments: [
      ("2026-11-01T10:00:00Z", Outcome.allow), ("2026-08-22T10:00:01Z", .allow),
      ("2026-08-22T10:00:00Z", .violation),
      (nil, .needsReview),
    ] as [(String?, Outcome)])
  func theItemsAgeCounts(_ published: String?, _ expected: Outcome) throws {
    var item = Sample.item(Sample.seedNotice)
    item.published = published.map(Sample.instant)
    let decision = try Sample.engine().decide(
      on: item, contracts: try Sample.contracts(Self.fresh), use: Sample.use(), evidence: Sample.credited)
    #expect(decision.outcome == expected)
    #expect(gaps(decision) == (expected == .violation ? [.age] : nil))
  }

  /// More words than opening paragraphs hold are for a person.
  @Test(arguments: [(225, Outcome.allow), (226, .needsReview), (5000, .needsReview)])
  func theOpeningHasASize(_ words: Int, _ expected: Outcome) throws {
    let extent = Extent(words: words, sourceWords: 5200, longestRun: words, isQuoted: false)
    let use = Use(
      [.excerpt], on: ["web"], in: ["BG"], at: Sample.noon, stage: .publish, isCommercial: true,
      extent: extent)
    #expect(try decide(Self.fresh, use).outcome == expected)
  }
}
