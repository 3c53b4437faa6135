import Testing
import WireText

@testable import WireRights

/// What stands beside the sign of a copyright line and is no name: rules, limits, credits and headlines in title case,
/// which a permission beside the line depends on.
@Suite struct CopyrightSlotTests {
  private static let parser = Result { NoticeParser(try ProgramPolicies.all.get()) }

  private func statement(_ text: String) throws -> RightsStatement { try Self.parser.get().parse(text) }

  @Test(
    "words of rules are neither the holder nor lost beside a permission",
    arguments: [
      "Credit Gull Wire © 2024", "For Use Within the European Union © 2024", "In Print or Online © 2024",
      "Not Exceeding Two Paragraphs © 2024", "Requires Our Consent © 2024", "No Exceptions © 2024",
      "Crédit Obligatoire © 2024", "Potřebuje k Tomu Souhlas Redakce © 2024", "© 2024 Gull Press Single Use",
      "© 2024 Gull Press One-Time Use", "© 2024 Gull Press Not More Than Twice",
      "© 2024 Gull Press Two Weeks Maximum", "© 2024 Gull Press Höchstens Zweimal Verwenden",
      "© 2024 Gull Press 출처(갈매기뉴스)를 밝혀야 합니다",
    ])
  func rules(_ line: String) throws {
    let statement = try statement("You may republish this story.\n\n\(line)")
    let isLimited =
      !statement.residue.isEmpty || !statement.duties.isEmpty
      || statement.clauses.contains {
        $0.effect == .prohibit || $0.condition != .none || !$0.constraints.isEmpty
      }
    #expect(isLimited, "\(line): \(statement.clauses) \(statement.holder?.asWritten ?? "")")
  }

  @Test(
    "prohibitions behind the name are read, however they are capitalised",
    arguments: [
      ("© 2024 Gull Press This Material may not be Published", Action.publish),
      ("© 2024 Gull Press Content may not be Copied", .reproduce),
      ("© 2024 Gull Press Este Material não Pode ser Publicado", .publish),
    ])
  func prohibitions(_ line: String, _ action: Action) throws {
    let statement = try statement(line)
    #expect(statement.clauses.contains { $0.effect == .prohibit && $0.action == action })
  }

  @Test(
    "“by” and the formula name the party",
    arguments: [
      ("Story by Jo Bell © 2024", "Jo Bell"), ("Illustration by Jo Bell © 2024", "Jo Bell"),
      ("De Gull NV © 2024", "De Gull NV"), ("La Voz del Sur © 2024", "La Voz del Sur"),
      ("© 2024 Commercial Radio Ormsby", "Commercial Radio Ormsby"), ("Will Bell © 2024", "Will Bell"),
    ])
  func names(_ line: String, _ name: String) throws {
    #expect(try statement(line).holder?.asWritten == name)
  }

  @Test(
    "a right to change the text is a right, changes of a programme are none",
    arguments: [
      ("The right to make changes to the text is reserved to Gull Press.", true),
      ("All changes to the text are reserved to Gull Press.", true), ("Änderungen vorbehalten.", false),
    ])
  func reservedChanges(_ text: String, _ isReserved: Bool) throws {
    let clauses = try statement("You may republish this story. \(text)").clauses
    #expect(clauses.contains { $0.effect == .prohibit && $0.action == .modify } == isReserved)
  }

  @Test("rights that a party of a story reserves for a case are no notice")
  func prose() throws {
    let text = "Die Stadt Ormsby behält sich alle Rechte vor, falls der Vertrag nicht erfüllt wird."
    let utf8 = Array(text.utf8)
    #expect(try Self.parser.get().notices(in: utf8, paragraphs: [TextRange(0, utf8.count)]).isEmpty)
  }
}
