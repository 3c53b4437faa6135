import Testing
import WireText

@testable import WireRights

/// Laws about where and when: a narrower use is never worse than a wider one, and waiting inside an embargo frees
/// nothing.
struct DecisionReachLawTests {
  private typealias Newsroom = DecisionLawTests.Newsroom

  private func newsrooms() throws -> [(seed: UInt64, newsroom: Newsroom)] {
    let laws = DecisionLawTests()
    return try DecisionLawTests.seeds.map { ($0, try laws.newsroom($0)) }
  }

  /// A part of a place or of a medium, and the whole.
  private static let territories = [("CA-QC", "CA"), ("BG", "EU"), ("RO", "worldwide"), ("CA", "worldwide")]
  private static let channels = [("web", "digital"), ("social", "digital"), ("tv", "broadcast")]

  /// Where the whole is permitted, so is each part of it.
  @Test func aPartIsNeverWorseThanTheWhole() throws {
    var allowed = 0
    for (seed, newsroom) in try newsrooms() {
      for (part, whole) in Self.territories {
        var (narrow, wide) = (newsroom, newsroom)
        (narrow.use.territories, wide.use.territories) = ([part], [whole])
        if wide.outcome <= .allowWithDuty { allowed += 1 }
        #expect(narrow.outcome <= max(wide.outcome, .needsReview), "\(part) in \(whole), seed \(seed)")
        #expect(wide.outcome > .allowWithDuty || narrow.outcome <= .allowWithDuty, "\(part), seed \(seed)")
      }
      for (part, whole) in Self.channels {
        var (narrow, wide) = (newsroom, newsroom)
        (narrow.use.channels, wide.use.channels) = ([part], [whole])
        if wide.outcome <= .allowWithDuty { allowed += 1 }
        #expect(wide.outcome > .allowWithDuty || narrow.outcome <= .allowWithDuty, "\(part), seed \(seed)")
      }
    }
    #expect(allowed > 100)
  }

  /// More channels, territories, acts or purposes in one use never improve it.
  @Test func moreInOneUseNeverImproves() throws {
    for (seed, newsroom) in try newsrooms() {
      let before = newsroom.outcome
      var more = newsroom
      if !more.use.channels.isEmpty { more.use.channels.append("print") }
      #expect(more.outcome >= before, "channel, seed \(seed)")
      more = newsroom
      if !more.use.territories.isEmpty { more.use.territories.append("RO") }
      #expect(more.outcome >= before, "territory, seed \(seed)")
      more = newsroom
      more.use.actions.append(.resell)
      #expect(more.outcome >= before, "act, seed \(seed)")
      more = newsroom
      more.use.purposes.insert(.advertising)
      #expect(more.outcome > .allowWithDuty || before <= .allowWithDuty, "purpose, seed \(seed)")
    }
  }

  /// Until an embargo ends, and without anything else that begins or ends, a later instant never loosens.
  @Test func waitingInsideAnEmbargoNeverLoosens() throws {
    let end = Sample.noon.advanced(bySeconds: 3 * 3600)
    var closed = 0
    for (seed, newsroom) in try newsrooms() {
      for isRecorded in [true, false] {
        var gated = newsroom
        if isRecorded {
          gated.item.embargo = .until(end)
        } else {
          var order = RightsStatement(text: "Embargo.")
          order.isNotice = true
          order.advisory = Advisory(.embargo, evidence: TextRange(0, 7))
          order.clauses = [
            Clause(
              .prohibit, .publish, constraints: [Constraint(.timeBefore, "2026-11-20T13:00Z")],
              evidence: TextRange(0, 7))
          ]
          gated.item.statements.append(SourcedStatement(order, source: "field", isInstruction: true))
        }
        var outcomes: [Outcome] = []
        for hours: Int64 in [0, 1, 2] {
          gated.use.instant = Sample.noon.advanced(bySeconds: hours * 3600)
          outcomes.append(gated.outcome)
        }
        #expect(outcomes == outcomes.sorted(), "seed \(seed)")
        if gated.use.stage == .publish, gated.use.actions.contains(where: { [.publish, .use].contains($0) }) {
          closed += 1
          #expect(outcomes.allSatisfy { $0 == .violation }, "seed \(seed)")
        }
      }
    }
    #expect(closed > 50)
  }
}
