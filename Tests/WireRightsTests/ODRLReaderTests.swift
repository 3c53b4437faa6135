import Testing
import WireText

@testable import WireRights

/// Policies of others: what public documents write, in small.
struct ODRLReaderTests {
  /// A policy with the usual context round some properties.
  private static func policy(_ properties: String, type: String = "Set") -> String {
    #"{"@context": "http://www.w3.org/ns/odrl.jsonld", "@type": "\#(type)", "uid": "urn:p:1", "conflict": "prohibit", \#(properties)}"#
  }

  private static func lines(_ json: String, for use: Use? = nil) throws -> Set<String> {
    var lines: Set<String> = []
    for policy in try ODRLReader.policies(in: json) {
      let found = StatementLines.lines(policy.statement(in: json, settledFor: use))
      // Words of residue are JSON; that there is some is enough here.
      lines.formUnion(found.map { $0.hasPrefix("residue") ? "residue" : $0 })
    }
    return lines
  }

  @Test(
    "every way of writing a rule gives the same clause",
    arguments: [
      policy(#""permission": [{"target": "urn:a", "action": "reproduce"}]"#),
      policy(#""permission": {"target": "urn:a", "action": ["reproduce"]}"#),
      policy(#""permission": {"target": {"@id": "urn:a"}, "action": {"@id": "odrl:reproduce"}}"#),
      policy(
        #""permission": {"target": {"uid": "urn:a"}, "action": "http://www.w3.org/ns/odrl/2/reproduce"}"#),
      policy(#""permission": {"action": {"rdf:value": {"@id": "odrl:reproduce"}}, "target": ["urn:a"]}"#),
      policy(
        #""permission": {"@type": "Permission", "@id": "urn:r", "action": "copy", "description": "text"}"#),
      policy(#""odrl:permission": [{"odrl:target": "urn:a", "odrl:action": {"@id": "odrl:reproduce"}}]"#),
      policy(#""action": "reproduce", "target": "urn:a", "permission": [{}]"#),
      policy(#""permission": {"@list": [{"action": {"@id": "cc:Reproduction"}}]}"#),
      #"{"@context": {"o": "http://www.w3.org/ns/odrl/2/"}, "@type": "o:Set", "o:conflict": {"@id": "o:prohibit"}, "o:permission": {"o:action": {"@id": "o:reproduce"}}}"#,
      #"{"@context": {"darf": {"@id": "http://www.w3.org/ns/odrl/2/permission"}}, "@type": "http://www.w3.org/ns/odrl/2/Set", "darf": {"action": "reproduce"}}"#,
      #"[{"@id": "urn:p", "@type": ["http://www.w3.org/ns/odrl/2/Policy", "http://www.w3.org/ns/odrl/2/Set"], "http://www.w3.org/ns/odrl/2/permission": [{"http://www.w3.org/ns/odrl/2/action": [{"@id": "http://www.w3.org/ns/odrl/2/reproduce"}]}]}]"#,
      #"{"@graph": [{"@id": "urn:p", "@type": "odrl:Set", "odrl:permission": {"@id": "_:r"}}, {"@id": "_:r", "odrl:action": {"@id": "_:a"}}, {"@id": "_:a", "rdf:value": {"@id": "odrl:reproduce"}}]}"#,
      #"{"@id": "urn:a", "dcterms:title": "x", "odrl:hasPolicy": {"@type": "odrl:Set", "odrl:permission": {"odrl:action": {"@id": "odrl:reproduce"}}}}"#,
    ])
  func variants(json: String) throws {
    #expect(try Self.lines(json) == ["permit reproduce"])
  }

  @Test(
    "constraints become limits",
    arguments: [
      (
        #"{"leftOperand": "spatial", "operator": "eq", "rightOperand": "http://cvx.iptc.org/iso3166-1a3/DEU"}"#,
        ["territory=DE"]
      ),
      (
        #"{"leftOperand": "odrl:spatial", "operator": {"@id": "odrl:isAnyOf"}, "rightOperand": ["de", "UK"]}"#,
        ["territory=DE|GB"]
      ),
      (
        #"{"leftOperand": "spatial", "operator": "isNoneOf", "rightOperand": {"@list": ["IT", "FR"]}}"#,
        ["territory!=FR|IT"]
      ),
      (
        #"{"leftOperand": "spatial", "operator": "isPartOf", "rightOperand": {"@id": "urn:iso3166:CH"}}"#,
        ["territory=CH"]
      ),
      (
        #"{"leftOperand": "dateTime", "operator": "lt", "rightOperand": {"@value": "2027-01-01", "@type": "xsd:date"}}"#,
        ["time-before=2027-01-01"]
      ),
      (
        #"{"leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2026-12-31"}"#,
        ["time-before=2027-01-01"]
      ),
      (
        #"{"leftOperand": "dateTime", "operator": "gteq", "rightOperand": "2027-01-01"}"#,
        ["time-after=2026-12-31"]
      ),
      (
        #"{"leftOperand": "dateTime", "operator": "gt", "rightOperand": "2026-02-28T23:59:59.000Z"}"#,
        ["time-after=2026-03-01T00:00:00Z"]
      ),
      (#"{"leftOperand": "count", "operator": "lt", "rightOperand": 6}"#, ["count<=5"]),
      (
        #"{"leftOperand": "count", "operator": "lteq", "rightOperand": {"@value": "5", "@type": "xsd:integer"}}"#,
        ["count<=5"]
      ),
      (
        #"{"leftOperand": "purpose", "operator": "neq", "rightOperand": "https://n.example/terms#CommercialUse"}"#,
        ["purpose!=commercial"]
      ),
      (
        #"{"leftOperand": "deliveryChannel", "operator": "eq", "rightOperand": "https://n.example/Television"}"#,
        ["channel=tv"]
      ),
      (
        #"{"and": [{"leftOperand": "count", "operator": "gt", "rightOperand": 2}, {"leftOperand": "spatial", "operator": "eq", "rightOperand": "AT"}]}"#,
        ["count>2 territory=AT"]
      ),
      (
        #"{"or": {"@list": [{"leftOperand": "spatial", "operator": "eq", "rightOperand": "AT"}, {"leftOperand": "deliveryChannel", "operator": "eq", "rightOperand": "web"}]}}"#,
        ["channel=web", "territory=AT"]
      ),
    ])
  func limits(constraint: String, expected: [String]) throws {
    let json = Self.policy(#""prohibition": {"action": "distribute", "constraint": \#(constraint)}"#)
    #expect(try Self.lines(json) == Set(expected.map { "prohibit distribute \($0)" }))
    let refined = Self.policy(
      #""prohibition": {"action": {"rdf:value": "distribute", "refinement": [\#(constraint)]}}"#)
    #expect(try Self.lines(refined) == Set(expected.map { "prohibit distribute \($0)" }))
  }

  @Test(
    "rules, duties and parties",
    arguments: [
      (
        #""permission": {"action": "use", "duty": {"action": "attribute", "attributedParty": "Nordlicht"}}"#,
        ["permit use if-duties-met", "duty credit Nordlicht"]
      ),
      (
        #""permission": {"action": "display", "duty": [{"action": "obtainConsent"}]}"#,
        ["prohibit display without-permission"]
      ),
      (
        #""permission": {"action": "tdm:mine", "duty": {"action": {"rdf:value": {"@id": "odrl:compensate"}, "refinement": [{"leftOperand": "payAmount", "operator": "eq", "rightOperand": "5.00"}]}}}"#,
        ["prohibit tdm without-agreement"]
      ),
      (#""prohibition": {"action": "cc:CommercialUse"}"#, ["prohibit use purpose=commercial"]),
      (#""prohibition": {"action": "archive", "remedy": {"action": "delete"}}"#, ["prohibit archive"]),
      (#""obligation": {"action": "delete", "consequence": [{"action": "compensate"}]}"#, ["oblige delete"]),
      (#""obligation": {"action": "attribute"}"#, ["duty credit"]),
      (
        #""permission": {"action": "sell", "assignee": {"@type": "PartyCollection", "source": "urn:partners"}}"#,
        ["permit resell recipient=urn:partners"]
      ),
      (
        #""assigner": {"uid": "urn:n", "vcard:fn": "Nordlicht"}, "permission": {"action": "grantUse"}"#,
        ["permit sublicense", "holder Nordlicht"]
      ),
      (
        #""permission": [{"action": "use", "target": "urn:a"}, {"action": "print", "target": "urn:b"}]"#,
        ["permit use target=urn:a", "permit print target=urn:b"]
      ),
    ])
  func rules(properties: String, expected: [String]) throws {
    #expect(try Self.lines(Self.policy(properties)) == Set(expected))
  }

  @Test(
    "what clauses cannot say is residue, and nothing is guessed",
    arguments: [
      #""permission": {"action": "ex:unheardOf"}"#, #""permission": {"action": "play"}"#,
      #""permission": {"action": "use", "ex:extra": 1}"#, #""permission": {"target": "urn:a"}"#,
      #""permission": {"action": "use", "duty": {"action": "inform"}}"#,
      #""permission": {"action": "use", "constraint": {"leftOperand": "payAmount", "operator": "eq", "rightOperand": 5}}"#,
      #""permission": {"action": "use", "constraint": {"leftOperand": "spatial", "operator": "like", "rightOperand": "DE"}}"#,
      #""permission": {"action": "use", "constraint": {"leftOperand": "spatial", "operator": "eq"}}"#,
      #""permission": {"action": "use", "constraint": {"leftOperand": "spatial", "operator": "eq", "rightOperand": ["DE", "AT"]}}"#,
      #""permission": {"action": "use", "constraint": {"xone": [{"leftOperand": "spatial", "operator": "eq", "rightOperand": "DE"}, {"leftOperand": "count", "operator": "eq", "rightOperand": 1}]}}"#,
      #""permission": {"action": "use", "assignee": {"uid": "urn:x", "refinement": [{"leftOperand": "ex:age", "operator": "gt", "rightOperand": 1}]}}"#,
      #""permission": {"action": {"rdf:value": "use", "refinement": [{"leftOperand": "resolution", "operator": "lteq", "rightOperand": 300}]}}"#,
      #""permission": "urn:elsewhere""#, #""permission": 5"#, #""permission": {"action": 5.5}"#,
      #""permission": []"#,
    ])
  func residue(properties: String) throws {
    #expect(try Self.lines(Self.policy(properties)) == ["residue"])
  }

  @Test("what asks or claims is no grant, nor is a profile that nobody knows")
  func doubtfulPolicies() throws {
    let rule = #""permission": {"action": "use"}"#
    for type in ["Request", "Ticket", "Privacy", "Assertion"] {
      #expect(try Self.lines(Self.policy(rule, type: type)) == ["permit use", "residue"])
    }
    #expect(
      try Self.lines(Self.policy(#""profile": "http://unheard.example/", "# + rule)) == [
        "permit use", "residue",
      ])
    #expect(
      try Self.lines(Self.policy(#""profile": "https://iptc.org/std/RightsML/odrl-profile/", "# + rule)) == [
        "permit use"
      ])
  }

  @Test("a prohibition whose time is over conflicts with no permission", arguments: ["prohibit", "invalid"])
  func conflictOfThePast(strategy: String) throws {
    let json = #"""
      {"@type": "Set", "uid": "urn:p", "conflict": "\#(strategy)", "permission": {"action": "use"},
       "prohibition": {"action": "use", "constraint":
         {"leftOperand": "dateTime", "operator": "lt", "rightOperand": "2026-11-20T09:00:00-05:00"}}}
      """#
    func lines(at time: String) throws -> Set<String> {
      let use = Use([.publish], on: ["web"], in: ["BG"], at: Sample.instant(time))
      return try Self.lines(json, for: use)
    }
    #expect(try lines(at: "2026-11-20T13:59:59Z").contains("residue"))
    #expect(try !lines(at: "2026-11-20T14:00:00Z").contains("residue"))
    #expect(try lines(at: "2026-11-20T14:00:00Z").contains("permit use"))
  }

  @Test(
    "the strategy for conflicts decides what stands",
    arguments: [
      ("prohibit", ["permit use", "prohibit modify"]), ("perm", ["permit use", "residue"]),
      ("invalid", ["residue"]),
    ])
  func conflicts(strategy: String, expected: [String]) throws {
    let json = """
      {"@type": "Set", "uid": "urn:p", "conflict": "\(strategy)",
       "permission": {"action": "use"}, "prohibition": {"action": "modify"}}
      """
    #expect(try Self.lines(json) == Set(expected))
    let apart = """
      {"@type": "Set", "uid": "urn:p",
       "permission": {"action": "display", "constraint": {"leftOperand": "spatial", "operator": "eq", "rightOperand": "DE"}},
       "prohibition": {"action": "display", "constraint": {"leftOperand": "spatial", "operator": "neq", "rightOperand": "DE"}}}
      """
    #expect(try Self.lines(apart) == ["permit display territory=DE", "prohibit display territory!=DE"])
  }

  @Test("rules are inherited within a document; parents elsewhere and circles are residue")
  func inheritance() throws {
    let parent = #"{"@type": "Set", "uid": "urn:a", "permission": {"action": "use"}}"#
    let child =
      #"{"@type": "Set", "uid": "urn:b", "inheritFrom": "urn:a", "prohibition": {"action": "sell"}}"#
    let json = #"{"@context": "http://www.w3.org/ns/odrl.jsonld", "@graph": [\#(parent), \#(child)]}"#
    let policies = try ODRLReader.policies(in: json)
    #expect(policies.map(\.rules.count) == [1, 2])
    #expect(policies[1].unread.isEmpty)
    let lost =
      #"{"@type": "Set", "uid": "urn:b", "inheritFrom": ["urn:gone"], "permission": {"action": "use"}}"#
    #expect(try Self.lines(lost) == ["permit use", "residue"])
    let circle =
      #"[{"@type": "Set", "uid": "urn:a", "inheritFrom": "urn:b", "permission": {"action": "use"}}, {"@type": "Set", "uid": "urn:b", "inheritFrom": "urn:a"}]"#
    let circular = try ODRLReader.policies(in: circle)
    #expect(circular.allSatisfy { !$0.unread.isEmpty })
  }

  @Test("every clause points at the JSON that says it")
  func places() throws {
    let json = Self.policy(#""permission": [{"action": "use"}], "prohibition": [{"action": "print"}]"#)
    let statement = try #require(try ODRLReader.policies(in: json).first).statement(in: json)
    #expect(
      statement.clauses.map { statement.words($0.evidence) } == [
        #"{"action": "use"}"#, #"{"action": "print"}"#,
      ])
  }

  @Test("keys that stand twice are read both and left for a person")
  func duplicates() throws {
    let json = Self.policy(
      #""permission": {"action": "use"}, "permission": {"action": "print", "action": "sell"}"#)
    #expect(try Self.lines(json) == ["permit use", "residue"])
  }

  @Test(
    "TDMRep's profile: consent to be obtained reserves mining, areas are alternatives",
    arguments: [
      (#""obligation": [{"action": "obtainConsent"}]"#, "prohibit tdm without-permission"),
      (
        #""permission": [{"action": "tdm:mine", "constraint": {"leftOperand": "spatial", "operator": "isPartOf", "rightOperand": ["urn:iso:3166:can", "iso3166-3:bra"]}}]"#,
        "permit tdm none territory CA|BR"
      ),
    ])
  func mining(_ rules: String, _ expected: String) throws {
    let json = #"{"@type": "Offer", "uid": "urn:p", "profile": "http://www.w3.org/ns/tdmrep", \#(rules)}"#
    let statement = try #require(try ODRLReader.policies(in: json).first).statement(in: json)
    #expect(statement.residue.isEmpty)
    let lines = statement.clauses.map { clause in
      ([clause.effect.rawValue, clause.action.rawValue, clause.condition.rawValue]
        + clause.constraints.map { "\($0.kind.rawValue) \($0.value)" }).joined(separator: " ")
    }
    #expect(lines == [expected])
  }
}
