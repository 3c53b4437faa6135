/// The function words of several languages, by their well-mixed hashes.
///
/// Nearly half of all words of a text are function words, in no predictable pattern, so a bucket of four is tested
/// at once, without a branch that the processor would mispredict.
struct FunctionWords: Sendable {
  /// The most languages that a word can belong to.
  static let mostLanguages = 16

  /// The hashes of four words; zero for unused places.
  private struct Bucket {
    static let width = 4
    var hashes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// Whether one of them equals the given hash, as 1 or 0.
    @inline(__always)
    func holds(_ hash: UInt64) -> UInt8 {
      (hashes.0 == hash ? 1 : 0) | (hashes.1 == hash ? 1 : 0) | (hashes.2 == hash ? 1 : 0)
        | (hashes.3 == hash ? 1 : 0)
    }
  }

  private let buckets: [Bucket]
  /// By bucket and place in it: one bit for each language that has the word.
  private let languages: [UInt16]
  private let mask: Int

  /// Makes the table of the languages' words, given by their hashes; ignores languages beyond `mostLanguages`.
  init(_ languages: [[UInt64]]) {
    var words: [UInt64: UInt16] = [:]
    for (number, hashes) in languages.prefix(Self.mostLanguages).enumerated() {
      for hash in hashes { words[hash, default: 0] |= 1 << number }
    }
    // One word a bucket on average; more buckets if one of them would be too full.
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

  /// The size of the fullest bucket if there are `size` buckets.
  private static func fullest(_ hashes: some Sequence<UInt64>, _ size: Int) -> Int {
    var counts = [Int](repeating: 0, count: size)
    for hash in hashes { counts[Int(truncatingIfNeeded: hash) & (size - 1)] += 1 }
    return counts.max() ?? 0
  }

  /// `.function` for a function word, nothing for any other.
  @inline(__always)
  func traits(_ hash: UInt64) -> Word.Traits {
    let bucket = buckets[Int(truncatingIfNeeded: hash) & mask]
    return Word.Traits(rawValue: Word.Traits.function.rawValue &* bucket.holds(hash))
  }

  /// One bit for each language that has the word as a function word.
  func languages(_ hash: UInt64) -> UInt16 {
    let bucket = Int(truncatingIfNeeded: hash) & mask
    let (first, second, third, fourth) = buckets[bucket].hashes
    let place = hash == first ? 0 : hash == second ? 1 : hash == third ? 2 : hash == fourth ? 3 : nil
    return place.map { languages[bucket * Bucket.width + $0] } ?? 0
  }
}
