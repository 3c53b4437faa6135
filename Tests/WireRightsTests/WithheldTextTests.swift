import Testing

@testable import WireRights

/// Whether an order not to publish is about a whole text or about a note in it, and what lists and clauses bar.
@Suite struct WithheldTextTests {
  private static let policies = ProgramPolicies.all

  @Test(arguments: [
    ("Intern document, niet voor publicatie.", nil),
    ("Entwurf ohne Freigabe. Nicht zur Veröffentlichung bestimmt.", nil),
    ("Ikke til offentliggørelse: kontakt pressechefen.", "editorial-note"),
    ("Internal note: not for publication.", "editorial-note"),
  ])
  func onlyANoteIsAPart(_ text: String, _ target: String?) throws {
    let statement = NoticeParser(try Self.policies.get()).parse(text)
    #expect(statement.advisory?.kind == .internal)
    #expect(statement.clauses.map(\.action) == [.publish])
    #expect(statement.clauses.map(\.target) == [target])
  }

  @Test(arguments: ["Not for advertising or resale.", "Nicht für Werbung oder Verkauf."])
  func advertisingIsAUse(_ text: String) throws {
    let statement = NoticeParser(try Self.policies.get()).parse(text)
    #expect(statement.clauses.map(\.action) == [.use, .resell])
    #expect(statement.clauses.map(\.constraints) == [[Constraint(.purpose, "advertising")], []])
  }

  @Test func adjectivesStillQualifyTheAct() throws {
    let statement = NoticeParser(try Self.policies.get()).parse("No archival or wireless use.")
    #expect(statement.clauses.allSatisfy { $0.action != .resell })
    #expect(statement.clauses.contains { $0.constraints == [Constraint(.channel, "wireless")] })
  }

  @Test func oneActOnCopiesShowsWhatAListIsAbout() throws {
    let parser = NoticeParser(try Self.policies.get())
    let rule = parser.parse(
      "Het rapport mag niet worden gepubliceerd, verspreid of geciteerd zonder toestemming.")
    #expect(rule.clauses.map(\.action) == [.publish, .distribute, .excerpt])
    #expect(!parser.parse("The farm may not sell milk without permission.").isNotice)
  }

  @Test(arguments: [
    (
      "Text and data mining is reserved: the articles may not be used to train AI models.",
      [Action.tdm, .trainAI]
    ),
    ("The following is prohibited: copying and resale.", [Action.reproduce, .resell]),
  ])
  func aColonEndsABar(_ text: String, _ acts: [Action]) throws {
    #expect(NoticeParser(try Self.policies.get()).parse(text).clauses.map(\.action) == acts)
  }
}
