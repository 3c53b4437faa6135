import Foundation
import Testing

/// Where the words go: full disks, closed pipes, files that cannot be written, terminals.
@Suite struct OutputTests {
  /// Every command that prints, with what it needs.
  static let commands: [[String]] = [
    ["check", "draft.md"], ["check", "draft.md", "--format", "json"],
    ["check", "draft.md", "--format", "sarif"],
    ["scan", "draft.md"], ["compare", "draft.md", "wire/story.txt"], ["explain", "WC101"], ["rules"],
    ["rules", "--json"], ["formats"], ["notice", Story.notice], ["read", "draft.md"],
    ["read", "--json", "draft.md"], ["index", "stats"], ["index", "verify"],
    ["index", "add", "wire", "--agency", "northwire"],
    ["index", "export-hashes", "--key-file", "wire.key", "--output", "wire.hashes"],
    ["check", "draft.md", "--hashes", "wire.hashes", "--key-file", "wire.key"],
    ["match", "--sources", "wire/story.txt", "--drafts", "draft.md"],
    ["match", "--explain-settings"],
    ["report", "run.json"], ["audit", "list", "--ledger", "ledger.sqlite"],
    ["audit", "show", "1", "--ledger", "ledger.sqlite"],
    [
      "audit", "usage", "--ledger", "ledger.sqlite", "--agency", "northwire", "--from", "2026-11-01", "--to",
      "2026-12-01",
    ],
    ["init", "new"], ["init", "--dry-run", "new"], ["demo"], ["--help"], ["check", "--help"], ["--version"],
  ]

  /// A newsroom in which every command has something to say.
  private static func newsroom() throws -> Newsroom {
    let newsroom = try Newsroom()
    try newsroom.folder.write(Story.copied, to: "draft.md")
    _ = try newsroom.tool.run("index", "create-key", "wire.key")
    _ = try newsroom.tool.run(
      "check", "draft.md", "--ledger", "ledger.sqlite", "--output", "json=run.json", "--now", Newsroom.now)
    return newsroom
  }

  @Test func aFullDiskIsNoSuccess() throws {
    let newsroom = try Self.newsroom()
    for command in Self.commands {
      let sound = try newsroom.tool.run(command)
      #expect([0, 1].contains(sound.status), "\(command): \(sound.errors)")
      #expect(!sound.output.isEmpty, "\(command)")
      try? FileManager.default.removeItem(atPath: newsroom.folder("new"))
      let full = try newsroom.tool.run(command, output: "/dev/full")
      #expect(full.status == 3, "\(command)")
    }
  }

  @Test func aClosedPipeIsNoCrash() throws {
    let newsroom = try Self.newsroom()
    for command in Self.commands {
      let line = "wirecheck " + command.map { "'\($0)'" }.joined(separator: " ")
      let outcome = try newsroom.tool.shell("\(line) | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}")
      #expect(["0\n", "1\n", "3\n"].contains(outcome.output), "\(command): \(outcome.everything)")
      #expect(outcome.errors.isEmpty, "\(command)")
      try? FileManager.default.removeItem(atPath: newsroom.folder("new"))
      // A reader that is gone before the first byte.
      let gone = try newsroom.tool.shell("\(line) | true; echo ${PIPESTATUS[0]}")
      #expect(["0\n", "1\n", "3\n"].contains(gone.output), "\(command): \(gone.everything)")
      try? FileManager.default.removeItem(atPath: newsroom.folder("new"))
    }
  }

