import Foundation
import Testing

/// Inputs that cannot be checked: named, told with the next step, never taken for clean.
@Suite struct FaultTests {
  /// An input and what the report must say of it.
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var name: String
    var bytes: [UInt8]?
    /// The reason of the report; the first reader that takes the bytes for its own names it.
    var reasons: [String]
  }

  /// Bytes that are no text and no format, the same ones each time.
  private static let noise: [UInt8] = {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    return (0..<4096).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }()

  static let inputs = [
    Case(testDescription: "a missing file", name: "missing.md", bytes: nil, reasons: ["not-found"]),
    Case(
      testDescription: "noise", name: "noise.md", bytes: noise,
      reasons: ["unknown-format", "unknown-encoding"]),
    Case(testDescription: "an empty file", name: "empty.md", bytes: [], reasons: ["empty-input", "no-text"]),
    Case(
      testDescription: "half a JSON", name: "half.json",
      bytes: Array("{\"id\": \"a\", \"text\": \"The fe".utf8),
      reasons: ["not-json", "bad-line"]),
    Case(
      testDescription: "half an XML", name: "half.xml",
      bytes: Array("<?xml version=\"1.0\"?>\n<nitf><body><body.content><p>The ferry ".utf8),
      reasons: ["truncated", "not-well-formed"]),
  ]

  @Test(arguments: inputs) func isIncomplete(_ input: Case) throws {
    let newsroom = try Newsroom()
    if let bytes = input.bytes { try newsroom.folder.write(bytes: bytes, to: input.name) }
    try newsroom.folder.write(Story.copied, to: "copied.md")
    let json = try newsroom.tool.run(
      "check", input.name, "copied.md", "--format", "json", "--now", Newsroom.now)
    #expect(json.status == 3)
    let report = try Report(json)
    #expect(report.verdict == "incomplete")
    #expect(!report.run.complete)
    #expect(report.run.skipped.map(\.path) == [input.name])
    #expect(input.reasons.contains(report.run.skipped.first?.reason ?? ""))
    // What could be checked was.
    #expect(report.finding("WC101")?.document.path == "copied.md")
    let finding = try #require(report.findings.first { $0.document.path == input.name })
    #expect(["WC901", "WC902"].contains(finding.rule))
    #expect(finding.help.first?.first?.isUppercase == true)

    let text = try newsroom.tool.run("check", input.name, "--exit-zero", "--now", Newsroom.now)
    #expect(text.status == 3)
    #expect(text.output.contains(" --> \(input.name)"))
    #expect(text.output.contains("incomplete: not everything was checked"))
  }

  @Test(arguments: [20, 60, 90]) func aCutGzipIsIncomplete(_ percent: Int) throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write(Story.copied, to: "draft.md")
    _ = try newsroom.tool.shell("gzip -kn draft.md")
    let whole = try newsroom.folder.bytes(of: "draft.md.gz")
    try newsroom.folder.write(bytes: Array(whole.prefix(whole.count * percent / 100)), to: "cut.md.gz")
    let outcome = try newsroom.tool.run("check", "cut.md.gz", "--format", "json")
    #expect(outcome.status == 3)
    #expect(try Report(outcome).run.skipped.map(\.reason) == ["gzip-truncated"])
  }

  /// Commands that are told what does not exist, with the status and words that they must answer with.
  static let wrongUses: [(arguments: [String], status: Int32, words: String)] = [
    (["bogus"], 2, "bogus"), (["notice", "--jsonl", "missing"], 3, "missing"), (["notice", "."], 3, "."),
    (["check", "--bogus"], 2, "--bogus"),
    (["check", "empty"], 2, "empty"),
    (["scan", "empty"], 2, "empty"),
    (["check", "draft.md", "--input-format", "wurst"], 2, "wurst"),
    (["scan", "draft.md", "--input-format", "wurst"], 2, "wurst"),
    (["compare", "draft.md", "wire/story.txt", "--input-format", "wurst"], 2, "wurst"),
    (["read", "draft.md", "--input-format", "wurst"], 2, "wurst"),
    (["index", "add", "draft.md", "--input-format", "wurst", "--index", "other"], 2, "wurst"),
    // As the option was called before.
    (["read", "draft.md", "--format", "wurst"], 2, "wurst"),
    (["index", "add", "draft.md", "--format", "wurst", "--index", "other"], 2, "wurst"),
    (["read", "draft.md", "--format", "text", "--input-format", "text"], 2, "once"),
    (["check", "draft.md", "--format", "wurst"], 2, "wurst"),
    (["check", "draft.md", "--output", "wurst=a"], 2, "wurst"),
    (["check", "draft.md", "--now", "yesterday"], 2, "yesterday"),
    (["check", "draft.md", "--channel", "wurst"], 2, "newsletter"),
    (["check", "draft.md", "--territory", "wurst"], 2, "wurst"),
    (["check", "draft.md", "--stage", "wurst"], 2, "wurst"),
    (["check", "draft.md", "--fail-on", "wurst"], 2, "wurst"),
    (["check", "draft.md", "--config", "missing.yaml"], 2, "missing.yaml"),
    (["scan", "draft.md", "--status", "wurst"], 2, "wurst"),
    (["compare", "draft.md", "missing"], 3, "missing"),
    (["compare", "missing", "wire/story.txt"], 3, "missing"),
    (["explain", "WC999"], 2, "WC999"),
    (["explain", "wc1:0000"], 2, "wirecheck check"),
    (["report", "missing"], 2, "missing"),
    (["report", "draft.md"], 2, "draft.md"),
    (["read", "missing"], 3, "missing"),
    (["match", "--drafts", "draft.md"], 2, "--index"),
    (["match", "--sources", "missing", "--drafts", "draft.md"], 3, "missing"),
    (["match", "--index", "missing", "--drafts", "draft.md"], 3, "missing"),
    (["index", "stats", "--index", "missing"], 3, "missing"),
    (["index", "verify", "--index", "missing"], 3, "missing"),
    (["index", "remove", "x", "--index", "missing"], 3, "missing"),
    (["index", "add", "missing"], 3, "missing"),
    (["index", "remove", "--before", "2020-01-01", "--agency", "nobody"], 2, "`nobody`"),
    (["init", "--agency", "nobody", "elsewhere"], 2, "under `agencies:`"),
    (["init", "--agency", "Reuters", "elsewhere"], 2, "its identifier is `reuters`"),
    (["index", "export-hashes", "--key-file", "missing", "--output", "new"], 2, "missing"),
    (["index", "export-hashes", "--key-file", "draft.md", "--output", "new"], 2, "chmod 600"),
    (["index", "create-key", "draft.md"], 2, "draft.md"),
    (["check", "draft.md", "--hashes", "missing"], 2, "--key-file"),
    (["check", "draft.md", "--hashes", "missing", "--key-file", "missing"], 2, "missing"),
    (["audit", "list"], 2, "ledger"),
    (["audit", "list", "--ledger", "draft.md"], 2, "draft.md"),
    (["audit", "show", "1"], 2, "ledger"),
    (["audit", "usage", "--agency", "x", "--from", "2026-02-30", "--to", "2026-03-01"], 2, "2026-02-30"),
    (["demo", "--folder", "wire"], 2, "wire"),
  ]

  @Test func wrongUseIsAnsweredWithoutACrash() throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write(Story.copied, to: "draft.md")
    try FileManager.default.createDirectory(
      atPath: newsroom.folder("empty"), withIntermediateDirectories: true)
    let before = newsroom.folder.snapshot(of: newsroom.folder.path)
    for use in Self.wrongUses {
      let outcome = try newsroom.tool.run(use.arguments)
      #expect(outcome.status == use.status, "\(use.arguments): \(outcome.everything)")
      #expect(outcome.everything.contains(use.words), "\(use.arguments): \(outcome.everything)")
      #expect(!outcome.errors.contains("internal error"))
      if use.status == 2 { #expect(outcome.output.isEmpty, "\(use.arguments)") }
      #expect(newsroom.folder.snapshot(of: newsroom.folder.path) == before, "\(use.arguments)")
    }
  }

  @Test func failsFromTheLevelThatIsAsked() throws {
    let newsroom = try Newsroom(contract: Newsroom.permission)
    #expect(try newsroom.check(Story.copied, "--stage", "draft", "--fail-on", "info").status == 1)
    #expect(try newsroom.check(Story.copied, "--stage", "draft", "--fail-on", "warning").status == 0)
    #expect(try newsroom.check(Story.copied, "--fail-on", "never").status == 0)
    #expect(try newsroom.check(Story.copied, "--exit-zero").status == 0)
    #expect(try newsroom.check(Story.copied).status == 1)
  }

  @Test func levelsOfTheConfigurationCount() throws {
    let off = try Newsroom(contract: "rules:\n  WC101: off\n")
    #expect(try Report(try off.check(Story.copied, "--format", "json")).findings.isEmpty)
    let warned = try Newsroom(contract: "rules:\n  WC101: warning\n")
    let outcome = try warned.check(Story.copied, "--format", "json")
    #expect(outcome.status == 0)
    #expect(try Report(outcome).verdict == "warn")
    let strict = try Newsroom(contract: "rules:\n  WC101: warning\ncheck:\n  fail-on: warning\n")
    #expect(try strict.check(Story.copied).status == 1)
  }
}
