/// Generates the seeds of many units and returns them in the order of their hashes.
///
/// Only words are kept while units are added, and their seeds counted; at the end the seeds (16 bytes each) are
/// generated, some partitions at a time, since generating a seed again costs less than keeping it. Beyond the
/// number of words for which that pays, seeds are written to a file as runs, so that memory stays constant, and
/// each partition is gathered from all runs and from the words. A partition fits the cache; its seeds are assigned
/// to buckets by counting and sorted inside them. Index building spends most of its time in this loop: wrapping
/// arithmetic, no allocation a seed.
struct SeedSorter: ~Copyable {
  /// The seeds of one run, and the most that are in memory at a time.
  private let runSeeds: Int
  /// The most runs whose words are kept: each of their seeds may be generated this many times at the end.
  private static let mostHeld = 8

  /// The passes over the words of a small index at the end: touching memory for the first time may cost as much as
  /// generating its seeds once more.
  private static let passes = 2
  /// The number of seeds for which a separate pass pays.
  private static let leastBatch = 1 << 19
  /// The number of seeds generated at a time.
  private var batch: Int { min(runSeeds, max(Self.leastBatch, count / Self.passes)) }

  /// The number of seeds so far.
  private(set) var count = 0
  /// The words of the units whose seeds are not in the file yet, in parts of `runSeeds`.
  private var held: [HeldWords] = []
  private var parted = PageBuffer<Seed>(count: 0)
  /// The partitions whose seeds are in `parted`, and where each begins and the last one ends.
  private var made: (partitions: Range<Int>, starts: [Int]) = (0..<0, [0])
  private let path: String?
  private var file: SpillFile?
  /// Where each partition of each run in the file begins, and where the last one ends, in seeds.
  private var runs: [[Int]] = []

  /// A sorter without seeds.
  ///
  /// - Parameters:
  ///   - path: a file that is created if memory does not suffice, and removed at the end; nil to keep all in
  ///     memory.
  ///   - runSeeds: the seeds of one run; the default takes a buffer of 64 MiB.
  init(spillingTo path: String?, runSeeds: Int = 1 << 22) {
    self.path = path
    self.runSeeds = runSeeds
  }

  /// Adds the seeds of one unit.
  mutating func add(_ words: ArraySlice<UInt64>, unit: UInt32) throws(IndexFault) {
    if held.isEmpty || held[held.count - 1].count + words.count * SegmentFormat.reach > runSeeds {
      if held.count == Self.mostHeld, let path { try spill(to: path) }
      held.append(HeldWords(room: path == nil ? 0 : runSeeds / SegmentFormat.reach))
    }
    count += held[held.count - 1].add(words, unit: unit)
  }

  /// Passes on the packed seeds of one partition after another, with the sizes of its buckets.
  ///
  /// Seeds in too many units are passed on as one entry that says so, see `SegmentFormat`. The number of seeds is
  /// known only at the end, which is why winnowing happens here.
  ///
  /// - Parameters:
  ///   - bits: the number of bits of a hash that select its bucket.
  ///   - most: about how many seeds may be left.
  /// - Returns: the density of the result.
  mutating func forEachPartition(
    bits: UInt64, atMost most: Int = .max,
    _ body: (_ seeds: ArraySlice<UInt64>, _ buckets: [UInt32]) throws(IndexFault) -> Void
  ) throws(IndexFault) -> UInt64 {
    let partitionBits = min(HeldWords.partitionBits, bits)
    var gathered: [Seed] = []
    var buckets = SeedBuckets(bits: bits, partitionBits: partitionBits)
    let partitions = 1 << Int(partitionBits)
    // With few buckets, several parts of a run make up a partition.
    let parts = 1 << Int(HeldWords.partitionBits - partitionBits)
    let density = try density(
      atMost: most,
      sampling: stride(from: 0, to: partitions, by: max(1, partitions / Self.samples)).map {
        $0 * parts..<($0 + 1) * parts
      }, &buckets)
    for partition in 0..<partitions {
      let parts = partition * parts..<(partition + 1) * parts
      let kept: Int
      if runs.isEmpty, density == SegmentFormat.fullDensity {
        kept = buckets.order(inMemory(parts))
      } else {
        try gather(parts, into: &gathered)
        gathered.removeAll { !SegmentFormat.isKept($0.hash, density) }
        kept = gathered.withUnsafeBufferPointer { buckets.order($0) }
      }
      try body(buckets.packed[..<kept], buckets.sizes)
    }
    return density
  }

