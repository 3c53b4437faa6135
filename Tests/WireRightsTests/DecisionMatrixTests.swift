import Foundation
import Testing
import WireText

@testable import WireRights

/// Notices, as labelled and as read by the parser, in every context that matters: the precedence of the tiers.
@Suite struct DecisionMatrixTests {
  enum Source: String, CaseIterable, Sendable { case labelled, parsed }

  /// One context of use.
  struct Context: Sendable, Hashable {
    var channel: String
    var territory: String
    var stage: Use.Stage
    var hasContract: Bool
    var hasCredit: Bool

    static let all: [Context] = ["web", "tv", "print"].flatMap { channel in
      ["BG", "IT", "US"].flatMap { territory in
        Use.Stage.allCases.flatMap { stage in
          [true, false].flatMap { hasContract in
            [true, false].map { hasCredit in
              Context(
                channel: channel, territory: territory, stage: stage, hasContract: hasContract,
                hasCredit: hasCredit)
            }
          }
        }
      }
    }
  }

  /// A notice in a newsroom, ready to be decided on.
  struct Scene: Sendable {
    let notice: GoldNotice
    let statement: RightsStatement
    /// The item of an agency that is the notice's holder.
    let item: ItemTerms
    private let contracts: [Contract]
    private let credited: Evidence
    private let uncredited: Evidence

    init(_ notice: GoldNotice, _ statement: RightsStatement, _ contracts: [Contract]) {
      self.notice = notice
      self.statement = statement
      self.contracts = contracts
      var own = statement
      own.holder?.agency = "northwire"
      for index in own.coHolders.indices { own.coHolders[index].agency = nil }
      var item = ItemTerms(
        agency: "northwire",
        names: ["Northwire"] + [own.holder?.name, own.holder?.asWritten].compactMap(\.self)
          + own.coHolders.map(\.name),
        statements: [SourcedStatement(own, source: "body")])
      item.received = Sample.noon
      item.published = Sample.noon
      item.services = ["news"]
      self.item = item
      // Credits as the notice itself words them, and the usual one.
      let wanted = statement.duties.filter { $0.kind == .credit }.compactMap(\.value)
      credited = Self.evidence(wanted + ["Northwire"] + item.names, areDutiesMet: true)
      uncredited = Self.evidence(["By Ada Petrova"], areDutiesMet: false)
    }

    private static func evidence(_ fields: [String], areDutiesMet: Bool) -> Evidence {
      var evidence = Evidence(credits: fields.map { CreditText($0, in: .field) })
      for kind in Duty.Kind.allCases where kind != .credit { evidence.duties[kind] = areDutiesMet }
      return evidence
    }

    func decide(
      _ action: Action, _ context: Context, at instant: Instant = Sample.noon, by engine: DecisionEngine,
      _ change: (inout ItemTerms) -> Void = { _ in }
    ) -> Decision {
      var item = item
      change(&item)
      let use = Use(
        [action], on: [context.channel], in: [context.territory], at: instant, stage: context.stage,
        isCommercial: true)
      return engine.decide(
        on: item, contracts: context.hasContract ? contracts : [], use: use,
        evidence: context.hasCredit ? credited : uncredited)
    }
  }

  private static let engine = Result { try Sample.engine() }

  /// All notices, each read once for all tests.
  private static let scenes = Result {
    let contracts = try Sample.contracts(
      "{agency: northwire, agreement: N, actions: [publish, broadcast, reproduce, modify, rewrite]}")
    let parser = NoticeParser(try ProgramPolicies.all.get())
    return [
      Source.labelled: GoldNotice.all.map { Scene($0, $0.statement, contracts) },
      Source.parsed: GoldNotice.all.map { Scene($0, parser.parse($0.text), contracts) },
    ]
  }

  private func scenes(_ source: Source) throws -> [(GoldNotice, Scene)] {
    try Self.scenes.get()[source, default: []].map { ($0.notice, $0) }
  }

  // MARK: Tier 1

