import Foundation
import Testing

/// Names and texts that try to steer a terminal or to forge lines of a log.
@Suite struct TerminalSafetyTests {
  /// What must not reach a terminal: controls other than the line feed, marks of direction, hidden marks.
  private static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: true
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: false
      default: true
      }
    }
  }

  static let names = [
    "two\nlines.md", "\u{1B}[2J\u{07}.md", "left\u{202E}dm.right", "-q\t.md", "quote'\"`—😀.md",
  ]

  @Test(arguments: names) func namesAreEscaped(_ name: String) throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write(Story.copied, to: "drafts/" + name)
    let format = name.hasSuffix(".md") ? [] : ["--input-format", "markdown"]
    let path = "drafts/" + name
    for arguments in [
      ["check", path] + format, ["check", path, "--format", "concise"] + format, ["scan", path] + format,
      ["read", path], ["compare", path, "wire/story.txt"], ["index", "add", path, "--index", "other"],
      ["match", "--sources", path, "--drafts", path], ["notice", path], ["report", path],
      ["audit", "list", "--ledger", path], ["index", "stats", "--index", path],
      ["check", "draft.md", "--config", path],
      ["explain", name], ["index", "remove", name], ["check", path, "--input-format", name], ["init", path],
      ["demo", "--folder", path], ["check", path, "--output", "json=missing/\(path)"],
    ] {
      let outcome = try newsroom.tool.run(arguments)
      #expect(outcome.isOrderly, "\(arguments): \(outcome.errors)")
      #expect(Self.isHarmless(outcome.everything), "\(arguments)")
    }
    let report = try Report(try newsroom.tool.run(["check", path, "--format", "json"] + format))
    #expect(report.finding("WC101")?.document.path == path)
  }

  @Test func namesThatAreNoTextAreEscaped() throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write(Story.copied, to: "drafts/a.md")
    _ = try newsroom.tool.shell(#"cp drafts/a.md "$(printf 'drafts/b\xff.md')""#)
    let record = try newsroom.tool.run("check", "drafts", "--format", "json")
    #expect(record.status == 1)
    #expect(try Report(record).run.skipped.isEmpty)
    #expect(try Report(record).findings.map(\.document.path).contains(#"drafts/b\xff.md"#))
    let text = try newsroom.tool.run("check", "drafts")
    #expect(Self.isHarmless(text.everything))
    #expect(text.output.contains(#"drafts/b\xff.md:"#))
  }

  @Test(arguments: ["text", "concise", "html", "sarif", "github", "gitlab", "junit", "rdjson", "markdown"])
  func textsAreEscaped(_ format: String)
    throws
  {
    let hostile = "\u{1B}]0;owned\u{07}\u{202E}::error::\u{9B}31m\u{200F}"
    let newsroom = try Newsroom(
      contract: Newsroom.permission.replacing("NW-2024-07", with: "\"NW\\e[2J\\u202E\""), wire: nil)
    let item: [String: String] = [
      "id": "NW-\(hostile)", "headline": hostile, "byline": hostile,
      "text": Story.three.replacing("Grenna", with: "Gre\(hostile)nna"),
      "copyrightnotice": "Copyright 2026 Northwire\(hostile). This material may not be published.",
    ]
    try newsroom.folder.write(
      bytes: Array(try JSONSerialization.data(withJSONObject: item)), to: "feed.jsonl")
    let added = try newsroom.tool.run("index", "add", "feed.jsonl", "--agency", "northwire")
    #expect(added.status == 0)
    #expect(Self.isHarmless(added.everything))
    let draft = Story.copied.replacing("Grenna", with: "Gre\(hostile)nna")
      .replacing("Staff reporter", with: "'\u{202E}Staff'")
    let outcome = try newsroom.check(draft, "--format", format, "--excerpts", "full")
    #expect(outcome.status == 1)
    #expect(Self.isHarmless(outcome.everything))
    let shown = try newsroom.tool.run("read", "draft.md", "feed.jsonl")
    #expect(shown.status == 0)
    #expect(Self.isHarmless(shown.everything))
  }

  @Test func noticesAreEscaped() throws {
    let tool = Tool(folder: try Folder())
    let outcome = try tool.run("notice", "Copyright 2026 North\u{1B}[2Jwire. May not be \u{202E}published.")
    #expect(outcome.status == 0)
    #expect(Self.isHarmless(outcome.everything))
    let json = try tool.run("notice", "--json", "Copyright 2026 Northwire. May not be \u{202E}published.")
    #expect(json.output.contains(#"\u202e"#) || json.output.contains(#"\u202E"#), "\(json.output)")
    #expect(Self.isHarmless(json.everything))
  }
}
