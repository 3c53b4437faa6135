import Testing
import WireText

@testable import WireRights

/// Constraints with values that nothing can be compared with: whatever the operator, nothing is permitted by them.
struct ODRLOddValueTests {
  private static let lefts = [
    "spatial", "deliveryChannel", "media", "purpose", "recipient", "dateTime", "count", "percentage",
    "elapsedTime", "wr:extent", "language", "industry", "event", "delayPeriod", "payAmount", "timeInterval",
    "ex:other",
  ]
  private static let operators = ODRLComparison.Operator.allCases.map(\.rawValue) + ["within", "EQ", ""]
  private static let values = [
    "null", "true", "{}", "[]", #""""#, #"" ""#, #"[""]"#, "[[]]", #"{"@value": null}"#,
    #"{"@value": ["NO"]}"#, #"{"@id": ""}"#, #"{"foo": "NO"}"#, #"["NO", {}]"#, "1e30",
    #""NaN""#, #""0x10""#, #""5.5""#, #""１２""#, #""P""#, #""PT""#, #""P1X""#, #""2026-02-30""#,
    #""2026-11-27T25:00:00Z""#, #""2026-11-20T10:00:00+25:00""#, #""2026-11-27T24:00:01Z""#,
    #""11/27/2026""#, #""20261127""#, #"{"@value": "tomorrow", "@type": "xsd:date"}"#, #""ZZ""#, #""urn:x""#,
  ]

  /// Values that are odd for others: Portugal, a large number, and what may be the name of a party, which others are not.
  private static func isSound(_ value: String, for left: String) -> Bool {
    let isName = value.hasPrefix(#"""#) && value.contains(where: \.isUppercase)
    return isName && left == "recipient" || value == #""PT""# && left == "spatial"
      || value == #""20261127""# && ["count", "percentage"].contains(left)
  }

  private static let use: Use = {
    var use = Use(
      [.publish], on: ["web"], in: ["NO"], at: Sample.noon, isCommercial: true,
      recipients: [.public, .named("harbour-times")],
      extent: Extent(words: 50, sourceWords: 100, characters: 300, sentences: 3))
    use.count = 2
    use.firstPublished = Sample.noon
    return use
  }()

  @Test(arguments: lefts)
  func nothingIsPermitted(left: String) throws {
    let engine = try Sample.engine()
    for name in Self.operators {
      for value in Self.values {
        guard !Self.isSound(value, for: left) else { continue }
        let json = #"""
          {"@type": "Set", "uid": "urn:p", "permission": {"action": "wr:publish", "constraint":
           {"leftOperand": "\#(left)", "operator": "\#(name)", "rightOperand": \#(value)}}}
          """#
        let policy = try #require(try ODRLReader.policies(in: json).first)
        let report = ODRLEvaluator(ODRLFacts(Self.use)).report(on: policy)
        #expect(report.result != .permitted, "\(left) \(name) \(value)")
        let item = Sample.item(policy.statement(in: json, settledFor: Self.use))
        let decision = engine.decide(on: item, contracts: [], use: Self.use)
        #expect(decision.outcome > .allowWithDuty, "\(left) \(name) \(value): \(decision.summary)")
      }
    }
  }
}
