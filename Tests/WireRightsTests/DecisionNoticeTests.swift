import Testing
import WireText

@testable import WireRights

/// Tiers 3, 6, 7 and 9: what notices restrict, permit, prohibit and leave unsaid.
struct DecisionNoticeTests {
  private static let contract = "{agency: northwire, agreement: N, actions: [publish, rewrite, archive]}"

  private func ruling(
    _ item: ItemTerms, contract: String? = nil, _ use: Use = Sample.use(),
    evidence: Evidence = Sample.credited,
    profile: DecisionEngine.Profile = .standard
  ) throws -> Ruling {
    try Sample.engine(profile).decide(
      on: item, contracts: try contract.map { try Sample.contracts($0) } ?? [], use: use, evidence: evidence
    ).deciding
  }

  // MARK: Conditions

  struct ConditionCase: Sendable, CustomTestStringConvertible {
    var condition: Condition
    var evidence: String
    var outcome: Outcome
    var testDescription: String { "\(condition.rawValue), \(evidence): \(outcome.rawValue)" }
  }

  static let conditions: [ConditionCase] = [
    ConditionCase(condition: .none, evidence: "nothing", outcome: .violation),
    ConditionCase(condition: .none, evidence: "oral", outcome: .violation),
    ConditionCase(condition: .none, evidence: "written", outcome: .violation),
    ConditionCase(condition: .none, evidence: "contract", outcome: .allow),
    ConditionCase(condition: .withoutPermission, evidence: "nothing", outcome: .violation),
    ConditionCase(condition: .withoutPermission, evidence: "oral", outcome: .allow),
    ConditionCase(condition: .withoutPermission, evidence: "written", outcome: .allow),
    ConditionCase(condition: .withoutPermission, evidence: "contract", outcome: .allow),
    ConditionCase(condition: .withoutPermission, evidence: "other grantor", outcome: .violation),
    ConditionCase(condition: .withoutPermission, evidence: "other scope", outcome: .violation),
    ConditionCase(condition: .withoutPermission, evidence: "ended", outcome: .violation),
    ConditionCase(condition: .withoutWrittenPermission, evidence: "nothing", outcome: .violation),
    ConditionCase(condition: .withoutWrittenPermission, evidence: "oral", outcome: .violation),
    ConditionCase(condition: .withoutWrittenPermission, evidence: "undated", outcome: .violation),
    ConditionCase(condition: .withoutWrittenPermission, evidence: "written", outcome: .allow),
    ConditionCase(condition: .withoutWrittenPermission, evidence: "contract", outcome: .allow),
    ConditionCase(condition: .withoutAgreement, evidence: "written", outcome: .violation),
    ConditionCase(condition: .withoutAgreement, evidence: "contract", outcome: .allow),
    ConditionCase(condition: .beyondScope, evidence: "nothing", outcome: .needsReview),
    ConditionCase(condition: .beyondScope, evidence: "contract", outcome: .allow),
  ]

