import Testing
import WireDocuments
import WireText

@testable import Wirecheck

/// Drafts that declare themselves translations: no words are in common, and the terms hold all the same.
struct TranslationTests {
  private static let text =
    "Имкерите от канала край Дравин откараха в понеделник вечер четиристотин кошера с шлепове, след като общината"
    + " напръска тополите без предупреждение."

  private func run(_ terms: String, _ fields: [String: String], item: [String: String] = [:]) throws
    -> RunRecord
  {
    let draft = try Scene.json(["id": "d", "text": Self.text].merging(fields) { $1 })
    return try Scene(terms, wire: [Scene.item("NW-7", Story.text, item)]).run(draft)
  }

  private static let translating = Story.contract().replacing("modify]", with: "modify, translate]")

  @Test(
    arguments: [
      (Story.contract(), "WC102 warning"), (translating, nil), ("", "WC103 warning"),
    ] as [(String, String?)])
  func itemThatIsNamedIsDecidedOn(_ terms: String, _ expected: String?) throws {
    for key in ["translation-of", "translated_from", "translationOf"] {
      let record = try run(terms, [key: "NW-7"])
      #expect(record.outline == [expected].compactMap(\.self), "\(record.findings.map(\.message))")
      let use = try #require(record.uses.first?.uses.first)
      #expect(use.kind == "translated" && use.item == "NW-7" && UseClass(use) == .derived)
    }
    #expect(try run(terms, [:]).outline == [])
  }

  @Test func noticeThatForbidsTranslationIsAnError() throws {
    let notice = [
      "notice": "© 2026 Northwire. Translation of this material is prohibited without permission."
    ]
    let record = try run("", ["translation-of": "NW-7"], item: notice)
    #expect(record.outline == ["WC102 error"])
    #expect(
      record.findings.first?.message.hasPrefix("declared as a translation of Northwire item NW-7") == true)
    #expect(record.findings.first?.places.isEmpty == true)
  }

  @Test(arguments: [
    (["status": "killed"], "WC303 error"), (["embargo": "2027-01-01T00:00:00Z"], "WC301 error"),
  ])
  func killsAndEmbargoesHoldInEveryLanguage(_ item: [String: String], _ expected: String) throws {
    #expect(try run(Self.translating, ["translation-of": "NW-7"], item: item).outline == [expected])
  }

  /// A line of the text says what a field would.
  @Test(
    arguments: [
      ("Translated from Northwire by Ana Petrova.", [:], ""),
      ("Übersetzt aus dem Englischen von Northwire", [:], ""),
      ("Traducido del inglés: Northwire", [:], ""),
      ("Traduit de l'anglais par Ana Petrova (Northwire)", [:], ""),
      ("Превод: Ана Петрова, по материал на Northwire", [:], ""),
      ("Translated from the English. Original: NW-7.", [:], "NW-7"),
      ("Translated from the English. Original: „NW-7“.", [:], "NW-7"),
      // Whose original it is, the credit says.
      ("Translated from the English by Ana Petrova.", ["credit": "Northwire"], ""),
      ("Translated from the English by Ana Petrova.", [:], nil),
      ("Northwire reported on the bees. None of it was translated.", [:], nil),
      ("The bees were counted by Northwire.", [:], nil),
      ("This text may not be translated without permission of Northwire.", [:], nil),
    ] as [(String, [String: String], String?)])
  func aLineMayDeclareIt(_ line: String, _ fields: [String: String], _ item: String?) throws {
    for text in ["\(line)\n\n\(Self.text)", "\(Self.text)\n\n\(line)"] {
      let record = try run(Story.contract(), fields.merging(["text": text]) { $1 })
      let use = record.uses.first?.uses.first
      #expect(use?.item == item, "\(text)")
      #expect(record.findings.contains { $0.rule == "WC102" } == (item != nil), "\(text)")
      #expect(use == nil || use?.kind == "translated" && use?.agency == "northwire")
    }
  }

  @Test func aSentenceWithinTheStoryDeclaresNothing() throws {
    let line = "The rules of the canal were translated from a report of Northwire."
    let text = ([Self.text] + [Story.own, line] + Array(repeating: Self.text, count: 4)).joined(
      separator: "\n\n")
    #expect(try run(Story.contract(), ["text": text]).outline == [])
  }

  @Test func creditIsOwedForATranslation() throws {
    let owed = Self.translating.replacing("translate]", with: "translate], duties: [{credit: [Northwire]}]")
    #expect(try run(owed, ["translation-of": "NW-7"]).outline == ["WC201 error"])
    #expect(try run(owed, ["translation-of": "NW-7", "credit": "Northwire"]).outline == [])
  }

  @Test(arguments: [
    ("Northwire", ["WC102 warning"]), ("NW-99", ["WC102 warning"]), ("Italian", []), ("pt-BR", []),
    ("български", []), ("sl", []), ("northwire", ["WC102 warning"]), ("meridian", ["WC103 warning"]),
    ("Nobody's Wire", ["WC102 warning"]),
  ])
  func agenciesAndUnknownItems(_ name: String, _ expected: [String]) throws {
    let record = try run(Story.contract(), ["translated-from": name])
    #expect(record.outline == expected, "\(record.findings.map(\.message))")
  }

  /// A link of the format says the same where the languages differ.
  @Test(
    arguments: [
      (ItemLink.Relation.translates, nil, nil, true), (.evolvedFrom, "bg", "en-GB", true),
      (.evolvedFrom, "en-US", "en-GB", false), (.evolvedFrom, nil, "en", false), (.kills, "bg", "en", false),
    ] as [(ItemLink.Relation, String?, String?, Bool)])
  func linksToItemsOfAnotherLanguage(
    _ relation: ItemLink.Relation, _ own: String?, _ other: String?, _ isTranslation: Bool
  ) throws {
    let item = try Scene.item("NW-7", Story.text, other.map { ["language": $0] } ?? [:])
    let scene = try Scene(Story.contract(), wire: [item])
    var document = try #require(try Scene.documents([Scene.json(["id": "d", "text": Self.text])]).first)
    document.links = [ItemLink(relation, id: "NW-7")]
    document.language = own
    let now = try #require(Instant(reading: "2026-11-20T12:00:00Z"))
    let outcome = try scene.checker.check(document, on: Occasion(now: now))
    #expect(outcome.findings.map(\.rule) == (isTranslation ? ["WC102"] : []))
  }
}
