import Testing
import WireRights

@testable import Wirecheck

/// Which agency an item is from, where nobody says so beforehand.
struct ItemAgencyTests {
  /// A sentence of more than a line, in which an agency is quoted.
  private static let quoting =
    "The harbour will stay closed until Sunday, the mayor told Reuters, because the storm has torn the beacon off."

  @Test(
    arguments: [
      (["text": "RIGA (AP) — The river rose by two metres overnight."], "ap"),
      (
        [
          "text":
            "Wien (APA) - Die Fähre liegt seit Montag still, sagte die Reederei der Nachrichtenagentur Reuters."
        ], "apa"
      ),
      (["text": "By Mara Lind, Associated Press\n\nThe river rose by two metres overnight."], "ap"),
      (["text": quoting], ""), (["text": quoting, "provider": "Polska Agencja Prasowa"], "pap"),
      (["text": quoting, "provider": "MAP"], "map"), (["text": quoting, "provider": "map"], ""),
      (["text": "The river rose.\n\n© 2026 Belga"], "belga"),
    ] as [([String: String], String)])
  func tellsTheAgency(_ fields: [String: String], _ agency: String) throws {
    let reader = ItemReader(try Scene.newsroom(Scene.head()), agency: nil)
    let document = try #require(
      try Scene.documents([Scene.json(["id": "NW-1"].merging(fields) { $1 })]).first)
    #expect(reader.read(document).record.agency == agency)
  }

  /// What an agency's page says of all its copy is said of the whole site, and only where a page was read.
  @Test(arguments: [("ap", 1), ("northwire", 0), ("", 0)])
  func takesTheTermsOfThePage(_ agency: String, _ count: Int) throws {
    let newsroom = try Scene.newsroom(Scene.head())
    let item = WireItem(agency: agency)
    let terms = item.terms(newest: item, withdrawal: nil, time: nil, text: [], newsroom)
    #expect(terms.statements.map(\.scope) == Array(repeating: .site, count: count))
    #expect(terms.statements.allSatisfy { $0.statement.holder?.agency == agency })
  }
}
