import Foundation
import Testing

/// The ways in which documents come in.
@Suite struct InputTests {
  @Test(arguments: [false, true]) func standardInputIsRead(_ isPacked: Bool) throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write(Story.copied, to: "draft.md")
    _ = try newsroom.tool.shell("gzip -kn draft.md")
    let bytes = try newsroom.folder.bytes(of: isPacked ? "draft.md.gz" : "draft.md")
    for command in [["check", "-"], ["scan", "-"], ["compare", "-", "wire/story.txt"]] {
      let outcome = try newsroom.tool.run(command + ["--format", "json"], input: bytes)
      #expect(outcome.status == 1, "\(command): \(outcome.errors)")
      #expect(try Report(outcome).finding("WC101")?.places.first?.paragraph == 2)
    }
    let read = try newsroom.tool.run(["read", "-"], input: bytes)
    #expect(read.output.contains("What the visit means for us"))
    let notice = try newsroom.tool.run(["notice"], input: Array(Story.notice.utf8))
    #expect(notice.status == 0)
    #expect(notice.output.contains("Northwire"))
    let empty = try newsroom.tool.run(["check", "-"])
    #expect(empty.status == 3)
  }

  @Test func explainsHowAFileIsRead() throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write("---\ntitle: Ferry\n---\nThe “ferry” is back.\n", to: "pack/a.md")
    try newsroom.folder.write("x", to: "pack/map.png")
    _ = try newsroom.tool.shell("tar -cf pack.tar pack")
    let archive = try newsroom.tool.run("read", "--explain", "pack.tar", "pack/a.md", "missing.md")
    #expect(archive.status == 3)
    for line in [
      "  format     tar: ", "  documents  1\n", "1 of the kind text, markdown yaml",
      "pack/map.png: a picture",
      "  format     markdown: ", "  encoding   UTF-8\n",
    ] {
      #expect(archive.output.contains(line), "\(line)")
    }
    #expect(archive.errors.contains("missing.md"))
    #expect(try newsroom.tool.run("read", "--explain", "--json", "pack.tar").status == 2)
  }

  /// One bad line of a feed must not keep what follows it out of the index.
  @Test func theRestOfAFeedIsAddedAfterABadLine() throws {
    let newsroom = try Newsroom(wire: nil)
    try newsroom.folder.write(
      "{\"id\": \"a\", \"text\": \"One.\"}\nno JSON\n{\"id\": \"b\", \"text\": \"Two.\"}\n", to: "feed.jsonl")
    let outcome = try newsroom.tool.run("index", "add", "feed.jsonl", "--agency", "northwire")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("feed.jsonl:2"))
    #expect(outcome.output.contains("2 added"))
  }

  @Test func foldersAreReadWithoutWhatIsHiddenOrLinked() throws {
    let newsroom = try Newsroom()
    for name in ["a.md", "b/c.md", "b/.hidden.md", ".git/d.md", "b/picture.jpg", "z.md.gz"] {
      try newsroom.folder.write(Story.copied, to: "drafts/" + name)
    }
    _ = try newsroom.tool.shell(
      "gzip -c drafts/a.md > drafts/z.md.gz; ln -s /etc/passwd drafts/passwd.txt; ln -s .. drafts/b/up")
    let outcome = try newsroom.tool.run("check", "drafts", "--format", "json")
    #expect(outcome.status == 1)
    #expect(
      try Report(outcome).findings.map(\.document.path) == ["drafts/a.md", "drafts/b/c.md", "drafts/z.md.gz"])
    #expect(outcome.errors.contains("left aside: 3 files"))
  }

  @Test func theConfigurationNamesWhatIsChecked() throws {
    let newsroom = try Newsroom(
      contract: "check:\n  include: [\"content/**/*.md\"]\n  exclude: [\"content/old/*\"]\n")
    for name in ["content/a.md", "content/b/c.md", "content/old/d.md", "other/e.md"] {
      try newsroom.folder.write(Story.copied, to: name)
    }
    let report = try Report(try newsroom.tool.run("check", "--format", "json"))
    #expect(report.findings.map(\.document.path) == ["content/a.md", "content/b/c.md"])
    _ = try newsroom.tool.shell("rm -r content")
    #expect(try newsroom.tool.run("check").status == 2)
  }

  @Test func gzipKeepsPlacesOfTheText() throws {
    let newsroom = try Newsroom()
    let plain = try Report(try newsroom.check(Story.copied, "--format", "json"))
    _ = try newsroom.tool.shell("gzip -n draft.md")
    let packed = try Report(
      try newsroom.tool.run("check", "draft.md.gz", "--format", "json", "--now", Newsroom.now))
    #expect(packed.findings.first?.places.first?.bytes == plain.findings.first?.places.first?.bytes)
    #expect(packed.findings.first?.places.first?.file?.line == plain.findings.first?.places.first?.file?.line)
  }

  /// Long lines: one of many words, one word of many letters, no space at all, with the copy at their end.
  static let longLines = [
    String(repeating: "Gulls circle the mole and the bell tolls again. ", count: 40_000),
    String(repeating: "a", count: 2_000_000) + " ", String(repeating: "😀é—", count: 300_000) + " ",
  ]

  @Test(arguments: longLines.indices) func longLinesAreChecked(_ line: Int) throws {
    let newsroom = try Newsroom()
    let outcome = try newsroom.check(
      Self.longLines[line] + Story.three + "\n", "--format", "json", name: "long.txt")
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(try Report(outcome).finding("WC101") != nil)
    #expect(outcome.output.utf8.count < 100_000)
  }

  @Test func manyItemsGiveTheSameReportEachTime() throws {
    let newsroom = try Newsroom()
    var lines = ""
    for number in 0..<10_000 {
      let body =
        number.isMultiple(of: 500)
        ? Story.paragraphs[number / 500 % 8]
        : "Ferry \(number) sailed."
      lines += "{\"id\": \"post-\(number)\", \"text\": \"\(body)\"}\n"
    }
    try newsroom.folder.write(lines, to: "site.jsonl")
    let arguments = ["scan", "site.jsonl", "--format", "json", "--now", Newsroom.now]
    let first = try newsroom.tool.run(arguments)
    var one = newsroom.tool
    one.environment["LC_ALL"] = "C"
    one.environment["TZ"] = "Asia/Tokyo"
    // One processor, so one thread at a time, and another place in the world.
    let second = try one.shell("taskset -c 0 wirecheck " + arguments.joined(separator: " "))
    #expect(first.status == 1)
    #expect(first.output == second.output)
    let report = try Report(first)
    #expect(report.run.documents == 10_000)
    #expect(Set(report.findings.map(\.document.id)).count >= 12)
  }
}
