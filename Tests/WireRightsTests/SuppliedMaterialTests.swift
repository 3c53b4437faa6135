import Testing

@testable import WireRights

/// Rules about the material of another party than the holder.
@Suite struct SuppliedMaterialTests {
  private let parser: NoticeParser

  init() throws { parser = NoticeParser(try ProgramPolicies.all.get()) }

  /// The rule is about the party's material alone, wherever the copyright line stands.
  @Test(arguments: [
    ("© 2026 Gull Press. Articles supplied by KDN may not be reproduced without the consent of KDN.", "KDN"),
    ("Articles supplied by KDN may not be reproduced without the consent of KDN. © 2026 Gull Press", "KDN"),
    ("© 2026 Gull Press. Photos provided by Tide Pictures may not be reproduced.", "Tide Pictures"),
    ("© 2026 Möwe. Texte der KDN dürfen nur mit Genehmigung der KDN weiterverbreitet werden.", "KDN"),
    ("© 2026 El Faro. Los textos de KDN no pueden reproducirse sin el permiso de KDN.", "KDN"),
    ("© 2026 Gazeta. Teksty KDN nie mogą być powielane bez zgody KDN.", "KDN"),
    // A single word counts as a name if it is that of a known agency.
    ("© 2026 O Farol. Os textos da Lusa não podem ser reproduzidos sem autorização da Lusa.", "Lusa"),
  ])
  func isAboutTheSupplier(_ text: String, _ party: String) {
    let statement = parser.parse(text)
    #expect(statement.clauses.map(\.target) == ["third-party:\(party)"])
    #expect(statement.coHolders.map(\.asWritten) == [party])
    #expect(statement.holder?.asWritten != party)
  }

  /// The holder's own material, any noun, and a party that is itself the holder.
  @Test(arguments: [
    "© 2026 Gull Press Ltd. Content from Gull Press may not be reproduced without permission.",
    "© 2026 Gull Press. Articles by our staff may not be reproduced.",
    "© 2026 Möwe. Texte der Seite dürfen nicht kopiert werden.",
    "Articles supplied by KDN may not be reproduced without the consent of KDN.",
  ])
  func isAboutTheHolder(_ text: String) {
    let statement = parser.parse(text)
    #expect(!statement.clauses.isEmpty)
    #expect(!statement.clauses.contains { $0.target?.hasPrefix("third-party") ?? false })
    #expect(statement.coHolders.isEmpty)
  }
}
