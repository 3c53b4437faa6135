import Policies
import Testing
import WireText

@testable import WireRights

/// Limits of clauses: sets, parts of territories, families of channels, and what is not known.
struct DecisionConstraintTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var limit: Constraint
    var channel: String? = "web"
    var territory: String? = "BG"
    /// Whether a prohibition with this limit reaches the use, and whether a permit does.
    var prohibits: Truth
    var permits: Truth
    var testDescription: String {
      "\(limit.kind) \(limit.comparison) \(limit.value) on \(channel ?? "?") in \(territory ?? "?")"
    }

    init(
      _ limit: Constraint, channel: String? = "web", territory: String? = "BG", _ prohibits: Truth,
      permits: Truth? = nil
    ) {
      self.limit = limit
      self.channel = channel
      self.territory = territory
      self.prohibits = prohibits
      self.permits = permits ?? prohibits
    }
  }

  static let examples: [Example] = [
    // Territories: parts, wholes, sets, everything but.
    Example(Constraint(.territory, "BG"), .yes),
    Example(Constraint(.territory, "RO"), .no),
    Example(Constraint(.territory, "RO|BG"), .yes),
    Example(Constraint(.territory, "worldwide"), .yes),
    Example(Constraint(.territory, "CA"), territory: "CA-QC", .yes),
    Example(Constraint(.territory, "CA-QC"), territory: "CA", .yes, permits: .no),
    Example(Constraint(.territory, "CA-QC"), territory: "CA-ON", .no),
    Example(Constraint(.territory, "IT"), territory: "worldwide", .yes, permits: .no),
    Example(Constraint(.territory, "IT", .neq), territory: "worldwide", .yes, permits: .no),
    Example(Constraint(.territory, "IT", .neq), .yes),
    Example(Constraint(.territory, "IT", .neq), territory: "IT", .no),
    Example(Constraint(.territory, "GB|US|IE|CA", .neq), territory: "CA-QC", .no),
    Example(Constraint(.territory, "BG"), territory: nil, .unknown),
    Example(Constraint(.territory, "BG"), territory: "Sofia", .unknown),
    Example(Constraint(.territory, "Sofia"), .unknown),
    // Channels: families, sets, names that are no channel.
    Example(Constraint(.channel, "web"), .yes),
    Example(Constraint(.channel, "print"), .no),
    Example(Constraint(.channel, "print|web"), .yes),
    Example(Constraint(.channel, "digital"), .yes),
    Example(Constraint(.channel, "digital"), channel: "newsletter", .yes),
    Example(Constraint(.channel, "broadcast"), channel: "radio", .yes),
    Example(Constraint(.channel, "tv"), channel: "broadcast", .yes, permits: .no),
    Example(Constraint(.channel, "magazine"), channel: "tabloid", .no),
    Example(Constraint(.channel, "newspaper"), channel: "tabloid", .yes),
    Example(Constraint(.channel, "web", .neq), channel: "print", .yes),
    Example(Constraint(.channel, "web", .neq), .no),
    Example(Constraint(.channel, "out-of-home"), .unknown),
    Example(Constraint(.channel, "out-of-home"), channel: "out-of-home", .yes),
    Example(Constraint(.channel, "out-of-home|web"), .yes),
    Example(Constraint(.channel, "web"), channel: nil, .unknown),
    // Purposes; the use is news reporting on a site that earns money.
    Example(Constraint(.purpose, "editorial"), .yes),
    Example(Constraint(.purpose, "editorial", .neq), .no),
    Example(Constraint(.purpose, "commercial"), .yes),
    Example(Constraint(.purpose, "noncommercial"), .no),
    Example(Constraint(.purpose, "personal", .neq), .yes),
    Example(Constraint(.purpose, "private-study|research"), .no),
    Example(Constraint(.purpose, "advertising"), .no),
    Example(Constraint(.purpose, "traffic-referral", .neq), .unknown),
    // Recipients; the public reads it.
    Example(Constraint(.recipient, "third-parties"), .yes),
    Example(Constraint(.recipient, "subscribers"), .unknown, permits: .no),
    Example(Constraint(.recipient, "subscribers", .neq), .yes, permits: .unknown),
    Example(Constraint(.recipient, "agreement-holders", .neq), .yes),
    Example(Constraint(.recipient, "Meridian"), .no),
    Example(Constraint(.recipient, "Harbour Times"), .yes),
    Example(Constraint(.recipient, "us-newswire-services"), .unknown),
    Example(Constraint(.recipient, "customers-in:FI"), .unknown),
    // Amounts: 90 words, the first use, nothing known of characters.
    Example(Constraint(.wordLimit, "words:90", .lteq), .yes),
    Example(Constraint(.wordLimit, "words:89", .lteq), .no),
    Example(Constraint(.wordLimit, "words:89", .gt), .yes),
    Example(Constraint(.wordLimit, "words:90", .gt), .no),
    Example(Constraint(.wordLimit, "chars:500", .gt), .unknown),
    Example(Constraint(.wordLimit, "lines:5", .gt), .unknown),
    Example(Constraint(.count, "1", .gt), .no),
    Example(Constraint(.count, "systematic"), .unknown),
    Example(Constraint(.count, "PT60S", .gt), .unknown),
    // Times.
    Example(Constraint(.timeBefore, "2026-11-20T10:00:01Z"), .yes),
    Example(Constraint(.timeBefore, "2026-11-20T10:00:00Z"), .no),
    Example(Constraint(.timeAfter, "2026-11-20T10:00:00Z"), .yes),
    Example(Constraint(.timeAfter, "2026-11-20T10:00:01Z"), .no),
    Example(Constraint(.timeBefore, "soon"), .unknown),
  ]

  @Test(arguments: examples)
  func aLimitHolds(_ example: Example) throws {
    var use = Sample.use()
    use.count = 1
    use.recipients = [.public, .named("Harbour Times")]
    let matter = Matter(
      item: Sample.item(), party: Party(agency: "northwire", name: nil, statements: []), contracts: [],
      use: use,
      evidence: Evidence(), engine: try Sample.engine(),
      situation: Situation(.publish, channel: example.channel, territory: example.territory))
    let empty = RightsStatement(text: "")
    #expect(matter.holds(example.limit, for: .prohibit, in: empty) == example.prohibits)
    #expect(matter.holds(example.limit, for: .permit, in: empty) == example.permits)
  }

  /// Whether the words for subscribers mean readers who pay or the agency's clients is not known, so that a ban is
  /// never taken for one on somebody else.
  @Test(
    arguments: [
      ("It may not be published for subscribers.", false, Outcome.needsReview),
      ("It may not be published for subscribers.", true, .violation),
      ("It may be published for everybody except subscribers.", false, .needsReview),
      ("It may be published for everybody except subscribers.", true, .violation),
    ])
  func aBanTowardSubscribersIsNeverLost(_ ban: String, _ isPaid: Bool, _ outcome: Outcome) throws {
    let text = "This material may be published by anyone. \(ban)"
    let statement = NoticeParser(try ProgramPolicies.all.get()).parse(text)
    var use = Sample.use()
    if isPaid { use.purposes.insert(.paywalled) }
    let decision = try Sample.engine().decide(on: Sample.item(statement), contracts: [], use: use)
    #expect(decision.outcome == outcome, "\(decision.summary)")
  }

  @Test func besideEditorialUseCommercialMeansAdvertising() throws {
    let words = "Editorial use only. No commercial use."
    let statement = Sample.statement(
      words,
      [
        (Sample.prohibit(.use, .none, [Constraint(.purpose, "editorial", .neq)]), "Editorial use only"),
        (Sample.prohibit(.use, .none, [Constraint(.purpose, "commercial")]), "No commercial use"),
      ], holder: nil, advisory: .usageRestriction)
    let contracts = try Sample.contracts("{agency: northwire, agreement: N, actions: publish}")
    let engine = try Sample.engine()
    #expect(
      engine.decide(on: Sample.item(statement), contracts: contracts, use: Sample.use()).outcome == .allow)
    var advertisement = Sample.use()
    advertisement.purposes = [.advertising]
    let decision = engine.decide(on: Sample.item(statement), contracts: contracts, use: advertisement)
    #expect(decision.outcome == .violation)
    #expect(decision.deciding.reason == .restricted([.purpose]))
  }

  @Test(
    arguments: [("image", Truth.no), ("text", .yes), ("third-party", .unknown), (nil, .yes)]
      as [(String?, Truth)])
  func aClauseOnAnotherPartDoesNotApply(_ target: String?, _ truth: Truth) throws {
    let matter = Matter(
      item: Sample.item(), party: Party(agency: nil, name: nil, statements: []), contracts: [],
      use: Sample.use(),
      evidence: Evidence(), engine: try Sample.engine(),
      situation: Situation(.publish, channel: "web", territory: "BG"))
    let clause = Sample.prohibit(.use, .none, [], target: target)
    #expect(matter.applies(clause, of: RightsStatement(text: "")) == truth)
  }

  @Test func territoriesAreCodesOfTheStandard() {
    for code in ["BG", "NO", "CA-QC", "GB-ENG", "US-CA", "EU", "MIDDLE-EAST", "worldwide"] {
      #expect(Territory(code)?.code == code)
    }
    for text in ["UK", "bg", "", "B", "BGR", "CA-", "CA-ABCD", "ZZ", "World"] {
      #expect(Territory(text) == nil)
    }
    #expect(Territory.usual(for: "bg") == "BG")
    #expect(Territory.usual(for: "UK") == "GB")
    #expect(Territory.usual(for: "eu") == "EU")
  }

  /// A use in one territory, a term for another, and how they lie to each other.
  @Test(arguments: [
    ("BG", "EU", Overlap.inside), ("NO", "EU", .outside), ("NO", "EEA", .inside), ("EU", "BG", .partly),
    ("ES-CT", "EU", .inside), ("EU", "EEA", .inside), ("EEA", "EU", .partly), ("EU", "BALKANS", .partly),
    ("BENELUX", "BALKANS", .outside), ("TR", "EUROPE", .unknown), ("EUROPE", "TR", .unknown),
    ("BALTICS", "worldwide", .inside), ("worldwide", "BALTICS", .partly), ("BG", "NOWHERE", .unknown),
  ])
  func regionsAreTheirCountries(_ used: String, _ named: String, _ overlap: Overlap) {
    #expect(Territory.overlap(of: used, with: named) == overlap)
  }

  @Test func theRegionsFileIsRead() throws {
    let regions = try Region.read(PolicyFile.all(in: "Regions"))
    #expect(regions.count == Region.all.count)
    #expect(regions["EU"]?.members.count == 27)
  }

  /// A contract for the agency's copy in general does not lift a bar of places on one item, wherever it stands.
  @Test(arguments: [(nil as String?, Outcome.violation), ("waives: [territory]", .allowWithDuty)])
  func placesBesideACopyrightLineAreBarred(_ waiver: String?, _ outcome: Outcome) throws {
    let text = "BULGARIA OUT. © 2026 Northwire."
    let out = Sample.prohibit(.use, .none, [Constraint(.territory, "BG")])
    let contract = """
      agency: northwire
      agreement: N
      clauses:
        - id: "1"
          text: Items may be published.
          permit: publish
          duties:
            - credit: Northwire
          \(waiver ?? "channels: [web]")
      """
    let decision = try Sample.engine().decide(
      on: Sample.item(Sample.statement(text, [(out, "BULGARIA OUT")])),
      contracts: try Sample.contracts(contract), use: Sample.use())
    #expect(decision.outcome == outcome)
  }
}
