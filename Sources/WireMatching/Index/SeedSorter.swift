/// Makes the seeds of many units and hands them over in the order of their hashes.
///
/// Only the content words are kept (8 bytes each); their pairs, three times as many, are made when they are sorted:
/// once to count how many fall to each partition (the top bits of the hash), then slice by slice of partitions, so that
/// memory stays at `sliceSeeds` × 16 bytes. A partition fits the cache; there seeds go to their buckets by counting and
/// are put in order inside them. This is the loop that index building spends its time in: wrapping arithmetic,
/// no allocation a seed.
struct SeedSorter {
  private struct Seed {
    var hash: UInt64
    var place: UInt64
  }

  private static let sliceSeeds = 1 << 22

  /// Stems of the content words of all units.
  let words: [UInt64]
  /// Where each unit begins in `words`, and where the last one ends.
  let units: [Int]
  /// The bits of a hash that tell its bucket.
  let bits: UInt64
  private let partitionBits: UInt64

  /// A sorter of the seeds of all units.
  init(words: [UInt64], units: [Int]) {
    self.words = words
    self.units = units
    bits = SegmentFormat.bits(for: Self.seedCount(units))
    partitionBits = min(11, bits)
  }

  /// The number of seeds that units of these bounds have.
  static func seedCount(_ units: [Int]) -> Int {
    zip(units, units.dropFirst()).reduce(0) { sum, unit in
      let count = unit.1 - unit.0
      return sum + (1...SegmentFormat.reach).reduce(0) { $0 + max(0, count - $1) }
    }
  }

  /// Gives the packed seeds of partition after partition, and the sizes of its buckets.
  func forEachPartition(
    _ body: (_ seeds: ArraySlice<UInt64>, _ buckets: ArraySlice<UInt32>) throws(IndexFault) -> Void
  ) throws(IndexFault) {
    let counts = partitionCounts()
    var seeds: [Seed] = []
    var packed: [UInt64] = []
    var buckets = [UInt32](repeating: 0, count: 1 << Int(bits - partitionBits))
    var partition = 0
    while partition < counts.count {
      let first = partition
      var starts = [0]
      repeat {
        starts.append((starts.last ?? 0) + counts[partition])
        partition += 1
      } while partition < counts.count && (starts.last ?? 0) + counts[partition] <= Self.sliceSeeds
      let total = starts.last ?? 0
      if seeds.count < total { seeds = [Seed](repeating: Seed(hash: 0, place: 0), count: total) }
      scatter(partitions: first..<partition, starts: starts, into: &seeds)
      for index in 0..<partition - first {
        let size = starts[index + 1] - starts[index]
        if packed.count < size { packed = [UInt64](repeating: 0, count: size * 2) }
        order(seeds[starts[index]..<starts[index + 1]], into: &packed, &buckets)
        try body(packed[..<size], buckets[...])
      }
    }
  }

  private func partitionCounts() -> [Int] {
    var counts = [Int](repeating: 0, count: 1 << Int(partitionBits))
    counts.withUnsafeMutableBufferPointer { counts in
      words.withUnsafeBufferPointer { words in
        for unit in 1..<max(1, units.count) {
          let end = units[unit]
          for at in units[unit &- 1]..<end {
            var next = at &+ 1
            while next < end, next &- at <= SegmentFormat.reach {
              counts[SegmentFormat.bucket(SegmentFormat.seedHash(words[at], words[next]), partitionBits)] &+=
                1
              next &+= 1
            }
          }
        }
      }
    }
    return counts
  }

  private func scatter(partitions: Range<Int>, starts: [Int], into seeds: inout [Seed]) {
    var cursors = starts
    cursors.withUnsafeMutableBufferPointer { cursors in
      seeds.withUnsafeMutableBufferPointer { seeds in
        words.withUnsafeBufferPointer { words in
          for unit in 1..<max(1, units.count) {
            let end = units[unit]
            let start = units[unit &- 1]
            for at in start..<end {
              var next = at &+ 1
              while next < end, next &- at <= SegmentFormat.reach {
                let hash = SegmentFormat.seedHash(words[at], words[next])
                let slot = SegmentFormat.bucket(hash, partitionBits) &- partitions.lowerBound
                if slot >= 0, slot < partitions.count {
                  let place =
                    UInt64(truncatingIfNeeded: unit &- 1) &<< 18 | UInt64(truncatingIfNeeded: at &- start)
                    &<< 2
                  seeds[cursors[slot]] = Seed(
                    hash: hash, place: place | UInt64(truncatingIfNeeded: next &- at))
                  cursors[slot] &+= 1
                }
                next &+= 1
              }
            }
          }
        }
      }
    }
  }

  /// Packs the seeds of one partition and puts them in order.
  private func order(_ seeds: ArraySlice<Seed>, into packed: inout [UInt64], _ buckets: inout [UInt32]) {
    let shift = partitionBits
    let lowBits = bits - partitionBits
    var starts = [Int](repeating: 0, count: buckets.count + 1)
    seeds.withUnsafeBufferPointer { seeds in
      packed.withUnsafeMutableBufferPointer { packed in
        for seed in seeds { starts[SegmentFormat.bucket(seed.hash &<< shift, lowBits) &+ 1] &+= 1 }
        for bucket in 0..<buckets.count {
          buckets[bucket] = UInt32(truncatingIfNeeded: starts[bucket + 1])
          starts[bucket + 1] &+= starts[bucket]
        }
        var cursors = starts
        for seed in seeds {
          let bucket = SegmentFormat.bucket(seed.hash &<< shift, lowBits)
          packed[cursors[bucket]] = SegmentFormat.seedRemainder(seed.hash, bits) &<< 42 | seed.place
          cursors[bucket] &+= 1
        }
        for bucket in 0..<buckets.count where starts[bucket + 1] - starts[bucket] > 1 {
          Self.sort(packed, starts[bucket], starts[bucket + 1])
        }
      }
    }
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
}
