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

  /// In how many items each of some words stands.
  ///
  /// All buckets are looked up first, and then each is read to its end: no branch hangs on what the memory gives, so
  /// that many look-ups wait together.
  func itemCounts(ofWords stems: [UInt64]) throws(IndexFault) -> [Int] {
    var buckets = [Range<Int>](repeating: 0..<0, count: stems.count)
    for (number, stem) in stems.enumerated() {
      guard let range = bucket(.wordBuckets, SegmentFormat.bucket(stem, header.wordBits), header.words)
      else { throw damage("the table of words cannot be read") }
      buckets[number] = range
    }
    var counts = [Int](repeating: 0, count: stems.count)
    let words = pointer(.words)
    for (number, range) in buckets.enumerated() {
      guard touch(.words, range.lowerBound &* 8, range.count &* 8) else {
        throw damage("the table of words cannot be read")
      }
      let remainder = SegmentFormat.wordRemainder(stems[number], header.wordBits)
      for index in range {
        let word = UInt64(littleEndian: words.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self))
        let items = word &>> 24 == remainder ? Int(truncatingIfNeeded: word & 0xFF_FFFF) : 0
        counts[number] = max(counts[number], items)
      }
    }
    return counts
  }

  /// Where the seeds of a hash lie; the whole bucket is checked.
  @inline(__always)
  func seedBucket(_ hash: UInt64) -> Range<Int>? {
    bucket(.seedBuckets, SegmentFormat.bucket(hash, header.seedBits), header.seeds)
  }

  /// The seed at an index that lies in a touched bucket.
  @inline(__always)
  func posting(_ index: Int) -> Posting { Posting(index, of: seeds) }

  /// How many of some hashes may have seeds, by the first and last seed of each one's bucket, which may be damaged.
  ///
  /// No load waits for another one here, so that the caches are filled for `postings` at the memory's full width: half of
  /// all buckets lie across two lines.
  func mostRuns(of hashes: [UInt64], in buckets: [Range<Int>]) -> Int {
    var count = 0
    for (number, bucket) in buckets.enumerated() where !bucket.isEmpty {
      let remainder = SegmentFormat.seedRemainder(hashes[number], header.seedBits)
      let mayHold =
        (posting(bucket.lowerBound).remainder <= remainder ? 1 : 0)
        & (posting(bucket.upperBound &- 1).remainder >= remainder ? 1 : 0)
      count &+= mayHold
    }
    return count
  }

  /// The seeds of a hash inside its bucket, found by search where the bucket is large, and in how many units they stand.
  ///
  /// - Returns: nil where the file is damaged.
  @inline(__always)
  func postings(_ hash: UInt64, in bucket: Range<Int>) -> (range: Range<Int>, units: Int)? {
    let remainder = SegmentFormat.seedRemainder(hash, header.seedBits)
    var start = bucket.lowerBound
    var end = bucket.upperBound
    if end &- start > 32 {
      guard let found = lowerBound(remainder, bucket) else { return nil }
      start = found
      end = min(end, start &+ SegmentFormat.mostHolders * SegmentFormat.mostInUnit)
    }
    guard touch(.seeds, start &* 8, (end &- start) &* 8) else { return nil }
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

  /// The entries of a bucket; nil where the file is damaged.
  @inline(__always)
  private func bucket(_ section: SegmentFormat.Section, _ bucket: Int, _ entries: UInt64) -> Range<Int>? {
    guard touch(section, bucket &* 4, 8) else { return nil }
    let (first, end) = (start(ofBucket: bucket, in: section), start(ofBucket: bucket &+ 1, in: section))
    return first <= end && end <= Int(truncatingIfNeeded: entries) ? first..<end : nil
  }
}
