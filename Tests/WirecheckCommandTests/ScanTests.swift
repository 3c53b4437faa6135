import Foundation
import Testing

/// Scans of exports: which posts are checked, and what a broken one costs.
@Suite struct ScanTests {
  /// Two broken lines of an export are two findings, each with its line.
  @Test func brokenLinesAreTold() throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write(
      "{\"text\": \"One.\"}\n{\"text\": bro\n{\"text\": \"Two.\"}\n{\"text\": ken\n", to: "a.jsonl")
    let outcome = try newsroom.tool.run("scan", "a.jsonl", "--format", "json")
    let findings = try Report(outcome).findings
    #expect(outcome.status == 3 && findings.map(\.rule) == ["WC901", "WC901"])
    #expect(findings.map { $0.message.contains("(line 2)") } == [true, false])
    #expect(findings.last?.message.contains("(line 4)") == true)
    #expect(Set(findings.map(\.fingerprint)).count == 2 && !findings[1].fingerprint.contains("."))
    let read = try newsroom.tool.run("read", "a.jsonl")
    for words in ["bad-line", "line 2", "Two."] { #expect(read.output.contains(words)) }
    let concise = try newsroom.tool.run("scan", "a.jsonl", "--format", "concise")
    #expect(concise.output.contains("(in item 4)"))
  }

  /// A scan that read no words must not say that there is nothing to find.
  @Test(arguments: [
    ("a.jsonl", "{\"id\": \"1\"}\n{\"id\": \"2\", \"payload\": \"\(Story.three)\"}\n", Int32(3)),
    ("a.html", "<html><head><title>x</title></head><body><div id=\"app\"></div></body></html>", 3),
    ("a.md", "---\ntitle: Only a title\n---\n\n", 0), ("a.txt", "  \n", 3),
    ("a.jsonl", "{\"id\": \"1\"}\n{\"id\": \"2\", \"text\": \"Our own words.\"}\n", 0),
  ])
  func anInputWithoutWordsIsIncomplete(_ name: String, _ text: String, _ status: Int32) throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write(text, to: name)
    let outcome = try newsroom.tool.run("scan", name, "--format", "json")
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(try Report(outcome).run.skipped.map(\.reason) == (status == 0 ? [] : ["no-text"]))
  }

  private static func scan(_ export: String, _ arguments: String...) throws -> (Tool.Outcome, Report) {
    let newsroom = try Newsroom()
    try newsroom.folder.write(export, to: "export.xml")
    let outcome = try newsroom.tool.run(["scan", "export.xml", "--format", "json"] + arguments)
    return (outcome, try Report(outcome))
  }

  /// The numbers of the posts with findings, from the identifiers that they have.
  private static func posts(_ report: Report) -> Set<String> {
    Set(
      report.findings.filter { $0.rule == "WC101" }.compactMap { finding in
        finding.document.id.firstMatch(of: /\d+$/).map { String($0.output) }
      })
  }

  @Test func onlyPublishedPostsAreChecked() throws {
    let (outcome, report) = try Self.scan(Export.text(Export.Post.samples))
    #expect(outcome.status == 1)
    #expect(report.run.documents == 2)
    #expect(Self.posts(report) == ["11"])
    #expect(outcome.errors.contains("left aside: 2 documents of another status"))
  }

  @Test(arguments: [("all", ["11", "12", "13"]), ("draft", ["12"]), ("private,draft", ["12", "13"])])
  func otherStatusesAreCheckedOnDemand(_ status: String, _ posts: [String]) throws {
    let (_, report) = try Self.scan(Export.text(Export.Post.samples), "--status", status)
    #expect(Self.posts(report) == Set(posts))
  }

  @Test func aBrokenItemCostsOnlyItself() throws {
    let good = (1...9).map { Export.item(Export.Post(id: 100 + $0, body: Story.three)) }
    let broken = Export.item(Export.Post(id: 999, body: Story.three))
      .replacing("</content:encoded>", with: "</content:broken>")
    let export = Export.head + good[..<5].joined() + broken + good[5...].joined() + Export.foot
    let (outcome, report) = try Self.scan(export)
    #expect(outcome.status == 3)
    #expect(report.verdict == "incomplete")
    #expect(Self.posts(report).isSuperset(of: (1...9).map { "\(100 + $0)" }))
    #expect(!report.run.skipped.isEmpty)
  }

  @Test(arguments: [35, 60, 95]) func aCutExportIsIncomplete(_ percent: Int) throws {
    let whole = Export.text((1...9).map { Export.Post(id: 100 + $0, body: Story.three) })
    let cut = String(decoding: Array(whole.utf8).prefix(whole.utf8.count * percent / 100), as: UTF8.self)
    let (outcome, report) = try Self.scan(cut)
    #expect(outcome.status == 3)
    #expect(!report.run.skipped.isEmpty)
    // Every post that is whole was checked.
    let count = cut.components(separatedBy: "</item>").count - 1
    #expect(Self.posts(report).isSuperset(of: (1...count).map { "\(100 + $0)" }))
  }

  @Test func eachPostIsDecidedForItsOwnTime() throws {
    let newsroom = try Newsroom(contract: Newsroom.permission)
    let post = Export.Post(id: 7, body: Story.three + " (Northwire)")
    let late = Export.text([post]).replacing("2026-11-20 09", with: "2028-11-20 09")
    for (name, export, status) in [("in.xml", Export.text([post]), Int32(0)), ("late.xml", late, 1)] {
      try newsroom.folder.write(export, to: name)
      let outcome = try newsroom.tool.run("scan", name, "--now", "2029-01-01T00:00:00Z")
      #expect(outcome.status == status, "\(name): \(outcome.everything)")
    }
  }

  @Test func progressIsShownOnDemandOnly() throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write(Export.text(Export.Post.samples), to: "export.xml")
    #expect(try !newsroom.tool.run("scan", "export.xml").errors.contains("scanned"))
    #expect(try newsroom.tool.run("scan", "export.xml", "--progress", "always").errors.contains("scanned"))
    #expect(try newsroom.tool.run("scan", "export.xml", "--quiet").errors.isEmpty)
  }
}
