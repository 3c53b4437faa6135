/// Makes the seeds of many units and hands them over in the order of their hashes.
///
/// Words are held, and their seeds only counted by the top bits of their hashes, up to `runSeeds` of them; then the seeds
/// (16 bytes each) are made, each in its partition, and written to a file as one run, so that memory stays the same
/// however many there are. Making a seed twice costs less than keeping it. In the end partition after partition is gathered
/// from all runs. A partition fits the cache; there seeds go to their buckets by counting and are put in order inside
/// them. This is the loop that index building spends its time in: wrapping arithmetic, no allocation a seed.
struct SeedSorter: ~Copyable {
  fileprivate struct Seed: BitwiseCopyable {
    var hash: UInt64
    var place: UInt64
  }

  /// Seeds of one run.
  private let runSeeds: Int
  /// The bits of a hash that tell its partition in a run.
  private static let runBits: UInt64 = 11

  /// The number of seeds so far.
  private(set) var count = 0
  /// The words of the units whose seeds are in no run yet.
  private var words: [UInt64] = []
  /// Those units, with the end of each one's words.
  private var units: [(number: UInt32, end: Int)] = []
  /// How many seeds they have in each partition.
  private var sizes = [Int](repeating: 0, count: 1 << Int(runBits))
  /// How many seeds they have in all.
  private var held = 0
  private var parted = PageBuffer<Seed>(count: 0)
  private let path: String?
  private var file: SpillFile?
  /// Where each partition of each run in the file begins, and where the last one ends, in seeds.
  private var runs: [[Int]] = []

  /// A sorter without seeds.
  ///
  /// - Parameters:
  ///   - path: a file that is made where memory does not do, and is gone at the end; nil to keep all in memory.
  ///   - runSeeds: seeds of one run; it takes a buffer of 64 MiB if nothing is said.
  init(spillingTo path: String?, runSeeds: Int = 1 << 22) {
    self.path = path
    self.runSeeds = runSeeds
  }

  /// Adds the seeds of one unit.
  mutating func add(_ words: ArraySlice<UInt64>, unit: UInt32) throws(IndexFault) {
    let most = words.count * SegmentFormat.reach
    if held + most > runSeeds, held > 0, let path { try spill(to: path) }
    var added = 0
    sizes.withUnsafeMutableBufferPointer { sizes in
      words.withUnsafeBufferPointer { words in
        Self.forEachSeed(of: words[...], unit: unit) { seed in
          sizes[SegmentFormat.bucket(seed.hash, Self.runBits)] &+= 1
          added &+= 1
        }
      }
    }
    self.words += words
    units.append((unit, self.words.count))
    held += added
    count += added
  }

  /// Makes the seeds of a unit's words.
  @inline(__always)
  private static func forEachSeed(
    of words: Slice<UnsafeBufferPointer<UInt64>>, unit: UInt32, _ body: (Seed) -> Void
  ) {
    let base = UInt64(unit) << 18
    for first in words.indices {
      let place = base | UInt64(truncatingIfNeeded: first &- words.startIndex) &<< 2
      let end = min(words.endIndex, first &+ SegmentFormat.reach &+ 1)
      var second = first &+ 1
      while second < end {
        body(
          Seed(
            hash: SegmentFormat.seedHash(words[first], words[second]),
            place: place | UInt64(truncatingIfNeeded: second &- first)))
        second &+= 1
      }
    }
  }

