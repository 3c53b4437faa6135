extension Segment {
  /// A seed as it stands in the file.
  struct Posting {
    let packed: UInt64

    /// The seed at an index of a table.
    @inline(__always)
    init(_ index: Int, of seeds: UnsafeRawPointer) {
      packed = UInt64(littleEndian: seeds.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self))
    }

    /// The unit that it stands in.
    @inline(__always) var unit: UInt32 { UInt32(truncatingIfNeeded: (packed &>> 18) & 0xFF_FFFF) }
    /// The number of its first word in the unit.
    @inline(__always) var place: Int { Int(truncatingIfNeeded: (packed &>> 2) & 0xFFFF) }
    /// How far its second word stands from the first.
    @inline(__always) var distance: Int { Int(truncatingIfNeeded: packed & 3) }
    /// The part of its hash that the bucket does not tell.
    @inline(__always) var remainder: UInt64 { packed &>> 42 }
  }

  /// The entries of one bucket, as the table of buckets gives them.
  struct Bucket {
    fileprivate let packed: UInt64

    @inline(__always) var lowerBound: Int { Int(UInt32(truncatingIfNeeded: packed)) }
    @inline(__always) var upperBound: Int { Int(UInt32(truncatingIfNeeded: packed &>> 32)) }
    @inline(__always) var count: Int { upperBound &- lowerBound }
  }

  /// In how many items each of some words stands.
  ///
  /// All buckets are looked up first, and then each is read to its end: no branch hangs on what the memory gives, so
  /// that many look-ups wait together.
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

  /// The buckets of the seeds of some hashes; nil where the file is damaged.
  func seedBuckets(of hashes: [UInt64]) -> [Bucket]? {
    buckets(of: hashes, header.seedBits, in: .seedBuckets, header.seeds)
  }

  /// The buckets of some hashes, checked; nil where the file is damaged.
  ///
  /// All are read, which is never beyond their table, before any is checked: the fewer steps there are to the next load,
  /// the more of them wait for the memory together.
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

  /// Buckets of more seeds are searched by halves.
  private static let largeBucket = 32

  /// Which of some hashes, by their numbers, may have seeds, by the first and last seed of each one's bucket.
  ///
  /// No load waits for another one here, so that the caches are filled for `postings` at the memory's full width: half of
  /// all buckets lie across two lines. What was read is checked behind that, seeds that lead nowhere as well.
  ///
  /// - Returns: nil where the file is damaged.
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

  /// The seeds of a hash inside its bucket, of which `mayHold` has told, and in how many units they stand.
  ///
  /// - Returns: nil where the file is damaged.
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

  /// Where a bucket begins in its table, which was touched there.
  @inline(__always)
  func start(ofBucket bucket: Int, in section: SegmentFormat.Section) -> Int {
    Int(UInt32(littleEndian: (pointer(section) + bucket &* 4).loadUnaligned(as: UInt32.self)))
  }
}