  @Test func aReportThatCannotBeWrittenIsNamedAndCostsNoOther() throws {
    let newsroom = try Newsroom()
    for path in ["/proc/run.sarif", "wire", "/dev/full"] {
      let outcome = try newsroom.check(
        Story.copied, "--output", "sarif=\(path)", "--output", "json=run.json", name: "draft.md")
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains(path))
      #expect(outcome.output.contains("error[WC101]"))
      #expect(try newsroom.folder.text(of: "run.json").contains("WC101"))
      _ = try newsroom.tool.shell("rm run.json")
    }
  }

  @Test func aReportWithoutAFolderIsRefusedBeforeTheRun() throws {
    let newsroom = try Newsroom()
    let outcome = try newsroom.check(
      Story.copied, "--output", "sarif=missing/run.sarif", "--output", "json=run.json", name: "draft.md")
    #expect(outcome.status == 2 && outcome.output.isEmpty && outcome.errors.contains("missing"))
    #expect(!FileManager.default.fileExists(atPath: newsroom.folder("run.json")))
  }

  @Test func pipesAndLinksAreWrittenToAndStay() throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write(Story.copied, to: "draft.md")
    let outcome = try newsroom.tool.shell(
      """
      mkfifo pipe; touch target; ln -s target link; cat pipe > read & \
      wirecheck check draft.md --output json=pipe --output json=link > /dev/null; wait; test -p pipe && test -L link
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for file in ["read", "target"] {
      #expect(try newsroom.folder.text(of: file).contains("wirecheck/run/1"), "\(file)")
    }
  }

  @Test func aPipeThatClosesInTheMiddleIsNoCrash() throws {
    let newsroom = try Newsroom()
    let text = String(repeating: Story.paragraphs[3] + " ", count: 5)
    try newsroom.folder.write(
      (0..<200).map { "{\"id\": \"post-\($0)\", \"text\": \"\(text)\"}\n" }.joined(), to: "site.jsonl")
    for command in ["read --json site.jsonl", "scan site.jsonl", "scan --format json site.jsonl"] {
      let whole = try newsroom.tool.shell("wirecheck \(command) | wc -c")
      #expect(try #require(Int(whole.output.trimmingCharacters(in: .whitespacesAndNewlines))) > 200_000)
      let outcome = try newsroom.tool.shell(
        "wirecheck \(command) | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}")
      #expect(outcome.output == "3\n", "\(command)")
      #expect(outcome.errors.isEmpty, "\(command)")
    }
  }

  @Test func oneRunWritesSeveralReports() throws {
    let newsroom = try Newsroom()
    let outcome = try newsroom.check(
      Story.copied, "--output", "json=run.json", "--output", "concise=run.txt", "--quiet")
    #expect(outcome.status == 1)
    #expect(try newsroom.folder.text(of: "run.json").contains("wirecheck/run/1"))
    #expect(try newsroom.folder.text(of: "run.txt").hasPrefix("draft.md:"))
  }

  // MARK: Colours

  /// A choice, an environment, and whether colours must come.
  static let colours: [(arguments: [String], environment: [String: String], isColoured: Bool)] = [
    ([], [:], false), (["--color", "always"], [:], true),
    (["--color", "never"], ["FORCE_COLOR": "1"], false),
    ([], ["FORCE_COLOR": "1"], true), ([], ["CLICOLOR_FORCE": "1"], true), ([], ["FORCE_COLOR": "0"], false),
    ([], ["FORCE_COLOR": "1", "NO_COLOR": "1"], false), ([], ["FORCE_COLOR": "1", "NO_COLOR": ""], true),
    (["--color", "always"], ["NO_COLOR": "1"], true),
  ]

  @Test(arguments: colours)
  func coloursFollowTheChoice(
    _ choice: (arguments: [String], environment: [String: String], isColoured: Bool)
  ) throws {
    var newsroom = try Newsroom()
    newsroom.tool.environment = choice.environment
    try newsroom.folder.write(Story.copied, to: "draft.md")
    let outcome = try newsroom.tool.run(["check", "draft.md"] + choice.arguments)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("\u{1B}[") == choice.isColoured)
    // Reports for machines have none whatever is chosen.
    let json = try newsroom.tool.run(["check", "draft.md", "--format", "json"] + choice.arguments)
    #expect(!json.output.contains("\u{1B}"))
  }
}
