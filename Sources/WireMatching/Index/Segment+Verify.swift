extension Segment {
  /// Compares every block with its checksum, and every number that a search follows with its target.
  ///
  /// - Throws: `IndexFault.damaged` for the first error.
  func verify() throws(IndexFault) {
    guard let block = firstDamagedBlock else { return try verifyTables() }
    throw damage("the checksum of block \(block) is wrong")
  }

  /// Finds errors that were written with matching checksums.
  private func verifyTables() throws(IndexFault) {
    let words = try verifyUnits()
    try verifyBuckets(.wordBuckets, bits: header.wordBits, entries: header.words)
    try verifyBuckets(.seedBuckets, bits: header.seedBits, entries: header.seeds)
    try verifyWords()
    try verifySeeds(words)
  }

  /// Checks that each unit belongs to its item, in order.
  ///
  /// - Returns: the number of content words of each unit.
  private func verifyUnits() throws(IndexFault) -> [Int32] {
    var words: [Int32] = []
    words.reserveCapacity(unitCount)
    for number in 0..<UInt32(itemCount) {
      let record = try record(number)
      let units = try units(of: record)
      guard units.lowerBound == words.count else {
        throw damage("the units of item \(number) are out of order")
      }
      for unit in units {
        let held = try self.unit(UInt32(unit))
        guard held.item == number, held.firstWord == (unit - units.lowerBound) * SegmentFormat.unitWords
        else {
          throw damage("unit \(unit) is not that of its item")
        }
        words.append(Int32(min(Int(record.contentWords) - held.firstWord, SegmentFormat.unitWords)))
      }
    }
    guard words.count == unitCount else { throw damage("it has units of no item") }
    return words
  }

  /// Checks that each bucket begins where the one before it ends, and the last ends with the table.
  private func verifyBuckets(
    _ section: SegmentFormat.Section, bits: UInt64, entries: UInt64
  ) throws(IndexFault) {
    var last = 0
    for bucket in 0...(1 << Int(bits)) {
      guard touch(section, bucket * 4, 4) else { throw damage("a table of buckets is too short") }
      let start = self.start(ofBucket: bucket, in: section)
      guard start >= last, bucket > 0 || start == 0 else {
        throw damage("bucket \(bucket) begins before the last")
      }
      last = start
    }
    guard last == entries else { throw damage("a table of buckets does not end with its entries") }
  }

  /// Checks that no word is in more items than there are.
  private func verifyWords() throws(IndexFault) {
    let words = pointer(.words)
    guard touch(.words, 0, Int(header.words) * 8) else { throw damage("the table of words is too short") }
    for index in 0..<Int(header.words) {
      let word = UInt64(littleEndian: words.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
      let items = word & 0xFF_FFFF
      guard items > 0, items <= header.items else {
        throw damage("word \(index) stands in items that are not there")
      }
    }
  }

  /// Checks that the seeds of each bucket are in order and refer to existing words.
  ///
  /// - Parameter words: the number of content words of each unit.
  private func verifySeeds(_ words: [Int32]) throws(IndexFault) {
    guard touch(.seeds, 0, Int(header.seeds) * 8) else { throw damage("the table of seeds is too short") }
    for bucket in 0..<(1 << Int(header.seedBits)) {
      var last: UInt64 = 0
      let entries =
        start(ofBucket: bucket, in: .seedBuckets)..<start(ofBucket: bucket + 1, in: .seedBuckets)
      for index in entries {
        let seed = posting(index)
        guard seed.packed >= last else { throw damage("the seeds of bucket \(bucket) are out of order") }
        last = seed.packed
        guard
          UInt64(seed.unit) == SegmentFormat.commonUnit
            || seed.unit < words.count && seed.place < words[Int(seed.unit)]
        else { throw damage("seed \(index) leads to no word") }
      }
    }
  }
}
