import Testing
import WireText

@testable import WireRights

/// Machine learning and mining: a family of its own.
struct DecisionMiningTests {
  private func outcome(
    _ action: Action, _ clauses: [(Clause, String)] = [], profile: DecisionEngine.Profile = .standard,
    contract: String? = nil
  ) throws -> Outcome {
    let text = "© 2026 Northwire. All rights reserved. Terms."
    let item = Sample.item(
      Sample.statement(text, clauses.map { ($0.0, "Terms") }, reserved: "All rights reserved"))
    let use = Use([action], on: ["ai"], in: ["BG"], at: Sample.noon)
    return try Sample.engine(profile).decide(
      on: item, contracts: try contract.map { try Sample.contracts($0) } ?? [], use: use
    ).outcome
  }

  static let family: [Action] = [.tdm, .trainAI, .aiInput, .scrape]

  @Test(arguments: family)
  func silenceIsForAPerson(_ action: Action) throws {
    #expect(try outcome(action) == .needsReview)
    #expect(try outcome(action, profile: .strict) == .violation)
  }

  @Test(arguments: family)
  func aGeneralTermIsNotMeant(_ action: Action) throws {
    #expect(try outcome(action, [(Sample.prohibit(.use), "")]) == .needsReview)
    #expect(try outcome(action, [(Sample.permit(.use), "")]) == .needsReview)
    let contract = "{agency: northwire, agreement: N, actions: [use, publish, rewrite, archive]}"
    #expect(try outcome(action, contract: contract) == .needsReview)
  }

  @Test(arguments: family)
  func anExplicitTermDecides(_ action: Action) throws {
    #expect(try outcome(action, [(Sample.prohibit(action), "")]) == .violation)
    #expect(try outcome(action, [(Sample.permit(action), "")]) == .allow)
    let contract = "{agency: northwire, agreement: N, actions: [\(action.rawValue)]}"
    #expect(try outcome(action, [(Sample.prohibit(action), "")], contract: contract) == .allow)
  }

  @Test func trainingIsAKindOfMining() throws {
    #expect(try outcome(.trainAI, [(Sample.prohibit(.tdm), "")]) == .violation)
    #expect(try outcome(.tdm, [(Sample.prohibit(.trainAI), "")]) == .needsReview)
    #expect(try outcome(.trainAI, [(Sample.permit(.tdm), "")]) == .needsReview)
  }

  @Test func anyUseForTrainingIsTraining() throws {
    let limit = [Constraint(.purpose, "ai-training")]
    #expect(try outcome(.trainAI, [(Sample.prohibit(.use, .none, limit), "")]) == .violation)
    #expect(try outcome(.trainAI, [(Sample.permit(.reproduce, .none, limit), "")]) == .allow)
    #expect(try outcome(.aiInput, [(Sample.prohibit(.use, .none, limit), "")]) == .needsReview)
  }

  @Test func publishingIsNotMeantByMining() throws {
    for action in Self.family {
      #expect(try outcome(.publish, [(Sample.permit(action), "")]) == .needsReview)
      #expect(try outcome(.publish, [(Sample.prohibit(action), "")]) == .needsReview)
    }
  }
}
