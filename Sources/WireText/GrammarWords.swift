/// The words of grammar of several languages, by their well-mixed hashes.
///
/// Nearly half of all words of a text are some, and nothing foretells which: asked of a bucket of four at once, without
/// a branch that the processor would guess wrong.
struct GrammarWords: Sendable {
  /// Languages that a word can belong to at most.
  static let mostLanguages = 16

  /// The hashes of four words; zero where there are fewer.
  private struct Bucket {
    static let width = 4
    var hashes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// Whether one of them is the given one, as 1 or 0.
    @inline(__always)
    func holds(_ hash: UInt64) -> UInt8 {
      (hashes.0 == hash ? 1 : 0) | (hashes.1 == hash ? 1 : 0) | (hashes.2 == hash ? 1 : 0)
        | (hashes.3 == hash ? 1 : 0)
    }
  }

  private let buckets: [Bucket]
  /// By bucket and place in it: a bit for each language that has the word.
  private let languages: [UInt16]
  private let mask: Int

  /// The words of languages in order, by their hashes; languages beyond `mostLanguages` are left out.
  init(_ languages: [[UInt64]]) {
    var words: [UInt64: UInt16] = [:]
    for (number, hashes) in languages.prefix(Self.mostLanguages).enumerated() {
      for hash in hashes { words[hash, default: 0] |= 1 << number }
    }
    // Buckets of one word on average; as many more as it takes for none to be too full.
    var size = 1
    while size < words.count || Self.fullest(words.keys, size) > Bucket.width { size *= 2 }
    var table = [UInt64](repeating: 0, count: size * Bucket.width)
    var bits = [UInt16](repeating: 0, count: table.count)
    for (hash, languages) in words {
      var at = (Int(truncatingIfNeeded: hash) & (size - 1)) * Bucket.width
      while bits[at] != 0 { at += 1 }
      (table[at], bits[at]) = (hash, languages)
    }
    buckets = stride(from: 0, to: table.count, by: Bucket.width).map {
      Bucket(hashes: (table[$0], table[$0 + 1], table[$0 + 2], table[$0 + 3]))
    }
    self.languages = bits
    mask = size - 1
  }

  /// The most words that one of so many buckets has.
  private static func fullest(_ hashes: some Sequence<UInt64>, _ size: Int) -> Int {
    var counts = [Int](repeating: 0, count: size)
    for hash in hashes { counts[Int(truncatingIfNeeded: hash) & (size - 1)] += 1 }
    return counts.max() ?? 0
  }

  /// `.function` for a word of grammar, nothing for any other.
  @inline(__always)
  func traits(_ hash: UInt64) -> Word.Traits {
    let bucket = buckets[Int(truncatingIfNeeded: hash) & mask]
    return Word.Traits(rawValue: Word.Traits.function.rawValue &* bucket.holds(hash))
  }

  /// A bit for each language that has the word as one of grammar.
  func languages(_ hash: UInt64) -> UInt16 {
    let bucket = Int(truncatingIfNeeded: hash) & mask
    let (first, second, third, fourth) = buckets[bucket].hashes
    let place = hash == first ? 0 : hash == second ? 1 : hash == third ? 2 : hash == fourth ? 3 : nil
    return place.map { languages[bucket * Bucket.width + $0] } ?? 0
  }
}
