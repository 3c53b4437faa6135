import Foundation
import Testing
import Wirecheck

@testable import WireReports

/// Reports for build servers and code hosts; agencies and stories are invented.
@Suite struct BuildServerReportTests {
  private static var options: ReportOptions {
    var options = ReportOptions()
    options.paths = PathNames(from: "/site", current: "/site")
    return options
  }

  private static func render(_ format: any ReportFormat.Type, _ run: RunRecord) throws -> String {
    try SampleRun.text(format, of: run, options: options)
  }

  private static func json(_ format: any ReportFormat.Type, _ run: RunRecord) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(try render(format, run).utf8))
  }

  /// An error in two copies, a warning and an input that was not checked.
  private static func run() throws -> RunRecord {
    var run = try SampleRun.run(findings: [
      SampleRun.finding(), SampleRun.finding(), SampleRun.embargoed(), SampleRun.unreadable(),
    ])
    run.findings[0].document.path = "/site/content/a.md"
    run.findings[2].level = .warning
    run.addSkipped(path: "./late.xml", reason: "index-stale", message: "the index is old")
    return run
  }

  @Test(
    "JUnit: errors fail, warnings pass and tell, what was not checked is an error, and one case always passes"
  )
  func junit() throws {
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="wirecheck">
        <testsuite name="content/a.md" tests="1" failures="1" errors="0" time="0" timestamp="2026-11-20T06:12:00Z" file="content/a.md">
          <testcase classname="WC101" name="verbatim-prohibited [wc1:7f3c9a1e0b2d4c55a0b1]" time="0">
            <failure type="error" message="58 of 61 words as in Northwire item NW-0417; clause 4.2 forbids it">58 of 61 words as in Northwire item NW-0417; clause 4.2 forbids it
      /site/content/a.md:14:1
      decided by clause 4.2 of agreement NW-2024-07, contracts/northwire.yaml:18:5
      Cut the passage, or replace it with your own reporting</failure>
          </testcase>
        </testsuite>
        <testsuite name="export.jsonl" tests="1" failures="0" errors="0" time="0" timestamp="2026-11-20T06:12:00Z" file="export.jsonl">
          <testcase classname="WC301" name="embargo-broken [wc1:00112233445566778899]" time="0">
            <system-out>warning: 12 words as in Meridian item M-7; under embargo (in item 7, budget)
      export.jsonl, item 7 (budget)
      decided by the term that decides, standing rule, embargoes
      Publish at 2026-11-21T00:00:00Z or later</system-out>
          </testcase>
        </testsuite>
        <testsuite name="content/broken.xml" tests="1" failures="0" errors="1" time="0" timestamp="2026-11-20T06:12:00Z" file="content/broken.xml">
          <testcase classname="incomplete" name="not checked: broken-xml" time="0">
            <error type="incomplete" message="the file breaks off">the file breaks off
      line 3</error>
          </testcase>
        </testsuite>
        <testsuite name="wirecheck" tests="1" failures="0" errors="0" time="0" timestamp="2026-11-20T06:12:00Z">
          <testcase classname="wirecheck" name="3 findings (1 error, 0 warnings, 0 info) in 2 documents, 1 input skipped" time="0"/>
        </testsuite>
      </testsuites>

      """
    var run = try Self.run()
    run.findings.remove(at: 1)
    run.run.skipped.removeLast()
    let text = try Self.render(JUnitReport.self, run)
    #expect(text == expected)
  }

  @Test("JUnit: a run without findings has a case that passed")
  func nothingFound() throws {
    let text = try Self.render(JUnitReport.self, try SampleRun.run(findings: []))
    #expect(text.components(separatedBy: "<testcase ").count == 3)
    #expect(text.contains("name=\"0 findings (1 error"))
  }

  @Test("GitLab: each entry has its own fingerprint, a severity in GitLab's words and a relative path")
  func gitlab() throws {
    let entries = try #require(try Self.json(GitLabReport.self, try Self.run()) as? [[String: Any]])
    let told = entries.map { entry in
      let place = entry["location"] as? [String: Any]
      let lines = place?["lines"] as? [String: Int]
      return [
        entry["severity"] as? String, entry["fingerprint"] as? String, place?["path"] as? String,
        lines?["begin"].map(String.init),
      ].map { $0 ?? "missing" }
    }
    #expect(
      told == [
        ["major", "wc1:7f3c9a1e0b2d4c55a0b1", "content/a.md", "14"],
        ["major", "wc1:7f3c9a1e0b2d4c55a0b1-2", "content/harbour-strike.md", "14"],
        ["minor", "wc1:00112233445566778899", "export.jsonl", "1"],
        ["major", "wc1:99887766554433221100", "content/broken.xml", "1"],
        ["major", "index-stale:./late.xml", "late.xml", "1"],
      ])
    #expect(entries[0]["check_name"] as? String == "verbatim-prohibited")
    #expect(
      entries[0]["description"] as? String
        == "WC101: 58 of 61 words as in Northwire item NW-0417; clause 4.2 forbids it")
  }

  @Test("GitLab: copy that must not be out is critical", arguments: ["canceled", "withheld", "embargoed"])
  func critical(status: String) throws {
    var run = try SampleRun.run(findings: [SampleRun.finding()])
    run.findings[0].source?.status = status
    let entries = try #require(try Self.json(GitLabReport.self, run) as? [[String: Any]])
    #expect(entries[0]["severity"] as? String == "critical")
  }

  @Test("rdjson: columns are bytes, and the clause and further passages are related")
  func rdjson() throws {
    var run = try Self.run()
    run.findings[0].places.append(run.findings[0].places[0])
    run.findings[0].places[1].file?.line = 20
    let diagnostics = try #require(
      (try Self.json(RDJSONReport.self, run) as? [String: Any])?["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.map { $0["severity"] as? String } == ["ERROR", "ERROR", "WARNING", "ERROR", "ERROR"])
    let location = try #require(diagnostics[0]["location"] as? [String: Any])
    #expect(location["path"] as? String == "content/a.md")
    let range = location["range"] as? [String: [String: Int]]
    #expect(range == ["start": ["line": 14, "column": 1], "end": ["line": 14, "column": 359]])
    let related = try #require(diagnostics[0]["related_locations"] as? [[String: Any]])
    #expect(
      related.map { $0["message"] as? String } == [
        "a further passage", "the term that decides: clause 4.2 of agreement NW-2024-07",
      ])
    #expect(
      diagnostics[0]["message"] as? String
        == "58 of 61 words as in Northwire item NW-0417; clause 4.2 forbids it"
        + "\n\nCut the passage, or replace it with your own reporting")
  }

  @Test("Markdown: the mark, the verdict, the gravest first, and what was not checked")
  func markdown() throws {
    var run = try Self.run()
    run.findings.swapAt(1, 2)
    let expected = """
      <!-- wirecheck -->
      **incomplete: not everything was checked**

      | | Where | What | What to do |
      |---|---|---|---|
      | error WC101 | content/a.md:14:1 | 58 of 61 words as in Northwire item NW-0417; clause 4.2 forbids it | Cut the passage, or replace it with your own reporting |
      | error WC101 | content/harbour-strike.md:14:1 | 58 of 61 words as in Northwire item NW-0417; clause 4.2 forbids it | Cut the passage, or replace it with your own reporting |
      | error WC901 | content/broken.xml | the file breaks off | Correct the input named in the message |
      | warning WC301 | export.jsonl, item 7 (budget) | 12 words as in Meridian item M-7; under embargo | Publish at 2026-11-21T00:00:00Z or later |
      | error | late.xml | not checked: the index is old |  |

      4 findings (1 error, 0 warnings, 0 info) in 2 documents, 2 inputs skipped. A match is a fact about words; whether it is a breach is for your rights desk.

      """
    #expect(try Self.render(MarkdownReport.self, run) == expected)
  }

  @Test("Markdown: a comment keeps below what hosts take, and says what it left out")
  func longRun() throws {
    let run = try SampleRun.run(findings: Array(repeating: SampleRun.finding(), count: 1000))
    let text = try Self.render(MarkdownReport.self, run)
    #expect(text.utf8.count < 65_536)
    // The input that could not be read is a row as well.
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| error ") }.count
    #expect(rows > 200 && text.contains("\n\(1001 - rows) more findings left out, the least grave.\n"))
  }
}
