extension Segment {
  /// A seed in the file.
  struct Posting {
    let packed: UInt64

    /// The seed at an index of a table.
    @inline(__always)
    init(_ index: Int, of seeds: UnsafeRawPointer) {
      packed = UInt64(littleEndian: seeds.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self))
    }

    /// The unit that contains it.
    @inline(__always) var unit: UInt32 { UInt32(truncatingIfNeeded: (packed &>> 18) & 0xFF_FFFF) }
    /// The number of its first word in the unit.
    @inline(__always) var place: Int { Int(truncatingIfNeeded: (packed &>> 2) & 0xFFFF) }
    /// The distance of its second word from the first.
    @inline(__always) var distance: Int { Int(truncatingIfNeeded: packed & 3) }
    /// The part of its hash that the bucket does not determine.
    @inline(__always) var remainder: UInt64 { packed &>> 42 }
  }

  /// The entries of one bucket, as the bucket table gives them.
  struct Bucket {
    fileprivate let packed: UInt64

    @inline(__always) var lowerBound: Int { Int(UInt32(truncatingIfNeeded: packed)) }
    @inline(__always) var upperBound: Int { Int(UInt32(truncatingIfNeeded: packed &>> 32)) }
    @inline(__always) var count: Int { upperBound &- lowerBound }
  }

  /// The number of items that contain each of some words.
  ///
  /// All buckets are located first, and then each is scanned to its end: no branch depends on loaded data, so the
  /// cache misses overlap.
  func itemCounts(ofWords stems: [UInt64]) throws(IndexFault) -> [Int] {
    guard let buckets = buckets(of: stems, header.wordBits, in: .wordBuckets, header.words) else {
      throw damage("the table of words cannot be read")
    }
    var counts = [Int](repeating: 0, count: stems.count)
    let words = pointer(.words)
    for (number, bucket) in buckets.enumerated() {
      guard touch(.words, bucket.lowerBound &* 8, bucket.count &* 8) else {
        throw damage("the table of words cannot be read")
      }
      let remainder = SegmentFormat.wordRemainder(stems[number], header.wordBits)
      var most = 0
      for index in bucket.lowerBound..<bucket.upperBound {
        let word = UInt64(littleEndian: words.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self))
        let items = word &>> 24 == remainder ? Int(truncatingIfNeeded: word & 0xFF_FFFF) : 0
        most = max(most, items)
      }
      counts[number] = most
    }
    return counts
  }

  /// The buckets of the seeds of some hashes; nil if the file is damaged.
  func seedBuckets(of hashes: [UInt64]) -> [Bucket]? {
    buckets(of: hashes, header.seedBits, in: .seedBuckets, header.seeds)
  }

  /// The buckets of some hashes, validated; nil if the file is damaged.
  ///
  /// All are read, never beyond their table, before any is validated: the fewer steps to the next load, the more
  /// cache misses overlap.
  private func buckets(
    of hashes: [UInt64], _ bits: UInt64, in section: SegmentFormat.Section, _ entries: UInt64
  ) -> [Bucket]? {
    let table = pointer(section)
    let buckets = hashes.map { hash in
      let packed = (table + SegmentFormat.bucket(hash, bits) &* 4).loadUnaligned(as: UInt64.self)
      return Bucket(packed: UInt64(littleEndian: packed))
    }
    for (hash, bucket) in zip(hashes, buckets) {
      guard touch(section, SegmentFormat.bucket(hash, bits) &* 4, 8), bucket.lowerBound <= bucket.upperBound,
        bucket.upperBound <= Int(truncatingIfNeeded: entries)
      else { return nil }
    }
    return buckets
  }

  /// The seed at an index that lies in a touched bucket.
  @inline(__always)
  func posting(_ index: Int) -> Posting { Posting(index, of: seeds) }

  /// Buckets with more seeds use binary search.
  private static let largeBucket = 32

  /// Which of some hashes, as indices, may have seeds, by the first and last seed of each one's bucket.
  ///
  /// No load depends on another one here, so the caches are filled for `postings` at full memory bandwidth: half of
  /// all buckets span two cache lines. Everything read is validated afterwards, including seeds that lead nowhere.
  ///
  /// - Returns: nil if the file is damaged.
  func mayHold(_ hashes: [UInt64], in buckets: [Bucket]) -> [Int32]? {
    let last = Int(header.seeds) &- 1
    guard last >= 0 else { return [] }
    let numbers = Array<Int32>(unsafeUninitializedCapacity: hashes.count) { kept, count in
      for number in hashes.indices {
        let (hash, bucket) = (hashes[number], buckets[number])
        let remainder = SegmentFormat.seedRemainder(hash, header.seedBits)
        let mayHold =
          (bucket.count > 0 ? 1 : 0)
          & (posting(min(bucket.lowerBound, last)).remainder <= remainder ? 1 : 0)
          & (posting(max(bucket.upperBound, 1) &- 1).remainder >= remainder ? 1 : 0)
        kept.initializeElement(at: count, to: Int32(truncatingIfNeeded: number))
        count &+= mayHold
      }
    }
    for bucket in buckets where bucket.count > 0 {
      let count = bucket.count > Self.largeBucket ? 1 : bucket.count
      guard touch(.seeds, bucket.lowerBound &* 8, count &* 8),
        bucket.count == count || touch(.seeds, (bucket.upperBound &- 1) &* 8, 8)
      else { return nil }
    }
    return numbers
  }

  /// The seeds of a hash that `mayHold` returned, within its bucket, and the number of units that contain them.
  ///
  /// - Returns: nil if the file is damaged.
  @inline(__always)
  func postings(_ hash: UInt64, in bucket: Bucket) -> (range: Range<Int>, units: Int)? {
    let remainder = SegmentFormat.seedRemainder(hash, header.seedBits)
    var start = bucket.lowerBound
    var end = bucket.upperBound
    if bucket.count > Self.largeBucket {
      guard let found = lowerBound(remainder, start..<end) else { return nil }
      start = found
      end = min(end, start &+ SegmentFormat.mostHolders * SegmentFormat.mostInUnit)
      guard touch(.seeds, start &* 8, (end &- start) &* 8) else { return nil }
    }
    while start < end, posting(start).remainder < remainder { start &+= 1 }
    var stop = start
    var units = 0
    var last = UInt32.max
    while stop < end, case let posting = posting(stop), posting.remainder == remainder {
      if posting.unit != last { units &+= 1 }
      last = posting.unit
      stop &+= 1
    }
    let isCommon = units == 1 && UInt64(last) == SegmentFormat.commonUnit
    return (start..<stop, isCommon ? SegmentFormat.mostHolders &+ 1 : units)
  }

  @inline(never)
  private func lowerBound(_ remainder: UInt64, _ bucket: Range<Int>) -> Int? {
    var low = bucket.lowerBound
    var high = bucket.upperBound
    while low < high {
      let middle = (low + high) / 2
      guard touch(.seeds, middle * 8, 8) else { return nil }
      if posting(middle).remainder < remainder { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where a bucket begins; its entry in the table must have been touched.
  @inline(__always)
  func start(ofBucket bucket: Int, in section: SegmentFormat.Section) -> Int {
    Int(UInt32(littleEndian: (pointer(section) + bucket &* 4).loadUnaligned(as: UInt32.self)))
  }
}