  @Test(arguments: conditions)
  func aConditionIsMet(_ example: ConditionCase) throws {
    let words = "may not be published"
    let item = Sample.item(
      Sample.statement(words, [(Sample.prohibit(.use, example.condition), words)], holder: nil))
    var permission = Permission(
      reference: "P-1", grantor: "northwire", isWritten: example.evidence != "oral",
      granted: Sample.instant("2026-11-01T00:00:00Z"))
    switch example.evidence {
    case "other grantor": permission.grantor = "meridian"
    case "other scope": permission.channels = ["print"]
    case "ended": permission.ends = Sample.noon
    case "undated": permission.granted = nil
    default: break
    }
    let hasPermission = example.evidence != "nothing" && example.evidence != "contract"
    let result = try ruling(
      item, contract: example.evidence == "contract" ? Self.contract : nil,
      evidence: Evidence(permissions: hasPermission ? [permission] : []))
    #expect(result.outcome == example.outcome)
    if example.outcome == .violation { #expect(result.reason == .noticeProhibits(example.condition)) }
  }

  // MARK: Restrictions of one item

  private func restriction(_ clause: Clause, advisory: Advisory.Kind? = .usageRestriction) -> ItemTerms {
    Sample.item(Sample.statement("BULGARIA OUT", [(clause, "BULGARIA OUT")], holder: nil, advisory: advisory))
  }

  @Test func aContractDoesNotLiftARestriction() throws {
    let item = restriction(Sample.prohibit(.use, .none, [Constraint(.territory, "BG")]))
    let result = try ruling(item, contract: Self.contract)
    #expect(result.outcome == .violation)
    #expect(result.tier == .itemRestriction)
    #expect(result.reason == .restricted([.territory]))
    #expect(result.terms.map(\.words) == ["BULGARIA OUT"])
    #expect(try ruling(item, contract: Self.contract, Sample.use(in: ["RO"])).outcome == .allow)
    let unknown = try ruling(item, contract: Self.contract, Sample.use(in: []))
    #expect(unknown.outcome == .needsReview)
    #expect(unknown.reason == .factsUnknown([.territory]))
  }

  @Test func aClauseThatNamesTheRestrictionLiftsIt() throws {
    let item = restriction(Sample.prohibit(.use, .none, [Constraint(.territory, "BG")]))
    func contract(_ waiver: String) -> String {
      """
      agency: northwire
      agreement: N
      clauses:
        - {id: "1", text: Territorial restrictions do not bind the Client., permit: [publish], waives: [\(waiver)]}
      """
    }
    #expect(try ruling(item, contract: contract("territory")).outcome == .allow)
    #expect(try ruling(item, contract: contract("channel")).outcome == .violation)
  }

  @Test(arguments: [(Reuse.stored, Outcome.violation), (.verbatim, .allow)])
  func noArchives(_ reuse: Reuse, _ outcome: Outcome) throws {
    #expect(
      try ruling(restriction(Sample.prohibit(.archive)), contract: Self.contract, Sample.use(reuse)).outcome
        == outcome)
  }

  @Test func notForPublicationIsNotForPublication() throws {
    let item = restriction(Sample.prohibit(.publish), advisory: .internal)
    #expect(try ruling(item, contract: Self.contract).tier == .itemRestriction)
  }

  /// The agency's general notice at the end of an embargoed text is lifted by the contract as ever.
  @Test func aGeneralNoticeInAnAdvisoryIsNoRestriction() throws {
    let item = restriction(Sample.prohibit(.publish), advisory: .embargo)
    #expect(try ruling(item, contract: Self.contract).outcome == .allow)
    #expect(try ruling(item).tier == .explicitProhibition)
  }

  @Test func aMandatoryCreditBindsUnderAContract() throws {
    let words = "Mandatory credit: Ada Petrova/Northwire"
    let duty = Duty(.credit, value: "Ada Petrova/Northwire", evidence: TextRange(18, words.utf8.count))
    let item = Sample.item(Sample.statement(words, holder: nil, advisory: .mandatoryCredit, duties: [duty]))
    let result = try ruling(item, contract: Self.contract, evidence: Sample.uncredited)
    #expect(result.outcome == .allowWithDuty)
    #expect(result.duties.map(\.accepted) == [["Ada Petrova/Northwire"]])
    #expect(result.duties.map(\.isMet) == [false])
  }

  // MARK: Permits