  @Test(arguments: Source.allCases)
  func killsAndHoldsStandAboveEverything(_ source: Source) throws {
    let engine = try Self.engine.get()
    var count = 0
    for (notice, scene) in try scenes(source) {
      guard let kind = scene.statement.advisory?.kind, kind == .kill || kind == .hold else { continue }
      count += 1
      for context in Context.all {
        let decision = scene.decide(.publish, context, by: engine)
        if kind == .kill || context.stage == .publish {
          #expect(decision.outcome == .violation, "\(notice.id)")
          #expect(decision.deciding.tier == .withdrawal, "\(notice.id)")
        } else {
          #expect(decision.outcome >= .needsReview, "\(notice.id)")
        }
      }
    }
    #expect(count >= GoldNotice.fewest(invented: 3, development: source == .labelled ? 7 : 4))
  }

  // MARK: Tier 2

  @Test(arguments: Source.allCases)
  func aMinuteAroundEachGate(_ source: Source) throws {
    let engine = try Self.engine.get()
    var count = 0
    for (notice, scene) in try scenes(source) where scene.statement.advisory?.kind == .embargo {
      let gates = scene.statement.clauses.filter { $0.effect == .prohibit && $0.action == .publish }
        .filter { $0.constraints.count == 1 && $0.constraints[0].kind == .timeBefore && $0.target == nil }
        .compactMap { clause -> Instant? in
          let value = TimeValue(clause.constraints[0])?.resolved(item: scene.item, endOfDay: false)
          guard case .span(let earliest, let latest)? = value, earliest == latest else { return nil }
          return latest
        }
      // Several gates of one text may be for several channels or parts.
      guard gates.count == 1, let gate = gates.first else { continue }
      count += 1
      for context in Context.all {
        let before = scene.decide(.publish, context, at: gate.advanced(bySeconds: -60), by: engine)
        let after = scene.decide(.publish, context, at: gate.advanced(bySeconds: 60), by: engine)
        #expect(after.deciding.reason != .embargoed(until: gate), "\(notice.id)")
        if context.stage == .publish {
          #expect(before.outcome == .violation, "\(notice.id)")
          #expect(before.deciding.tier == .timeGate, "\(notice.id)")
        } else {
          #expect(before.deciding.notBefore == gate, "\(notice.id)")
        }
        #expect(after.outcome <= before.outcome || context.stage == .draft, "\(notice.id)")
      }
    }
    #expect(count >= GoldNotice.fewest(invented: 3, development: source == .labelled ? 3 : 2))
  }

  @Test(arguments: Source.allCases)
  func aGateThatCannotBeReadIsClosedForAPerson(_ source: Source) throws {
    let engine = try Self.engine.get()
    var count = 0
    for (notice, scene) in try scenes(source) {
      let isUnclear = scene.statement.clauses.contains { clause in
        clause.effect == .prohibit && [.publish, .use].contains(clause.action) && clause.target == nil
          && clause.constraints.count == 1 && clause.constraints[0].kind == .timeBefore
          && (clause.constraints[0].value == "unknown" || clause.constraints[0].value.hasPrefix("event:"))
      }
      guard isUnclear else { continue }
      count += 1
      for context in Context.all where context.stage == .publish {
        #expect(scene.decide(.publish, context, by: engine).outcome >= .needsReview, "\(notice.id)")
      }
    }
    #expect(count >= GoldNotice.fewest(invented: 3, development: 2))
  }

  // MARK: Tier 3

  @Test(arguments: Source.allCases)
  func noContractLiftsATerritoryThatIsOut(_ source: Source) throws {
    let engine = try Self.engine.get()
    var count = 0
    for (notice, scene) in try scenes(source) where scene.statement.advisory?.kind == .usageRestriction {
      for clause in scene.statement.clauses
      where clause.effect == .prohibit && [.use, .publish].contains(clause.action) && clause.target == nil
        && clause.condition == .none && clause.constraints.count == 1
      {
        let limit = clause.constraints[0]
        guard limit.kind == .territory, limit.comparison == .eq, let code = limit.members.first,
          Territory(code) != nil, code != "worldwide"
        else { continue }
        count += 1
        for var context in Context.all {
          context.territory = code
          let inside = scene.decide(.publish, context, by: engine)
          #expect(inside.outcome == .violation && inside.deciding.tier <= .itemRestriction, "\(notice.id)")
        }
      }
    }
    #expect(count >= GoldNotice.fewest(invented: 3, development: 5))
  }

