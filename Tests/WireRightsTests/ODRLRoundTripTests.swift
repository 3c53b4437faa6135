import Testing
import WireText

@testable import WireRights

/// A generator of statements: every field, with values that notices give and values that only hostile ones do.
private struct StatementGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(next() % UInt64(elements.count))]
  }
  private mutating func chance(_ of: UInt64) -> Bool { next() % of == 0 }
  private mutating func some<Element>(_ most: UInt64, _ make: (inout Self) -> Element) -> [Element] {
    (0..<(next() % (most + 1))).map { _ in make(&self) }
  }

  private static let words = [
    "Nordlicht", "© 2026", "دون إذن", "無断転載", "без письменного согласия", "\"quoted\"", "back\\slash",
    "a\u{202E}b",
    "line\nbreak", "tab\there", "e\u{301}", "👩‍👩‍👧", "", "odrl:use", "cc:Notice", "|", "a|b", "|x",
    "http://a.example/b#c",
  ]
  private static let values: [Constraint.Kind: [String]] = [
    .territory: ["IT", "CA-QC", "worldwide", "US|GB|IE", "UK"], .channel: ["tv|radio", "web", "TikTok"],
    .purpose: ["editorial", "commercial|advertising", "x-purpose"],
    .recipient: ["third-parties", "customers-in:FI", "A. B|C"],
    .count: ["1", "0", "systematic", "PT60S", "007"],
    .timeBefore: [
      "2025-05-04T10:00:00-04:00", "2025-03-23", "XXXX-08-27T08:00", "transmission+P14D", "event:speech",
      "unknown",
    ],
    .timeAfter: ["2024-02-29", "2026-12-31T23:59", "2027-03", "receipt+P30D"],
    .wordLimit: ["words:75", "chars:500", "sentences:2", "words:075", "pages:1"],
  ]

  mutating func statement() -> RightsStatement {
    let text = some(12) { $0.pick(Self.words) }.joined(separator: " ")
    let count = UInt64(text.utf8.count)
    func range(_ generator: inout Self) -> TextRange {
      let one = Int(generator.next() % (count + 1))
      let two = Int(generator.next() % (count + 1))
      return TextRange(min(one, two), max(one, two))
    }
    var statement = RightsStatement(text: text)
    statement.isNotice = chance(2)
    statement.isTruncated = chance(4)
    if chance(2) { statement.holder = holder(range(&self)) }
    statement.coHolders = some(2) { $0.holder(range(&$0)) }
    statement.years = some(3) { Int($0.next() % 3000) }
    if chance(2) { statement.allRightsReserved = range(&self) }
    if chance(3) {
      statement.licence = LicenceReference(
        id: pick(["CC-BY-4.0", "LicenseRef-CC"]), evidence: range(&self),
        target: pick([nil, "image", "other"]))
    }
    if chance(3) { statement.advisory = Advisory(pick(Advisory.Kind.allCases), evidence: range(&self)) }
    statement.residue = some(3) { _ in TextRange(0, 0) }.map { _ in range(&self) }
    statement.clauses = some(8) { $0.clause(range(&$0)) }
    statement.duties = some(4) { generator in
      Duty(
        generator.pick(Duty.Kind.allCases), value: generator.chance(3) ? nil : generator.pick(Self.words),
        isRequest: generator.chance(4), evidence: range(&generator))
    }
    return statement
  }

  private mutating func holder(_ range: TextRange) -> Holder {
    Holder(
      name: pick(Self.words), asWritten: pick(Self.words), agency: chance(2) ? "nordlicht" : nil, range: range
    )
  }

  private mutating func clause(_ range: TextRange) -> Clause {
    let constraints = some(3) { generator -> Constraint in
      let kind = generator.pick(Constraint.Kind.allCases)
      let values = (Self.values[kind] ?? []) + [generator.pick(Self.words)]
      var limit = Constraint(kind, generator.pick(values), generator.pick(Constraint.Comparison.allCases))
      if kind == .timeBefore || kind == .timeAfter, generator.chance(4) {
        limit.isUncertain = generator.chance(2)
        limit.weekday = limit.isUncertain ? nil : generator.pick(Weekday.allCases)
      }
      return limit
    }
    return Clause(
      pick(Effect.allCases), pick(Action.allCases), condition: pick(Condition.allCases),
      constraints: constraints,
      target: chance(2) ? pick(["image", "text", "third-party:Südwind", "odrl:use"]) : nil, evidence: range)
  }
}

struct ODRLRoundTripTests {
  @Test("a statement written as ODRL is read back as it was", arguments: 0..<10)
  func statements(block: UInt64) throws {
    for seed in (block * 100)..<(block * 100 + 100) {
      var generator = StatementGenerator(seed: seed + 1)
      let statement = generator.statement()
      let json = ODRLWriter(uid: "urn:test:\(seed)", target: "urn:test:item").policy(statement)
      let policies = try ODRLReader.policies(in: json)
      let read = try #require(policies.first)
      #expect(policies.count == 1)
      #expect(read.statement(in: json) == statement, "seed \(seed)")
    }
  }

  @Test("what is read back is written again byte for byte")
  func documents() throws {
    for seed: UInt64 in 1...60 {
      var generator = StatementGenerator(seed: seed)
      let writer = ODRLWriter(uid: "urn:test:1", target: "urn:test:item")
      let json = writer.policy(generator.statement())
      let again = try ODRLReader.policies(in: json).map { writer.policy($0.statement(in: json)) }
      #expect(again == [json], "seed \(seed)")
    }
  }
}
