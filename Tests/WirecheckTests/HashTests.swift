import Foundation
import Testing
import WireDocuments
import WireMatching
import WireText

@testable import Wirecheck

/// Keyed hashes of an index: what they tell with the key, and what without.
@Suite struct HashTests {
  static let keys = try? ["a", "b"].map { try key(String(repeating: "7c1d52e8", count: 7) + "0f3e69b\($0)") }

  /// A key of hexadecimal digits.
  static func key(_ digits: String) throws -> HashKey {
    try HashKey(Array("wirecheck-key-1 00112233445566778899aabbccddeeff\(digits.suffix(32))\n".utf8))
  }

  /// A file of the story and other items, and the scene that it is taken from.
  struct Export {
    let scene: Scene
    let key: HashKey
    let bytes: [UInt8]

    init(_ terms: String = "", _ fields: [String: String] = Story.prohibiting, key: Int = 0) throws {
      scene = try Scene(terms, wire: [Scene.item("NW-7", Story.text, fields)])
      self.key = try #require(HashTests.keys)[key]
      let archive = try #require(scene.checker.archive as? TextArchive)
      bytes = try HashExport(self.key).file(archive.index, made: Instant(seconds: 0)).file
    }

    /// The file, opened.
    func opened(_ bytes: [UInt8]? = nil, key: HashKey? = nil) throws(IndexFault) -> HashIndex {
      try HashIndex(MappedFile(bytes ?? self.bytes, name: "hashes"), key: key ?? self.key)
    }

    /// The record of a check of a draft against the file.
    func run(_ draft: String) throws -> RunRecord {
      let checker = Checker(scene.newsroom, hashes: try opened())
      let now = try #require(Instant(reading: "2026-11-20T12:00:00Z"))
      var run = Run(
        checker, .init(command: "check", occasion: Occasion(now: now), isClockGiven: true, excerpts: .full))
      var source = try DocumentSource(bytes: Array(draft.utf8), path: "draft.txt", format: "text")
      try run.check(&source)
      return run.finish().record
    }
  }

  // MARK: With the key

  @Test func aCopyIsFoundAndDecidedLikeBefore() throws {
    let export = try Export()
    let draft = "\(Story.own) \(Story.first) \(Story.second)"
    let record = try export.run(draft)
    #expect(record.outline == (try export.scene.run(draft).outline))
    let finding = try #require(record.findings.first)
    #expect(finding.rule == "WC103" || finding.rule == "WC101")
    #expect(finding.source?.item == "NW-7" && finding.source?.agency == "northwire")
    #expect(finding.source?.passages.isEmpty == true)
    let place = try #require(finding.places.first?.bytes)
    let words = String(decoding: Array(draft.utf8)[place[0]..<place[1]], as: UTF8.self)
    #expect("\(Story.first) \(Story.second)".contains(words) && words.count > 200)
    let match = try #require(finding.match)
    #expect(match.identical == match.words && match.longestRun == match.words)
    #expect((500...700).contains(match.sourcePermille))
  }

  @Test("an item that nobody signed does not hide the agency's")
  func aReleaseHidesNoAgency() throws {
    let scene = try Scene(
      wire: [
        Scene.item("NW-7", "\(Story.first) \(Story.second)", Story.prohibiting),
        Scene.json(["id": "release", "published": "2026-11-18T08:00:00Z", "text": Story.text]),
      ])
    let key = try #require(Self.keys)[0]
    let archive = try #require(scene.checker.archive as? TextArchive)
    let bytes = try HashExport(key).file(archive.index, made: Instant(seconds: 0)).file
    let hashes = try HashIndex(MappedFile(bytes, name: "hashes"), key: key)
    let gate = Scene(newsroom: scene.newsroom, checker: Checker(scene.newsroom, hashes: hashes))
    for checked in [scene, gate] {
      let record = try checked.run("\(Story.first) \(Story.second)")
      #expect(record.findings.first { $0.level == .error }?.source?.item == "NW-7", "\(record.outline)")
    }
  }

  @Test func ownWordsAreLeftAlone() throws {
    let record = try Export().run("\(Story.own) \(Story.own)")
    #expect(record.findings.isEmpty && record.run.index?.items == 13)
  }

  @Test func anEditedCopyIsFound() throws {
    let draft = Story.text.replacing("four hundred hives", with: "hundreds of their hives")
      .replacing("before the lime trees blossom", with: "ahead of the summer")
    let finding = try #require(try Export().run("\(Story.own) \(draft)").findings.first)
    #expect(finding.match?.kind == "edited")
    #expect(try #require(finding.match).identical < finding.match?.words ?? 0)
  }

  /// States that must reach the machine that has the hashes only.
  static let states: [(fields: [String: String], rule: String)] = [
    (["embargo": "2027-03-01T09:00:00Z"], "WC301"), (["status": "canceled"], "WC303"),
    (Story.prohibiting, "WC101"),
  ]

  @Test(arguments: states.indices) func theStateTravels(_ number: Int) throws {
    let (fields, rule) = Self.states[number]
    let export = try Export("", fields)
    #expect(try export.run(Story.text).findings.contains { $0.rule == rule })
  }

  @Test func theNoticeInTheTextTravels() throws {
    let notice =
      "Copyright 2026 Northwire. All rights reserved. This material may not be published, broadcast or rewritten."
    let scene = try Scene(wire: [Scene.item("NW-7", "\(Story.text)\n\n\(notice)", [:])])
    let archive = try #require(scene.checker.archive as? TextArchive)
    let key = try #require(Self.keys)[0]
    let file = try HashExport(key).file(archive.index, made: Instant(seconds: 0)).file
    let index = try HashIndex(MappedFile(file, name: "hashes"), key: key)
    let records = try (0..<index.itemCount).map { try index.item($0).record }
    #expect(records.contains { $0.noticeWords?.contains { $0.contains("may not be published") } == true })
    #expect(records.allSatisfy { $0.title == nil && $0.slug == nil && $0.advisory == nil })
    #expect(Checker(scene.newsroom, hashes: index).archive?.record?.items == index.itemCount)
  }

