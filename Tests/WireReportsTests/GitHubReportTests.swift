import Testing
import Wirecheck

@testable import WireReports

/// Workflow commands of GitHub Actions; agencies and stories are invented.
@Suite struct GitHubReportTests {
  private static func lines(_ run: RunRecord) throws -> [Substring] {
    var options = ReportOptions()
    options.paths = PathNames(from: "/site", current: "/site")
    return try SampleRun.text(GitHubReport.self, of: run, options: options).split(separator: "\n")
  }

  @Test("Each finding stands at its lines, and the log ends with what the run comes to")
  func golden() throws {
    var run = try SampleRun.full()
    run.findings[0].document.path = "/site/content/a,b:50%.md"
    run.findings[1].level = .warning
    run.findings[2].level = .info
    let expected = [
      "::error title=wirecheck WC101,file=content/a%2Cb%3A50%25.md,line=14,endLine=14,col=1,endColumn=352"
        + "::58 of 61 words as in Northwire item NW-0417; clause 4.2 forbids it"
        + "%0ACut the passage, or replace it with your own reporting",
      "::warning title=wirecheck WC301,file=export.jsonl::12 words as in Meridian item M-7; under embargo (in item 7, budget)"
        + "%0APublish at 2026-11-21T00:00:00Z or later",
      "::notice title=wirecheck WC901,file=content/broken.xml::the file breaks off"
        + "%0ACorrect the input named in the message",
      "3 findings (3 errors, 0 warnings, 0 info) in 2 documents, 1 input skipped",
      "incomplete: not everything was checked",
    ]
    #expect(try Self.lines(run).map(String.init) == expected)
  }

  @Test("Columns are left out where a passage ends on another line")
  func columns() throws {
    var run = try SampleRun.run(findings: [SampleRun.finding()])
    run.findings[0].places[0].file?.endLine = 16
    #expect(try Self.lines(run)[0].contains(",line=14,endLine=16::"))
  }

  @Test("Of each level the tenth annotation says how many more there are")
  func tenOfALevel() throws {
    let run = try SampleRun.run(findings: Array(repeating: SampleRun.finding(), count: 12))
    let commands = try Self.lines(run).filter { $0.hasPrefix("::error ") }
    #expect(commands.count == 10)
    #expect(
      commands.last == "::error title=wirecheck::and 3 more findings, the first in content/harbour-strike.md")
  }
}