  // MARK: Tier 4

  @Test(arguments: Source.allCases)
  func aContractSatisfiesEveryConditionOfItsHolder(_ source: Source) throws {
    let engine = try Self.engine.get()
    var count = 0
    for (notice, scene) in try scenes(source) {
      let statement = scene.statement
      guard statement.advisory == nil, statement.residue.isEmpty, !statement.isTruncated,
        !statement.clauses.contains(where: { $0.constraints.contains(where: \.isTime) })
      else { continue }
      count += 1
      for context in Context.all where context.hasContract {
        let decision = scene.decide(.publish, context, by: engine)
        #expect(decision.outcome <= .allowWithDuty && decision.deciding.tier == .contract, "\(notice.id)")
      }
    }
    #expect(count >= GoldNotice.fewest(invented: 15, development: 100))
  }

  // MARK: Tiers 5 to 9

  @Test(arguments: Source.allCases)
  func anExplicitProhibitionHoldsWithoutAContract(_ source: Source) throws {
    let engine = try Self.engine.get()
    var count = 0
    for (notice, scene) in try scenes(source) {
      let statement = scene.statement
      let isProhibited = statement.clauses.contains { clause in
        clause.effect == .prohibit && [.publish, .use].contains(clause.action) && clause.constraints.isEmpty
          && clause.target == nil && clause.condition != .beyondScope && clause.condition != .ifDutiesMet
      }
      guard isProhibited, statement.licence == nil, statement.advisory == nil,
        !statement.clauses.contains(where: { $0.effect == .permit })
      else { continue }
      count += 1
      for context in Context.all where !context.hasContract {
        let decision = scene.decide(.publish, context, by: engine)
        #expect(decision.outcome == .violation, "\(notice.id)")
        #expect(decision.deciding.tier == .explicitProhibition, "\(notice.id)")
      }
    }
    #expect(count >= GoldNotice.fewest(invented: 7, development: source == .labelled ? 30 : 15))
  }

  @Test(arguments: Source.allCases)
  func aConditionalPermitHangsOnItsDuties(_ source: Source) throws {
    let engine = try Self.engine.get()
    var count = 0
    for (notice, scene) in try scenes(source) {
      let statement = scene.statement
      guard statement.clauses.count == 1, let clause = statement.clauses.first, clause.effect == .permit,
        clause.condition == .ifDutiesMet, clause.constraints.isEmpty, clause.target == nil,
        [.publish, .use].contains(clause.action), statement.residue.isEmpty, !statement.isTruncated,
        statement.licence == nil, statement.advisory == nil,
        statement.duties.contains(where: { $0.kind == .credit && !$0.isRequest })
      else { continue }
      count += 1
      for context in Context.all where !context.hasContract {
        let decision = scene.decide(.publish, context, by: engine)
        let isBroken = context.stage == .publish && !context.hasCredit
        #expect(decision.outcome == (isBroken ? .violation : .allowWithDuty), "\(notice.id)")
        #expect(decision.deciding.tier == .explicitPermit, "\(notice.id)")
      }
    }
    #expect(count >= GoldNotice.fewest(invented: 3, development: source == .labelled ? 3 : 1))
  }

  @Test(arguments: Source.allCases, DecisionEngine.Profile.allCases)
  func reservedRightsAreTakenByProfile(_ source: Source, _ profile: DecisionEngine.Profile) throws {
    let engine = try Sample.engine(profile)
    var count = 0
    for (notice, scene) in try scenes(source) {
      let statement = scene.statement
      guard statement.allRightsReserved != nil, statement.clauses.isEmpty, statement.licence == nil,
        statement.advisory == nil
      else { continue }
      count += 1
      let refused: Outcome = profile == .strict ? .violation : .needsReview
      for context in Context.all where !context.hasContract {
        #expect(scene.decide(.publish, context, by: engine).outcome == refused, "\(notice.id)")
        // Reserving all rights is a reservation against mining in the strict profile only.
        #expect(scene.decide(.tdm, context, by: engine).outcome == refused, "\(notice.id)")
        #expect(scene.decide(.link, context, by: engine).outcome <= .needsReview, "\(notice.id)")
      }
    }
    #expect(count >= GoldNotice.fewest(invented: 6, development: 20))
  }

