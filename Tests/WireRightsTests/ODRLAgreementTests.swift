import Testing
import WireText

@testable import WireRights

/// Contracts as Agreements, and our profile as a document.
struct ODRLAgreementTests {
  @Test("a contract becomes an Agreement that is read back whole")
  func agreement() throws {
    let contract = try #require(try Sample.contracts(Sample.full).first)
    let json = ODRLWriter.agreement(contract)
    let policy = try #require(try ODRLReader.policies(in: json).first)
    #expect(policy.type == "Agreement" && policy.conflict == .prohibit && policy.unread.isEmpty)
    #expect(policy.rules.map(\.kind) == [.permission, .prohibition])
    #expect(policy.rules.allSatisfy { $0.isUnderstood })
    #expect(json.contains("Items of the Sports service may not be republished online."))
    let use = Sample.use(on: ["web"], in: ["BG"], at: Sample.noon)
    var publish = use
    publish.actions = [.publish]
    func result(_ use: Use, _ asset: String) -> ODRLReport.Result {
      let facts = ODRLFacts(use, assignees: ["urn:wirecheck:party:newsroom"], assets: [asset])
      return ODRLEvaluator(facts).report(on: policy).result
    }
    #expect(result(publish, "urn:wirecheck:copy:northwire") == .permitted)
    #expect(result(publish, "urn:wirecheck:copy:northwire:sports") == .prohibited)
    var abroad = publish
    abroad.territories = ["DE"]
    #expect(result(abroad, "urn:wirecheck:copy:northwire") == .notRegulated)
    var late = publish
    late.instant = Sample.instant("2027-07-02T10:00:00Z")
    #expect(result(late, "urn:wirecheck:copy:northwire") == .notRegulated)
  }

  @Test("limits, retention and excerpts stand in the Agreement")
  func limits() throws {
    let contract = try #require(
      try Sample.contracts(
        """
        - agency: northwire
          agreement: N 1/2
          clauses:
            - {id: a, text: A., permit: publish, channels: web, duties: [notice, credit: Northwire], waives: [territory],
               retention: 30 days}
          excerpt: {words: 75, share: 0.5}
        """
      ).first)
    let json = ODRLWriter.agreement(contract)
    let policy = try #require(try ODRLReader.policies(in: json).first)
    #expect(policy.rules.allSatisfy { $0.isUnderstood })
    var use = Sample.use(extent: Extent(words: 70, sourceWords: 200))
    use.actions = [.excerpt]
    func result(_ words: Int) -> ODRLReport.Result {
      use.extent.words = words
      let facts = ODRLFacts(
        use, assignees: ["urn:wirecheck:party:newsroom"], assets: ["urn:wirecheck:copy:northwire"])
      return ODRLEvaluator(facts).report(on: policy).result
    }
    // Who may publish may publish less than the whole; by the excerpt alone 75 words are the most.
    #expect(result(70) == .permitted)
    let excerpt = try #require(policy.rules.last)
    #expect(excerpt.actions[0].refinements.count == 2)
    #expect(json.contains("\"P30D\"") && json.contains("wr:waives"))
  }

  @Test("the profile declares every term that the writer can use")
  func profile() throws {
    let profile = ODRLProfile.text
    let clauses = Action.allCases.flatMap { action in
      Condition.allCases.map { condition in
        Clause(.prohibit, action, condition: condition, target: "image", evidence: TextRange(0, 0))
      }
    }
    var statement = RightsStatement(text: "")
    statement.clauses = clauses
    for kind in Constraint.Kind.allCases {
      for value in ["words:7", "|", "x"] {
        statement.clauses.append(
          Clause(.permit, .use, constraints: [Constraint(kind, value)], evidence: TextRange(0, 0)))
      }
    }
    for weekday in Weekday.allCases {
      var gate = Constraint(.timeBefore, "2026-11-26")
      gate.weekday = weekday
      statement.clauses.append(Clause(.prohibit, .publish, constraints: [gate], evidence: TextRange(0, 0)))
    }
    statement.duties = Duty.Kind.allCases.map { Duty($0, value: nil, evidence: TextRange(0, 0)) }
    let json = ODRLWriter(uid: "urn:p", target: "urn:t").policy(statement)
    #expect(
      json.contains("\"profile\": \"\(ODRLProfile.uid)\"")
        && profile.contains("\"@id\": \"\(ODRLProfile.uid)\""))
    let terms = json.split(separator: "\"").filter { $0.hasPrefix("wr:") && !$0.contains(" ") }
    // Properties of the document are no terms of the vocabulary.
    let properties: Set<Substring> = ["wr:isNotice", "wr:text", "wr:order", "wr:range"]
    for term in Set(terms).subtracting(properties) {
      #expect(profile.contains("\"@id\": \"\(term)\""), "\(term)")
    }
    for action in Action.allCases where ODRLVocabulary.name(of: action).hasPrefix("wr:") {
      #expect(ODRLVocabulary.including(action) != nil, "\(action)")
    }
  }
}
