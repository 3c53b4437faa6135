import Testing
import WireText

@testable import WireRights

/// Constraints and what a use says of them: every operator, every left operand that a use knows, every connective.
struct ODRLFactsTests {
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

  /// Whether a constraint of a document holds for a use.
  private static func truth(_ constraint: String, use: Use = use) throws -> Truth {
    let json =
      #"{"@type": "Set", "uid": "urn:p", "permission": {"action": "wr:publish", "constraint": \#(constraint)}}"#
    let rule = try #require(try ODRLReader.policies(in: json).first?.rules.first)
    #expect(rule.constraints.count == 1)
    return ODRLFacts(use: use).truth(rule.constraints)
  }

  @Test(
    "operators on sets and numbers",
    arguments: [
      // spatial: the use lies in DE-BY.
      ("spatial", "eq", #""DE""#, .yes), ("spatial", "eq", #""FR""#, .no),
      ("spatial", "eq", #""DE-BY-X""#, .unknown),
      ("spatial", "neq", #""FR""#, .yes), ("spatial", "neq", #""DE""#, .no),
      ("spatial", "isA", #""DE""#, .yes), ("spatial", "isA", #""IT""#, .no),
      ("spatial", "isPartOf", #""DE""#, .yes), ("spatial", "isPartOf", #""AT""#, .no),
      ("spatial", "hasPart", #""DE-BY""#, .yes), ("spatial", "hasPart", #""DE""#, .no),
      ("spatial", "isAnyOf", #"["FR", "DE"]"#, .yes),
      ("spatial", "isAnyOf", #"["FR", "IT"]"#, .no),
      ("spatial", "isNoneOf", #"["FR", "IT"]"#, .yes),
      ("spatial", "isNoneOf", #"["FR", "DE"]"#, .no),
      ("spatial", "isAllOf", #"["DE"]"#, .yes), ("spatial", "isAllOf", #"["DE", "FR"]"#, .no),
      ("spatial", "gt", #""DE""#, .unknown),
      // deliveryChannel: web and tv.
      ("deliveryChannel", "isAnyOf", #"["digital", "broadcast"]"#, .yes),
      ("deliveryChannel", "isAllOf", #"["web", "tv"]"#, .yes),
      ("deliveryChannel", "isAllOf", #"["web", "print"]"#, .no),
      ("deliveryChannel", "eq", #""web""#, .unknown),
      ("deliveryChannel", "isNoneOf", #"["print", "radio"]"#, .yes),
      ("deliveryChannel", "hasPart", #""tv""#, .yes),
      // purpose, recipient, media.
      ("purpose", "eq", #""commercial""#, .yes),
      ("purpose", "eq", #""http://n.example/NonCommercial""#, .no),
      ("purpose", "isAnyOf", #"["editorial", "research"]"#, .yes),
      ("purpose", "eq", #""ex:unheard""#, .unknown),
      ("recipient", "isAllOf", #"["public"]"#, .yes), ("recipient", "neq", #""public""#, .no),
      // Who pays for it or gets it passed on is of the public too.
      ("recipient", "eq", #""subscribers""#, .unknown), ("recipient", "eq", #""third-parties""#, .unknown),
      ("recipient", "eq", #""urn:somebody""#, .unknown),
      ("media", "eq", #""text""#, .yes), ("media", "eq", #""image""#, .no),
      // count is 2, a fifth of the words is taken, ten days have passed.
      ("count", "eq", "2", .yes), ("count", "neq", "2", .no), ("count", "gt", "1", .yes),
      ("count", "gt", "2", .no),
      ("count", "gteq", "2", .yes), ("count", "gteq", "3", .no), ("count", "lt", "3", .yes),
      ("count", "lt", "2", .no),
      ("count", "lteq", "2", .yes), ("count", "lteq", "1", .no),
      ("count", "isAnyOf", "[1, 2]", .yes),
      ("count", "isNoneOf", "[1, 2]", .no), ("count", "lteq", #""many""#, .unknown),
      ("percentage", "lteq", "20", .yes), ("percentage", "lt", "20", .no),
      ("elapsedTime", "lteq", #""P30D""#, .yes), ("elapsedTime", "lteq", #""P1W""#, .no),
      // dateTime: 2026-11-20T10:00:00Z.
      ("dateTime", "lt", #""2026-11-20T10:00:01Z""#, .yes),
      ("dateTime", "lt", #""2026-11-20T10:00:00Z""#, .no),
      ("dateTime", "lteq", #""2026-11-20T10:00:00Z""#, .yes),
      ("dateTime", "lteq", #""2026-11-20T09:59:59Z""#, .no),
      ("dateTime", "gt", #""2026-11-20T09:59:59Z""#, .yes),
      ("dateTime", "gt", #""2026-11-20T10:00:00Z""#, .no),
      ("dateTime", "gteq", #""2026-11-20T10:00:00Z""#, .yes),
      ("dateTime", "gteq", #""2026-11-20T10:00:01Z""#, .no),
      ("dateTime", "eq", #""2026-11-20T10:00:00Z""#, .yes),
      ("dateTime", "neq", #""2026-11-20T10:00:00Z""#, .no),
      ("dateTime", "lteq", #""2026-11-22""#, .yes), ("dateTime", "gt", #""2026-11-18""#, .yes),
      ("dateTime", "lt", #""2026-11-20T10:00:00""#, .unknown), ("dateTime", "lt", #""soon""#, .unknown),
      // What a use does not know.
      ("industry", "eq", #""x""#, .unknown), ("payAmount", "lteq", "5", .unknown),
      ("event", "lt", #""urn:x""#, .unknown),
      ("absolutePosition", "eq", "1", .unknown), ("resolution", "lteq", "300", .unknown),
      ("fileFormat", "eq", #""pdf""#, .unknown),
      ("language", "eq", #""de""#, .unknown), ("systemDevice", "eq", #""x""#, .unknown),
      ("version", "gt", "1", .unknown),
      ("virtualLocation", "eq", #""x""#, .unknown), ("delayPeriod", "gt", #""P1D""#, .unknown),
      ("ex:other", "eq", "1", .unknown),
    ] as [(String, String, String, Truth)])
  func operators(left: String, name: String, right: String, expected: Truth) throws {
    #expect(try Self.truth(Self.constraint(left, name, right)) == expected)
  }

  @Test(
    "how much is taken is counted in the unit that is said",
    arguments: [("words", 40), ("chars", 250), ("sentences", 2)])
  func extent(unit: String, taken: Int) throws {
    func truth(_ limit: Int) throws -> Truth {
      try Self.truth(
        Self.constraint("wr:extent", "lteq", "\(limit)", #", "unit": {"@id": "wr:\#(unit)"}"#))
    }
    #expect(try truth(taken) == .yes)
    #expect(try truth(taken - 1) == .no)
  }

  @Test("what is not known of the use stays unknown")
  func unknownFacts() throws {
    let bare = Use([.publish], on: [], in: [], at: Sample.noon, purposes: [], recipients: [])
    for left in ["spatial", "deliveryChannel", "purpose", "recipient", "count", "percentage", "elapsedTime"] {
      #expect(try Self.truth(Self.constraint(left, "eq", #""1""#), use: bare) == .unknown, "\(left)")
    }
  }

  @Test(
    "connectives take yes, no and unknown together",
    arguments: [
      ("and", ["yes", "yes"], .yes), ("and", ["yes", "no"], .no),
      ("and", ["unknown", "no"], .no),
      ("and", ["yes", "unknown"], .unknown), ("or", ["no", "yes"], .yes),
      ("or", ["no", "no"], .no),
      ("or", ["unknown", "yes"], .yes), ("or", ["unknown", "no"], .unknown),
      ("xone", ["yes", "no"], .yes),
      ("xone", ["yes", "yes"], .no), ("xone", ["no", "no"], .no),
      ("xone", ["yes", "unknown"], .unknown),
      ("xone", ["yes", "yes", "unknown"], .no), ("xone", ["no", "unknown"], .unknown),
      ("andSequence", ["yes", "yes"], .yes), ("andSequence", ["no", "unknown"], .no),
      ("andSequence", ["unknown", "no"], .unknown), ("andSequence", ["yes", "no"], .no),
    ] as [(String, [String], Truth)])
  func connectives(name: String, parts: [String], expected: Truth) throws {
    let written = parts.map { part in
      part == "unknown"
        ? Self.constraint("event", "eq", #""x""#) : Self.constraint("count", "eq", part == "yes" ? "2" : "7")
    }
    let json = #"{"\#(name)": [\#(written.joined(separator: ","))]}"#
    #expect(try Self.truth(json) == expected)
    // The same inside another connective.
    #expect(try Self.truth(#"{"and": [\#(json)]}"#) == expected)
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
