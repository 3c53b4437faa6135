/// Makes the seeds of many units and hands them over in the order of their hashes.
///
/// Seeds (16 bytes each) are collected up to `runSeeds`; then they are parted by the top bits of their hashes and written
/// to a file as one sorted run, so that memory stays the same however many there are. In the end partition after
/// partition is gathered from all runs. A partition fits the cache; there seeds go to their buckets by counting and are
/// put in order inside them. This is the loop that index building spends its time in: wrapping arithmetic, no
/// allocation a seed.
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
  private var seeds: [Seed] = []
  private var parted: [Seed] = []
  private let path: String?
  private var file: SpillFile?
  /// Where each partition of each run in the file begins, and where the last one ends, in seeds.
  private var runs: [[Int]] = []

  /// A sorter without seeds.
  ///
  /// - Parameters:
  ///   - path: a file that is made where memory does not do, and is gone at the end; nil to keep all in memory.
  ///   - runSeeds: seeds of one run; it takes two buffers of 64 MiB if nothing is said.
  init(spillingTo path: String?, runSeeds: Int = 1 << 22) {
    self.path = path
    self.runSeeds = runSeeds
  }

  /// Adds the seeds of one unit.
  mutating func add(_ words: ArraySlice<UInt64>, unit: UInt32) throws(IndexFault) {
    let most = words.count * SegmentFormat.reach
    if seeds.count + most > runSeeds, !seeds.isEmpty, let path { try spill(to: path) }
    if seeds.isEmpty { seeds.reserveCapacity(runSeeds) }
    let before = seeds.count
    let base = UInt64(unit) << 18
    words.withUnsafeBufferPointer { words in
      for first in words.indices {
        let place = base | UInt64(truncatingIfNeeded: first) &<< 2
        let end = min(words.count, first &+ SegmentFormat.reach &+ 1)
        var second = first &+ 1
        while second < end {
          seeds.append(
            Seed(
              hash: SegmentFormat.seedHash(words[first], words[second]),
              place: place | UInt64(truncatingIfNeeded: second &- first)))
          second &+= 1
        }
      }
    }
    count += seeds.count - before
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
    // Whoever wrote runs has more seeds than `runBits` asks for.
    let partitionBits = runs.isEmpty ? min(Self.runBits, bits) : Self.runBits
    let starts = part(partitionBits)
    seeds = []
    var gathered: [Seed] = []
    var buckets = SeedBuckets(bits: bits, partitionBits: partitionBits)
    let partitions = 1 << Int(partitionBits)
    let density = try density(
      atMost: most, sampling: stride(from: 0, to: partitions, by: max(1, partitions / Self.samples)), starts,
      &buckets)
    for partition in 0..<partitions {
      try gather(partition, starts, into: &gathered)
      if density < SegmentFormat.fullDensity {
        gathered.removeAll { !SegmentFormat.isKept($0.hash, density) }
      }
      let kept = buckets.order(gathered)
      try body(buckets.packed[..<kept], buckets.sizes)
    }
    return density
  }

  /// Partitions that tell how many seeds are left when the too common ones are thinned out.
  private static let samples = 16

  /// The density at which so many seeds are left, by those that are left of some partitions.
  private func density(
    atMost most: Int, sampling partitions: StrideTo<Int>, _ starts: [Int], _ buckets: inout SeedBuckets
  ) throws(IndexFault) -> UInt64 {
    guard count > most else { return SegmentFormat.fullDensity }
    var (seen, kept) = (0, 0)
    var gathered: [Seed] = []
    for partition in partitions {
      try gather(partition, starts, into: &gathered)
      seen += gathered.count
      kept += buckets.order(gathered)
    }
    let left = Double(count) * Double(kept) / Double(max(1, seen))
    let density = Double(SegmentFormat.fullDensity) * Double(most) / max(1, left)
    return UInt64(min(max(density, 1), Double(SegmentFormat.fullDensity)))
  }

  /// Brings the seeds of a partition together from memory and from all runs.
  private func gather(
    _ partition: Int, _ starts: [Int], into gathered: inout [Seed]
  ) throws(IndexFault) {
    gathered.removeAll(keepingCapacity: true)
    for run in runs { try file?.append(run[partition]..<run[partition + 1], to: &gathered) }
    gathered += parted[starts[partition]..<starts[partition + 1]]
  }

  /// Writes the seeds that are held as a run.
  private mutating func spill(to path: String) throws(IndexFault) {
    if file == nil { file = try SpillFile(path) }
    let start = runs.last?.last ?? 0
    runs.append(part(Self.runBits).map { start + $0 })
    try file?.write(parted[..<seeds.count])
    seeds.removeAll(keepingCapacity: true)
  }

  /// Puts the seeds that are held into `parted` by partition, and gives where each begins.
  private mutating func part(_ bits: UInt64) -> [Int] {
    var starts = [Int](repeating: 0, count: (1 << Int(bits)) + 1)
    if parted.count < seeds.count {
      parted = Array(repeating: Seed(hash: 0, place: 0), count: seeds.count)
    }
    seeds.withUnsafeBufferPointer { seeds in
      for seed in seeds { starts[SegmentFormat.bucket(seed.hash, bits) &+ 1] &+= 1 }
      for index in 1..<starts.count { starts[index] &+= starts[index &- 1] }
      var cursors = starts
      cursors.withUnsafeMutableBufferPointer { cursors in
        parted.withUnsafeMutableBufferPointer { parted in
          for seed in seeds {
            let partition = SegmentFormat.bucket(seed.hash, bits)
            parted[cursors[partition]] = seed
            cursors[partition] &+= 1
          }
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
  mutating func order(_ seeds: [SeedSorter.Seed]) -> Int {
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
