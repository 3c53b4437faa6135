import Testing
import WireText

@testable import WireRights

/// The evaluator by ODRL's formal semantics: every operator, every left operand that a use knows, every state.
struct ODRLEvaluatorTests {
  /// Publishing 40 of 200 words as text on the web and on TV in Bavaria, for the second time.
  private static let use: Use = {
    var use = Use(
      [.publish, .reproduce], on: ["web", "tv"], in: ["DE-BY"], at: Sample.noon, isCommercial: true,
      extent: Extent(words: 40, sourceWords: 200, characters: 250, sentences: 2))
    use.count = 2
    use.firstPublished = Sample.noon.advanced(bySeconds: -10 * 86_400)
    return use
  }()

  private static func constraint(_ left: String, _ name: String, _ right: String, _ more: String = "")
    -> String
  {
    #"{"leftOperand": "\#(left)", "operator": "\#(name)", "rightOperand": \#(right)\#(more)}"#
  }

  private static func report(
    _ properties: String, conflict: String = "prohibit", use: Use = use, assignees: Set<String> = [],
    assets: Set<String> = [], performed: [String: Bool] = [:]
  ) throws -> ODRLReport {
    let json = #"{"@type": "Set", "uid": "urn:p", "conflict": "\#(conflict)", \#(properties)}"#
    let policy = try #require(try ODRLReader.policies(in: json).first)
    return ODRLEvaluator(ODRLFacts(use, assignees: assignees, assets: assets, performed: performed)).report(
      on: policy)
  }

