import Testing
import Wirecheck

@testable import WireReports

@Suite struct TextReportTests {
  @Test("A permitted use names the item of the input and the item of the agency")
  func permittedUses() throws {
    func line(_ id: String, item: Int, _ use: UseRecord) throws -> String? {
      var run = try SampleRun.run(findings: [])
      let document: DocumentRecord = try SampleRun.decode(
        """
        {"id": "\(id)", "path": "export.xml", "item": \(item), "sha256": "5d41", "words": 160}
        """)
      run.uses = [DocumentUses(document: document, uses: [use])]
      return try SampleRun.text(TextReport.self, of: run).split(separator: "\n").first {
        $0.hasPrefix("permitted")
      }.map(String.init)
    }
    let use = try UsageSample.use(outcome: "allow-with-duty", creditOK: true)
    #expect(
      try line("post-77", item: 3, use)
        == "permitted: export.xml (item 3, post-77): 61 words of Northwire NW-0417 by clause 4.2 of NW-2024-07; the credit stands"
    )
    var byLicence = use
    (byLicence.agreement, byLicence.clause, byLicence.basis) = (nil, nil, "the licence CC-BY-4.0")
    byLicence.removeBy = "2026-12-18T08:00:00Z"
    #expect(
      try line("export.xml", item: 1, byLicence)
        == "permitted: export.xml: 61 words of Northwire NW-0417 by the licence CC-BY-4.0; the credit stands; to be taken down by 2026-12-18T08:00:00Z"
    )
    let translation = try UsageSample.use(item: "", words: 0, kind: "translated", outcome: "allow")
    #expect(
      try line("export.xml", item: 1, translation)
        == "permitted: export.xml: a translation of copy of Northwire by clause 4.2 of NW-2024-07")
  }

  @Test("A finding shows the draft, the source, the clause and what to do")
  func frame() throws {
    let run = try SampleRun.full()
    let expected = """
      error[WC101]: 58 of 61 words as in Northwire item NW-0417; clause 4.2 forbids it
        --> content/harbour-strike.md:14:1 (paragraph 5)
         |
      14 | Dockworkers at the port of Marnhaven walked out … [45 words] … before the night shift began.
         | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         | 58 of 61 words identical
        ::: northwire NW-0417 v3, 2026-11-19 08:12 UTC (paragraph 2)
         |
       2 | Dockworkers at the port of Marnhaven walked out … [45 words] … before the night shift started.
         | ----------------------------------------------------------------------------------------------
        ::: contracts/northwire.yaml:18:5
         |
      18 | prohibit: [publish]
         | -------------------
         | clause 4.2 of agreement NW-2024-07
         |
         = note: 38.1% of the draft, 71% of the item; longest run 43 words; not quoted, not credited
         = note: decided on: channel web, territory BG
         = note: fingerprint wc1:7f3c9a1e0b2d4c55a0b1
      help: Cut the passage, or replace it with your own reporting

      error[WC301]: 12 words as in Meridian item M-7; under embargo
       --> export.jsonl, item 7 (budget) (headline)
        |
        | Council to cut fares
        | ^^^^^^^^^^^^^^^^^^^^
       ::: meridian M-7 (paragraph 1)
        = note: source text withheld: the item is under embargo
       ::: standing rule, embargoes
        |
        | Not before the embargo ends.
        | ----------------------------
        | the term that decides
        |
        = note: embargo until 2026-11-21T00:00:00Z
        = note: the item's status is embargoed
        = note: the same words stand in M-8, M-9
        = note: fingerprint wc1:00112233445566778899
      help: Publish at 2026-11-21T00:00:00Z or later

      error[WC901]: the file breaks off
       --> content/broken.xml
        |
        = note: broken-xml
        = note: fingerprint wc1:99887766554433221100
      help: Correct the input named in the message

      3 findings (3 errors, 0 warnings, 0 info) in 2 documents, 1 input skipped
      incomplete: not everything was checked
      A match is a fact about words; whether it is a breach is for your rights desk.

      """
    #expect(try SampleRun.text(TextReport.self, of: run) == expected)
  }

  @Test("Colour changes no word")
  func colour() throws {
    let run = try SampleRun.full()
    var options = ReportOptions()
    options.usesColour = true
    for format in [TextReport.self, ConciseReport.self] as [any ReportFormat.Type] {
      let coloured = try SampleRun.text(format, of: run, options: options)
      #expect(coloured.contains("\u{1B}[1;31m"))
      let parts = coloured.split(separator: "\u{1B}", omittingEmptySubsequences: false)
      let plain = parts.prefix(1) + parts.dropFirst().map { $0.drop { $0 != "m" }.dropFirst() }
      #expect(try plain.joined() == SampleRun.text(format, of: run))
    }
  }

  @Test("One line a finding")
  func concise() throws {
    let expected = """
      content/harbour-strike.md:14:1: error[WC101]: 58 of 61 words as in Northwire item NW-0417; clause 4.2 forbids it
      export.jsonl: error[WC301]: 12 words as in Meridian item M-7; under embargo (in item 7, budget)
      content/broken.xml: error[WC901]: the file breaks off
      3 findings (3 errors, 0 warnings, 0 info) in 2 documents, 1 input skipped

      """
    #expect(try SampleRun.text(ConciseReport.self, of: SampleRun.full()) == expected)
  }

  @Test(
    "Columns as a terminal counts them",
    arguments: [
      ("plain", 5), ("“Да” — é", 8), ("e\u{301}", 1), ("日本語", 6), ("ｶﾅ", 2), ("Ａ", 2), ("😀", 2),
      ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("a\u{200D}b", 2), ("\u{AD}", 0), ("नि", 2), ("…", 1),
    ])
  func columns(text: String, expected: Int) {
    #expect(DisplayWidth.columns(of: text) == expected)
  }

  @Test(
    "The mark under a passage is as wide as the passage",
    arguments: ["“日本語” é — Да 😀 e\u{301}", "plain words"])
  func underline(words: String) throws {
    let run = try SampleRun.run(findings: [SampleRun.finding(head: words, tail: "end")])
    let lines = try SampleRun.text(TextReport.self, of: run).split(separator: "\n")
    let index = try #require(lines.firstIndex { $0.hasPrefix("14 |") })
    let mark = lines[index + 1].dropFirst(5)
    #expect(mark.allSatisfy { $0 == "^" })
    #expect(mark.count == DisplayWidth.columns(of: lines[index].dropFirst(5)))
  }

  @Test("Long passages are wrapped, and no word is lost", arguments: [20, 33, 100])
  func wrapping(width: Int) {
    let words = (1...200).map { "word\($0)" } + [String(repeating: "日", count: 77)]
    let lines = Wrapping.lines(of: words.joined(separator: " "), width: width)
    #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= width })
    #expect(lines.joined().filter { $0 != " " } == words.joined())
    #expect(Wrapping.lines(of: "", width: width) == [""])
  }

  @Test("Of many passages three are shown in full, the others are listed or counted")
  func manyPassages() throws {
    var run = try SampleRun.run(findings: [SampleRun.finding()])
    run.findings[0].places = Array(repeating: run.findings[0].places[0], count: 40)
    let text = try SampleRun.text(TextReport.self, of: run)
    #expect(text.split(separator: "\n").count { $0.hasPrefix("14 |") } == 3)
    #expect(
      text.split(separator: "\n").count { $0.contains("note: also content/harbour-strike.md:14:1") } == 20)
    #expect(text.contains("note: and in 17 more passages"))
  }
}
