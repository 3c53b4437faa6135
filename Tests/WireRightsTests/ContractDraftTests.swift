import Foundation
import Testing
import WireText
import WireYAML

@testable import WireRights

/// Contracts drafted from sentences: what is written, what is left to a person, and that it can be read again.
struct ContractDraftTests {
  private static let parser = Result { NoticeParser(try ProgramPolicies.all.get()) }

  /// What shows the language of a page.
  private static let page = ["These are the terms of use for the material of this site."]

  private static func draft(_ sentences: [String]) throws -> ContractDraft {
    let parser = TermsParser(try parser.get(), page: Array((page + sentences).joined(separator: "\n").utf8))
    return ContractDraft(
      sentences.map { ContractDraft.Sentence(parser.parse($0)) }, agency: "northwire", names: ["Northwire"],
      origin: ContractOrigin(page: "terms.html", digest: "sha256:00"))
  }

  private static func read(_ draft: ContractDraft) throws -> Contract {
    try #require(try Sample.contracts(draft.yaml).first)
  }

  /// A sentence and the terms of the clause that it gives.
  static let sentences: [(String, String)] = [
    (
      "4.1 Subscribers may publish and edit the articles on their own websites in Bulgaria.",
      "permit: modify, publish; channels: web; territories: BG"
    ),
    ("You may not sell or sublicense the content.", "prohibit: resell, sublicense"),
    ("Items must be deleted from all services after thirty days.", "retention: 30 days"),
    ("The Client shall remove all Items after 90 days.", "retention: 90 days"),
    (
      "The Subscriber shall remove all Content from its website after 90 days.",
      "channels: web; retention: 90 days"
    ),
    ("The Client may publish Items within 30 days of transmission.", "permit: publish; within: 30 days"),
    ("The Client shall not resell the Content to third parties.", "prohibit: resell"),
    ("The Client may publish up to 75 words of an item.", "permit: publish; excerpt: 75 words"),
    ("Articles may not be used to train artificial intelligence.", "prohibit: train-ai"),
    ("No use in advertising.", "prohibit: use; purposes: advertising"),
  ]

  @Test(arguments: sentences)
  func aSentenceBecomesAClause(_ sentence: String, _ terms: String) throws {
    let contract = try Self.read(try Self.draft([sentence]))
    #expect(contract.clauses.count == 1)
    #expect(contract.clauses.first?.terms.map(\.description).joined(separator: "; ") == terms)
    #expect(contract.clauses.first?.words == sentence)
    #expect(contract.isUnreviewed)
  }

  @Test func everySentenceIsKept() throws {
    let unread = "The licensee shall keep the seal of the third schedule."
    let all = Self.sentences.map(\.0) + [unread, "Our office is open from nine to five."]
    let draft = try Self.draft(all)
    for sentence in all {
      #expect(draft.yaml.contains("# \(sentence)") || draft.yaml.contains(": \(sentence)"))
    }
    #expect(draft.yaml.contains("# - unread, looks like a term"))
    #expect(draft.yaml.contains("# - nothing read: Our office"))
    let contract = try Self.read(draft)
    #expect(contract.clauses.count == Self.sentences.count)
    #expect(contract.clauses.first?.id == "4.1")
    #expect(contract.draft == ContractOrigin(page: "terms.html", digest: "sha256:00"))
  }

  /// What a sentence permits or prohibits within words that were not understood, on a condition, with an exception, or only
  /// together with what has no key, is left to a person.
  @Test(arguments: [
    "If you republish our work online you must remove it after this deadline.",
    "You may republish our stories, as long as you follow our guidelines.",
    "For social media platforms that do not allow hyperlinks, please tag the newsroom.",
    "Robots must use our allowed content for non-commercial purposes unless explicitly authorized by Northwire.",
    "Subject to execution of a valid agreement, Northwire grants a licence to publicly perform the articles.",
    "The Client will not archive the content on the web for more than 30 days without written permission.",
    "If a story is marked “All rights reserved,” Northwire cannot grant permission to republish it.",
    "Publishers may not republish stories from the Northwire website that our staff did not write.",
    "We do not allow the use of our material on websites that are made only to please search engines.",
    "It is OK to publish our stories on pages with advertisements.",
    "We are a nonprofit newsroom giving this material to you for free.",
    "If you would like to use a story that first appeared within the last 60 days, feel free to do so.",
    "This licence allows all outlets, including for-profit ones that accept advertising, to republish our content.",
    "You cannot edit our material, except to reflect changes in time.",
    "Unless otherwise noted, you are welcome to use our material for free.",
    "Articles cannot be rewritten beyond in-house style changes.",
    "You can't sell our material separately.",
    "For any other uses, you must seek permission from our art department.",
    "Our photographs may be published.",
  ])
  func whatWasHalfUnderstoodIsNotDrafted(_ sentence: String) throws {
    let draft = try Self.draft([sentence])
    let contract = try Self.read(draft)
    #expect(contract.clauses.isEmpty, "\(draft.yaml)")
    #expect(draft.yaml.components(separatedBy: ": \(sentence)").count == 2, "\(draft.yaml)")
  }

