import Testing
import WireText

@testable import WireRights

/// The laws of decisions, on every contract and every jurisdiction profile that the program ships with.
struct PolicyLawTests {
  private static let actions: [Action] = [
    .publish, .broadcast, .modify, .translate, .excerpt, .archive, .resell, .trainAI,
  ]

  private static func engines() throws -> [DecisionEngine] {
    let licences = try LicenceCatalogue.builtIn()
    let limits = try QuotationLimits.builtIn()
    return limits.keys.sorted().enumerated().compactMap { index, name in
      limits[name].map {
        DecisionEngine(
          profile: index.isMultiple(of: 2) ? .strict : .standard, quotation: $0, licences: licences)
      }
    }
  }

  private struct Question {
    var item: ItemTerms
    var contracts: [Contract]
    var use: Use
    var evidence: Evidence
    let engine: DecisionEngine
    let name: String
    var outcome: Outcome { decision.outcome }
    var decision: Decision { engine.decide(on: item, contracts: contracts, use: use, evidence: evidence) }
  }

  /// Every act on a medium in a place under each guideline, of copy whose notice bars it without permission.
  private func questions() throws -> [Question] {
    var questions: [Question] = []
    for guideline in try Guidelines(agencies: ProgramPolicies.agencies.get()).all {
      let bar = Sample.statement(
        "© Northwire. No part may be used without permission.",
        [(Sample.prohibit(.use, .withoutPermission), "No part may be used without permission.")],
        agency: guideline.id)
      let line = Sample.statement(
        "© Northwire. All rights reserved.", agency: guideline.id, reserved: "All rights")
      let item = ItemTerms(
        agency: guideline.id, names: ["Northwire"],
        statements: [
          SourcedStatement(bar, source: "notice"), SourcedStatement(line, scope: .feed, source: "feed"),
        ])
      for engine in try Self.engines() {
        for action in Self.actions {
          for (channel, territory) in [("web", "BG"), ("print", "US")] {
            var use = Use(
              [action], on: [channel], in: [territory], at: Sample.noon, isCommercial: channel == "print")
            use.extent = Extent(words: 60, sourceWords: 600, longestRun: 30, isQuoted: action == .excerpt)
            questions.append(
              Question(
                item: item, contracts: [guideline.contract], use: use, evidence: Sample.credited,
                engine: engine,
                name: "\(guideline.id), \(engine.quotation.profile): \(action) on \(channel)"))
          }
        }
      }
    }
    return questions
  }

  @Test func aWithdrawalEndsEveryUse() throws {
    for question in try questions() {
      var killed = question
      killed.item.status = .withdrawn
      #expect(killed.outcome == .violation, "\(question.name)")
      var held = question
      held.item.status = .held
      #expect(held.outcome >= question.outcome, "\(question.name)")
    }
  }

  @Test func aContractNeverWorsensWhatANoticeProhibits() throws {
    var helped = 0
    for question in try questions() {
      var without = question
      without.contracts = []
      let before = without.decision
      guard before.deciding.tier == .explicitProhibition else { continue }
      #expect(question.outcome <= before.outcome, "\(question.name)")
      if question.outcome < before.outcome { helped += 1 }
    }
    #expect(helped > 50)
  }

  @Test func lessEvidenceNeverImproves() throws {
    for question in try questions() {
      var poorer = question
      poorer.evidence = Evidence()
      #expect(poorer.outcome >= question.outcome, "\(question.name)")
    }
  }

  @Test func anEmbargoHoldsWhateverTheContract() throws {
    for question in try questions() where [.publish, .broadcast].contains(question.use.actions[0]) {
      var gated = question
      gated.item.embargo = .until(Sample.noon.advanced(bySeconds: 7200))
      var outcomes: [Outcome] = []
      for hours: Int64 in [0, 1] {
        gated.use.instant = Sample.noon.advanced(bySeconds: hours * 3600)
        outcomes.append(gated.outcome)
      }
      #expect(outcomes == [.violation, .violation], "\(question.name)")
    }
  }

  @Test func aPartIsNeverWorseThanTheWholeAndOrderDoesNotMatter() throws {
    for question in try questions() {
      var whole = question
      whole.use.territories = ["worldwide"]
      whole.use.channels = ["digital"]
      var part = whole
      part.use.territories = ["BG"]
      part.use.channels = ["web"]
      #expect(whole.outcome > .allowWithDuty || part.outcome <= .allowWithDuty, "\(question.name)")
      var turned = question
      turned.item.statements.reverse()
      turned.contracts = turned.contracts.reversed() + turned.contracts
      #expect(turned.outcome == question.outcome, "\(question.name)")
    }
  }
}
