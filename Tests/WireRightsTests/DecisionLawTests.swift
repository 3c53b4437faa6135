import Foundation
import Testing
import WireText

@testable import WireRights

/// Laws that hold for every decision, tried on generated newsrooms.
struct DecisionLawTests {
  /// A small generator with a fixed seed, so that a failure can be run again.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    /// Source: splitmix64.
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
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

  private func newsroom(_ seed: UInt64, withContract: Bool = true) throws -> Newsroom {
    var dice = Dice(state: seed)
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
    var evidence = dice.chance(70) ? Sample.credited : Evidence(credits: CreditPlaces(fields: ["By Ada"]))
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
  private static let seeds: Range<UInt64> = 0..<300

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
    for seed in Self.seeds {
      var newsroom = try newsroom(seed, withContract: false)
      let before = newsroom.decision
      guard before.deciding.tier == .explicitProhibition else { continue }
      var dice = Dice(state: seed ^ 0xC0FFEE)
      newsroom.contracts = try contract(&dice, onlyPermits: true)
      #expect(newsroom.outcome <= before.outcome, "seed \(seed)")
    }
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
      poorer.evidence.credits = poorer.evidence.credits.map { _ in CreditPlaces() }
      #expect(poorer.outcome >= before, "credit, seed \(seed)")
    }
  }

  /// Where a use is allowed without a fact, it is allowed whatever the fact turns out to be.
  @Test func whatIsUnknownNeverAllows() throws {
    for seed in Self.seeds {
      let known = try newsroom(seed)
      var unknown = known
      unknown.use.channels = []
      if unknown.outcome <= .allowWithDuty {
        for channel in Self.channels + ["radio", "newsletter", "photo-gallery"] {
          var certain = unknown
          certain.use.channels = [channel]
          #expect(certain.outcome <= .allowWithDuty, "channel \(channel), seed \(seed)")
        }
      }
      unknown = known
      unknown.use.territories = []
      if unknown.outcome <= .allowWithDuty {
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