  @Test(arguments: Source.allCases)
  func silenceIsNeverLeave(_ source: Source) throws {
    let engine = try Self.engine.get()
    var count = 0
    for (notice, scene) in try scenes(source) where !scene.statement.isNotice {
      count += 1
      for context in Context.all where !context.hasContract {
        #expect(scene.decide(.publish, context, by: engine).outcome == .needsReview, "\(notice.id)")
        #expect(scene.decide(.trainAI, context, by: engine).outcome == .needsReview, "\(notice.id)")
      }
    }
    #expect(count >= GoldNotice.fewest(invented: 6, development: 40))
  }

  @Test(arguments: Source.allCases)
  func aReservationAgainstMiningIsOne(_ source: Source) throws {
    let engine = try Self.engine.get()
    var count = 0
    for (notice, scene) in try scenes(source) {
      for clause in scene.statement.clauses
      where clause.effect == .prohibit && clause.action.isMining && clause.constraints.isEmpty
        && clause.target == nil && clause.condition != .beyondScope
      {
        let isGranted = scene.statement.clauses.contains { $0.effect == .permit }
        guard !isGranted, scene.statement.advisory == nil else { continue }
        count += 1
        for context in Context.all {
          // The contract of the scene says nothing of mining.
          #expect(scene.decide(clause.action, context, by: engine).outcome == .violation, "\(notice.id)")
        }
      }
    }
    #expect(count >= GoldNotice.fewest(invented: 3, development: 10))
  }

  @Test(arguments: Source.allCases)
  func aLicenceIsTakenByItsElements(_ source: Source) throws {
    let engine = try Self.engine.get()
    var count = 0
    for (notice, scene) in try scenes(source) {
      let statement = scene.statement
      guard let licence = statement.licence?.id, licence.hasPrefix("CC-BY"), statement.licence?.target == nil,
        statement.clauses.isEmpty, statement.advisory == nil, statement.residue.isEmpty,
        !statement.isTruncated
      else { continue }
      count += 1
      for context in Context.all where !context.hasContract {
        let published = scene.decide(.publish, context, by: engine).outcome
        #expect(published == (licence.contains("-NC") ? .violation : .allowWithDuty), "\(notice.id)")
        let changed = scene.decide(.modify, context, by: engine).outcome
        let isForbidden = licence.contains("-NC") || licence.contains("-ND")
        #expect(changed == (isForbidden ? .violation : .allowWithDuty), "\(notice.id)")
      }
    }
    #expect(count >= GoldNotice.fewest(invented: 3, development: 5))
  }

  // MARK: Laws

  @Test(arguments: Source.allCases)
  func theLawsHoldForEveryNotice(_ source: Source) throws {
    let engine = try Self.engine.get()
    for (notice, scene) in try scenes(source) {
      for action in [Action.publish, .rewrite, .trainAI] {
        // Every context that a law compares is one of them.
        var decisions: [Context: Decision] = [:]
        for context in Context.all { decisions[context] = scene.decide(action, context, by: engine) }
        func outcome(_ context: Context, _ change: (inout Context) -> Void) throws -> Outcome {
          var other = context
          change(&other)
          return try #require(decisions[other]).outcome
        }
        for (context, decision) in decisions {
          let killed = scene.decide(action, context, by: engine) { $0.status = .withdrawn }
          #expect(killed.outcome == .violation, "\(notice.id)")
          if !context.hasContract, decision.deciding.tier == .explicitProhibition,
            decision.outcome == .violation
          {
            let with = try outcome(context) { $0.hasContract = true }
            #expect(with <= decision.outcome, "\(notice.id)")
          }
          if context.hasCredit {
            let without = try outcome(context) { $0.hasCredit = false }
            #expect(without >= decision.outcome, "\(notice.id)")
          }
          if context.stage == .draft {
            let published = try outcome(context) { $0.stage = .publish }
            #expect(published >= decision.outcome, "\(notice.id)")
          }
        }
      }
    }
  }
}
