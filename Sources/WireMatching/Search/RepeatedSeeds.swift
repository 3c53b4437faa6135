/// Removes the seeds that a draft repeats again and again, except their first occurrences.
///
/// A pair of words that occurs everywhere in a draft identifies no place, and each of its places would be combined
/// with each of the source's: a text of one repeated word would cost the square of its length.
enum RepeatedSeeds {
  /// The hashes, with zeros in place of those that have occurred `limit` times before.
  static func removed(from hashes: [UInt64], above limit: Int) -> [UInt64] {
    var size = 64
    while size < hashes.count * 2 { size *= 2 }
    let mask = size - 1
    var counts = [UInt16](repeating: 0, count: size)
    // Counted by slot without comparing: if two hashes share a slot, a high sum only leads to the exact count below.
    var isCrowded = false
    for hash in hashes where hash != 0 {
      let slot = Int(truncatingIfNeeded: hash) & mask
      counts[slot] = counts[slot] &+ (counts[slot] < .max ? 1 : 0)
      if Int(counts[slot]) > limit { isCrowded = true }
    }
    guard isCrowded else { return hashes }
    var places: [UInt64: Int] = [:]
    return hashes.map { hash in
      guard hash != 0, Int(counts[Int(truncatingIfNeeded: hash) & mask]) > limit else { return hash }
      places[hash, default: 0] += 1
      return places[hash, default: 0] > limit ? 0 : hash
    }
  }
}
