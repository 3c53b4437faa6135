import Testing

@testable import WireDocuments

/// Archives: each member read as what it is, nothing trusted, the member named in every fault.
@Suite struct ContainerTests {
  typealias Member = ZIPWriter.Member

  static let post = "---\ntitle: Ferry\n---\nThe ferry is back."

  /// All documents and what ended the reading.
  static func drain(
    _ bytes: [UInt8], as path: String = "export.zip", limits: Limits = Limits()
  ) throws -> (documents: [Document], fault: ReadingFault?, skipped: [SkippedPart]) {
    var source = try openSource(bytes, as: path, limits: limits)
    var documents: [Document] = []
    do throws(ReadingFault) {
      while let document = try source.next() { documents.append(document) }
    } catch {
      return (documents, error, source.skipped)
    }
    return (documents, nil, source.skipped)
  }

  @Test func readsEachMemberAsWhatItIs() throws {
    let lines = "{\"id\":\"NW1\",\"text\":\"One.\"}\n{\"id\":\"NW2\",\"text\":\"Two.\"}\n"
    var streamed = Member("wire.jsonl", lines)
    streamed.flags = 8
    var stored = Member("drafts/note.txt", "Just words.")
    stored.isDeflated = false
    let archive = ZIPWriter.archive(
      [
        Member("posts/", ""), Member("posts/ferry.md", Self.post), streamed, stored,
        Member("logo.png", "\u{89}PNG"), Member("__MACOSX/._ferry.md", "x"), Member("empty.txt", ""),
        Member("mimetype", "application/epub+zip"),
      ], comment: "PK\u{5}\u{6} is in this comment")
    let (documents, fault, skipped) = try Self.drain(archive)
    #expect(fault == nil)
    #expect(
      documents.map { "\($0.origin.path) \($0.origin.format) \($0.origin.item)" } == [
        "export.zip/posts/ferry.md markdown 1", "export.zip/wire.jsonl jsonl 1",
        "export.zip/wire.jsonl jsonl 2", "export.zip/drafts/note.txt text 1",
      ])
    #expect(documents.map { $0.body.strings.first } == ["The ferry is back.", "One.", "Two.", "Just words."])
    #expect(skipped.map(\.reason) == ["a picture", "a hidden file", "empty", "the type of the archive"])
  }

  /// One member is bad; the others are read, and the fault names the bad one.
  @Test(arguments: [
    "encrypted", "encrypted in the directory", "link", "method", "longer", "shorter", "outside", "checksum",
    "unknown",
  ])
  func aBadMemberCostsOnlyItself(_ kind: String) throws {
    var bad = Member("bad.txt", "These words cannot be trusted.")
    switch kind {
    case "encrypted": bad.flags = 1
    case "encrypted in the directory": bad.hiddenFlags = 1
    case "link": bad.mode = 0o120777
    case "method": bad.method = 12
    case "longer": bad.saidSize = 12
    case "shorter": bad.saidSize = 200
    case "outside": bad.name = "../bad.txt"
    case "unknown": bad.bytes = Array("%PDF-1.4".utf8)
    default: bad.isDeflated = false
    }
    var archive = ZIPWriter.archive([Member("a.md", Self.post), bad, Member("z.md", Self.post)])
    if kind == "checksum" {
      let at = try #require(archive.firstRange(of: Array("These".utf8)))
      archive[at.lowerBound] = UInt8(ascii: "t")
    }
    let (documents, fault, _) = try Self.drain(archive)
    #expect(documents.map(\.origin.path) == ["export.zip/a.md", "export.zip/z.md"])
    #expect(fault?.path == "export.zip/\(bad.name)")
  }

  @Test func namesAllMembersThatAreNotRead() throws {
    var (first, second) = (Member("one.txt", "Words."), Member("two.txt", "Words."))
    first.flags = 1
    second.method = 99
    let fault = try Self.drain(ZIPWriter.archive([first, Member("a.txt", "Words."), second])).fault
    #expect(fault?.code == "members-unread")
    #expect(fault?.message.contains("2 of 3") == true)
    #expect(fault?.message.contains("`one.txt`: it is encrypted; `two.txt`") == true)
  }

  /// What is wrong with the archive as a whole is refused before a member is read.
  @Test(arguments: ["cut", "tail", "twice", "overlap", "directory", "local", "zip64", "disks", "many"])
  func refusesWhatIsAmbiguous(_ kind: String) throws {
    let members = [Member("a.txt", "Words of one."), Member("b.txt", "Words of two.")]
    var archive = ZIPWriter.archive(kind == "twice" ? [members[0], members[0]] : members)
    let end = archive.count - 22
    let directory = Int(archive[end + 16]) | Int(archive[end + 17]) << 8
    let second = try #require(archive[(directory + 1)...].firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
    var limits = Limits()
    switch kind {
    case "cut": archive.removeLast(30)
    case "tail": archive += [1, 2, 3]
    case "overlap":
      archive.replaceSubrange(second..<end, with: archive[directory..<second])
    case "directory": archive[end + 12] += 1
    case "local": archive[8] = 7
    case "zip64": archive.replaceSubrange((end + 16)..<(end + 20), with: [0xFF, 0xFF, 0xFF, 0xFF])
    case "disks": archive[end + 4] = 1
    case "many": limits.members = 1
    default: break
    }
    let (documents, fault, _) = try Self.drain(archive, limits: limits)
    #expect(documents.isEmpty)
    #expect(["zip-damaged", "zip-unsupported", "limit-members"].contains(fault?.code))
  }

  @Test func tellsBytesAndDatesThatDoNotFit() throws {
    var archive = ZIPWriter.archive([Member("a.txt", "Some words.")])
    archive[10] = 7
    #expect(try Self.drain(archive).documents.first?.codes == ["zip-dates"])
  }

  @Test func stopsAtBombs() throws {
    let bomb = Member("bomb.txt", [UInt8](repeating: 0x41, count: 40 << 20))
    #expect(try Self.drain(ZIPWriter.archive([bomb])).fault?.code == "limit-inflate")
    var limits = Limits()
    limits.archiveBytes = 4096
    let halves = (0..<3).map { Member("\($0).txt", [UInt8](repeating: 0x41, count: 2000)) }
    let (documents, fault, _) = try Self.drain(ZIPWriter.archive(halves), limits: limits)
    #expect(documents.count == 2 && fault?.code == "limit-inflate" && fault?.path == "export.zip/2.txt")
  }

  @Test func readsOneArchiveInAnother() throws {
    let inner = ZIPWriter.archive([Member("a.md", Self.post)])
    let middle = ZIPWriter.archive([Member("inner.zip", inner), Member("b.md", Self.post)])
    #expect(
      try Self.drain(middle).documents.map(\.origin.path) == [
        "export.zip/inner.zip/a.md", "export.zip/b.md",
      ])
    let (documents, fault, _) = try Self.drain(ZIPWriter.archive([Member("middle.zip", middle)]))
    #expect(documents.map(\.origin.path) == ["export.zip/middle.zip/b.md"])
    #expect(fault?.code == "limit-nesting" && fault?.path == "export.zip/middle.zip/inner.zip")
  }

  @Test func readsTar() throws {
    let long = String(repeating: "folder/", count: 20) + "b.txt"
    let archive = TARWriter.archive([("a.md", Self.post), (long, "Words."), ("c.png", "x")])
    for bytes in [archive, gzip(archive)] {
      let (documents, fault, skipped) = try Self.drain(bytes, as: "export.tar.gz")
      #expect(fault == nil)
      #expect(documents.map(\.origin.path) == ["export.tar.gz/a.md", "export.tar.gz/" + long])
      #expect(documents.map { $0.body.strings } == [["The ferry is back."], ["Words."]])
      #expect(skipped.map(\.path) == ["export.tar.gz/c.png"])
    }
    let (documents, fault, _) = try Self.drain(Array(archive[..<2563]), as: "export.tar")
    #expect(documents.map(\.origin.path) == ["export.tar/a.md"])
    #expect(fault?.code == "tar-truncated")
    // Cut between two members, with and without what pads the first: nothing else tells that there were more.
    for count in [1024, 1042 - Self.post.utf8.count, 1024 - 8] {
      let cut = try Self.drain(Array(archive[..<count]), as: "export.tar")
      #expect(cut.documents.map(\.origin.path) == ["export.tar/a.md"] && cut.fault?.code == "tar-truncated")
    }
    var damaged = archive
    damaged[1024] ^= 1
    #expect(try Self.drain(damaged, as: "export.tar").fault?.code == "tar-damaged")
  }

  /// A name cannot turn the rest of a line around, or begin a command to a terminal.
  @Test func namesOfMembersAreSafeToPrint() throws {
    let name = "a\u{202E}b\u{9B}c.md"
    for archive in [ZIPWriter.archive([Member(name, Self.post)]), TARWriter.archive([(name, Self.post)])] {
      let paths = try Self.drain(archive, as: "export").documents.map(\.origin.path)
      #expect(paths == ["export/a\u{FFFD}b\u{FFFD}c.md"])
    }
  }

  @Test func anArchiveWithoutDocumentsIsTold() throws {
    let (documents, fault, skipped) = try Self.drain(ZIPWriter.archive([Member("a.png", "x")]))
    #expect(documents.isEmpty && fault?.code == "no-items" && skipped.count == 1)
  }
}
