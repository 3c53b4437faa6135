import Foundation
import TestSupport
import Testing
import WireText

@testable import WireRights

/// Laws that hold for every decision, tried on generated newsrooms.
struct DecisionLawTests {
  /// Draws what makes up a newsroom.
  struct Dice: RandomNumberGenerator {
    private var numbers: SplitMix

    init(seed: UInt64) { numbers = SplitMix(seed: seed) }

    mutating func next() -> UInt64 { numbers.next() }
    mutating func one<T>(of values: [T]) -> T? { values.randomElement(using: &self) }
    mutating func some<T>(of values: [T], atMost count: Int) -> [T] {
      Array(values.shuffled(using: &self).prefix(Int.random(in: 0...count, using: &self)))
    }
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
  }

  static let actions: [Action] = [
    .use, .reproduce, .publish, .broadcast, .rewrite, .modify, .excerpt, .archive, .tdm, .trainAI,
  ]
  static let channels = ["web", "print", "tv", "social"]
  static let territories = ["BG", "RO", "CA", "CA-QC"]
  static let limits: [Constraint] = [
    Constraint(.territory, "BG"), Constraint(.territory, "CA-QC"), Constraint(.territory, "BG|RO", .neq),
    Constraint(.channel, "digital"), Constraint(.channel, "print", .neq),
    Constraint(.channel, "photo-gallery"),
    Constraint(.purpose, "commercial"), Constraint(.purpose, "editorial", .neq),
    Constraint(.recipient, "third-parties"),
    Constraint(.wordLimit, "words:75", .gt), Constraint(.count, "1", .gt),
    Constraint(.timeBefore, "2026-11-21T00:00Z"),
    Constraint(.timeBefore, "unknown"), Constraint(.timeAfter, "2026-11-19T00:00Z"),
  ]

  struct Newsroom {
    var item: ItemTerms
    var contracts: [Contract]
    var use: Use
    var evidence: Evidence
    var engine: DecisionEngine
    var decision: Decision { engine.decide(on: item, contracts: contracts, use: use, evidence: evidence) }
    var outcome: Outcome { decision.outcome }
  }

  private func clause(_ dice: inout Dice) -> Clause {
    Clause(
      dice.chance(60) ? .prohibit : .permit, dice.one(of: Self.actions) ?? .use,
      condition: dice.one(of: [
        .none, .withoutPermission, .withoutWrittenPermission, .withoutAgreement, .ifDutiesMet,
      ]) ?? .none,
      constraints: dice.some(of: Self.limits, atMost: 2), evidence: TextRange(0, 4))
  }

  private func statement(_ dice: inout Dice) -> SourcedStatement {
    var statement = RightsStatement(text: "Terms of Northwire.")
    statement.isNotice = true
    statement.clauses = (0..<Int.random(in: 0...3, using: &dice)).map { _ in clause(&dice) }
    if dice.chance(50) {
      statement.holder = Holder(
        name: "Northwire", asWritten: "Northwire", agency: dice.chance(80) ? "northwire" : "meridian",
        range: TextRange(9, 18))
    }
    if dice.chance(30) { statement.allRightsReserved = TextRange(0, 5) }
    if dice.chance(20) {
      statement.licence = LicenceReference(
        id: dice.one(of: ["CC-BY-4.0", "CC-BY-NC-ND-4.0", "LicenseRef-CC"]) ?? "", evidence: TextRange(0, 5))
    }
    if dice.chance(30) {
      statement.advisory = dice.one(of: [Advisory.Kind.embargo, .usageRestriction, .release, .hold]).map {
        Advisory($0, evidence: TextRange(0, 5))
      }
    }
    if dice.chance(40) { statement.duties = [Duty(.credit, value: "Northwire", evidence: TextRange(0, 5))] }
    if dice.chance(10) { statement.isTruncated = true }
    if dice.chance(10) { statement.residue = [TextRange(0, 5)] }
    return SourcedStatement(statement, scope: dice.one(of: [.item, .feed, .site]) ?? .item, source: "field")
  }

