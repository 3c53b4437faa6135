import Foundation
import TestSupport
import Testing
import WireText
import Wirecheck

@testable import WireReports

/// Usage statements in their three formats; agencies and stories are invented.
@Suite struct UsageFormatTests {
  @Test(arguments: ["text", "csv", "html"])
  func golden(_ name: String) throws {
    let format = try #require(UsageFormats.named(name))
    let golden = try #require(UsageGolden.all[name])
    let made = format.render(try UsageSample.statement())
    // The page's style is looked at, not compared.
    let style = "\(HTMLPage.sheet)\n\(UsageStyle.sheet)"
    #expect(made.replacing(style, with: "…").replacing("\r\n", with: "\n") == golden)
  }

  @Test(arguments: ["text", "csv", "html"])
  func anEmptyStatementSaysZero(_ name: String) throws {
    var statement = try UsageSample.statement()
    statement.rows = []
    let text = try #require(UsageFormats.named(name)).render(statement)
    switch name {
    case "csv": #expect(text.contains(",all,0,0,,"))
    case "html": #expect(text.contains("<p>0: no copy of this agency was found in the period.</p>"))
    default: #expect(text.contains("  0: no copy of this agency was found in the period"))
    }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for definition in UsageStatement.definitions {
      let meaning = name == "html" ? HTMLEscape.plain(definition.meaning) : definition.meaning
      #expect(words.contains(meaning))
    }
    #expect(words.contains("not legal advice"))
  }

  @Test func theDefinitionsNameTheThresholds() {
    let definitions = UsageStatement.definitions.map { "\($0.term): \($0.meaning)" }.joined(separator: "\n")
    #expect(definitions.contains("full: at least \(UseClass.fullPermille / 10)%"))
    #expect(definitions.contains("substantial: at least \(UseClass.substantialPermille / 10)%"))
    for useClass in UseClass.allCases { #expect(definitions.contains("\(useClass.rawValue): ")) }
  }

  @Test(arguments: [
    (900, "verbatim", "neither", UseClass.full), (899, "edited", "neither", .substantial),
    (300, "verbatim", "quoted", .substantial), (299, "verbatim", "quoted", .quote),
    (299, "verbatim", "both", .quote), (299, "verbatim", "credited", .excerpt),
    (0, "edited", "neither", .excerpt),
    (950, "rewritten", "quoted", .derived), (10, "summarised", "neither", .derived),
    (1000, "edited", "both", .full),
  ])
  func classes(_ share: Int, _ kind: String, _ attribution: String, _ expected: UseClass) throws {
    #expect(UseClass(try UsageSample.use(share: share, kind: kind, attribution: attribution)) == expected)
  }

  @Test func totalsAddUp() throws {
    var random = SplitMix(seed: 11)
    for _ in 0..<60 {
      let rows = try (0..<Int.random(in: 0...40, using: &random)).map { _ in try UsageSample.anyRow(&random) }
      let totals = UsageTotals(rows)
      let sums = [totals.contracts.map(\.sum), totals.classes.map(\.sum)]
      for sums in sums {
        #expect(sums.reduce(0) { $0 + $1.uses } == totals.all.uses)
        #expect(sums.reduce(0) { $0 + $1.words } == totals.all.words)
      }
      #expect(totals.all.uses == rows.count)
      #expect(totals.all.words == rows.reduce(0) { $0 + $1.use.words })
      #expect(Set(totals.contracts.map(\.agreement)) == Set(rows.map(\.use.agreement)))
      try expectPrintedTotals(of: rows, totals)
    }
  }

  /// Adds up the columns of the printed CSV again.
  private func expectPrintedTotals(of rows: [UsageStatement.Row], _ totals: UsageTotals) throws {
    var statement = try UsageSample.statement()
    statement.rows = rows
    let table = try CSVReading.table(UsageCSV.render(statement))
    #expect(table.reduce(0) { $0 + (Int($1["words_used"] ?? "") ?? 0) } == totals.all.words)
    #expect(table.count { $0["record"] == "use" } == totals.all.uses)
    for kind in ["contract", "class", "all"] {
      let printed = table.filter { $0["total_of"] == kind }
      #expect(printed.reduce(0) { $0 + (Int($1["total_words"] ?? "") ?? 0) } == totals.all.words)
      #expect(printed.reduce(0) { $0 + (Int($1["total_uses"] ?? "") ?? 0) } == totals.all.uses)
    }
  }

  @Test func sumsDoNotWrapRound() throws {
    let row = try UsageSample.row(use: try UsageSample.use(words: .max))
    #expect(UsageTotals([row, row]).all.words == .max)
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u{A0}=1", "＝1+1", "\u{200F}=1",
    "=\"a\",b",
  ])
  func noCellIsAFormula(_ text: String) throws {
    var statement = try UsageSample.statement()
    statement.rows = [
      try UsageSample.row(
        title: text, url: text, document: text, use: try UsageSample.use(item: text, clause: text))
    ]
    let csv = UsageCSV.render(statement)
    let row = try #require(try CSVReading.table(csv).first)
    for column in ["title", "url", "document_id", "source_item", "clause"] {
      #expect(row[column]?.hasPrefix("'") == true, "\(column)")
    }
    #expect(csv.components(separatedBy: "\r\n").allSatisfy { !$0.contains("\n") && !$0.contains("\r") })
  }

