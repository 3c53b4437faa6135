/// Sorts the seeds of one partition into their buckets.
struct SeedBuckets {
  /// The seeds in the file format.
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

  /// Sorts seeds into `packed`, thins out the too common ones and returns the number of those left.
  mutating func order(_ seeds: UnsafeBufferPointer<Seed>) -> Int {
    if packed.count < seeds.count { packed = Array(repeating: 0, count: seeds.count * 2) }
    let (bits, shift, lowBits) = (bits, shift, bits - shift)
    var kept = 0
    starts.withUnsafeMutableBufferPointer { starts in
      starts.update(repeating: 0)
      for seed in seeds { starts[SegmentFormat.bucket(seed.hash &<< shift, lowBits) &+ 1] &+= 1 }
      for bucket in 1..<starts.count { starts[bucket] &+= starts[bucket &- 1] }
      packed.withUnsafeMutableBufferPointer { packed in
        // Each start advances to the end of its bucket, which is the start of the next.
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

  /// Sorts a bucket: by insertion if it is small, as nearly all are.
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

  /// Moves a bucket to its place without the seeds that no search uses; returns the number of seeds left.
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
