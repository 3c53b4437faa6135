/// The seeds of one segment as plain numbers, so that nothing is counted by reference a hit; the index keeps them mapped.
struct PostingTable {
  private let seeds: UnsafeRawPointer
  /// How many units the segment has.
  let units: UInt32
  /// The number that they begin with.
  let base: UInt32

  init(_ segment: Segment, base: UInt32) {
    seeds = segment.seeds
    units = UInt32(segment.unitCount)
    self.base = base
  }

  /// The seed at an index that lies in a touched bucket.
  @inline(__always)
  func posting(_ index: Int) -> Segment.Posting { Segment.Posting(index, of: seeds) }
}
