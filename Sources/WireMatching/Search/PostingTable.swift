/// The seeds of one segment as plain values, which avoids reference counting for each hit; the index keeps them mapped.
struct PostingTable {
  private let seeds: UnsafeRawPointer
  /// The number of units in the segment.
  let units: UInt32
  /// The number of the segment's first unit over all segments.
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