  private static func activation(_ constraint: String, use: Use = use) throws -> ODRLRuleReport.Activation? {
    try report(#""permission": {"action": "wr:publish", "constraint": \#(constraint)}"#, use: use).rules
      .first?.activation
  }

  @Test(
    "operators on sets and numbers",
    arguments: [
      // spatial: the use lies in DE-BY.
      ("spatial", "eq", #""DE""#, "active"), ("spatial", "eq", #""FR""#, "inactive"),
      ("spatial", "eq", #""DE-BY-X""#, "unknown"),
      ("spatial", "neq", #""FR""#, "active"), ("spatial", "neq", #""DE""#, "inactive"),
      ("spatial", "isA", #""DE""#, "active"), ("spatial", "isA", #""IT""#, "inactive"),
      ("spatial", "isPartOf", #""DE""#, "active"), ("spatial", "isPartOf", #""AT""#, "inactive"),
      ("spatial", "hasPart", #""DE-BY""#, "active"), ("spatial", "hasPart", #""DE""#, "inactive"),
      ("spatial", "isAnyOf", #"["FR", "DE"]"#, "active"),
      ("spatial", "isAnyOf", #"["FR", "IT"]"#, "inactive"),
      ("spatial", "isNoneOf", #"["FR", "IT"]"#, "active"),
      ("spatial", "isNoneOf", #"["FR", "DE"]"#, "inactive"),
      ("spatial", "isAllOf", #"["DE"]"#, "active"), ("spatial", "isAllOf", #"["DE", "FR"]"#, "inactive"),
      ("spatial", "gt", #""DE""#, "unknown"),
      // deliveryChannel: web and tv.
      ("deliveryChannel", "isAnyOf", #"["digital", "broadcast"]"#, "active"),
      ("deliveryChannel", "isAllOf", #"["web", "tv"]"#, "active"),
      ("deliveryChannel", "isAllOf", #"["web", "print"]"#, "inactive"),
      ("deliveryChannel", "eq", #""web""#, "unknown"),
      ("deliveryChannel", "isNoneOf", #"["print", "radio"]"#, "active"),
      ("deliveryChannel", "hasPart", #""tv""#, "active"),
      // purpose, recipient, media.
      ("purpose", "eq", #""commercial""#, "active"),
      ("purpose", "eq", #""http://n.example/NonCommercial""#, "inactive"),
      ("purpose", "isAnyOf", #"["editorial", "research"]"#, "active"),
      ("purpose", "eq", #""ex:unheard""#, "unknown"),
      ("recipient", "isAllOf", #"["public"]"#, "active"),
      // Who pays for it or gets it passed on is of the public too.
      ("recipient", "eq", #""subscribers""#, "unknown"),
      ("recipient", "eq", #""third-parties""#, "unknown"),
      ("recipient", "eq", #""urn:somebody""#, "unknown"),
      ("media", "eq", #""text""#, "active"), ("media", "eq", #""image""#, "inactive"),
      // count is 2, a fifth of the words is taken, ten days have passed.
      ("count", "eq", "2", "active"), ("count", "neq", "2", "inactive"), ("count", "gt", "1", "active"),
      ("count", "gt", "2", "inactive"),
      ("count", "gteq", "2", "active"), ("count", "gteq", "3", "inactive"), ("count", "lt", "3", "active"),
      ("count", "lt", "2", "inactive"),
      ("count", "lteq", "2", "active"), ("count", "lteq", "1", "inactive"),
      ("count", "isAnyOf", "[1, 2]", "active"),
      ("count", "isNoneOf", "[1, 2]", "inactive"), ("count", "lteq", #""many""#, "unknown"),
      ("percentage", "lteq", "20", "active"), ("percentage", "lt", "20", "inactive"),
      ("elapsedTime", "lteq", #""P30D""#, "active"), ("elapsedTime", "lteq", #""P1W""#, "inactive"),
      // dateTime: 2026-11-20T10:00:00Z.
      ("dateTime", "lt", #""2026-11-20T10:00:01Z""#, "active"),
      ("dateTime", "lt", #""2026-11-20T10:00:00Z""#, "inactive"),
      ("dateTime", "lteq", #""2026-11-20T10:00:00Z""#, "active"),
      ("dateTime", "lteq", #""2026-11-20T09:59:59Z""#, "inactive"),
      ("dateTime", "gt", #""2026-11-20T09:59:59Z""#, "active"),
      ("dateTime", "gt", #""2026-11-20T10:00:00Z""#, "inactive"),
      ("dateTime", "gteq", #""2026-11-20T10:00:00Z""#, "active"),
      ("dateTime", "gteq", #""2026-11-20T10:00:01Z""#, "inactive"),
      ("dateTime", "eq", #""2026-11-20T10:00:00Z""#, "active"),
      ("dateTime", "neq", #""2026-11-20T10:00:00Z""#, "inactive"),
      ("dateTime", "lteq", #""2026-11-22""#, "active"), ("dateTime", "gt", #""2026-11-18""#, "active"),
      ("dateTime", "lt", #""2026-11-20T10:00:00""#, "unknown"), ("dateTime", "lt", #""soon""#, "unknown"),
      // What a use does not know.
      ("industry", "eq", #""x""#, "unknown"), ("payAmount", "lteq", "5", "unknown"),
      ("event", "lt", #""urn:x""#, "unknown"),
      ("absolutePosition", "eq", "1", "unknown"), ("resolution", "lteq", "300", "unknown"),
      ("fileFormat", "eq", #""pdf""#, "unknown"),
      ("language", "eq", #""de""#, "unknown"), ("systemDevice", "eq", #""x""#, "unknown"),
      ("version", "gt", "1", "unknown"),
      ("virtualLocation", "eq", #""x""#, "unknown"), ("delayPeriod", "gt", #""P1D""#, "unknown"),
      ("ex:other", "eq", "1", "unknown"),
    ])
  func operators(left: String, name: String, right: String, expected: String) throws {
    #expect(try Self.activation(Self.constraint(left, name, right))?.rawValue == expected)
  }

  @Test(
    "how much is taken is counted in the unit that is said",
    arguments: [("words", 40), ("chars", 250), ("sentences", 2)])
  func extent(unit: String, taken: Int) throws {
    func activation(_ limit: Int) throws -> ODRLRuleReport.Activation? {
      try Self.activation(
        Self.constraint("wr:extent", "lteq", "\(limit)", #", "unit": {"@id": "wr:\#(unit)"}"#))
    }
    #expect(try activation(taken) == .active)
    #expect(try activation(taken - 1) == .inactive)
  }

  @Test("what is not known of the use stays unknown")
  func unknownFacts() throws {
    let bare = Use([.publish], on: [], in: [], at: Sample.noon, purposes: [], recipients: [])
    for left in ["spatial", "deliveryChannel", "purpose", "recipient", "count", "percentage", "elapsedTime"] {
      #expect(try Self.activation(Self.constraint(left, "eq", #""1""#), use: bare) == .unknown, "\(left)")
    }
  }

  @Test(
    "connectives take yes, no and unknown together",
    arguments: [
      ("and", ["yes", "yes"], "active"), ("and", ["yes", "no"], "inactive"),
      ("and", ["unknown", "no"], "inactive"),
      ("and", ["yes", "unknown"], "unknown"), ("or", ["no", "yes"], "active"),
      ("or", ["no", "no"], "inactive"),
      ("or", ["unknown", "yes"], "active"), ("or", ["unknown", "no"], "unknown"),
      ("xone", ["yes", "no"], "active"),
      ("xone", ["yes", "yes"], "inactive"), ("xone", ["no", "no"], "inactive"),
      ("xone", ["yes", "unknown"], "unknown"),
      ("xone", ["yes", "yes", "unknown"], "inactive"), ("xone", ["no", "unknown"], "unknown"),
      ("andSequence", ["yes", "yes"], "active"), ("andSequence", ["no", "unknown"], "inactive"),
      ("andSequence", ["unknown", "no"], "unknown"), ("andSequence", ["yes", "no"], "inactive"),
    ])
  func connectives(name: String, parts: [String], expected: String) throws {
    let written = parts.map { part in
      part == "unknown"
        ? Self.constraint("event", "eq", #""x""#) : Self.constraint("count", "eq", part == "yes" ? "2" : "7")
    }
    let json = #"{"\#(name)": [\#(written.joined(separator: ","))]}"#
    #expect(try Self.activation(json)?.rawValue == expected)
    // The same inside another connective.
    #expect(try Self.activation(#"{"and": [\#(json)]}"#)?.rawValue == expected)
  }

  @Test("a permission gives leave, and is never violated")
  func permissions() throws {
    let report = try Self.report(#""permission": {"action": "wr:publish"}"#)
    #expect(report.result == .permitted && report.outcome == .allow)
    #expect(report.rules[0].attempt == .attempted && report.rules[0].performance == .performed)
    #expect(report.rules[0].deontic == .notSet)
    var draft = Self.use
    draft.stage = .draft
    let prepared = try Self.report(#""permission": {"action": "wr:publish"}"#, use: draft)
    #expect(prepared.rules[0].attempt == .attempted && prepared.rules[0].performance == .notPerformed)
    let other = try Self.report(#""permission": {"action": "print"}"#)
    #expect(other.result == .notRegulated && other.outcome == .needsReview)
    #expect(other.rules[0].attempt == .notAttempted)
  }

  @Test("a duty keeps a permission open, takes it away, or is made good by its consequence")
  func duties() throws {
    let rule =
      #""permission": {"action": "wr:publish", "duty": {"action": "attribute", "consequence": {"action": "compensate"}}}"#
    let open = try Self.report(rule)
    #expect(open.outcome == .allowWithDuty && open.open.count == 1 && open.open[0].performance == .unknown)
    let met = try Self.report(rule, performed: ["attribute": true])
    #expect(met.outcome == .allow && met.rules[0].parts[0].deontic == .fulfilled)
    let unmet = try Self.report(rule, performed: ["attribute": false, "compensate": false])
    #expect(unmet.rules[0].activation == .inactive && unmet.outcome == .needsReview)
    #expect(unmet.rules[0].parts[0].deontic == .violated)
    let madeGood = try Self.report(rule, performed: ["attribute": false, "compensate": true])
    #expect(madeGood.outcome == .allow && madeGood.rules[0].parts[0].deontic == .fulfilled)
  }

  @Test("a prohibition is violated by the act, and its remedy fulfils it")
  func prohibitions() throws {
    let rule = #""prohibition": {"action": "wr:publish", "remedy": {"action": "delete"}}"#
    let broken = try Self.report(rule)
    #expect(broken.rules[0].deontic == .violated && broken.outcome == .violation)
    #expect(try Self.report(rule, performed: ["delete": true]).rules[0].deontic == .fulfilled)
    #expect(try Self.report(rule, performed: ["delete": false]).rules[0].deontic == .violated)
    var draft = Self.use
    draft.stage = .draft
    #expect(try Self.report(rule, use: draft).rules[0].deontic == .notSet)
    #expect(try Self.report(#""prohibition": {"action": "print"}"#).rules[0].deontic == .notSet)
  }

  @Test("an obligation is fulfilled by the act and violated without it")
  func obligations() throws {
    let rule = #""obligation": {"action": "delete"}"#
    #expect(try Self.report(rule).rules[0].deontic == .notSet)
    #expect(try Self.report(rule, performed: ["delete": true]).rules[0].deontic == .fulfilled)
    #expect(try Self.report(rule, performed: ["delete": false]).rules[0].deontic == .violated)
    let later =
      #""obligation": {"action": "delete", "constraint": {"leftOperand": "dateTime", "operator": "gt", "rightOperand": "2027-01-01"}}"#
    let inactive = try Self.report(later, performed: ["delete": false]).rules[0]
    #expect(inactive.activation == .inactive && inactive.deontic == .notSet)
  }

  @Test("parties and assets have to match where they are known")
  func matching() throws {
    let rule = #""permission": {"action": "wr:publish", "target": "urn:a", "assignee": "urn:us"}"#
    #expect(try Self.report(rule).result == .unknown)
    #expect(try Self.report(rule, assignees: ["urn:us"], assets: ["urn:a"]).result == .permitted)
    #expect(try Self.report(rule, assignees: ["urn:them"], assets: ["urn:a"]).result == .notRegulated)
    #expect(try Self.report(rule, assignees: ["urn:us"], assets: ["urn:b"]).result == .notRegulated)
  }

  @Test(
    "strategies for conflicts",
    arguments: [("perm", "permitted"), ("prohibit", "prohibited"), ("invalid", "void")])
  func conflicts(strategy: String, expected: String) throws {
    let report = try Self.report(
      #""permission": {"action": "wr:publish"}, "prohibition": {"action": "wr:publish"}"#, conflict: strategy)
    #expect(report.result.rawValue == expected)
  }

  @Test("what statements cannot hold is settled for a use, and the same without one is for a person")
  func settling() throws {
    func statement(_ count: Int?) throws -> RightsStatement {
      let json = """
        {"@type": "Set", "uid": "urn:p", "conflict": "prohibit", "prohibition": {"action": "wr:publish", "constraint":
        [{"leftOperand": "spatial", "operator": "eq", "rightOperand": "DE"}, {"xone": [\
        \(Self.constraint("count", "eq", "2")), \(Self.constraint("count", "eq", "3"))]}]}}
        """
      var use = Self.use
      use.count = count
      let policy = try #require(try ODRLReader.policies(in: json).first)
      #expect(policy.statement(in: json).clauses.isEmpty)
      return policy.statement(in: json, settledFor: use)
    }
    let held = try statement(2)
    #expect(held.clauses.map(\.constraints) == [[Constraint(.territory, "DE")]])
    #expect(held.residue.isEmpty)
    let beside = try statement(4)
    #expect(beside.clauses.isEmpty && beside.residue.isEmpty)
    let unknown = try statement(nil)
    #expect(unknown.clauses.isEmpty && !unknown.residue.isEmpty)
  }
}
