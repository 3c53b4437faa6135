import Foundation
import Testing
import Wirecheck

@testable import WireReports

@Suite struct SARIFReportTests {
  static var options: ReportOptions {
    var options = ReportOptions()
    options.rules = [
      RuleDescription(
        id: "WC101", name: "verbatim-prohibited", level: .error, title: "Wire copy stands word for word",
        explanation: String(repeating: "Long text [with] brackets. ", count: 60), help: "Cut the passage"),
      RuleDescription(
        id: "WC201", name: "credit-missing", level: .error, title: "A credit is owed",
        explanation: "Fires when.",
        help: "Add the credit"),
    ]
    return options
  }

  static func log(_ run: RunRecord, _ options: ReportOptions = options) throws -> [String: Any] {
    let bytes = try SARIFReport.render(run, options: options)
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  static func results(_ run: RunRecord, _ options: ReportOptions = options) throws -> [[String: Any]] {
    let runs = try #require(try log(run, options)["runs"] as? [[String: Any]])
    return try #require(runs[0]["results"] as? [[String: Any]])
  }

  @Test("What GitHub asks for beyond the schema is kept")
  func consumerProfile() throws {
    #expect(SARIFProfile.faults(in: try Self.log(try SampleRun.full())) == [])
  }

  @Test("A result names the place, the clause with a link, and the item, and shows no words")
  func result() throws {
    let bytes = try SARIFReport.render(try SampleRun.full(), options: Self.options)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("Dockworkers"))
    let result = try Self.results(try SampleRun.full())[0]
    let message = try #require((result["message"] as? [String: String])?["text"])
    #expect(message.hasSuffix("Decided by [clause 4.2 of agreement NW-2024-07](1)."))
    let locations = try #require(result["locations"] as? [[String: Any]])
    let physical = try #require(locations[0]["physicalLocation"] as? [String: Any])
    #expect(
      physical["region"] as? [String: Int] == [
        "startLine": 14, "startColumn": 1, "endLine": 14, "endColumn": 352,
      ])
    let related = try #require(result["relatedLocations"] as? [[String: Any]])
    #expect(related.count == 1 && related[0]["id"] as? Int == 1)
    #expect(result["fingerprints"] as? [String: String] == ["wirecheck/v1": "wc1:7f3c9a1e0b2d4c55a0b1"])
    #expect(
      result["partialFingerprints"] as? [String: String] == ["wirecheckMatch/v1": "7f3c9a1e0b2d4c55"],
      "without the file there is no hash of its line")
  }

  @Test("Line hashes are GitHub's own; a second finding of a rule on the line takes its own hash")
  func lineHashes() throws {
    var options = Self.options
    options.contents = { $0.path == "content/harbour-strike.md" ? Array(" a\nb\n  \t\tc\n d".utf8) : nil }
    let run = try SampleRun.run(findings: [
      SampleRun.finding(line: 4), SampleRun.finding(line: 4), SampleRun.finding(line: 2),
      SampleRun.finding(line: 9), SampleRun.unreadable(),
    ])
    let hashes = try Self.results(run, options).map {
      ($0["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"]
    }
    #expect(hashes == ["a23a3dc5e078b07b:1", "7f3c9a1e0b2d4c55:1", "54703d4cd895b18:1", nil, nil])
  }

  @Test("Past the limit of results the least grave are left out, and a note says how many")
  func limit() throws {
    var run = try SampleRun.run(findings: [SampleRun.unreadable()])
    var note = run.findings[0]
    note.level = .info
    run.findings = RecordList(repeating: note, count: 5200) + run.findings
    let log = try Self.log(run)
    #expect(SARIFProfile.faults(in: log) == [])
    let runs = try #require(log["runs"] as? [[String: Any]])
    let results = try #require(runs[0]["results"] as? [[String: Any]])
    #expect(results.count == 5000)
    #expect(results[0]["level"] as? String == "error")
    let last = try #require(results.last)
    #expect(last["ruleId"] as? String == "results-omitted")
    #expect((last["message"] as? [String: String])?["text"]?.contains("202 more findings") == true)
  }

  @Test(
    "Paths become references below the root, with every odd byte encoded",
    arguments: [
      ("content/a b.md", "content/a%20b.md", true), ("./a.md", "a.md", true),
      ("/repo/x/ü.md", "x/%C3%BC.md", true),
      ("/etc/a:b", "file:///etc/a%3Ab", false), ("../up.md", "../up.md", false),
      ("javascript:x", "javascript%3Ax", true),
      ("a\n::error::", "a%0A%3A%3Aerror%3A%3A", true), ("/repository/a", "file:///repository/a", false),
      ("100%#?.md", "100%25%23%3F.md", true),
    ])
  func paths(path: String, uri: String, isBelowRoot: Bool) throws {
    var options = Self.options
    options.paths = PathNames(from: "/repo", current: "/repo")
    let results = try Self.results(try SampleRun.run(findings: [SampleRun.finding(path: path)]), options)
    let locations = try #require(results[0]["locations"] as? [[String: Any]])
    let physical = try #require(locations[0]["physicalLocation"] as? [String: Any])
    let artifact = try #require(physical["artifactLocation"] as? [String: String])
    #expect(artifact["uri"] == uri)
    #expect(artifact["uriBaseId"] == (isBelowRoot ? "SRCROOT" : nil))
    #expect(URL(string: uri) != nil)
  }

  @Test("The region of a place cuts the words out of the file, whatever stands before them")
  func region() throws {
    let passage = "«Пристанището» спря — 日本 e\u{301} 😀 walked out"
    let file = "one\n“two” — é 😀 Да: \(passage) and more\n"
    let line = file.split(separator: "\n")[1]
    let before = try #require(line.range(of: passage)).lowerBound
    let column = line.unicodeScalars[..<before].count + 1
    var run = try SampleRun.run(findings: [SampleRun.finding(line: 2)])
    run.findings[0].places[0].file?.column = column
    run.findings[0].places[0].file?.endColumn = column + passage.unicodeScalars.count
    let locations = try #require(try Self.results(run)[0]["locations"] as? [[String: Any]])
    let physical = try #require(locations[0]["physicalLocation"] as? [String: Any])
    let region = try #require(physical["region"] as? [String: Int])
    let scalars = Array(file.split(separator: "\n")[(region["startLine"] ?? 0) - 1].unicodeScalars)
    let cut = scalars[(region["startColumn"] ?? 0) - 1..<(region["endColumn"] ?? 0) - 1]
    #expect(String(String.UnicodeScalarView(cut)) == passage)
  }

  @Test("Numbers that only a forged record has do no harm", arguments: [-1, 0, .min, .max])
  func forgedNumbers(number: Int) throws {
    var run = try SampleRun.run(findings: [SampleRun.finding()])
    run.findings[0].places[0].file?.line = number
    run.findings[0].places[0].file?.endColumn = number
    run.findings[0].places[0].bytes = [number]
    run.findings[0].places[0].excerpt?.omitted = number
    run.findings[0].term?.line = number
    run.findings[0].match?.draftPermille = number
    run.findings[0].match?.words = number
    run.counts.error = number
    run.run.skipped[0].line = number
    for format in ReportFormats.all { _ = try format.render(run, options: Self.options) }
    #expect(SARIFProfile.faults(in: try Self.log(run)) == [])
  }
}