  @Test func aPermitHasToBeTheMoreSpecific() throws {
    let text = "No part may be reproduced; reproduction for news reporting is free. No use."
    func item(_ permit: Clause, _ prohibition: Clause) -> ItemTerms {
      Sample.item(
        Sample.statement(
          text, [(permit, "reproduction for news reporting is free"), (prohibition, "No use")], holder: nil))
    }
    let news = [Constraint(.purpose, "news-reporting")]
    #expect(
      try ruling(item(Sample.permit(.publish, .none, news), Sample.prohibit(.publish))).outcome == .allow)
    #expect(try ruling(item(Sample.permit(.publish), Sample.prohibit(.use))).outcome == .allow)
    let equal = try ruling(item(Sample.permit(.publish), Sample.prohibit(.publish)))
    #expect(equal.outcome == .violation)
    #expect(equal.trace.contains { $0.reason == .permitOutweighed })
    #expect(try ruling(item(Sample.permit(.use), Sample.prohibit(.publish))).outcome == .violation)
  }

  /// A prohibition that may apply and is as specific leaves the permit to a person.
  @Test func aDoubtfulProhibitionIsForAPerson() throws {
    let item = Sample.item(
      Sample.statement(
        "Free. Not on posters.",
        [
          (Sample.permit(.publish), "Free"),
          (Sample.prohibit(.publish, .none, [Constraint(.channel, "out-of-home")]), "Not on posters"),
        ], holder: nil))
    let result = try ruling(item)
    #expect(result.outcome == .needsReview)
    #expect(result.reason == .factsUnknown([.channel]))
  }

  @Test(arguments: [
    (Use.Stage.publish, "met", Outcome.allowWithDuty), (.publish, "missing", .violation),
    (.publish, "unknown", .needsReview), (.draft, "missing", .allowWithDuty),
    (.draft, "unknown", .allowWithDuty),
  ])
  func aConditionalPermit(_ stage: Use.Stage, _ credit: String, _ outcome: Outcome) throws {
    let words = "may be published only if credited to Northwire"
    let statement = Sample.statement(
      words, [(Sample.permit(.use, .ifDutiesMet), words)], holder: nil,
      duties: [Duty(.credit, value: "Northwire", evidence: TextRange(0, words.utf8.count))])
    let evidence = ["met": Sample.credited, "missing": Sample.uncredited][credit] ?? Evidence()
    let result = try ruling(Sample.item(statement), Sample.use(stage: stage), evidence: evidence)
    #expect(result.outcome == outcome)
    #expect(result.duties.map(\.isCondition) == [true])
  }

  @Test func aPoliteRequestIsNoCondition() throws {
    let words = "may be published; we ask for a credit"
    let statement = Sample.statement(
      words, [(Sample.permit(.use, .ifDutiesMet), words)], holder: nil,
      duties: [Duty(.credit, value: "Northwire", isRequest: true, evidence: TextRange(0, 5))])
    let result = try ruling(Sample.item(statement), evidence: Sample.uncredited)
    #expect(result.outcome == .allowWithDuty)
    #expect(result.duties.map(\.isRequest) == [true])
  }

  @Test func aReleasePermits() throws {
    let words = "For immediate release"
    let item = Sample.item(
      Sample.statement(words, [(Sample.permit(.publish), words)], holder: nil, advisory: .release))
    #expect(try ruling(item).outcome == .allow)
  }

  // MARK: What is not read

  @Test func aTruncatedNoticeIsAtLeastForAPerson() throws {
    var statement = Sample.statement(
      "May be published free of char…", [(Sample.permit(.use), "May be published")], holder: nil)
    #expect(try ruling(Sample.item(statement)).outcome == .allow)
    statement.isTruncated = true
    #expect(try ruling(Sample.item(statement)).outcome == .needsReview)
    #expect(try ruling(Sample.item(statement), contract: Self.contract).reason == .noticeTruncated)
  }

  @Test func unreadWordsAreForAPerson() throws {
    var statement = Sample.statement(
      "May be published. Zq rights apply.", [(Sample.permit(.use), "May be published")], holder: nil)
    statement.residue = [TextRange(18, 34)]
    let result = try ruling(Sample.item(statement))
    #expect(result.outcome == .needsReview)
    #expect(result.reason == .noticeUnread)
    #expect(result.terms.first?.words == "Zq rights apply.")
    #expect(try ruling(Sample.item(statement), contract: Self.contract).outcome == .allow)
    var item = Sample.item(statement)
    item.statements[0].isInstruction = true
    #expect(try ruling(item, contract: Self.contract).outcome == .needsReview)
  }

  // MARK: Several notices

  private static let words = "may not be published"
  private static let ban = Sample.statement(words, [(Sample.prohibit(.publish), words)], holder: nil)
  private static let leave = Sample.statement(words, [(Sample.permit(.publish), words)], holder: nil)

  @Test(arguments: [
    (SourcedStatement.Scope.item, SourcedStatement.Scope.site, Outcome.allow), (.feed, .site, .allow),
    (.site, .item, .violation), (.item, .item, .violation),
  ])
  func theMoreSpecificNoticeWins(
    _ leave: SourcedStatement.Scope, _ ban: SourcedStatement.Scope, _ outcome: Outcome
  ) throws {
    var item = Sample.item()
    item.statements = [
      SourcedStatement(Self.ban, scope: ban, source: "a"),
      SourcedStatement(Self.leave, scope: leave, source: "b"),
    ]
    #expect(try ruling(item).outcome == outcome)
  }

  @Test(
    arguments: [("2026-11-02", Outcome.allow), ("2026-10-31", .violation), (nil, .violation)]
      as [(String?, Outcome)])
  func ofEqualOnesTheLaterWins(_ day: String?, _ outcome: Outcome) throws {
    var item = Sample.item()
    item.statements = [
      SourcedStatement(Self.ban, source: "a", issued: Sample.instant("2026-11-01T00:00:00Z")),
      SourcedStatement(Self.leave, source: "b", issued: day.map { Sample.instant("\($0)T00:00:00Z") }),
    ]
    #expect(try ruling(item).outcome == outcome)
  }

  // MARK: Silence

  struct Silence: Sendable {
    var text: String
    var holder: String?
    var reserved: String?
  }

  @Test(arguments: [
    (
      "© 2026 Northwire. All rights reserved", DecisionEngine.Profile.strict, Outcome.violation,
      Reason.reserved
    ),
    ("© 2026 Northwire. All rights reserved", .standard, .needsReview, .reserved),
    ("© 2026 Northwire", .strict, .violation, .reserved),
    ("© 2026 Northwire", .standard, .needsReview, .reserved),
    ("A story", .strict, .needsReview, .rightsUnknown), ("A story", .standard, .needsReview, .rightsUnknown),
  ])
  func silenceReservesOrSaysNothing(
    _ text: String, _ profile: DecisionEngine.Profile, _ outcome: Outcome, _ reason: Reason
  ) throws {
    let result = try ruling(
      Sample.item(Sample.statement(text, reserved: "All rights reserved")), profile: profile)
    #expect(result.outcome == outcome)
    #expect(result.tier == .standing)
    #expect(result.reason == reason)
  }

  @Test(
    arguments: [(nil, Outcome.needsReview), (0.2, .needsReview), (0.8, .violation)] as [(Double?, Outcome)])
  func factsAreFree(_ similarity: Double?, _ outcome: Outcome) throws {
    let item = Sample.item(
      Sample.statement("© 2026 Northwire. All rights reserved", reserved: "All rights reserved"))
    let use = Sample.use(.rewritten, extent: Extent(words: 90, sourceWords: 100, similarity: similarity))
    #expect(try ruling(item, use, profile: .strict).outcome == outcome)
  }

  /// One step milder than the formula, where that makes nothing free that only somebody's leave does.
  @Test(
    arguments: [
      ("© 2026 Northwire", 0.2, DecisionEngine.Profile.standard, Outcome.allowWithDuty, Reason.factsFree),
      ("© 2026 Northwire", 0.8, .standard, .needsReview, .reserved),
      ("© 2026 Northwire", nil, .standard, .needsReview, .reserved),
      ("© 2026 Northwire", 0.2, .strict, .needsReview, .reserved),
      ("© 2026 Northwire. All rights reserved", 0.2, .standard, .needsReview, .reserved),
      ("A story", 0.2, .standard, .needsReview, .rightsUnknown),
    ] as [(String, Double?, DecisionEngine.Profile, Outcome, Reason)])
  func aCopyrightLineLeavesTheFactsFree(
    _ text: String, _ similarity: Double?, _ profile: DecisionEngine.Profile, _ outcome: Outcome,
    _ reason: Reason
  ) throws {
    let item = Sample.item(Sample.statement(text, reserved: "All rights reserved"))
    let use = Sample.use(.rewritten, extent: Extent(words: 90, sourceWords: 100, similarity: similarity))
    let result = try ruling(item, use, profile: profile)
    #expect(result.outcome == outcome && result.reason == reason)
    #expect(result.duties.map(\.kind) == (outcome == .allowWithDuty ? [.credit] : []))
    #expect(try ruling(item, profile: profile).outcome >= .needsReview, "its words are not free")
  }

  @Test func linksAreFree() throws {
    let use = Use([.link], on: ["web"], in: ["BG"], at: Sample.noon)
    #expect(try ruling(Sample.item(Sample.seedNotice), use, profile: .strict).outcome == .allow)
  }
}
