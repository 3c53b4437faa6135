import Testing

@testable import WireRights

/// What credits an agency and what only names it; agencies are invented.
struct CreditTextTests {
  private static let parser = Result { NoticeParser(try ProgramPolicies.all.get()) }

  private static func credits(_ text: String, in place: CreditText.Place) throws -> Bool {
    let form = try #require(CreditForm("Northwire"))
    return CreditText(text, in: place, try parser.get().manner(of: text)).credits(form)
  }

  static let credits = [
    "By Ada Petrova, Northwire", "NORTHWIRE", "(Northwire)", "– Northwire", "harbour/Northwire",
    "Source: Northwire",
    "Quelle: Northwire", "Additional reporting by Northwire.", "Northwire contributed to this report.",
    "According to Northwire, the port is closed.", "As Northwire reported on Monday, the port is closed.",
    "Laut Northwire ist der Hafen geschlossen.", "Selon Northwire, le port est fermé depuis lundi.",
    "По данным Northwire, порт закрыт.", "Yang dilaporkan Northwire", "Avec l'Northwire",
    "Northwire's staff contributed to this report.", "© Northwire",
    "Laut Northwire-Bericht ist der Hafen zu.",
  ]
  @Test(arguments: credits) func aCreditInTheText(_ text: String) throws {
    #expect(try Self.credits(text, in: .running))
  }

  static let mentions = [
    "Northwire did not answer our questions.", "This story did not come from Northwire.", "Photo: Northwire",
    "Photograph: Jane Doe/Northwire", "(Photo by Northwire)", "Video: Northwire", "Foto: Northwire",
    "Фото: Northwire",
    "#Northwire", "@Northwire", "https://www.northwire.example/sports", "https://northwire.example",
    "Email: tips@northwire.example", "Northwire Institute report says the port is closed",
    "Northwire hat auf unsere Fragen nicht geantwortet.",
    "Laut Northwire-AFX ist der Hafen zu.",
  ]
  @Test(arguments: mentions) func aMentionIsNoCredit(_ text: String) throws {
    #expect(try !Self.credits(text, in: .running))
  }

  static let pointers = [
    "Tags: harbours, Northwire", "TAGS: Northwire", "Read more at Northwire",
    "Related: Harbour shut for weeks (Northwire)",
    "See also: Northwire on the port", "Schlagw\u{00F6}rter: Hafen, Northwire",
    "Lesen Sie mehr bei Northwire",
    "\u{00C0} lire aussi sur Northwire", "Etiquetas: Northwire",
    "\u{041F}\u{0440}\u{043E}\u{0447}\u{0435}\u{0442}\u{0435}\u{0442}\u{0435} \u{043E}\u{0449}\u{0435} \u{0432} Northwire",
    "\u{95A2}\u{9023}\u{8A18}\u{4E8B}\u{FF1A}Northwire",
  ]
  @Test(arguments: pointers) func aLineThatSendsReadersElsewhereCreditsNobody(_ text: String) throws {
    #expect(try !Self.credits(text, in: .running))
    #expect(try !Self.credits(text, in: .copied))
  }

  @Test(arguments: [
    "Topics in Northwire's report were fish and salt.", "Related work was done by Northwire.",
    "Themen der Woche, berichtet Northwire, waren Fisch und Salz.",
  ])
  func proseWithWordsOfLabelsMayCredit(_ text: String) throws {
    #expect(try Self.credits(text, in: .running))
  }

  @Test(
    "The copied words credit by a mark in brackets only",
    arguments: [
      ("VARNA, Nov 3 (Northwire) - The port is closed.", true),
      ("The minister told Northwire that the port is closed.", false),
      ("The port is closed, officials told Northwire.", false),
    ])
  func copiedWords(_ text: String, _ isCredit: Bool) throws {
    #expect(try Self.credits(text, in: .copied) == isCredit)
  }

  @Test(
    "A field credits whom it names, unless it says no or is on a picture",
    arguments: [
      ("Northwire", true), ("Ada Petrova for Northwire in Varna", true), ("not Northwire", false),
      ("Photo: Northwire", false),
    ])
  func fields(_ text: String, _ isCredit: Bool) throws {
    #expect(try Self.credits(text, in: .field) == isCredit)
  }

  @Test("What is no credit is no misspelt one either")
  func mentionsAreNotAltered() throws {
    let forms = ["Northwire", "The Northwire Agency"].compactMap { CreditForm($0) }
    let parser = try Self.parser.get()
    for text in Self.mentions {
      let texts = [CreditText(text, in: .running, parser.manner(of: text))]
      #expect(CreditCheck.find(forms, in: texts) == .missing, "\(text)")
    }
    let misspelt = CreditText("By Ada Petrova, Nothwire", in: .running)
    #expect(CreditCheck.find(forms, in: [misspelt]) == .altered(found: "nothwire", expected: forms[0]))
  }

  @Test(
    "One word of a name is a shortened credit in a line, and an everyday word in a sentence",
    arguments: [
      ("Source: Ruritanian", true), ("Ruritanian", true), ("A Ruritanian report said so.", false),
      ("The report is in the Ruritanian Press.", true),
    ])
  func shortenedNames(_ text: String, _ isAltered: Bool) throws {
    let form = try #require(CreditForm("The Ruritanian Press"))
    let isFound = CreditCheck.find([form], in: [CreditText(text, in: .running)]) != .missing
    #expect(isFound == isAltered)
  }
}