  /// Gives the packed seeds of partition after partition, and the sizes of its buckets.
  ///
  /// Seeds that stand in too many units are given as one that says so, see `SegmentFormat`. How many seeds there are is known
  /// at the end only, so that winnowing has its place here.
  ///
  /// - Parameters:
  ///   - bits: the bits of a hash that tell its bucket.
  ///   - most: how many seeds may be left, about.
  /// - Returns: the density of what was given.
  mutating func forEachPartition(
    bits: UInt64, atMost most: Int = .max,
    _ body: (_ seeds: ArraySlice<UInt64>, _ buckets: [UInt32]) throws(IndexFault) -> Void
  ) throws(IndexFault) -> UInt64 {
    let partitionBits = min(Self.runBits, bits)
    let starts = part()
    words = []
    var gathered: [Seed] = []
    var buckets = SeedBuckets(bits: bits, partitionBits: partitionBits)
    let partitions = 1 << Int(partitionBits)
    // Where there are few buckets, several parts of a run make up a partition.
    let parts = 1 << Int(Self.runBits - partitionBits)
    let density = try density(
      atMost: most,
      sampling: stride(from: 0, to: partitions, by: max(1, partitions / Self.samples)).map {
        $0 * parts..<($0 + 1) * parts
      }, starts, &buckets)
    for partition in 0..<partitions {
      let parts = partition * parts..<(partition + 1) * parts
      let kept: Int
      if runs.isEmpty, density == SegmentFormat.fullDensity {
        kept = buckets.order(inMemory(parts, starts))
      } else {
        try gather(parts, starts, into: &gathered)
        gathered.removeAll { !SegmentFormat.isKept($0.hash, density) }
        kept = gathered.withUnsafeBufferPointer { buckets.order($0) }
      }
      try body(buckets.packed[..<kept], buckets.sizes)
    }
    return density
  }

  /// Partitions that tell how many seeds are left when the too common ones are thinned out.
  private static let samples = 16

  /// The density at which so many seeds are left, by those that are left of some partitions.
  private func density(
    atMost most: Int, sampling partitions: [Range<Int>], _ starts: [Int], _ buckets: inout SeedBuckets
  ) throws(IndexFault) -> UInt64 {
    guard count > most else { return SegmentFormat.fullDensity }
    var (seen, kept) = (0, 0)
    var gathered: [Seed] = []
    for partition in partitions {
      try gather(partition, starts, into: &gathered)
      seen += gathered.count
      kept += gathered.withUnsafeBufferPointer { buckets.order($0) }
    }
    let left = Double(count) * Double(kept) / Double(max(1, seen))
    let density = Double(SegmentFormat.fullDensity) * Double(most) / max(1, left)
    return UInt64(min(max(density, 1), Double(SegmentFormat.fullDensity)))
  }

  /// Brings the seeds of some parts together from memory and from all runs.
  private func gather(
    _ parts: Range<Int>, _ starts: [Int], into gathered: inout [Seed]
  ) throws(IndexFault) {
    gathered.removeAll(keepingCapacity: true)
    for run in runs { try file?.append(run[parts.lowerBound]..<run[parts.upperBound], to: &gathered) }
    gathered += inMemory(parts, starts)
  }

  /// The seeds of some parts that are in no run.
  private func inMemory(_ parts: Range<Int>, _ starts: [Int]) -> UnsafeBufferPointer<Seed> {
    UnsafeBufferPointer(rebasing: parted.values[starts[parts.lowerBound]..<starts[parts.upperBound]])
  }

  /// Writes the seeds of the words that are held as a run.
  private mutating func spill(to path: String) throws(IndexFault) {
    if file == nil { file = try SpillFile(path) }
    let start = runs.last?.last ?? 0
    runs.append(part().map { start + $0 })
    try file?.write(UnsafeBufferPointer(rebasing: parted.values[..<held]))
    words.removeAll(keepingCapacity: true)
    units.removeAll(keepingCapacity: true)
    for partition in sizes.indices { sizes[partition] = 0 }
    held = 0
  }

  /// Puts the seeds of the words that are held into `parted` by partition, and gives where each begins.
  private mutating func part() -> [Int] {
    var starts = [0]
    for size in sizes { starts.append(starts[starts.count - 1] + size) }
    if parted.values.count < held { parted = PageBuffer(count: held) }
    let values = parted.values
    var cursors = starts
    words.withUnsafeBufferPointer { words in
      cursors.withUnsafeMutableBufferPointer { cursors in
        var start = 0
        for unit in units {
          Self.forEachSeed(of: words[start..<unit.end], unit: unit.number) { seed in
            let partition = SegmentFormat.bucket(seed.hash, Self.runBits)
            values[cursors[partition]] = seed
            cursors[partition] &+= 1
          }
          start = unit.end
        }
      }
    }
    return starts
  }
}

