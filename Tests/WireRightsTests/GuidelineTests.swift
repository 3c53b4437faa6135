import Foundation
import Policies
import Testing
import WireText
import WireYAML

@testable import WireRights

/// Terms of newsrooms that give their copy away: the files, their cases, and how they are switched on.
@Suite struct GuidelineTests {
  private static func guidelines() throws -> Guidelines {
    try Guidelines(agencies: ProgramPolicies.agencies.get())
  }

  private static func field(_ yaml: String) throws -> YAMLField {
    YAMLField(
      name: "guidelines",
      value: try YAMLValue(parsing: "guidelines: \(yaml)", name: "wirecheck.yaml").entry(),
      file: "wirecheck.yaml")
  }

  @Test func thereAreEnough() throws { #expect(try Self.guidelines().all.count >= 10) }

  @Test func everyCasePasses() throws {
    let results = try Self.guidelines().caseResults(engine: try Sample.engine())
    let others = results.filter { $0.verdict != .passed }
    #expect(!results.isEmpty)
    #expect(others.isEmpty, "\(others.map(\.description).joined(separator: "\n"))")
  }

  /// Terms without a page and a day are hearsay, and a clause that no case exercises is a guess.
  @Test func everyFileNamesItsPageAndExercisesItsClauses() throws {
    let engine = try Sample.engine()
    for guideline in try Self.guidelines().all {
      #expect(guideline.contract.place.file == "Guidelines/\(guideline.id).yaml")
      #expect(guideline.contract.agency == guideline.id)
      #expect(URL(string: guideline.address)?.scheme == "https", "\(guideline.id)")
      #expect(guideline.contract.from == nil && guideline.contract.until == nil)
      let gaps = guideline.contract.uncovered(engine: engine)
      #expect(gaps.isEmpty, "\(gaps.map(\.description))")
    }
  }

  /// Whatever gives copy away asks to be named for it.
  @Test func everyPermitOwesACredit() throws {
    for guideline in try Self.guidelines().all {
      for clause in guideline.contract.clauses where !clause.permits.isEmpty {
        #expect(clause.duties.contains { $0.kind == .credit }, "\(guideline.id): \(clause.id ?? "")")
      }
    }
  }

  @Test func chosenOnesBecomeContracts() throws {
    let guidelines = try Self.guidelines()
    let contracts = try guidelines.contracts(in: Self.field("[texas-tribune, global-voices]"))
    #expect(contracts.map(\.agency) == ["texas-tribune", "global-voices"])
    #expect(try guidelines.contracts(in: Self.field("propublica")).map(\.agency) == ["propublica"])
    #expect(try guidelines.contracts(in: Self.field("[]")).isEmpty)
  }

  @Test(arguments: [
    ("[texas-tribun]", "no guidelines `texas-tribun`", "did you mean `texas-tribune`"),
    ("[propublica, propublica]", "stands twice", "keep one"),
  ])
  func saysWhatIsWrongWithAList(_ yaml: String, _ message: String, _ next: String) throws {
    let guidelines = try Self.guidelines()
    let field = try Self.field(yaml)
    let fault = #expect(throws: YAMLFault.self) { try guidelines.contracts(in: field) }
    #expect(fault?.message.contains(message) ?? false)
    #expect(fault?.next.contains(next) ?? false)
    #expect(fault?.file == "wirecheck.yaml")
  }

  /// Switching guidelines on never makes a use worse that they permit, and never touches machine learning.
  @Test func theyLiftReservedRightsForWhatTheyPermitOnly() throws {
    let engine = try Sample.engine()
    let guideline = try #require(try Self.guidelines().all.first { $0.id == "the-conversation" })
    let text = "© The Conversation. All rights reserved."
    let notice = SourcedStatement(NoticeParser(try ProgramPolicies.all.get()).parse(text), source: "body")
    let item = ItemTerms(agency: "the-conversation", names: ["The Conversation"], statements: [notice])
    for (action, isLifted) in [(Action.publish, true), (.trainAI, false), (.modify, false)] {
      let instant = try #require(guideline.contract.cases.first?.at)
      let use = Use([action], on: ["web"], in: ["US"], at: instant, stage: .draft, isCommercial: true)
      let before = engine.decide(on: item, contracts: [], use: use).outcome
      let after = engine.decide(on: item, contracts: [guideline.contract], use: use).outcome
      #expect((after < before) == isLifted, "\(action): \(before) → \(after)")
    }
  }
}

extension YAMLValue {
  /// The value of the only key.
  fileprivate func entry() throws -> YAMLValue {
    guard case .mapping(let entries) = content, let first = entries.first else {
      throw YAMLFault("test", position, "no key", next: "")
    }
    return first.value
  }
}
