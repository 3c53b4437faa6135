import Testing
import WireText
import WireYAML

@testable import WireRights

/// Tier 8: the house limits for quoting.
struct DecisionQuotationTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var extent: Extent
    var outcome: Outcome
    var testDescription: String {
      "\(extent.words ?? -1) of \(extent.sourceWords ?? -1): \(outcome.rawValue)"
    }

    init(_ words: Int?, of source: Int? = 2500, run: Int? = nil, quoted: Bool? = true, _ outcome: Outcome) {
      extent = Extent(
        words: words, sourceWords: source, longestRun: run ?? words.map { min($0, 40) },
        longestQuotation: words.map { min($0, 75) }, isQuoted: quoted)
      self.outcome = outcome
    }
  }

  /// The limits are 75 words a quotation, 200 in all, a tenth of the item, 40 in a row.
  static let examples: [Example] = [
    Example(40, .allowWithDuty), Example(200, .allowWithDuty), Example(201, .needsReview),
    Example(399, of: 4000, .needsReview), Example(400, of: 4000, .violation),
    Example(60, run: 41, .needsReview), Example(60, run: 79, .needsReview), Example(60, run: 80, .violation),
    Example(100, of: 1000, .allowWithDuty), Example(101, of: 1000, .needsReview),
    Example(200, of: 1000, .violation),
    // Short items are not measured by share.
    Example(40, of: 149, .allowWithDuty), Example(40, of: 150, .violation),
    // What is no quotation, or cannot be measured, stays as the notice has it.
    Example(40, quoted: false, .violation), Example(40, quoted: nil, .violation), Example(nil, .violation),
    Example(40, of: nil, .violation),
  ]

  @Test(arguments: examples)
  func limitsSoftenTheNotice(_ example: Example) throws {
    let use = Sample.use(extent: example.extent)
    let decision = try Sample.engine().decide(on: Sample.item(Sample.seedNotice), contracts: [], use: use)
    #expect(decision.outcome == example.outcome)
    if example.outcome < .violation { #expect(decision.deciding.tier == .quotation) }
  }

  private let quote = Extent(
    words: 30, sourceWords: 1000, longestRun: 30, longestQuotation: 30, isQuoted: true)

  @Test(arguments: [(Sample.credited, true), (Sample.uncredited, false)])
  func theSourceHasToBeNamed(_ evidence: Evidence, _ isMet: Bool) throws {
    let decision = try Sample.engine().decide(
      on: Sample.item(Sample.seedNotice), contracts: [], use: Sample.use(.excerpted, extent: quote),
      evidence: evidence)
    #expect(decision.outcome == .allowWithDuty)
    #expect(decision.duties.filter { $0.kind == .credit }.map(\.isMet) == [isMet])
    #expect(decision.duties.filter { $0.kind == .linkBack }.map(\.isRequest) == [true])
  }

  @Test func quotingIsNotFreeOfWhatComesBefore() throws {
    var killed = Sample.item(Sample.seedNotice)
    killed.status = .withdrawn
    var embargoed = Sample.item(Sample.seedNotice)
    embargoed.embargo = .until(Sample.noon.advanced(bySeconds: 60))
    let words = "BULGARIA OUT"
    let restricted = Sample.item(
      Sample.statement(
        words, [(Sample.prohibit(.use, .none, [Constraint(.territory, "BG")]), words)], holder: nil,
        advisory: .usageRestriction))
    for item in [killed, embargoed, restricted] {
      let decision = try Sample.engine().decide(
        on: item, contracts: [], use: Sample.use(.excerpted, extent: quote))
      #expect(decision.outcome == .violation)
    }
  }

  @Test func aContractsBanStands() throws {
    let yaml = """
      agency: northwire
      agreement: N
      clauses: [{id: "1", text: No quotations., prohibit: [excerpt]}]
      """
    let decision = try Sample.engine().decide(
      on: Sample.item(Sample.seedNotice), contracts: try Sample.contracts(yaml),
      use: Sample.use(.excerpted, extent: quote))
    #expect(decision.deciding.reason == .contractProhibits)
  }

  @Test func aNoticeThatRefusesQuotationIsForAPerson() throws {
    let words = "may not be quoted"
    let item = Sample.item(Sample.statement(words, [(Sample.prohibit(.excerpt), words)], holder: nil))
    let decision = try Sample.engine().decide(
      on: item, contracts: [], use: Sample.use(.excerpted, extent: quote))
    #expect(decision.outcome == .needsReview)
    #expect(decision.deciding.reason == .quotationRefused)
  }

  /// The duties of a notice that grants an excerpt go with the grant; one that is a condition has to be met.
  @Test(
    arguments: [(true, Outcome.allowWithDuty), (false, .violation), (nil, .needsReview)] as [(Bool?, Outcome)]
  )
  func anExcerptsGrantComesWithItsDuties(_ hasLink: Bool?, _ outcome: Outcome) throws {
    let text = "You may quote up to 50 words with a link."
    let permit = Sample.permit(.excerpt, .ifDutiesMet, [Constraint(.wordLimit, "words:50", .lteq)])
    var statement = Sample.statement(text, [(permit, text)], holder: nil)
    statement.duties = [Duty(.linkBack, value: nil, evidence: TextRange(0, text.utf8.count))]
    var evidence = Sample.credited
    evidence.duties[.linkBack] = hasLink
    let decision = try Sample.engine().decide(
      on: Sample.item(statement), contracts: [], use: Sample.use(.excerpted, extent: quote),
      evidence: evidence)
    #expect(decision.outcome == outcome)
    #expect(decision.duties.filter { $0.kind == .linkBack }.count == 1)
  }

  /// "Up to 20 words may be quoted" replaces the numbers of the house.
  @Test(arguments: [(20, Outcome.allow), (30, .needsReview), (40, .violation)])
  func aNoticeMaySetTheLimit(_ words: Int, _ outcome: Outcome) throws {
    let text = "Up to 20 words may be quoted. Nothing else may be used."
    let item = Sample.item(
      Sample.statement(
        text,
        [
          (
            Sample.permit(.excerpt, .none, [Constraint(.wordLimit, "words:20", .lteq)]),
            "Up to 20 words may be quoted"
          ),
          (Sample.prohibit(.use), "Nothing else may be used"),
        ], holder: nil))
    let extent = Extent(words: words, sourceWords: 1000, longestRun: words, isQuoted: true)
    let decision = try Sample.engine().decide(
      on: item, contracts: [], use: Sample.use(.excerpted, extent: extent))
    #expect(decision.outcome == outcome)
  }

  @Test func otherPurposesAndActsAreNoQuotation() throws {
    var advertising = Sample.use(.excerpted, extent: quote)
    advertising.purposes = [.advertising]
    let engine = try Sample.engine()
    let item = Sample.item(Sample.seedNotice)
    #expect(engine.decide(on: item, contracts: [], use: advertising).outcome > .allowWithDuty)
    #expect(
      engine.decide(on: item, contracts: [], use: Sample.use(.rewritten, extent: quote)).outcome == .violation
    )
    var picture = Sample.use(.excerpted, extent: quote)
    picture.parts = ["image"]
    #expect(engine.decide(on: item, contracts: [], use: picture).outcome > .allowWithDuty)
  }

  // MARK: Configuration

  private func read(_ yaml: String) throws -> QuotationLimits {
    let field = YAMLField(name: "quotes", value: try YAMLValue(parsing: yaml, name: "w.yaml"), file: "w.yaml")
    return try QuotationLimits(reading: field, profiles: try QuotationLimits.builtIn())
  }

  @Test func everyProfileIsThere() throws {
    #expect(try QuotationLimits.builtIn().keys.sorted() == ["custom", "de", "eu", "uk", "us"])
  }

  @Test func numbersAreChangedOneByOne() throws {
    let limits = try read(
      "{profile: eu, max-words-per-quote: 30, max-share-of-source: 0.05, purposes: [review]}")
    var expected = try Sample.limits("eu")
    expected.maxWordsPerQuote = 30
    expected.maxShareOfSource = 0.05
    expected.purposes = [.review]
    #expect(limits == expected)
    #expect(try read("{max-total-words: 10}").profile == "custom")
  }

  @Test(arguments: [
    ("{profile: eux}", "did you mean `eu`?"),
    ("{max-word-per-quote: 3}", "did you mean `max-words-per-quote`?"),
    ("{max-share-of-source: 2}", "between 0 and 1"), ("{max-total-words: -1}", "between 0 and 1000000"),
    ("{purposes: [fun]}", "is not a value of `purposes`"),
  ])
  func aFaultSaysWhatToDo(_ yaml: String, _ says: String) throws {
    let fault = #expect(throws: YAMLFault.self) { try read(yaml) }
    #expect(try #require(fault).description.contains(says))
  }
}
