import Foundation
import Testing

/// Indexes that are missing, damaged or of another version: incomplete, and nothing is claimed.
@Suite struct IndexFaultTests {
  @Test func aMissingIndexIsIncomplete() throws {
    let newsroom = try Newsroom(wire: nil)
    let outcome = try newsroom.check(Story.copied, "--format", "json")
    #expect(outcome.status == 3)
    let report = try Report(outcome)
    #expect(report.rules == ["WC903"])
    #expect(report.verdict == "incomplete")
    #expect(report.finding("WC903")?.help.first?.contains("wirecheck index add") == true)
  }

  @Test func anEmptyIndexIsIncomplete() throws {
    let newsroom = try Newsroom()
    let report = try Report(try newsroom.check(Story.copied, "--format", "json"))
    let item = try #require(report.findings.first?.source?.item)
    #expect(try newsroom.tool.run("index", "remove", item).status == 0)
    #expect(try Report(try newsroom.check(Story.copied, "--format", "json")).rules == ["WC903"])
  }

  @Test func aFeedThatCannotBeReadLeavesTheIndexAsItWas() throws {
    let newsroom = try Newsroom()
    let before = newsroom.folder.snapshot(of: newsroom.folder(".wirecheck/index"))
    let outcome = try newsroom.tool.run("index", "add", "missing", "--agency", "northwire")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("missing: there is no such file"))
    #expect(newsroom.folder.snapshot(of: newsroom.folder(".wirecheck/index")) == before)
    #expect(try newsroom.tool.run("index", "add", "missing", "--index", "new").status == 3)
    #expect(try newsroom.tool.run("index", "stats", "--index", "new").status == 3)
  }

  @Test func anIndexThatIsTooOldIsIncomplete() throws {
    let newsroom = try Newsroom(contract: "check:\n  max-index-age: 24h\n")
    try newsroom.folder.write(Story.reported, to: "draft.md")
    let late = try newsroom.tool.run("check", "draft.md", "--now", "2099-01-01T00:00:00Z", "--format", "json")
    #expect(late.status == 3)
    #expect(try Report(late).rules == ["WC903"])
    #expect(try newsroom.tool.run("check", "draft.md").status == 0)
  }

  /// How a file is damaged: a bit at a share of its length turned, or the file cut there.
  enum Damage: Sendable { case turned, cut }

  @Test(arguments: [Damage.turned, .cut], [0, 130, 400, 640, 990])
  func aDamagedIndexIsRefused(_ damage: Damage, _ permille: Int) throws {
    let newsroom = try Newsroom()
    let folder = newsroom.folder(".wirecheck/index")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let path = folder + "/" + name
      let whole = try newsroom.folder.bytes(of: path)
      guard !whole.isEmpty else { continue }
      var bytes = whole
      switch damage {
      case .turned: bytes[bytes.count * permille / 1000] ^= 0x01
      case .cut: bytes.removeLast(bytes.count - bytes.count * permille / 1000)
      }
      try newsroom.folder.write(bytes: bytes, to: path)
      let outcome = try newsroom.check(Story.copied)
      #expect(outcome.status == 3, "\(name) \(permille): \(outcome.everything)")
      #expect(!outcome.output.contains("pass:") && !outcome.output.contains("WC101"))
      #expect(outcome.output.contains("WC903") || outcome.output.contains("WC901"), "\(outcome.everything)")
      #expect(try newsroom.tool.run("index", "verify").status == 3)
      try newsroom.folder.write(bytes: whole, to: path)
    }
    #expect(try newsroom.check(Story.copied).status == 1)
  }

  @Test func anIndexOfAnotherVersionIsRefused() throws {
    let newsroom = try Newsroom()
    let manifest = try newsroom.folder.text(of: ".wirecheck/index/manifest")
    try newsroom.folder.write(
      manifest.replacing("wirecheck-index 1", with: "wirecheck-index 2"), to: ".wirecheck/index/manifest")
    let report = try Report(try newsroom.tool.run("check", "wire/story.txt", "--format", "json"))
    #expect(report.verdict == "incomplete" && report.rules.contains("WC903"))
    for arguments in [["index", "stats"], ["index", "add", "wire"]] {
      let outcome = try newsroom.tool.run(arguments)
      #expect(outcome.status == 3)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("version"))
    }
  }

  /// A kill that comes while a long job has the index is not refused.
  @Test func anIndexThatIsBeingChangedIsWaitedFor() throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write("The mole has a new lamp, and it is said to be yellow.\n", to: "lamp.txt")
    let outcome = try newsroom.tool.shell(
      "flock -x .wirecheck/index/lock sleep 2 & sleep 0.5; wirecheck index add lamp.txt --agency northwire")
    #expect(outcome.status == 0 && outcome.output.contains("1 added"), "\(outcome.errors)")
  }

  @Test func addingAgainChangesNothingAndRemovingForgets() throws {
    let newsroom = try Newsroom()
    let again = try newsroom.tool.run("index", "add", "wire", "--agency", "northwire")
    #expect(again.output.contains("0 added, 0 changed, 1 unchanged; 1 item in the index"))
    let report = try Report(try newsroom.check(Story.copied, "--format", "json"))
    let item = try #require(report.findings.first?.source?.item)
    try newsroom.folder.write("The mole has a new lamp, and it is said to be yellow.\n", to: "wire/lamp.txt")
    #expect(try newsroom.tool.run("index", "add", "wire", "--agency", "northwire").status == 0)
    #expect(try newsroom.check(Story.copied).status == 1)
    let refused = try newsroom.tool.run("index", "remove", item, "NO-SUCH-ITEM")
    #expect(refused.status == 2 && refused.errors.contains("NO-SUCH-ITEM"))
    #expect(try newsroom.check(Story.copied).status == 1)
    #expect(try newsroom.tool.run("index", "remove", item).status == 0)
    #expect(try newsroom.check(Story.copied).status == 0)
    #expect(try newsroom.tool.run("index", "remove", item).status == 2)
  }

  @Test func aKillReachesCopyThatIsInTheIndex() throws {
    let newsroom = try Newsroom(contract: Newsroom.permission, wire: nil)
    func add(_ status: String, _ version: Int) throws {
      let text = status == "usable" ? Story.paragraphs.joined(separator: " ") : ""
      try newsroom.folder.write(
        "{\"id\": \"NW-1\", \"version\": \"\(version)\", \"status\": \"\(status)\", \"text\": \"\(text)\"}\n",
        to: "feed-\(version).jsonl")
      let outcome = try newsroom.tool.run("index", "add", "feed-\(version).jsonl", "--agency", "northwire")
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    try add("usable", 1)
    #expect(try newsroom.check(Story.credited).status == 0)
    try add("killed", 2)
    let report = try Report(try newsroom.check(Story.credited, "--format", "json"))
    #expect(report.verdict == "block")
    #expect(report.finding("WC303") != nil)
  }
}