  /// The number of partitions sampled to estimate how many seeds are left after the too common ones are thinned out.
  private static let samples = 16

  /// The density at which about `most` seeds are left, estimated from a sample of partitions.
  private mutating func density(
    atMost most: Int, sampling partitions: [Range<Int>], _ buckets: inout SeedBuckets
  ) throws(IndexFault) -> UInt64 {
    guard count > most else { return SegmentFormat.fullDensity }
    var (seen, kept) = (0, 0)
    var gathered: [Seed] = []
    for partition in partitions {
      try gather(partition, into: &gathered)
      seen += gathered.count
      kept += gathered.withUnsafeBufferPointer { buckets.order($0) }
    }
    let left = Double(count) * Double(kept) / Double(max(1, seen))
    let density = Double(SegmentFormat.fullDensity) * Double(most) / max(1, left)
    return UInt64(min(max(density, 1), Double(SegmentFormat.fullDensity)))
  }

  /// Collects the seeds of some parts from memory and from all runs.
  private mutating func gather(_ parts: Range<Int>, into gathered: inout [Seed]) throws(IndexFault) {
    gathered.removeAll(keepingCapacity: true)
    for run in runs { try file?.append(run[parts.lowerBound]..<run[parts.upperBound], to: &gathered) }
    gathered += inMemory(parts)
  }

  /// The seeds of some parts that are not in the file.
  private mutating func inMemory(_ parts: Range<Int>) -> UnsafeBufferPointer<Seed> {
    if parts.lowerBound < made.partitions.lowerBound || parts.upperBound > made.partitions.upperBound {
      let sizes = HeldWords.sizes(of: held)
      var (end, size) = (parts.lowerBound, 0)
      // With the partition that exceeds the batch, lest a few be left for one more pass.
      while end < sizes.count, end < parts.upperBound || size < batch {
        size += sizes[end]
        end += 1
      }
      make(parts.lowerBound..<end, of: held[...])
    }
    let first = made.partitions.lowerBound
    return UnsafeBufferPointer(
      rebasing: parted.values[made.starts[parts.lowerBound - first]..<made.starts[parts.upperBound - first]])
  }

  /// Writes the seeds of the kept words to the file, as runs.
  private mutating func spill(to path: String) throws(IndexFault) {
    if file == nil { file = try SpillFile(path) }
    for part in held.indices {
      let start = runs.last?.last ?? 0
      make(0..<HeldWords.partitions, of: held[part...part])
      runs.append(made.starts.map { start + $0 })
      try file?.write(UnsafeBufferPointer(rebasing: parted.values[..<held[part].count]))
    }
    held.removeAll(keepingCapacity: true)
    made = (0..<0, [0])
  }

  /// Generates the seeds of words, of some partitions, in `parted`.
  private mutating func make(_ partitions: Range<Int>, of words: ArraySlice<HeldWords>) {
    var starts = [0]
    for size in HeldWords.sizes(of: words)[partitions] { starts.append(starts[starts.count - 1] + size) }
    let size = starts[starts.count - 1]
    // One extra slot takes all seeds of other partitions, because a branch would be mispredicted. The rest is room for
    // later batches, which may be a partition larger; what is not written takes no memory.
    if parted.values.count <= size { parted = PageBuffer(count: size + size / 32 + 1) }
    let values = parted.values
    let (first, number) = (partitions.lowerBound, UInt(partitions.count))
    var cursors = [Int](repeating: size, count: HeldWords.partitions)
    cursors.replaceSubrange(partitions, with: starts.dropLast())
    cursors.withUnsafeMutableBufferPointer { cursors in
      for part in words {
        part.forEachSeed { seed in
          let partition = seed.partition
          let at = cursors[partition]
          values[at] = seed
          cursors[partition] = at &+ (UInt(bitPattern: partition &- first) < number ? 1 : 0)
        }
      }
    }
    made = (partitions, starts)
  }
}
