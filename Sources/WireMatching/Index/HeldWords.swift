/// A seed before it is packed: see `SegmentFormat`.
struct Seed: BitwiseCopyable {
  var hash: UInt64
  var place: UInt64

  /// Its partition, among those of `HeldWords`.
  @inline(__always)
  var partition: Int { SegmentFormat.bucket(hash, HeldWords.partitionBits) }
}

/// The words of some units, kept in place of their seeds until these are needed.
struct HeldWords {
  /// The number of top bits of a seed's hash that select its partition.
  static let partitionBits: UInt64 = 11
  static let partitions = 1 << Int(partitionBits)

  private var words: [UInt64] = []
  /// The units, with the end of each one's words.
  private var units: [(number: UInt32, end: Int)] = []
  /// How many seeds they have in each partition.
  private var sizes = [Int](repeating: 0, count: partitions)
  /// How many seeds they have in all.
  private(set) var count = 0

  /// No words yet.
  ///
  /// - Parameter room: about how many words there will be at most; what is not used takes no memory, and a list that grows
  ///   would touch new memory at each growth.
  init(room: Int) { words.reserveCapacity(room) }

  /// Adds the words of one unit; returns the number of their seeds.
  mutating func add(_ words: ArraySlice<UInt64>, unit: UInt32) -> Int {
    var added = 0
    sizes.withUnsafeMutableBufferPointer { sizes in
      words.withUnsafeBufferPointer { words in
        Self.forEachSeed(of: words, 0..<words.count, unit: unit) { seed in
          sizes[seed.partition] &+= 1
          added &+= 1
        }
      }
    }
    self.words += words
    units.append((unit, self.words.count))
    count += added
    return added
  }

  /// The total number of their seeds in each partition.
  static func sizes(of parts: some Sequence<HeldWords>) -> [Int] {
    parts.reduce(into: [Int](repeating: 0, count: partitions)) { sums, part in
      for partition in sums.indices { sums[partition] += part.sizes[partition] }
    }
  }

  /// Generates the seeds, unit by unit.
  @inline(__always)
  func forEachSeed(_ body: (Seed) -> Void) {
    words.withUnsafeBufferPointer { words in
      var start = 0
      for unit in units {
        Self.forEachSeed(of: words, start..<unit.end, unit: unit.number, body)
        start = unit.end
      }
    }
  }

  /// Generates the seeds of one unit; each word is loaded and mixed once, whatever `body` writes to memory.
  @inline(__always)
  private static func forEachSeed(
    of words: UnsafeBufferPointer<UInt64>, _ range: Range<Int>, unit: UInt32, _ body: (Seed) -> Void
  ) {
    var place = UInt64(unit) << 18
    var first = range.lowerBound
    while first < range.upperBound {
      let word = words[first]
      let seconds = min(range.upperBound &- first &- 1, SegmentFormat.reach)
      var distance = 1
      while distance <= seconds {
        body(
          Seed(
            hash: SegmentFormat.seedHash(word, words[first &+ distance]),
            place: place | UInt64(truncatingIfNeeded: distance)))
        distance &+= 1
      }
      place &+= 4
      first &+= 1
    }
  }
}