  private func contract(_ dice: inout Dice, onlyPermits: Bool) throws -> [Contract] {
    let permit = dice.some(of: ["publish", "rewrite", "modify", "archive", "train-ai"], atMost: 4).joined(
      separator: ", ")
    let channels = dice.some(of: Self.channels, atMost: 2).joined(separator: ", ")
    let territories = dice.some(of: Self.territories, atMost: 2).joined(separator: ", ")
    let prohibit =
      onlyPermits ? "" : ", prohibit: [\(dice.some(of: ["publish", "excerpt"], atMost: 1).joined())]"
    let until = dice.chance(20) ? "2026-01-01" : "2027-01-01"
    return try Sample.contracts(
      """
      agency: northwire
      agreement: N
      until: \(until)
      clauses:
        - {id: a, text: A., permit: [\(permit)], channels: [\(channels)], territories: [\(territories)], duties: [credit: Northwire]}
        - {id: b, text: B., channels: [\(channels)]\(prohibit)}
      """)
  }

  func newsroom(_ seed: UInt64, withContract: Bool = true) throws -> Newsroom {
    var dice = Dice(seed: seed)
    var item = ItemTerms(agency: "northwire", names: ["Northwire"])
    item.statements = (0..<Int.random(in: 0...3, using: &dice)).map { _ in statement(&dice) }
    if dice.chance(15) {
      item.embargo = dice.one(of: [.untilReleased, .until(Sample.noon.advanced(bySeconds: 60))])
    }
    let words = Int.random(in: 5...300, using: &dice)
    var use = Use(
      dice.some(of: Self.actions, atMost: 2) + [dice.one(of: Self.actions) ?? .use],
      on: dice.some(of: Self.channels, atMost: 2), in: dice.some(of: Self.territories, atMost: 2),
      at: Sample.noon,
      stage: dice.chance(70) ? .publish : .draft, isCommercial: dice.one(of: [true, false, nil]) ?? nil,
      extent: Extent(words: words, sourceWords: 600, longestRun: min(words, 50), isQuoted: dice.chance(30)))
    use.count = dice.one(of: [1, 2, nil]) ?? nil
    var evidence =
      dice.chance(70) ? Sample.credited : Evidence(credits: [CreditText("By Ada", in: .field)])
    if dice.chance(40) {
      evidence.permissions = [
        Permission(
          reference: "P", grantor: "northwire", isWritten: dice.chance(50), granted: Instant(seconds: 0))
      ]
    }
    evidence.duties = [.linkBack: true, .notice: true, .licenceLink: true]
    let contracts = withContract && dice.chance(60) ? try contract(&dice, onlyPermits: false) : []
    let profile: DecisionEngine.Profile = dice.chance(50) ? .strict : .standard
    return Newsroom(
      item: item, contracts: contracts, use: use, evidence: evidence, engine: try Self.engine(profile))
  }

  private static func engine(_ profile: DecisionEngine.Profile) throws -> DecisionEngine {
    var engine = try shared.get()
    engine.profile = profile
    return engine
  }
  private static let shared = Result { try Sample.engine() }
  static let seeds: Range<UInt64> = 0..<600

  @Test func aKillNeverImprovesAnOutcome() throws {
    for seed in Self.seeds {
      var newsroom = try newsroom(seed)
      let before = newsroom.outcome
      newsroom.item.status = .withdrawn
      #expect(newsroom.outcome >= before, "seed \(seed)")
      #expect(newsroom.outcome == .violation, "seed \(seed)")
    }
  }

  @Test func aContractThatPermitsNeverWorsensWhatANoticeProhibits() throws {
    var tried = 0
    for seed in Self.seeds {
      var newsroom = try newsroom(seed, withContract: false)
      let before = newsroom.decision
      guard before.deciding.tier == .explicitProhibition else { continue }
      tried += 1
      var dice = Dice(seed: seed ^ 0xC0FFEE)
      newsroom.contracts = try contract(&dice, onlyPermits: true)
      #expect(newsroom.outcome <= before.outcome, "seed \(seed)")
    }
    #expect(tried > 20)
  }

  @Test func lessEvidenceNeverImproves() throws {
    for seed in Self.seeds {
      let full = try newsroom(seed)
      let before = full.outcome
      var poorer = full
      poorer.evidence.permissions = []
      #expect(poorer.outcome >= before, "permission, seed \(seed)")
      poorer = full
      poorer.evidence.duties = [:]
      #expect(poorer.outcome >= before, "duties, seed \(seed)")
      poorer = full
      poorer.evidence.credits = poorer.evidence.credits.map { _ in [] }
      #expect(poorer.outcome >= before, "credit, seed \(seed)")
    }
  }

