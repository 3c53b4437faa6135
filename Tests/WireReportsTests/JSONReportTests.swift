import Foundation
import Testing
import Wirecheck

@testable import WireReports

@Suite struct JSONReportTests {
  @Test("Reading a report and writing it again gives the same bytes")
  func roundTrip() throws {
    let run = try SampleRun.full()
    let bytes = try JSONReport.render(run, options: ReportOptions())
    let read = try RunRecord(readingJSON: bytes)
    #expect(read == run)
    #expect(try JSONReport.render(read, options: ReportOptions()) == bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\"schema\" : \"wirecheck/run/1\"") && text.hasSuffix("}\n"))
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.map { $0.prefix { $0 != ":" } }
    #expect(keys == keys.sorted() && keys.count >= 6)
  }

  @Test("A report that is written piece by piece has every member, as if it were written at once")
  func everyMember() throws {
    for run in [try SampleRun.full(), try SampleRun.run(findings: [])] {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      let whole = try encoder.encode(run)
      let pieces = try JSONReport.render(run, options: ReportOptions())
      #expect(String(decoding: pieces, as: UTF8.self) == String(decoding: whole, as: UTF8.self) + "\n")
    }
  }

  @Test("A report reads the same in blocks of any size, its members in any order and its keys within texts")
  func blocks() throws {
    var run = try SampleRun.full()
    run.findings[0].message = "[{\"findings\": [1, 2]}, \\"
    let bytes = try JSONReport.render(run, options: ReportOptions())
    let members = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let parts = try members.keys.sorted(by: >).map { key in
      let value = try JSONSerialization.data(withJSONObject: members[key] ?? 0, options: .fragmentsAllowed)
      return "\"\(key)\":" + String(decoding: value, as: UTF8.self)
    }
    for text in [bytes, Array("{\(parts.joined(separator: ","))}".utf8)] {
      for size in [1, 7, 4096] {
        var reader = RunRecordReader()
        for start in stride(from: 0, to: text.count, by: size) {
          reader.read(Array(text[start..<min(start + size, text.count)]))
        }
        #expect(try reader.finish() == run)
      }
    }
  }

  @Test("What was used is left out for whoever does not ask for it")
  func withoutUses() throws {
    var run = try SampleRun.full()
    run.uses = [DocumentUses(document: run.findings[0].document, uses: [])]
    var reader = RunRecordReader(keepsUses: false)
    reader.read(try JSONReport.render(run, options: ReportOptions()))
    run.uses = []
    #expect(try reader.finish() == run)
  }

  @Test(
    "What is no record is told apart and located",
    arguments: [
      ("", "not JSON: "),
      ("{\"schema\": \"wirecheck/run/1\",\n oops}", "line 2, column 2"),
      ("[1]", "not a record of a run: `.` is not"),
      ("{\"schema\": \"wirecheck/run/9\"}", "a record in the form `wirecheck/run/9`"),
      ("{\"a\": 1}", "not a record of a run: `schema` is missing"),
      ("{\"schema\": \"wirecheck/run/1\", \"tool\": {\"name\": 3}}", "`tool.name` is not of the kind"),
      ("{\"schema\": \"wirecheck/run/1\", \"tool\": {\"name\": \"w\"}}", "`tool.version` is missing"),
      ("deep", "not JSON: "),
      ("{\"schema\": \"wirecheck/run/1\", \"findings\": [{\"rule\": 1}]}", "`findings.0.rule` is not of"),
      ("{\"schema\": \"wirecheck/run/9\", \"findings\": [{\"rule\": 1}]}", "in the form `wirecheck/run/9`"),
      ("{\"findings\": [\n {\n oops}], \"schema\": \"wirecheck/run/1\"}", "line 3, column 2"),
      ("{\"findings\": [\n], \"schema\": \"wirecheck/run/1\",\n oops}", "line 3, column 2"),
      ("{\"findings\": [,], \"schema\": \"wirecheck/run/1\"}", "not JSON: "),
      ("{\"schema\": \"wirecheck/run/1\", \"findings\": [", "not JSON: "),
    ])
  func faults(text: String, expected: String) throws {
    let fault = #expect(throws: RunRecordFault.self) {
      try RunRecord(readingJSON: text == "deep" ? [UInt8](repeating: 0x5B, count: 100_000) : Array(text.utf8))
    }
    let description = try #require(fault).description
    #expect(description.contains(expected), "\(description)")
  }
}
