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
    let clauses = policy.statement(in: json).clauses.filter { $0.action == .publish }
    #expect(clauses.map(\.effect) == [.permit, .prohibit])
    #expect(
      clauses.map(\.target) == ["urn:wirecheck:copy:northwire", "urn:wirecheck:copy:northwire:sports"])
    let period = [Constraint(.timeAfter, "2024-06-30"), Constraint(.timeBefore, "2027-07-01")]
    let us = Constraint(.recipient, "urn:wirecheck:party:newsroom")
    #expect(
      clauses.map(\.constraints) == [
        period + [Constraint(.channel, "web|newsletter"), Constraint(.territory, "BG"), us],
        period + [Constraint(.channel, "web"), us],
      ])
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
    // By the excerpt alone, 75 words and half of the item are the most.
    let excerpt = try #require(policy.rules.last)
    for (words, truth) in [(75, Truth.yes), (76, .no)] {
      let use = Sample.use(extent: Extent(words: words, sourceWords: 200))
      #expect(ODRLFacts(use: use).truth(excerpt.actions[0].refinements) == truth)
    }
    let short = Sample.use(extent: Extent(words: 70, sourceWords: 130))
    #expect(ODRLFacts(use: short).truth(excerpt.actions[0].refinements) == .no)
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
