import Testing

@testable import WireRights

/// Sentences in which the place of a word decides what it means; agencies and places are invented.
struct NoticeWordPlaceTests {
  private static let parser = Result { NoticeParser(try ProgramPolicies.all.get()) }

  private static func lines(_ text: String) throws -> Set<String> {
    Set(StatementLines.lines(try parser.get().parse(text)))
  }

  @Test(
    "the owner of what a rule is about",
    arguments: [
      // A domain ends without a capital.
      (
        "Yakamoz.com.tr haber içerikleri izinsiz kopyalanamaz.",
        ["holder Yakamoz.com.tr", "prohibit reproduce without-permission"]
      ),
      // The verb ends the sentence, its subject starts it.
      (
        "Yakamoz Dergisi, metin ve veri madenciliği haklarını saklı tutar.",
        ["holder Yakamoz Dergisi", "prohibit tdm without-permission"]
      ),
      ("Bizim ajans, metin ve veri madenciliği haklarını saklı tutar.", ["prohibit tdm without-permission"]),
      (
        "Contenidos propiedad del Instituto N° 4. Prohibida su copia.",
        ["holder Instituto N° 4", "prohibit reproduce"]
      ),
    ])
  func owners(_ text: String, _ expected: [String]) throws {
    #expect(try Self.lines(text) == Set(expected))
  }

  @Test(
    "“only” and “but” are one word",
    arguments: [
      (
        "Metinler dağıtılabilir ancak satılamaz.",
        ["permit distribute target=text", "prohibit resell target=text"]
      ),
      (
        "Metinler dağıtılabilir, ancak izinsiz satılamaz.",
        [
          "permit distribute target=text", "prohibit resell without-permission",
        ]
      ),
      ("Metinler ancak izin alınarak dağıtılabilir.", ["prohibit distribute without-permission target=text"]),
    ])
  func onlyOrBut(_ text: String, _ expected: [String]) throws {
    #expect(try Self.lines(text) == Set(expected))
  }

  @Test(
    "a use and its examples",
    arguments: [
      (
        "Any other use, including scraping and copying, is prohibited.",
        ["prohibit use", "prohibit scrape", "prohibit reproduce"]
      ),
      ("Any use of the content for scraping is prohibited.", ["prohibit scrape"]),
    ])
  func examples(_ text: String, _ expected: [String]) throws {
    #expect(try Self.lines(text) == Set(expected))
  }

  @Test func anArticleAfterAReleaseStartsTheHeadline() throws {
    let released: Set = ["advisory release", "permit publish"]
    #expect(try Self.lines("PER DIFFUSIONE IMMEDIATA IL CANALE FARO COMMISSIONA UNA SERIE") == released)
    #expect(try Self.lines("Embargo lifted on Ruritanian grain") == ["none"])
  }

  @Test(arguments: [
    ("PROHIBIDA LA REPRODUCCIÓN TOTAL O PARCIAL SIN CITAR LA FUENTE", "duty credit"),
    ("PROHIBIDA LA REPRODUCCIÓN SIN CITAR A AGENCIA FARO", "duty credit AGENCIA FARO"),
  ])
  func capitalsAloneNameNobody(_ text: String, _ duty: String) throws {
    #expect(try Self.lines(text).filter { $0.hasPrefix("duty") } == [duty])
  }
}
