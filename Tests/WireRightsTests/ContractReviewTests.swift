import Testing
import WireText
import WireYAML

@testable import WireRights

/// Clauses laid over each other: contradictions, exceptions, clauses that never decide, contracts that are over.
struct ContractReviewTests {
  /// Two or more clauses and what is found in them.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var clauses: [String]
    var expected: [String]
    init(_ name: String, _ clauses: [String], _ expected: [String] = []) {
      (testDescription, self.clauses, self.expected) = (name, clauses, expected)
    }
  }

  static let cases = [
    Case(
      "an exception by service",
      [
        "permit: [publish, modify], channels: [web], territories: [BG]",
        "prohibit: publish, channels: [web], services: [sports]",
      ]),
    Case(
      "an exception by territory", ["permit: publish", "prohibit: publish, territories: [CA-QC]"]),
    Case(
      "an exception by a part of a channel",
      ["permit: publish, channels: [digital]", "prohibit: publish, channels: [social]"]),
    Case("an exception by purpose", ["permit: use", "prohibit: use, purposes: [advertising]"]),
    Case("an exception by action", ["permit: use", "prohibit: translate"]),
    Case(
      "clauses that do not meet",
      ["permit: publish, channels: [web]", "prohibit: publish, channels: [print]"]),
    Case(
      "territories that do not meet",
      ["permit: publish, territories: [BG]", "prohibit: publish, territories: [RO, GR]"]),
    Case(
      "the same words twice, with opposite effects",
      ["permit: [publish, modify], channels: [web]", "prohibit: modify, channels: [web]"],
      ["contradiction a b editing on web"]),
    Case(
      "channels that overlap on the web",
      [
        "permit: publish, channels: [web, print], territories: [BG]",
        "prohibit: publish, channels: [web, tv]",
      ],
      ["contradiction a b publication on web in BG"]),
    Case(
      "one clause that permits and prohibits", ["permit: publish, prohibit: publish"],
      ["contradiction a a publication"]),
    Case(
      "a ban on everything", ["permit: publish, channels: [web]", "prohibit: use"], ["unreachable a b"]),
    Case(
      "two bans that together leave nothing",
      [
        "permit: publish, channels: [tv, radio]", "prohibit: use, channels: [tv]",
        "prohibit: use, channels: [radio]",
      ], ["unreachable a b"]),
    Case(
      "of several bans the one that leaves nothing",
      ["permit: translate", "prohibit: use, purposes: [advertising]", "prohibit: derive"],
      ["contradiction a c translation", "unreachable a c"]),
    Case(
      "a country in parts is not the whole country",
      ["permit: publish, territories: [CA]", "prohibit: publish, territories: [CA-QC]"]),
    Case(
      "a later permit that an earlier one holds",
      ["permit: publish, channels: [digital]", "permit: publish, channels: [web]"], ["unreachable b a"]),
    Case(
      "a later permit without the earlier one's limit",
      ["permit: publish, excerpt: {words: 50}", "permit: publish, channels: [web]"]),
    Case(
      "a later ban that an earlier one holds", ["prohibit: use", "prohibit: publish"], ["unreachable b a"]),
    Case("mining is no general use", ["permit: train-ai", "prohibit: use"]),
    Case("a clause that says nothing", ["permit: publish", "channels: [web]"], ["unreachable b"]),
  ]

  private static func contract(_ clauses: [String], _ more: String = "", agreement: String = "N") throws
    -> [Contract]
  {
    let ids = ["a", "b", "c", "d"]
    let lines = zip(ids, clauses).map { "  - {id: \($0), text: \"Clause \($0).\", \($1)}" }
    return try Sample.contracts(
      "agency: northwire\nagreement: \(agreement)\n\(more)clauses:\n\(lines.joined(separator: "\n"))\n")
  }

  private static func summary(_ concerns: [ContractConcern]) -> [String] {
    concerns.map { concern in
      let clauses = [concern.term, concern.other].compactMap { $0?.contractClause }
      let example = concern.message.split(separator: " prohibits ").last.map(String.init) ?? ""
      let facts = concern.kind == .contradiction ? [example] : []
      return ([concern.kind.rawValue] + clauses + facts).joined(separator: " ")
    }
  }

  @Test(arguments: cases)
  func clausesAreLaidOverEachOther(_ example: Case) throws {
    let concerns = ContractReview.concerns(in: try Self.contract(example.clauses), at: Sample.noon)
    #expect(Self.summary(concerns) == example.expected)
  }

  /// Every contradiction and every shadow that is told is one for the engine, and no other.
  @Test(arguments: cases)
  func theEngineSeesItTheSameWay(_ example: Case) throws {
    let contracts = try Self.contract(example.clauses)
    let concerns = ContractReview.concerns(in: contracts, at: Sample.noon)
    let dead = Set(concerns.filter { $0.kind == .unreachable }.compactMap(\.term.contractClause))
    let grid = UseGrid(of: contracts, at: Sample.noon)
    var deciding: Set<String> = []
    for point in grid.points {
      var item = ItemTerms(agency: "northwire", names: ["Northwire"])
      item.services = point.service.map { [$0] } ?? ["news"]
      let decision = try Sample.engine().decide(on: item, contracts: contracts, use: point.use)
      if let clause = decision.deciding.terms.first?.contractClause { deciding.insert(clause) }
    }
    for clause in contracts[0].clauses.compactMap(\.id) {
      #expect(deciding.contains(clause) == !dead.contains(clause), "\(clause)")
    }
  }

  @Test func periodsCount() throws {
    let permit = ["permit: publish"]
    let ban = ["prohibit: publish"]
    func concerns(_ second: String) throws -> [String] {
      let contracts =
        try Self.contract(permit, "until: 2027-06-30\n", agreement: "A")
        + Self.contract(ban, second, agreement: "B")
      return Self.summary(ContractReview.concerns(in: contracts, at: Sample.noon))
    }
    #expect(try concerns("from: 2027-07-01\n") == [])
    #expect(
      try concerns("from: 2027-06-30\n") == ["contradiction a a publication from 2027-06-29T21:00:00Z"])
  }

  @Test(arguments: [
    ("until: 2026-11-19\n", [ContractConcern.Kind.ended]), ("until: 2026-11-30\n", [.ending]),
    ("until: 2026-12-31\n", []), ("from: 2027-01-01\n", []), ("drafted: {from: terms.html}\n", [.unreviewed]),
    ("drafted: {from: terms.html}\nconfirmed: {by: Ada, on: 2026-11-01}\n", []),
  ])
  func aContractEndsAndIsReviewed(_ more: String, _ kinds: [ContractConcern.Kind]) throws {
    let contracts = try Self.contract(["permit: publish"], more)
    #expect(ContractReview.concerns(in: contracts, at: Sample.noon).map(\.kind) == kinds)
  }

  /// What a machine drafted neither permits nor prohibits before a person confirmed it.
  @Test(arguments: [
    ("", Outcome.needsReview, Outcome.needsReview, Outcome.needsReview),
    ("confirmed: {by: Ada, on: 2026-11-01}\n", .allow, .violation, .violation),
  ])
  func aDraftIsForAPerson(
    _ confirmed: String, _ publish: Outcome, _ translate: Outcome, _ summarize: Outcome
  ) throws {
    let contracts = try Self.contract(
      ["permit: publish", "prohibit: translate", "permit: summarize, excerpt: {words: 10}"],
      "drafted: {from: terms.html}\n" + confirmed)
    func decide(_ action: Action) throws -> Decision {
      var use = Use([action], on: ["web"], in: ["BG"], at: Sample.noon)
      use.extent = Extent(words: action == .summarize ? 40 : nil)
      return try Sample.engine().decide(on: Sample.item(), contracts: contracts, use: use)
    }
    for (action, outcome) in [
      (Action.publish, publish), (.translate, translate), (.summarize, summarize),
    ] {
      let decision = try decide(action)
      #expect(decision.outcome == outcome, "\(action)")
      #expect(decision.summary.contains("not confirmed") == confirmed.isEmpty, "\(decision.summary)")
    }
    // It may speak of more than was understood.
    let silent = try decide(.broadcast)
    #expect(silent.outcome == .needsReview)
    #expect(silent.summary.contains("not confirmed") == confirmed.isEmpty, "\(silent.summary)")
  }

  /// A draft takes no leave away that others give, and gives none that they refuse, before a person has read it.
  @Test func aDraftBesideAContractLeavesItToAPerson() throws {
    let agreed = try Self.contract(["permit: publish", "prohibit: translate"], agreement: "A")
    let draft = try Self.contract(
      ["prohibit: publish", "permit: translate"], "drafted: {from: terms.html}\n", agreement: "B")
    func outcome(_ action: Action) throws -> Outcome {
      let use = Use([action], on: ["web"], in: ["BG"], at: Sample.noon)
      return try Sample.engine().decide(on: Sample.item(), contracts: agreed + draft, use: use).outcome
    }
    #expect(try outcome(.publish) == .needsReview)
    #expect(try outcome(.translate) == .violation)
  }

  @Test func aGridTellsApartWhatClausesTellApart() throws {
    let contracts = try Self.contract(
      [
        "permit: publish, channels: [digital], territories: [CA, CA-QC]",
        "prohibit: publish, services: [sports]",
      ],
      "until: 2026-12-31\n")
    let points = UseGrid(of: contracts, at: Sample.noon).points
    #expect(Set(points.flatMap(\.use.channels)).count == 2)
    #expect(Set(points.flatMap(\.use.territories)).count == 2)
    #expect(Set(points.map(\.service)) == ["sports", "another service"])
    #expect(
      Set(points.map(\.use.instant.iso8601)) == ["2026-12-31T21:59:59Z", "2026-12-31T22:00:00Z"])
    var choice = UseGrid.Choice()
    choice.actions = [.publish]
    choice.channels = ["web"]
    choice.territories = ["BG"]
    choice.instants = [Sample.noon]
    #expect(UseGrid(of: contracts, choice: choice, at: Sample.noon).points.count == 2)
  }

  @Test func changesAreNamedTermByTerm() throws {
    let old = try Self.contract(["permit: publish, channels: [web]", "prohibit: translate"])
    let new = try Self.contract(
      ["permit: publish, channels: [print, web]", "prohibit: [translate], duties: [credit: Northwire]"],
      "until: 2027-01-31\n")
    let changes = ContractComparison(from: old, to: new).changes
    #expect(
      changes.map { "\($0.subject) \($0.key): \($0.old ?? "-") > \($0.new ?? "-")" } == [
        "contract N with northwire until: - > 2027-01-31",
        "clause a of N channels: web > print, web",
        "clause b of N duties: - > credit “Northwire”",
      ])
    #expect(ContractComparison(from: old, to: old).changes.isEmpty)
    let gone = ContractComparison(from: old, to: []).changes
    #expect(gone.map(\.key) == ["contract", "clause", "clause"] && gone.allSatisfy { $0.new == nil })
  }
  /// A clause that says the same under another number is named once; one that says more is another.
  @Test func renumberedClausesAreNamedOnce() throws {
    func contract(_ clauses: [String]) throws -> [Contract] {
      try Sample.contracts(
        (["agency: northwire", "agreement: N", "clauses:"] + clauses.map { "  - {\($0)}" }).joined(
          separator: "\n"))
    }
    func changes(_ old: [String], _ new: [String]) throws -> [String] {
      try ContractComparison(from: contract(old), to: contract(new)).changes.map {
        "\($0.subject) \($0.key): \($0.old ?? "-") > \($0.new ?? "-")"
      }
    }
    let web = "text: May publish., permit: [publish], channels: [web]"
    let old = ["id: a, \(web)", "id: b, text: No sales., prohibit: [resell]"]
    #expect(
      try changes(old, ["id: a1, \(web)", "id: b, text: No sales., prohibit: [resell]"])
        == ["clause a of N id: a > a1"])
    // Two that say the same are two.
    #expect(try changes(old + ["id: c, \(web)"], ["id: d, \(web)", old[1]]).count == 2)
    let more = try changes(old, ["id: a1, text: May publish., permit: [publish]", old[1]])
    #expect(more.count == 2 && more.allSatisfy { $0.contains(" clause: ") })
    #expect(try changes(old, [old[1]]) == ["clause a of N clause: permits publication on web > -"])
  }
}