  @Test(arguments: ["a,b", "say \"no\"", " spaced ", "plain", "é — 😀", "a\r\nb", "\u{1B}[31m"])
  func cellsAreReadBack(_ text: String) throws {
    var statement = try UsageSample.statement()
    statement.rows = [try UsageSample.row(title: text)]
    let row = try #require(try CSVReading.table(UsageCSV.render(statement)).first)
    #expect(row["title"] == TerminalText.escaped(text))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title><b>", "' onmouseover='x", "&lt;",
    "]]>",
    "\u{202E}gnp.exe", "\u{1B}]0;x\u{7}",
  ])
  func nothingBreaksOutOfThePage(_ text: String) throws {
    func page(_ text: String) throws -> String {
      var statement = try UsageSample.statement()
      statement.agencyName = text
      statement.agency = text
      statement.site = text
      statement.period.zone = text
      statement.rows = [
        try UsageSample.row(
          title: text, url: "https://x.example/" + text.filter { $0 != " " }, document: text, site: text,
          use: try UsageSample.use(item: text, outcome: text, agreement: text, clause: text))
      ]
      return UsageHTML.render(statement)
    }
    let made = try page(text)
    #expect(!made.unicodeScalars.contains { $0 != "\n" && $0.isUnsafeToPrint })
    // The same tags with the same attributes as with harmless text; only an address may have gone.
    #expect(tags(made) == tags(try page("harmless")))
  }

  /// The tags of a page without their values; links are left out.
  private func tags(_ page: String) -> [String] {
    page.replacing(UsageStyle.sheet, with: "").split(separator: "<").dropFirst().map { part in
      let tag = part.prefix { $0 != ">" }
      return tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined(separator: "\"")
    }.filter { !$0.hasPrefix("a ") && $0 != "/a" }
  }

  @Test(arguments: [
    ("https://a.example/?a=1&b=2", "href=\"https://a.example/?a=1&amp;b=2\""),
    ("HTTP://a.example", "href=\"HTTP:"),
    ("https://a.example/\"onmouseover=\"x", "href=\"https://a.example/&quot;onmouseover=&quot;x\""),
  ])
  func linksToTheWeb(_ url: String, _ expected: String) throws {
    var statement = try UsageSample.statement()
    statement.rows = [try UsageSample.row(url: url)]
    #expect(UsageHTML.render(statement).contains(expected))
  }

  @Test(arguments: [
    "javascript:alert(1)", " https://a.example", "java\tscript:x", "data:text/html,x", "//a.example",
  ])
  func linksToNothingElse(_ url: String) throws {
    var statement = try UsageSample.statement()
    statement.rows = [try UsageSample.row(url: url)]
    #expect(!UsageHTML.render(statement).contains("href="))
  }

  @Test func thePageLoadsAndRunsNothing() throws {
    let page = UsageHTML.render(try UsageSample.statement())
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
    for word in ["<script", "src=", "url(", "@import", "<link", "javascript:", "onload"] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test func terminalsAreNotSteered() throws {
    var statement = try UsageSample.statement()
    statement.agencyName = "\u{1B}[2J"
    statement.rows = [
      try UsageSample.row(title: "a\u{9B}31m\nTotals", use: try UsageSample.use(agreement: "\u{202E}x"))
    ]
    for format in UsageFormats.all where format.name != "csv" {
      let text = format.render(statement)
      #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.isUnsafeToPrint }, "\(format.name)")
    }
    #expect(UsageText.render(statement).components(separatedBy: "\nTotals\n").count == 2)
  }
}
