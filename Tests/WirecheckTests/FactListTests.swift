import Testing
import WireDocuments
import WireMatching
import WireText

@testable import Wirecheck

/// Lists of names and figures, and quotations with those who speak: they are no prose of an agency.
struct FactListTests {
  private static let team =
    "Torvale: Marek Dolan, Ivo Stransky, Petr Havel, Jonas Brandt, Luka Perisic, Tomas Vrba, Anders Lund, Mikael Nyberg,"
    + " Stefan Radu, Goran Ilic, Pavel Kral."
  private static let facts =
    "Length: 1,240 metres. Height above water: 62 metres. Number of spans: 14. Cost: 212 million crowns. Builder: Averin"
    + " Bridge Works. Architect: Hanna Solberg. Opening: 22 November 2026. Toll for cars: 4 crowns."
  private static let quotes =
    "“We have dried our boots over the baker’s oven and we are ready to run on anything that does not float,” said Jana"
    + " Kolar, the coach of Torvale.\n\n“The river has been our twelfth man all season and we will miss it on Saturday"
    + " afternoon,” said Tim Roark, minister of sport."

  private func run(_ passage: String, _ item: [String: String], terms: String = "", own: String = Story.own)
    throws
    -> RunRecord
  {
    let wire = try Scene.item("NW-7", "\(Story.first)\n\n\(passage)\n\n\(Story.third)", item)
    return try Scene(terms, wire: [wire]).run("\(own)\n\n\(passage)\n")
  }

  @Test(arguments: [team, facts, facts.replacing(". ", with: "\n\n")])
  func aListIsForInformation(_ list: String) throws {
    let record = try run(list, Story.reserved)
    #expect(record.outline == ["WC103 info"], "\(record.findings.map(\.message))")
    #expect(record.findings.first?.message.hasSuffix("it is a list of names and figures") == true)
    // A term that refuses even them is for a person.
    #expect(try run(list, Story.prohibiting).outline == ["WC101 warning"])
    #expect(try run(list, ["status": "killed"]).outline == ["WC303 error"])
    #expect(try run(list, ["embargo": "2026-11-30T06:00:00Z"]).outline == ["WC301 error"])
  }

  @Test(arguments: [
    Story.second, "\(team) \(Story.second)",
    "He came by boat, he left by train, he wrote from Lissen, he spoke of eels, he asked for bread, he slept in the barn.",
  ])
  func proseIsNoList(_ text: String) throws {
    #expect(try run(text, Story.prohibiting).outline == ["WC101 error"])
  }

  @Test func quotationsWithTheirSpeakersAreQuoted() throws {
    let record = try run(
      Self.quotes, Story.prohibiting, terms: "quotes: {max-share-of-source: 1, max-words-per-quote: 30}")
    #expect(record.outline == ["WC201 error"], "\(record.findings.map(\.message))")
    #expect(record.findings.first?.match?.attribution == .quoted)
    // Prose beside a quotation is prose.
    let prose = Self.quotes.replacing("minister of sport.", with: "minister of sport. \(Story.second)")
    #expect(try run(prose, Story.prohibiting).outline.contains("WC101 error"))
  }

  @Test(
    "a quotation opened by a dash, and speakers that are named after a question",
    arguments: [
      "— Мы высушили сапоги над печью пекаря и готовы бежать по всему, что не плавает, даже если завтра снова пойдёт"
        + " дождь, — сказала тренер Торвале Яна Колар.",
      "—Hemos secado las botas sobre el horno del panadero y estamos listos para correr sobre todo lo que no flote en"
        + " esta ciudad —ha dicho a los periodistas la entrenadora, Jana Kolar.",
      "– Nous avons séché nos bottes au-dessus du four du boulanger et nous sommes prêts à courir sur tout ce qui ne"
        + " flotte pas, a déclaré Jana Kolar.",
      "“We have dried our boots over the baker’s oven; who would have thought that anything here still floats at all?”"
        + " Jana Kolar wrote to the Torvale Courier on Monday.",
    ])
  func quotationsOfOtherForms(_ quote: String) throws {
    let record = try run(
      quote, Story.prohibiting, terms: "quotes: {max-share-of-source: 1, max-words-per-quote: 40}")
    #expect(record.outline == ["WC201 error"], "\(record.findings.map(\.message))")
    #expect(record.findings.first?.match?.attribution == .quoted)
  }

  @Test func aTableOfResultsIsAList() throws {
    let rows = [
      "Torvale Rovers Lissen Town 3:1", "Dravin United Averin Park 0:0", "Kolar Athletic Marek Vale 2:2",
      "1 Torvale Rovers 14 33", "2 Marek Vale 14 29", "3 Averin Park 14 27", "4 Kolar Athletic 14 22",
    ]
    let table = rows.map { "<tr><td>\($0)</td></tr>" }.joined()
    let wire = try Scene.item("NW-7", "\(Story.first)\n\n\(rows.joined(separator: "\n"))\n\n\(Story.third)")
    let html = "<html><body><p>\(Story.own)</p><table>\(table)</table></body></html>"
    var source = try DocumentSource(bytes: Array(html.utf8), path: "table.html", format: "html")
    let document = try #require(try source.next())
    let findings = try Scene(wire: [wire]).checker.check(
      document, on: Occasion(now: try #require(Instant(reading: "2026-11-20T12:00:00Z")))
    ).findings
    #expect(findings.map(\.rule) == ["WC103"])
    #expect(findings.map(\.level) == [.info], "\(findings.map(\.message))")
  }

  @Test("names and figures of a brief in own words are no copy")
  func aBriefIsRewritten() throws {
    let passage = { (run: Int, kind: Passage.Kind, at: Int) in
      Passage(
        draft: TextRange(at, at + 10), source: TextRange(at, at + 10), kind: kind, score: 40, words: 30,
        identicalWords: 20, longestRun: run)
    }
    let told = passage(4, .rewritten, 0)
    #expect(ReuseAnalysis.kinds(of: [told, passage(5, .edited, 20)]) == [.rewritten, .edited])
    #expect(
      ReuseAnalysis.kinds(of: [told, told, passage(5, .edited, 20)]) == [.rewritten, .rewritten, .rewritten])
    #expect(
      ReuseAnalysis.kinds(of: [told, told, passage(9, .edited, 20)]) == [.rewritten, .rewritten, .edited])
  }
}
