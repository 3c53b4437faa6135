import Testing
import WireText

@testable import WireMatching

/// Keyed runs of words.
struct KeyedTests {
  /// Vectors of the reference implementation: the key 00 01 … 0f, messages 00 01 … of whole words.
  static let vectors: [(words: [UInt64], hash: UInt64)] = [
    ([], 0x726F_DB47_DD0E_0E31),
    ([0x0706_0504_0302_0100], 0x93F5_F579_9A93_2462),
    ([0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908], 0x3F2A_CC7F_57C2_9BDB),
  ]

  @Test("SipHash-2-4 is the published one", arguments: vectors.indices)
  func sipHash(number: Int) {
    let hash = SipHash(key: (0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908))
    #expect(hash(Self.vectors[number].words) == Self.vectors[number].hash)
  }

  private static let runs = WordRuns(SipHash(key: (1, 2)))

  private func words(_ numbers: [Int]) -> [Word] {
    Tokenizer().words(in: Array(numbers.map { "w\($0)x" }.joined(separator: " ").utf8))
  }

  @Test("texts that share enough words in a row share a kept run; what is kept leaves no word out")
  func guarantee() {
    var dice = Dice(seed: 3)
    let least = WordRuns.length + WordRuns.window - 1
    for _ in 0..<300 {
      let shared = (0..<least + dice.below(12)).map { _ in dice.below(5000) }
      let texts = (0..<2).map { side in
        let around = (0..<2).map { _ in
          (0..<dice.below(30)).map { _ in 10_000 * (side + 1) + dice.below(5000) }
        }
        return words(around[0] + shared + around[1])
      }
      let kept = texts.map { Set(Self.runs.kept($0).map(\.hash)) }
      #expect(!kept[0].isDisjoint(with: kept[1]))
      let places = Self.runs.kept(texts[0]).map(\.place)
      #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 <= UInt32(WordRuns.length) && $1 > $0 })
    }
  }

  @Test("few words have no run, a repeated word few", arguments: [0, 1, 5, 6, 7, 100_000])
  func lengths(count: Int) {
    let kept = Self.runs.kept(words([Int](repeating: 1, count: count)))
    #expect(kept.isEmpty == (count < WordRuns.length) && kept.count <= 8)
  }

  @Test("a table gives back what was put in, under its mask only")
  func table() throws {
    var dice = Dice(seed: 5)
    let entries = (0..<500).map { _ in
      KeyedTable.Entry(
        hash: UInt64(dice.below(100)), item: UInt32(dice.below(9)), place: UInt32(dice.below(50)))
    }.sorted { ($0.hash, $0.item, $0.place) < ($1.hash, $1.item, $1.place) }
    let (mask, other) = (SipHash(key: (3, 4)), SipHash(key: (3, 5)))
    let bytes = KeyedTable.bytes(of: entries, mask: mask)
    let file = MappedFile(bytes, name: "table")
    let table = try #require(KeyedTable(file, at: 0, count: entries.count, mask: mask))
    let wrong = try #require(KeyedTable(file, at: 0, count: entries.count, mask: other))
    for hash in UInt64(0)..<101 {
      let found = entries.filter { $0.hash == hash }
      #expect(table.entries(of: hash, atMost: 100) == (found.isEmpty ? nil : found))
      #expect(found.count < 2 || table.entries(of: hash, atMost: found.count - 1) == nil)
      #expect(found.isEmpty || wrong.entries(of: hash, atMost: 100) != found)
    }
    for (start, count) in [(0, 501), (8, 500), (-1, 1), (0, .max), (.max, 1), (0, -1)] {
      #expect(KeyedTable(file, at: start, count: count, mask: mask) == nil)
    }
  }
}
