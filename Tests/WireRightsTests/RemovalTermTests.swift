import Testing
import WireText

@testable import WireRights

/// Terms on removing copies, and what they are not: orders of today, and periods of something else.
struct RemovalTermTests {
  private static let parser = Result { NoticeParser(try ProgramPolicies.all.get()) }

  private static func lines(_ text: String) throws -> [String] {
    let statement = try parser.get().parse(text)
    let kind = statement.advisory.map { ["advisory \($0.kind.rawValue)"] } ?? []
    return kind
      + statement.clauses.map { clause in
        let limits = clause.constraints.map { "\($0.kind.rawValue) \($0.value)" }
        return (["\(clause.effect.rawValue) \(clause.action.rawValue)"] + limits).joined(separator: ", ")
      }
  }

  @Test(
    "what is to be removed if or after something happens withdraws nothing today",
    arguments: [
      ("If we withdraw the story you must remove it immediately.", "oblige remove"),
      (
        "Please take down the photo after 7 days.",
        "advisory usage-restriction; prohibit use, time-after transmission+P7D"
      ),
      ("If published, please kill the story.", "advisory kill; prohibit use"),
      ("Please take down the photo.", "advisory kill; prohibit use"),
    ])
  func kills(_ text: String, _ expected: String) throws {
    #expect(try Self.lines(text).joined(separator: "; ") == expected)
  }

  @Test(
    "a period is counted from what the words say",
    arguments: [
      (
        "Content must be deleted within 30 days of the end of this agreement.",
        "prohibit archive, time-after event:end-of-agreement+P30D"
      ),
      ("Content must be deleted within 30 days.", "prohibit archive, time-after receipt+P30D"),
      ("The Subscriber may publish up to three items a month.", "permit publish"),
    ])
  func periods(_ text: String, _ expected: String) throws {
    #expect(try Self.lines(text).joined(separator: "; ") == expected)
  }

  @Test("what counts from the end of an agreement has not begun under one")
  func agreements() throws {
    let words = "Content must be deleted within 30 days of the end of this agreement."
    let item = Sample.item(try Self.parser.get().parse(words))
    let contract = "{agency: northwire, agreement: N, actions: [publish]}"
    func outcome(_ contract: String) throws -> Ruling {
      try Sample.engine().decide(
        on: item, contracts: try Sample.contracts(contract), use: Sample.use(), evidence: Sample.credited
      ).deciding
    }
    #expect(try outcome(contract).outcome == .allow)
    let over = try outcome("{agency: northwire, agreement: N, until: 2026-01-31, actions: [publish]}")
    #expect(over.outcome == .needsReview)
    #expect(over.doubts.contains { $0.tier == .timeGate })
  }
}
