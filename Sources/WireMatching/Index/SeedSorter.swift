/// Makes the seeds of many units and hands them over in the order of their hashes.
///
/// Words are held, and their seeds only counted; in the end the seeds (16 bytes each) of some partitions at a time are made,
/// since making a seed again costs less than keeping it. Where there are more words than that pays for, their seeds are
/// written to a file as runs, so that memory stays the same however many there are, and partition after partition is
/// gathered from all runs and from the words. A partition fits the cache; there seeds go to their buckets by counting and
/// are put in order inside them. This is the loop that index building spends its time in: wrapping arithmetic, no
/// allocation a seed.
struct SeedSorter: ~Copyable {
  /// Seeds of one run, and the most that are in memory at a time.
  private let runSeeds: Int
  /// Runs whose words are held at most: so often each of their seeds is made in the end.
  private static let mostHeld = 8

  /// How often the words of a small index are gone through in the end: memory that is touched for the first time costs more
  /// than to make seeds some times over.
  private static let passes = 4
  /// Seeds for which a pass pays.
  private static let leastBatch = 1 << 19
  /// Seeds that are made at a time.
  private var batch: Int { min(runSeeds, max(Self.leastBatch, count / Self.passes)) }

  /// The number of seeds so far.
  private(set) var count = 0
  /// The words of the units whose seeds are in no run of the file, in parts of `runSeeds`.
  private var held: [HeldWords] = []
  private var parted = PageBuffer<Seed>(count: 0)
  /// The partitions whose seeds are in `parted`, and where there each begins and the last one ends.
  private var made: (partitions: Range<Int>, starts: [Int]) = (0..<0, [0])
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
    if held.isEmpty || held[held.count - 1].count + words.count * SegmentFormat.reach > runSeeds {
      if held.count == Self.mostHeld, let path { try spill(to: path) }
      held.append(HeldWords())
    }
    count += held[held.count - 1].add(words, unit: unit)
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
    let partitionBits = min(HeldWords.partitionBits, bits)
    var gathered: [Seed] = []
    var buckets = SeedBuckets(bits: bits, partitionBits: partitionBits)
    let partitions = 1 << Int(partitionBits)
    // Where there are few buckets, several parts of a run make up a partition.
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

  /// Partitions that tell how many seeds are left when the too common ones are thinned out.
  private static let samples = 16

  /// The density at which so many seeds are left, by those that are left of some partitions.
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

  /// Brings the seeds of some parts together from memory and from all runs.
  private mutating func gather(_ parts: Range<Int>, into gathered: inout [Seed]) throws(IndexFault) {
    gathered.removeAll(keepingCapacity: true)
    for run in runs { try file?.append(run[parts.lowerBound]..<run[parts.upperBound], to: &gathered) }
    gathered += inMemory(parts)
  }

  /// The seeds of some parts that are in no run.
  private mutating func inMemory(_ parts: Range<Int>) -> UnsafeBufferPointer<Seed> {
    if parts.lowerBound < made.partitions.lowerBound || parts.upperBound > made.partitions.upperBound {
      let sizes = HeldWords.sizes(of: held)
      var (end, size) = (parts.lowerBound, 0)
      while end < sizes.count, end < parts.upperBound || size + sizes[end] <= batch {
        size += sizes[end]
        end += 1
      }
      make(parts.lowerBound..<end, of: held[...])
    }
    let first = made.partitions.lowerBound
    return UnsafeBufferPointer(
      rebasing: parted.values[made.starts[parts.lowerBound - first]..<made.starts[parts.upperBound - first]])
  }

  /// Writes the seeds of the words that are held as runs.
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

  /// Puts the seeds of words into `parted`, of some partitions.
  private mutating func make(_ partitions: Range<Int>, of words: ArraySlice<HeldWords>) {
    var starts = [0]
    for size in HeldWords.sizes(of: words)[partitions] { starts.append(starts[starts.count - 1] + size) }
    let size = starts[starts.count - 1]
    // There is room for one more, which takes all seeds of other partitions: a branch would be guessed wrong.
    if parted.values.count <= size { parted = PageBuffer(count: max(size, min(count, batch)) + 1) }
    let values = parted.values
    var cursors = [Int](repeating: size, count: HeldWords.partitions)
    cursors.replaceSubrange(partitions, with: starts.dropLast())
    cursors.withUnsafeMutableBufferPointer { cursors in
      for part in words {
        part.forEachSeed { seed in
          let partition = seed.partition
          let at = cursors[partition]
          values[at] = seed
          cursors[partition] = at &+ (partitions.contains(partition) ? 1 : 0)
        }
      }
    }
    made = (partitions, starts)
  }
}
