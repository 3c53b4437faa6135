import TestSupport
import Testing
import WireText

@testable import WireRights

/// Documents that are made to break a reader.
struct ODRLHostileTests {
  /// How long any of these may take, generously for a debug build on a busy machine.
  private static let patience = Duration.seconds(20)

  private static func nested(_ depth: Int, type: LongText.Part = "") -> LongText {
    LongText(
      "{", type, #""permission": {"action": "use", "constraint": "#, .times(depth, #"{"and": ["#),
      #"{"leftOperand": "count", "operator": "eq", "rightOperand": 1}"#, .times(depth, "]}"), "}}")
  }

  @Test(
    "deep nesting is refused with its place",
    arguments: [
      LongText(.times(200_000, "[")), LongText(.times(100_000, #"{"a":"#)), nested(5000),
    ])
  func depth(json: LongText) {
    #expect(throws: RightsFault.self) { try ODRLReader.policies(in: json.text) }
  }

  @Test("nesting within the limit is read")
  func shallow() throws {
    let json = Self.nested(20, type: #""@type": "Set", "#).text
    let policy = try #require(try ODRLReader.policies(in: json).first)
    #expect(policy.statement(in: json).clauses.first?.constraints == [Constraint(.count, "1")])
  }

  @Test("much of everything is bounded")
  func size() throws {
    let rule = #"{"action": ["use", "print", "sell"], "target": ["urn:a", "urn:b"]}"#
    let json =
      #"{"@type": "Set", "permission": [\#(Array(repeating: rule, count: 30_000).joined(separator: ","))]}"#
    let clock = ContinuousClock()
    let spent = try clock.measure {
      let statement = try #require(try ODRLReader.policies(in: json).first).statement(in: json)
      #expect(statement.clauses.count <= 20_010)
      #expect(statement.isTruncated || !statement.residue.isEmpty)
    }
    #expect(spent < Self.patience)
    let alternatives = (0..<12).map { _ in
      #"{"or": [{"leftOperand": "count", "operator": "eq", "rightOperand": 1}, {"leftOperand": "count", "operator": "eq", "rightOperand": 2}]}"#
    }
    let product =
      #"{"@type": "Set", "permission": {"action": "use", "constraint": [\#(alternatives.joined(separator: ","))]}}"#
    let statement = try #require(try ODRLReader.policies(in: product).first).statement(in: product)
    #expect(statement.clauses.isEmpty && !statement.residue.isEmpty)
    #expect(throws: RightsFault.self) {
      try ODRLReader.policies(in: #"{"uid": "\#(String(repeating: "x", count: 5 << 20))"}"#)
    }
  }

  @Test("nodes that refer to themselves and to each other end")
  func references() throws {
    let nodes = (0..<30).map {
      #"{"@id": "_:\#($0)", "@type": "odrl:LogicalConstraint", "and": [{"@id": "_:\#($0 + 1)"}, {"@id": "_:\#($0 + 1)"}, {"@id": "_:\#($0)"}]}"#
    }
    let json =
      #"{"@graph": [{"@id": "urn:p", "@type": "Set", "permission": {"action": "use", "constraint": {"@id": "_:0"}}}, "#
      + nodes.joined(separator: ",") + "]}"
    let clock = ContinuousClock()
    let spent = try clock.measure {
      let statement = try #require(try ODRLReader.policies(in: json).first).statement(in: json)
      #expect(statement.clauses.isEmpty && !statement.residue.isEmpty)
    }
    #expect(spent < Self.patience)
    let duty =
      #"{"@graph": [{"@id": "urn:p", "@type": "Set", "permission": {"action": "use", "duty": {"@id": "_:d"}}}, {"@id": "_:d", "action": "attribute", "consequence": {"@id": "_:d"}}]}"#
    #expect(try ODRLReader.policies(in: duty).count == 1)
  }

  @Test("policies that all inherit from each other end")
  func inheritance() throws {
    let uids = (0..<600).map { #""urn:\#($0)""# }.joined(separator: ",")
    let policies = (0..<600).map {
      #"{"@type": "Set", "uid": "urn:\#($0)", "inheritFrom": [\#(uids)], "permission": {"action": "use"}}"#
    }
    let clock = ContinuousClock()
    let spent = try clock.measure {
      let read = try ODRLReader.policies(in: "[\(policies.joined(separator: ","))]")
      #expect(read.count == 600)
      #expect(read.reduce(0) { $0 + $1.rules.count } <= 20_600)
    }
    #expect(spent < Self.patience)
  }

  @Test("a parent's unread parts are not copied to each of its many children")
  func unreadParent() throws {
    let unread = (0..<20_000).map { #""x\#($0)": 1"# }.joined(separator: ",")
    let children = (0..<8000).map {
      #"{"@type": "Set", "uid": "c\#($0)", "inheritFrom": "p", "permission": {"action": "use"}}"#
    }
    let json =
      #"[{"@type": "Set", "uid": "p", \#(unread)}, \#(children.joined(separator: ","))]"#
    let clock = ContinuousClock()
    let spent = try clock.measure {
      let read = try ODRLReader.policies(in: json)
      #expect(read.count == 8001)
      #expect(read.dropFirst().allSatisfy { $0.unread.count == 1 })
    }
    #expect(spent < Self.patience)
  }

  @Test("thousands of parties and duties are decided on soon")
  func parties() throws {
    let rules = (0..<6000).map {
      #"{"action": "use", "assigner": "urn:a\#($0)", "duty": {"action": "attribute", "attributedParty": "urn:p\#($0)"}}"#
    }
    let json = #"{"@type": "Set", "permission": [\#(rules.joined(separator: ","))]}"#
    let clock = ContinuousClock()
    let spent = try clock.measure {
      let statement = try #require(try ODRLReader.policies(in: json).first).statement(in: json)
      #expect(statement.isTruncated && statement.duties.count <= 500)
      let use = Use([.publish], on: ["web"], in: ["BG"], at: Sample.noon)
      let decision = try Sample.engine().decide(on: Sample.item(statement), contracts: [], use: use)
      #expect(decision.outcome == .needsReview)
    }
    #expect(spent < Self.patience)
  }

  @Test(
    "values of a wrong type are never taken for something",
    arguments: [
      #"{"@type": 1, "permission": true}"#, #"{"@type": ["Set", 2], "permission": [[[]], null, "x", 3]}"#,
      #"{"permission": {"action": {"@id": {"@id": []}}}}"#,
      #"{"permission": {"action": "use", "constraint": "count"}}"#,
      #"{"permission": {"action": "use", "constraint": {"leftOperand": {}, "operator": [], "rightOperand": {}}}}"#,
      #"{"permission": {"action": "use", "target": 5, "duty": 7}}"#,
      #"{"@context": {"a": {"@id": 1}, "b": []}, "permission": {"a:b": 1}}"#,
      #"{"prohibition": {"action": ["print", {"refinement": 1}]}}"#,
      #"{"profile": "wr:", "wr:text": "short", "permission": {"action": "use", "wr:range": [3, 900]}, "wr:residue": [[4, 2]]}"#,
      #"{"profile": "wr:", "wr:text": 5, "permission": {"action": "use", "wr:range": ["a", -1], "wr:order": 1e99}}"#,
    ])
  func types(json: String) throws {
    let policies = try ODRLReader.policies(in: json)
    #expect(policies.count == 1)
    for policy in policies {
      let statement = policy.statement(in: json)
      #expect(statement.clauses.allSatisfy { $0.effect == .permit && $0.action == .use })
      for range in statement.ranges { _ = statement.words(range) }
      #expect(!statement.residue.isEmpty || statement.text == json)
    }
  }

  @Test("a document that breaks off anywhere is a fault or a policy, never a crash")
  func truncation() throws {
    let bytes = Array(
      #"{"@context": ["http://www.w3.org/ns/odrl.jsonld", {"wr": "https://example.org/ns/wire-rights#"}], "@type": "Set", "permission": [{"action": "use", "constraint": [{"or": [{"leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2026-12-31"}]}]}]}"#
        .utf8)
    for end in bytes.indices {
      #expect(throws: RightsFault.self) {
        try ODRLReader.policies(in: String(decoding: bytes[..<end], as: UTF8.self))
      }
    }
  }
}