  /// Where a use is allowed without a fact, it is allowed whatever the fact turns out to be.
  @Test func whatIsUnknownNeverAllows() throws {
    var allowed = (channel: 0, territory: 0, commerce: 0)
    for seed in Self.seeds {
      let known = try newsroom(seed)
      var unknown = known
      unknown.use.channels = []
      if unknown.outcome <= .allowWithDuty {
        allowed.channel += 1
        for channel in Self.channels + ["radio", "newsletter", "photo-gallery"] {
          var certain = unknown
          certain.use.channels = [channel]
          #expect(certain.outcome <= .allowWithDuty, "channel \(channel), seed \(seed)")
        }
      }
      unknown = known
      unknown.use.territories = []
      if unknown.outcome <= .allowWithDuty {
        allowed.territory += 1
        for territory in Self.territories + ["US", "worldwide"] {
          var certain = unknown
          certain.use.territories = [territory]
          #expect(certain.outcome <= .allowWithDuty, "territory \(territory), seed \(seed)")
        }
      }
      unknown = known
      unknown.use.isCommercial = nil
      unknown.use.count = nil
      if unknown.outcome <= .allowWithDuty {
        allowed.commerce += 1
        for isCommercial in [true, false] {
          for count in [1, 2] {
            var certain = unknown
            certain.use.isCommercial = isCommercial
            certain.use.count = count
            #expect(
              certain.outcome <= .allowWithDuty, "commercial \(isCommercial), count \(count), seed \(seed)")
          }
        }
      }
    }
    #expect(allowed.channel > 20 && allowed.territory > 20 && allowed.commerce > 20, "\(allowed)")
  }

  /// A gate that opens later, or closes earlier, never improves an outcome.
  @Test func tighterGatesNeverImprove() throws {
    for seed in Self.seeds {
      var newsroom = try newsroom(seed)
      var outcomes: [Outcome] = []
      for seconds: Int64 in [-60, 0, 60] {
        newsroom.item.embargo = .until(Sample.noon.advanced(bySeconds: seconds))
        outcomes.append(newsroom.outcome)
      }
      newsroom.item.embargo = .untilReleased
      let unknown = newsroom.outcome
      #expect(outcomes == outcomes.sorted(), "seed \(seed)")
      #expect(unknown >= outcomes[0], "seed \(seed)")
      newsroom.item.embargo = nil
      outcomes = []
      for seconds: Int64 in [60, 0, -60] {
        newsroom.item.expires = Sample.noon.advanced(bySeconds: seconds)
        outcomes.append(newsroom.outcome)
      }
      #expect(outcomes == outcomes.sorted(), "seed \(seed)")
    }
  }

  /// In whatever order statements, clauses and contracts come, the outcome is the same.
  @Test func orderDoesNotMatter() throws {
    for seed in Self.seeds {
      let newsroom = try newsroom(seed)
      var shuffled = newsroom
      var dice = Dice(seed: seed ^ 0x5EED)
      shuffled.item.statements.shuffle(using: &dice)
      for index in shuffled.item.statements.indices {
        shuffled.item.statements[index].statement.clauses.shuffle(using: &dice)
        shuffled.item.statements[index].statement.duties.shuffle(using: &dice)
      }
      shuffled.contracts.shuffle(using: &dice)
      #expect(shuffled.outcome == newsroom.outcome, "seed \(seed)")
      shuffled.item.agency = nil
      var unordered = shuffled
      unordered.item.statements.reverse()
      #expect(unordered.outcome == shuffled.outcome, "without agency, seed \(seed)")
    }
  }

  /// Leave of any kind, on file, by contract or by a notice, does not lift withdrawals, gates and restrictions.
  @Test func noLeaveLiftsWithdrawalsGatesAndRestrictions() throws {
    var tried = 0
    for seed in Self.seeds {
      var newsroom = try newsroom(seed, withContract: false)
      newsroom.evidence.permissions = []
      let before = newsroom.decision
      guard before.deciding.tier <= .itemRestriction, before.outcome >= .needsReview else { continue }
      tried += 1
      newsroom.evidence.permissions = [
        Permission(
          reference: "P", grantor: "northwire", isWritten: true, granted: Instant(seconds: 0),
          actions: Set(Action.allCases))
      ]
      newsroom.contracts = try Sample.contracts(
        "{agency: northwire, agreement: N, actions: [\(Action.allCases.map(\.rawValue).joined(separator: ", "))]}"
      )
      var leave = RightsStatement(text: "Anyone may use this.")
      leave.isNotice = true
      leave.clauses = [Clause(.permit, .use, evidence: TextRange(0, 6))]
      newsroom.item.statements.append(SourcedStatement(leave, source: "field"))
      #expect(newsroom.outcome >= before.outcome, "seed \(seed)")
    }
    #expect(tried > 20)
  }

  /// What a notice says against a use besides, or in words that nobody understood, or by breaking off, never improves it.
  @Test func moreAgainstAUseNeverImproves() throws {
    var tried = 0
    for seed in Self.seeds {
      let newsroom = try newsroom(seed)
      guard let index = newsroom.item.statements.indices.first else { continue }
      tried += 1
      let before = newsroom.outcome
      func after(_ change: (inout RightsStatement) -> Void) -> Outcome {
        var worse = newsroom
        change(&worse.item.statements[index].statement)
        return worse.outcome
      }
      for action in [Action.use, .publish, .excerpt] {
        let bar = Clause(.prohibit, action, evidence: TextRange(0, 4))
        #expect(after { $0.clauses.append(bar) } >= before, "bar on \(action), seed \(seed)")
      }
      #expect(after { $0.residue.append(TextRange(0, 5)) } >= before, "residue, seed \(seed)")
      // A permit whose condition is not met refuses what silence leaves to a person.
      let least = min(before, .needsReview)
      #expect(after { $0.isTruncated = true } >= least, "truncated, seed \(seed)")
      #expect(after { $0.clauses.removeAll { $0.effect == .permit } } >= least, "no permits, seed \(seed)")
      for kind in [Advisory.Kind.kill, .hold] {
        var worse = newsroom
        var order = RightsStatement(text: "Kill.")
        order.isNotice = true
        order.advisory = Advisory(kind, evidence: TextRange(0, 5))
        order.clauses = [Clause(.prohibit, .use, evidence: TextRange(0, 5))]
        worse.item.statements.append(SourcedStatement(order, source: "field", isInstruction: true))
        #expect(worse.outcome >= before, "\(kind), seed \(seed)")
      }
    }
    #expect(tried > 100)
  }

  /// Knowing less of the use, its extent, its service or its permissions, never turns a refusal into leave.
  @Test func lessKnowledgeNeverAllows() throws {
    var refused = 0
    for seed in Self.seeds {
      let full = try newsroom(seed)
      guard full.outcome > .allowWithDuty else { continue }
      refused += 1
      for part in 0..<4 {
        var poorer = full
        switch part {
        case 0: poorer.use.extent = Extent()
        case 1: poorer.use.purposes = []
        case 2: poorer.use.recipients = []
        default: poorer.item.services = nil
        }
        #expect(poorer.outcome > .allowWithDuty, "part \(part), seed \(seed)")
      }
    }
    #expect(refused > 20)
  }

  /// The whole is the worst of its parts, every ruling says why, and the same input gives the same decision.
  @Test func decisionsExplainThemselves() throws {
    for seed in Self.seeds {
      let newsroom = try newsroom(seed)
      let decision = newsroom.decision
      #expect(decision.outcome == decision.rulings.map(\.outcome).max(), "seed \(seed)")
      #expect(decision == newsroom.decision, "seed \(seed)")
      for ruling in decision.rulings {
        #expect(ruling.trace.contains { $0.tier == ruling.tier }, "seed \(seed)")
        #expect(ruling.outcome != .violation || !ruling.terms.isEmpty, "seed \(seed)")
        #expect(!ruling.summary.isEmpty)
        for word in ["stole", "plagiar", "illegal", "violat"] { #expect(!ruling.summary.contains(word)) }
      }
    }
  }
}