  // MARK: Without the key

  @Test func theSameItemsUnderTheSameKeyAreTheSameBytes() throws {
    #expect(try Export().bytes == Export().bytes)
  }

  @Test func twoKeysShareNothing() throws {
    let files = try [0, 1].map { try Export(key: $0).bytes }
    let tables = try files.map { try Self.hashes($0) }
    #expect(tables.allSatisfy { $0.count > 100 })
    #expect(tables[0].isDisjoint(with: tables[1]))
    // Not even a sealed item: eight equal bytes in a row beyond the header would be no chance.
    let windows = Set(files[0][128...].indices.dropLast(8).map { Array(files[0][$0..<$0 + 8]) })
    let places = 13 * 16
    #expect(
      !files[1].indices.dropFirst(128 + places).dropLast(8).contains {
        windows.contains(Array(files[1][$0..<$0 + 8]))
      })
  }

  @Test func noWordCanBeReadOrTested() throws {
    let export = try Export()
    let text = String(decoding: export.bytes, as: UTF8.self)
    for word in ["Beekeepers", "Dravin", "Northwire", "northwire", "NW-7", "other-1", "Item", "usable"] {
      #expect(!text.contains(word), "\(word)")
    }
    // What a dictionary can try without the key: the run's hash under no key, or under a key of its own.
    let words = Tokenizer().words(in: Array(Story.text.utf8))
    let table = try Self.hashes(export.bytes)
    let guesses = [(0, 0), (1, 0), (.max, .max)].map { WordRuns(SipHash(key: $0)) }
    for runs in guesses {
      #expect(!runs.kept(words).contains { table.contains($0.hash) })
    }
    #expect(export.key.runs.kept(words).contains { table.contains($0.hash) })
    for word in words { #expect(!table.contains(word.hash) && !table.contains(word.stem)) }
  }

  /// The hashes of a file, read as somebody would who knows the format.
  private static func hashes(_ bytes: [UInt8]) throws -> Set<UInt64> {
    let header = try HashFile.Header(Array(bytes.prefix(128)), path: "hashes")
    return Set(
      (0..<header.hashes).map { number in
        bytes[header.hashOffset + number * 16..<header.hashOffset + number * 16 + 8].reversed()
          .reduce(0) { $0 << 8 | UInt64($1) }
      })
  }

  // MARK: Faults

  @Test func anotherKeyIsToldApartFromDamage() throws {
    let export = try Export()
    let other = try #require(Self.keys)[1]
    #expect(
      throws: IndexFault.otherKey(file: "hashes", made: export.key.fingerprint, held: other.fingerprint)
    ) {
      try export.opened(key: other)
    }
  }

  /// Items stand in an order that only the key tells, and each is found by its identifier.
  @Test func everyItemIsFoundByItsIdentifier() throws {
    let items = (0..<40).map { number in
      IndexItem(
        id: "NW-\(number / 2)", version: number % 2 + 1, payload: [],
        text: Array("\(Story.first) \(number)".utf8))
    }
    let source = try WireIndex(items: items, vocabulary: Scene.vocabulary.get())
    let key = try #require(Self.keys)[0]
    let bytes = try HashExport(key).file(source, made: Instant(seconds: 0)).file
    let index = try HashIndex(MappedFile(bytes, name: "hashes"), key: key)
    #expect(index.itemCount == 40)
    for number in 0..<20 {
      let versions = try HashArchive(index: index).versions(withID: "NW-\(number)")
      #expect(versions.map(\.id) == ["NW-\(number)", "NW-\(number)"] && versions.map(\.version) == [2, 1])
    }
    for id in ["NW-20", "", "nw-1", "NW-"] { #expect(try index.number(ofItem: id) == nil) }
  }

  @Test func everyDamageIsTold() throws {
    let export = try Export()
    for at in stride(from: 0, to: export.bytes.count, by: 7) {
      var bytes = export.bytes
      bytes[at] ^= UInt8(1 << (at % 8))
      #expect(throws: IndexFault.self, "byte \(at)") { try export.opened(bytes) }
    }
    for count in Array(0..<200) + Array(stride(from: 200, to: export.bytes.count, by: 31)) {
      #expect(throws: IndexFault.self, "\(count) bytes") {
        try export.opened(Array(export.bytes.prefix(count)))
      }
    }
    #expect(throws: IndexFault.self) { try export.opened(export.bytes + [0]) }
    _ = try export.opened()
  }

  /// Key files that are none.
  static let faults: [(file: String, fault: HashKey.Fault)] = [
    ("", .notAKey), ("secret", .notAKey), ("wirecheck-key-1", .notAKey), ("wirecheck-key-1 xyz", .notAKey),
    ("wirecheck-key-2 " + String(repeating: "0f", count: 32), .notAKey),
    ("wirecheck-key-1 0f1e2d3c", .tooShort(bits: 32)),
    ("wirecheck-key-1 " + String(repeating: "0f1e", count: 16), .guessable),
    ("wirecheck-key-1 " + String(repeating: "0f1e", count: 17), .notAKey),
    ("wirecheck-key-1 0f1", .notAKey),
  ]

  @Test(arguments: faults.indices) func aKeyIsAsItMustBe(_ number: Int) {
    let (file, fault) = Self.faults[number]
    #expect(throws: fault) { try HashKey(Array(file.utf8)) }
  }
}
