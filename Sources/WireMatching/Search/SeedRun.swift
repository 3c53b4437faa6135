/// The places of one seed of a draft in a segment.
struct SeedRun {
  /// The number of the seed: three for each content word.
  var seed: Int32
  /// The number of the segment's units that contain it.
  var units: Int32
  /// The segment's seeds at those places.
  var range: Range<Int>
}

extension Segment {
  /// The places of a draft's seeds, in order of the seeds.
  ///
  /// Nearly all the time is spent waiting for memory, so all buckets are looked up first, then the ends of each, so
  /// that the cache misses overlap; only then are their seeds compared.
  ///
  /// - Parameters:
  ///   - hashes: by number of the seed; zero for those that are not looked up.
  ///   - density: selects the seeds that are looked up if the segment does not hold all.
  func runs(of hashes: [UInt64], at density: UInt64) throws(IndexFault) -> [SeedRun] {
    let density = isWhole ? SegmentFormat.fullDensity : density
    var seeds: [Int32] = []
    seeds.reserveCapacity(hashes.count)
    for (seed, hash) in hashes.enumerated() where hash != 0 && SegmentFormat.isKept(hash, density) {
      seeds.append(Int32(truncatingIfNeeded: seed))
    }
    let asked = seeds.map { hashes[Int($0)] }
    guard let buckets = seedBuckets(of: asked), let found = mayHold(asked, in: buckets) else {
      throw damage("its seeds cannot be read")
    }
    var runs: [SeedRun] = []
    runs.reserveCapacity(found.count)
    for number in found.map(Int.init) {
      guard let places = postings(asked[number], in: buckets[number]) else {
        throw damage("its seeds cannot be read")
      }
      if places.range.isEmpty { continue }
      runs.append(SeedRun(seed: seeds[number], units: Int32(places.units), range: places.range))
    }
    return runs
  }
}
