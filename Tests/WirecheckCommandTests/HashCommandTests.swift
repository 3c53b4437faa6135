import Foundation
import Testing

/// `index export-hashes` and the gate that checks against it, as CI runs them.
@Suite struct HashCommandTests {
  /// A newsroom with a key and the hashes of its index, and nothing else of that index.
  private static func gate(contract: String = "") throws -> Newsroom {
    let newsroom = try Newsroom(contract: contract)
    #expect(try newsroom.tool.run("index", "create-key", "key").status == 0)
    let export = try newsroom.tool.run(
      "index", "export-hashes", "--key-file", "key", "--output", "hashes", "--now", Newsroom.now)
    #expect(export.status == 0, "\(export.errors)")
    try FileManager.default.removeItem(atPath: newsroom.folder(".wirecheck"))
    return newsroom
  }

  private static let flags = ["--hashes", "hashes", "--key-file", "key"]

  private static func check(_ newsroom: Newsroom, _ draft: String, _ more: [String] = []) throws
    -> Tool.Outcome
  {
    try newsroom.folder.write(draft, to: "draft.md")
    return try newsroom.tool.run(["check", "draft.md", "--now", Newsroom.now] + flags + more)
  }

  @Test func theGateStopsACopyAndShowsNoSource() throws {
    let newsroom = try Self.gate()
    let outcome = try Self.check(newsroom, Story.copied)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("error[WC101]") && outcome.output.contains("--> draft.md:"))
    #expect(outcome.output.contains("hold no source text"))
    for excerpts in ["short", "full"] {
      let told = try Self.check(newsroom, Story.copiedWithoutCanary, ["--excerpts", excerpts])
      #expect(told.status == 1 && !told.everything.contains(Story.canary))
    }
    for format in ["json", "sarif", "concise", "html", "github", "gitlab", "junit", "rdjson", "markdown"] {
      #expect(try Self.check(newsroom, Story.copied, ["--format", format]).output.contains("WC101"))
    }
    #expect(try Self.check(newsroom, Story.reported).status == 0)
    let scan = try newsroom.tool.run(["scan", "draft.md", "--now", Newsroom.now] + Self.flags)
    #expect(scan.status == 0)
  }

  @Test func theFileHoldsNoWord() throws {
    let newsroom = try Newsroom()
    let index = newsroom.folder.snapshot(of: newsroom.folder(".wirecheck/index")).values
    let words = ["winches", "Sundmark", "northwire", "story.txt", "published"].map { Data($0.utf8) }
    // They are where the hashes are made from.
    for word in words { #expect(index.contains { $0.range(of: word) != nil }) }
    let gate = try Self.gate()
    let hashes = Data(try gate.folder.bytes(of: "hashes"))
    for word in words { #expect(hashes.range(of: word) == nil) }
    #expect(try Self.check(gate, Story.copied).status == 1)
  }

  @Test func aFolderThatIsMissingIsNamedAsSuch() throws {
    let newsroom = try Newsroom()
    #expect(try newsroom.tool.run("index", "create-key", "key").status == 0)
    let export = try newsroom.tool.run(
      "index", "export-hashes", "--key-file", "key", "--output", "missing/hashes")
    #expect(export.status == 3 && export.errors.contains("cannot create missing/hashes"), "\(export.errors)")
  }

  @Test func theKeyIsForItsOwnerOnly() throws {
    let newsroom = try Self.gate()
    let mode = try FileManager.default.attributesOfItem(atPath: newsroom.folder("key"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try newsroom.tool.run("index", "create-key", "key").status == 2)
    for (mode, status) in [("640", Int32(2)), ("604", 2), ("400", 1)] {
      _ = try newsroom.tool.shell("chmod \(mode) key")
      let outcome = try Self.check(newsroom, Story.copied)
      #expect(outcome.status == status, "\(mode)")
      #expect(status == 1 || outcome.errors.contains("chmod 600"))
    }
    let piped = try newsroom.tool.shell(
      "wirecheck check draft.md --now \(Newsroom.now) --hashes hashes --key-file <(cat key)")
    #expect(piped.status == 1, "\(piped.errors)")
  }

  @Test func aKeyBesideTheIndexIsRefused() throws {
    let newsroom = try Newsroom()
    _ = try newsroom.tool.run("index", "create-key", ".wirecheck/index/key")
    let outcome = try newsroom.tool.run(
      "index", "export-hashes", "--key-file", ".wirecheck/index/key", "--output", "hashes")
    #expect(outcome.status == 2 && outcome.errors.contains("index's folder"))
  }

  @Test func anotherKeyAndDamageAreTold() throws {
    let newsroom = try Self.gate()
    _ = try newsroom.tool.shell("mv key old && wirecheck index create-key key")
    let other = try Self.check(newsroom, Story.copied)
    #expect(other.status == 2 && other.errors.contains("made with the key") && other.output.isEmpty)
    _ = try newsroom.tool.shell("mv old key")
    let whole = try newsroom.folder.bytes(of: "hashes")
    for at in [0, 9, 70, 126, 140, 400, whole.count / 2, whole.count - 40, whole.count - 1] {
      var bytes = whole
      bytes[at] ^= 4
      try newsroom.folder.write(bytes: bytes, to: "hashes")
      let outcome = try Self.check(newsroom, Story.copied)
      #expect(
        outcome.status == 3 && outcome.output.contains("error[WC903]"), "byte \(at): \(outcome.everything)")
    }
  }

  @Test func ageCountsFromTheExport() throws {
    let newsroom = try Self.gate(contract: "check:\n  max-index-age: 24h\n")
    #expect(try Self.check(newsroom, Story.reported).status == 0)
    let late = try newsroom.tool.run(
      ["check", "draft.md", "--now", "2026-11-21T11:00:00Z", "--format", "json"] + Self.flags)
    #expect(late.status == 3)
    #expect(try Report(late).rules == ["WC903"])
  }
}