  /// A sentence is a clause or a comment, never both and never neither; a name of the agency limits nothing.
  @Test(arguments: [
    ("You are welcome to use Northwire’s material for free.", ["permit: use"]),
    ("No commercial or promotional use is allowed.", ["prohibit: use", "purposes: commercial, promotional"]),
    ("You must credit Northwire and you may not sell the articles.", ["prohibit: resell"]),
    ("Preserve all hyperlinks.", ["duties: keep-links"]),
    ("Do not sell ads against our stories.", ["duties: no-ads"]),
  ])
  func whatWasUnderstoodWholeIsDrafted(_ sentence: String, _ terms: [String]) throws {
    let draft = try Self.draft([sentence])
    let found = try Self.read(draft).clauses.flatMap(\.terms).map(\.description)
    for term in terms { #expect(found.contains(term), "\(draft.yaml)") }
    #expect(!draft.yaml.contains("# - "), "\(draft.yaml)")
  }

  /// Clauses keep the numbers of the page, and take none that the page might have.
  @Test func clausesKeepThePagesNumbers() throws {
    let parser = try Self.parser.get()
    let sentences = [
      ("You may not sell the content.", "2.2"), ("You may not translate it.", "2.2"),
      ("You may not sublicense it.", nil),
    ]
    let draft = ContractDraft(
      sentences.map { ContractDraft.Sentence(parser.parse($0.0), number: $0.1) }, agency: "northwire",
      origin: ContractOrigin(page: "terms.html", digest: nil))
    #expect(try Self.read(draft).clauses.map(\.id) == ["2.2", "2.2-2", "unnumbered-1"])
  }

  /// To leave out a limit that has no key would widen the permit.
  @Test(arguments: [
    (
      Clause(.permit, .publish, constraints: [Constraint(.territory, "IT", .neq)], evidence: TextRange(0, 3)),
      "territory"
    ),
    (
      Clause(.permit, .archive, constraints: [Constraint(.count, "1", .lteq)], evidence: TextRange(0, 3)),
      "count"
    ),
    (Clause(.permit, .print, target: "image", evidence: TextRange(0, 3)), "image"),
    (Clause(.oblige, .remove, evidence: TextRange(0, 3)), "remove"),
    (Clause(.prohibit, .resell, condition: .withoutPermission, evidence: TextRange(0, 3)), "unless"),
  ])
  func aLimitWithoutAKeyIsLeftToAPerson(_ clause: Clause, _ word: String) throws {
    var statement = RightsStatement(text: "May be published anywhere but in Italy, once.")
    statement.isNotice = true
    statement.clauses = [clause, Clause(.permit, .translate, evidence: TextRange(0, 3))]
    let draft = ContractDraft(
      [ContractDraft.Sentence(statement)], agency: "northwire", origin: ContractOrigin(page: "p", digest: nil)
    )
    #expect(try Self.read(draft).clauses.isEmpty)
    #expect(draft.yaml.contains(word))
  }

  /// Whatever a page holds, the draft is YAML that the reader takes, and nothing of the page gets out of its quotes.
  @Test(arguments: [
    "Items \"may\" not be sold\nagency: other", "# not a comment: may not be published", "{may: not be sold}",
    "may not be sold \u{2028}clauses: [] \u{7F}\u{FEFF}\u{202E}", "- may not be sold\\u0000 \\",
    "%YAML may not be sold",
    "& * ! | > may not be sold: @ `", "", "\u{FFFF} may not be sold \u{1F600}",
  ])
  func hostileSentencesStayWords(_ sentence: String) throws {
    var statement = RightsStatement(text: sentence)
    statement.isNotice = true
    statement.clauses = [Clause(.prohibit, .resell, evidence: TextRange(0, sentence.utf8.count))]
    statement.duties = [Duty(.credit, value: sentence + " Northwire", evidence: TextRange(0, 0))]
    var silent = RightsStatement(text: sentence)
    silent.residue = [TextRange(0, sentence.utf8.count)]
    let draft = ContractDraft(
      [ContractDraft.Sentence(statement), ContractDraft.Sentence(silent)], agency: "northwire",
      origin: ContractOrigin(page: sentence + "p", digest: nil))
    let contract = try Self.read(draft)
    #expect(contract.agency == "northwire")
    #expect(contract.clauses.first?.prohibits == [.resell])
    #expect(contract.clauses.first?.words == sentence)
    #expect(contract.draft?.page == sentence + "p")
  }

  @Test func aLongPageIsCutWhereFilesAre() throws {
    let sentence = ContractDraft.Sentence(RightsStatement(text: String(repeating: "word ", count: 200)))
    let draft = ContractDraft(
      Array(repeating: sentence, count: 2000), agency: "northwire",
      origin: ContractOrigin(page: "p", digest: nil))
    #expect(draft.yaml.utf8.count < YAMLValue.maximumBytes)
    #expect(draft.yaml.contains("further sentences are left out"))
    _ = try Self.read(draft)
  }
}
