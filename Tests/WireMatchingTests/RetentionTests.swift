import Foundation
import Testing
import WireMatching
import WireText

/// Items that go with their time.
struct RetentionTests {
  /// An index of three stories a day apart, two versions of the first, and one item without a time.
  private func make() throws -> TemporaryIndex {
    let place = TemporaryIndex()
    let writer = try place.writer()
    for (id, version, day, text) in [
      ("bridge", 1, 1, Stories.bridge), ("bridge", 2, 3, Stories.bridge + " More."),
      ("orchard", 1, 2, Stories.orchard), ("observatory", 1, 3, Stories.observatory),
    ] {
      try writer.add(
        IndexItem(
          id: id, version: version, text: Array(text.utf8), time: Instant(seconds: Int64(day) * 86_400)))
    }
    try writer.add(IndexItem(id: "own", text: Array(Stories.own.utf8)))
    try writer.commit()
    return place
  }

  private func ids(_ index: WireIndex) throws -> [String] {
    var ids: Set<String> = []
    try index.forEachEntry { ids.insert($0.id) }
    return ids.sorted()
  }

  /// Seconds before the end of which items go, and what stays.
  static let cases: [(start: Int64, kept: [String])] = [
    (0, ["bridge", "observatory", "orchard", "own"]),
    (2 * 86_400, ["bridge", "observatory", "orchard", "own"]),
    (2 * 86_400 + 1, ["bridge", "observatory", "own"]),
    (3 * 86_400 + 1, ["own"]),
  ]

  @Test("an item goes when its newest version is old", arguments: cases.indices, [false, true])
  func removal(number: Int, purging: Bool) throws {
    let (start, kept) = Self.cases[number]
    let place = try make()
    let before = try WireIndex(opening: place.path)
    let writer = try place.writer()
    #expect(try writer.remove(before: Instant(seconds: start)) == 4 - kept.count)
    #expect(try writer.remove(before: Instant(seconds: start)) == 0)
    try writer.commit(purging: purging)
    let after = try WireIndex(opening: place.path)
    try after.verify()
    #expect(try ids(after) == kept)
    #expect(try ids(before).count == 4 && after.generation == before.generation + 1)
    if purging { #expect(try after.statistics().removed == 0) }
  }

  @Test("purging leaves no text of what was removed, and all else as it was")
  func purge() throws {
    let place = try make()
    let kept = try WireIndex(opening: place.path).entries(withID: "bridge").map(\.version)
    func holds(_ words: String) throws -> Bool {
      let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
      return try names.contains { name in
        try Data(contentsOf: URL(fileURLWithPath: "\(place.path)/\(name)")).range(of: Data(words.utf8)) != nil
      }
    }
    let writer = try place.writer()
    try writer.remove(id: "orchard")
    try writer.commit()
    #expect(try holds("plum blossom"))
    try writer.commit(purging: true)
    #expect(try !holds("plum blossom") && holds("swing bridge"))
    let index = try WireIndex(opening: place.path)
    #expect(try index.entries(withID: "bridge").map(\.version) == kept)
    #expect(try index.entries(withID: "bridge").map(\.isSuperseded) == [false, true])
  }
}
