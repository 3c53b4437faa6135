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

  /// The names of files are bytes: those that are no UTF-8 are written as `\xHH`, in reports and on the command line.
  @Test func namesThatAreNoTextAreRead() throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write(Story.copied, to: "drafts/draft.md")
    _ = try newsroom.tool.shell(
      "cd drafts; mv draft.md $'caf\\xe9.md'; mkdir $'\\xc3\\xa9t\\xe9'; cp $'caf\\xe9.md' $'\\xc3\\xa9t\\xe9/b.md'"
    )
    let names = ["drafts/caf\\xe9.md", "drafts/\u{E9}t\\xe9/b.md"]
    let all = try newsroom.tool.run("check", "drafts", "--format", "json")
    #expect(all.status == 1, "\(all.errors)")
    #expect(Set(try Report(all).findings.map(\.document.path)) == Set(names))
    for line in [
      "wirecheck check --format json drafts/$'caf\\xe9.md'",
      #"wirecheck check --format json 'drafts/caf\xe9.md'"#,
    ] {
      let one = try newsroom.tool.shell(line)
      #expect(one.status == 1, "\(line): \(one.errors)")
      #expect(try Report(one).findings.map(\.document.path).first == names[0])
    }
    // Two names that are written in one way: the one that is text is read, of the other nothing is passed over.
    try newsroom.folder.write(Story.copied, to: #"drafts/caf\xe9.md"#)
    #expect(try newsroom.tool.run("check", "drafts").status == 3)
    #expect(try newsroom.tool.run("check", "drafts/none\\xff.md").status == 3)
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

  @Test func foldersAreReadWithoutWhatIsHiddenOrNoText() throws {
    let newsroom = try Newsroom()
    for name in ["a.md", "b/c.md", "b/.hidden.md", ".git/d.md", "b/picture.jpg", "story", "old.bak"] {
      try newsroom.folder.write(Story.copied, to: "drafts/" + name)
    }
    try newsroom.folder.write(bytes: [0, 1, 2, 3, 0, 255], to: "drafts/data.bin")
    try newsroom.folder.write("{\"name\": \"site\", \"version\": \"1.0.0\"}\n", to: "drafts/package.json")
    _ = try newsroom.tool.shell(
      "gzip -c drafts/a.md > drafts/z.md.gz; ln -s a.md drafts/same.md; ln -s . drafts/b/up; ln -s no drafts/no.md"
    )
    let folder = try newsroom.tool.run("check", "drafts", "--format", "json")
    #expect(folder.status == 1)
    let report = try Report(folder)
    #expect(
      report.findings.map(\.document.path)
        == ["a.md", "b/c.md", "old.bak", "story", "z.md.gz"].map { "drafts/" + $0 })
    #expect(
      report.run.leftAside?.map(\.paths) == [
        ["drafts/.git", "drafts/b/.hidden.md"], ["drafts/b/picture.jpg"],
        ["drafts/b/up", "drafts/same.md"], ["drafts/no.md"],
        ["drafts/data.bin", "drafts/package.json"],
      ])
    #expect(folder.errors.contains("left aside (a hidden file): drafts/.git, drafts/b/.hidden.md"))
    // What no reader knows and is more than a setting is a loss among drafts too.
    let words = Array(repeating: "ferry", count: 60).joined(separator: " ")
    try newsroom.folder.write("clean words of our own\n", to: "more/a.md")
    try newsroom.folder.write("{\"memo\": {\"x\": \"\(words)\"}}\n", to: "more/export.json")
    #expect(try newsroom.tool.run("check", "more").status == 3)
    // An export that no reader knows is a loss, and so are settings that are named.
    #expect(try newsroom.tool.run("scan", "drafts").status == 3)
    #expect(try newsroom.tool.run("check", "drafts/package.json").status == 3)
  }

  /// What lies behind a link was not checked, so that the run must not say that everything was.
  @Test func linkOutOfAFolderIsNotFollowedAndNotPassedOver() throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write(Story.copied, to: "content/a.md")
    try newsroom.folder.write("Our own words about the harbour.\n", to: "drafts/own.md")
    _ = try newsroom.tool.shell("ln -s ../content/a.md drafts/a.md")
    let outcome = try newsroom.tool.run("check", "drafts", "--format", "json")
    #expect(outcome.status == 3)
    #expect(try Report(outcome).run.skipped.map(\.path) == ["drafts/a.md"])
    for paths in [["drafts", "drafts/a.md"], ["drafts", "content"]] {
      let named = try newsroom.tool.run(["check"] + paths + ["--format", "json"])
      #expect(named.status == 1)
      #expect(try Report(named).finding("WC101") != nil)
    }
  }

  @Test func aFeedIsAddedWhateverItsFilesAreCalled() throws {
    let newsroom = try Newsroom(wire: nil)
    let kill = "{\"id\": \"NW-1\", \"version\": \"2\", \"status\": \"killed\", \"text\": \"\"}\n"
    try newsroom.folder.write(
      "{\"id\": \"NW-1\", \"version\": \"1\", \"text\": \"\(Story.three)\"}\n", to: "feed/NW-1")
    try newsroom.folder.write(kill, to: "feed/NW-1.kill")
    try newsroom.folder.write(bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0, 1], to: "feed/NW-1.jpg")
    try newsroom.folder.write("", to: "feed/done")
    let outcome = try newsroom.tool.run("index", "add", "feed", "--agency", "northwire")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("2 added") && outcome.output.contains("1 of them kills or holds an item"))
    #expect(outcome.errors.contains("left aside (a picture): feed/NW-1.jpg"))
    #expect(outcome.errors.contains("left aside (empty): feed/done"))
    let check = try newsroom.check(Story.copied, "--format", "json")
    #expect(try Report(check).finding("WC303") != nil)
  }

  @Test func theConfigurationNamesWhatIsChecked() throws {
    let newsroom = try Newsroom(
      contract: "check:\n  include: [\"content/**/*.md\"]\n  exclude: [\"content/old/*\"]\n")
    for name in ["content/a.md", "content/b/c.md", "content/old/d.md", "other/e.md"] {
      try newsroom.folder.write(Story.copied, to: name)
    }
    let report = try Report(try newsroom.tool.run("check", "--format", "json"))
    #expect(report.findings.map(\.document.path) == ["content/a.md", "content/b/c.md"])
    _ = try newsroom.tool.shell("ln -s ../other/e.md content/e.md; ln -s a.md content/f.md")
    let linked = try Report(try newsroom.tool.run("check", "--format", "json"))
    #expect(
      linked.run.skipped.map(\.path) == ["content/e.md"]
        && linked.run.leftAside?.map(\.paths) == [["content/f.md"]])
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

  /// Words are counted as they are everywhere, also where no spaces stand between them.
  @Test func wordsOfEveryScriptAreCounted() throws {
    let folder = try Folder()
    try folder.write("渡轮中午停航，船员提前回家。港口周一很安静，没有人在码头上等待。\n", to: "story.txt")
    let output = try Tool(folder: folder).run("read", "story.txt").output
    let count = try #require(output.firstMatch(of: #/1 paragraph, ([0-9]+) words/#)?.output.1)
    #expect(Int(count).map { $0 > 8 } == true, "\(output)")
  }

  /// Where an input was read is said, so that nobody has to trust that system calls are filtered.
  @Test func whereAnInputIsReadIsSaid() throws {
    let folder = try Folder()
    try folder.write("The ferry stops at noon.\n", to: "story.txt")
    let tool = Tool(folder: folder)
    #expect(
      try tool.run("read", "--explain", "story.txt").output.contains("read in    a process of its own, wh"))
    let own = try tool.run("read", "--explain", "--no-isolation", "story.txt").output
    #expect(own.contains("read in    this process\n"))
  }
}