/// Brings the seeds of one partition into their buckets.
private struct SeedBuckets {
  /// The seeds as they stand in the file.
  private(set) var packed: [UInt64] = []
  /// The number of seeds in each bucket.
  private(set) var sizes: [UInt32]
  private let bits: UInt64
  private let shift: UInt64
  private var starts: [Int]

  init(bits: UInt64, partitionBits: UInt64) {
    self.bits = bits
    shift = partitionBits
    sizes = Array(repeating: 0, count: 1 << Int(bits - partitionBits))
    starts = Array(repeating: 0, count: sizes.count + 1)
  }

  /// Orders seeds in `packed` and tells how many are left: too common ones are thinned out.
  mutating func order(_ seeds: UnsafeBufferPointer<SeedSorter.Seed>) -> Int {
    if packed.count < seeds.count { packed = Array(repeating: 0, count: seeds.count * 2) }
    let (bits, shift, lowBits) = (bits, shift, bits - shift)
    var kept = 0
    starts.withUnsafeMutableBufferPointer { starts in
      starts.update(repeating: 0)
      for seed in seeds { starts[SegmentFormat.bucket(seed.hash &<< shift, lowBits) &+ 1] &+= 1 }
      for bucket in 1..<starts.count { starts[bucket] &+= starts[bucket &- 1] }
      packed.withUnsafeMutableBufferPointer { packed in
        // Each start moves on to the end of its bucket, which is the start of the next.
        for seed in seeds {
          let bucket = SegmentFormat.bucket(seed.hash &<< shift, lowBits)
          packed[starts[bucket]] = SegmentFormat.seedRemainder(seed.hash, bits) &<< 42 | seed.place
          starts[bucket] &+= 1
        }
        var start = 0
        for bucket in sizes.indices {
          let end = starts[bucket]
          Self.sort(packed, start, end)
          let size = Self.thin(packed, start..<end, to: kept)
          sizes[bucket] = UInt32(truncatingIfNeeded: size)
          kept &+= size
          start = end
        }
      }
    }
    return kept
  }

  /// Sorts a bucket: by insertion where it is small, as nearly all are.
  @inline(__always)
  private static func sort(_ values: UnsafeMutableBufferPointer<UInt64>, _ start: Int, _ end: Int) {
    guard end &- start <= 24 else {
      values[start..<end].sort()
      return
    }
    var at = start &+ 1
    while at < end {
      let value = values[at]
      var hole = at
      while hole > start, values[hole &- 1] > value {
        values[hole] = values[hole &- 1]
        hole &-= 1
      }
      values[hole] = value
      at &+= 1
    }
  }

  /// Moves a bucket to its place without what no search looks at, and tells how many seeds are left.
  @inline(__always)
  private static func thin(
    _ values: UnsafeMutableBufferPointer<UInt64>, _ bucket: Range<Int>, to target: Int
  ) -> Int {
    guard bucket.count > SegmentFormat.mostInUnit else {
      if bucket.lowerBound != target {
        for offset in 0..<bucket.count { values[target &+ offset] = values[bucket.lowerBound &+ offset] }
      }
      return bucket.count
    }
    return thinLarge(values, bucket, to: target)
  }

  @inline(never)
  private static func thinLarge(
    _ values: UnsafeMutableBufferPointer<UInt64>, _ bucket: Range<Int>, to target: Int
  ) -> Int {
    var (at, end) = (bucket.lowerBound, target)
    while at < bucket.upperBound {
      let remainder = values[at] &>> 42
      let first = end
      var (units, inUnit) = (0, 0)
      var unit = UInt64.max
      while at < bucket.upperBound, values[at] &>> 42 == remainder {
        let own = values[at] &>> 18
        inUnit = own == unit ? inUnit &+ 1 : 1
        if own != unit { units &+= 1 }
        unit = own
        if inUnit <= SegmentFormat.mostInUnit, units <= SegmentFormat.mostHolders {
          values[end] = values[at]
          end &+= 1
        }
        at &+= 1
      }
      if units > SegmentFormat.mostHolders {
        values[first] = remainder &<< 42 | SegmentFormat.commonUnit &<< 18
        end = first &+ 1
      }
    }
    return end &- target
  }
}
