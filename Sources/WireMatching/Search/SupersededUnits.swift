/// The units of an index whose items are superseded by a newer version: one bit each.
///
/// Computed once for all drafts of a run, so that a search tests one bit a unit instead of looking up its item's
/// record.
struct SupersededUnits {
  /// By unit, numbered over all segments; empty if no item is superseded.
  private var bits: [UInt64] = []

  /// Whether no item is superseded.
  var isEmpty: Bool { bits.isEmpty }

  /// The units of the items that were superseded when their segment was written, or since then.
  ///
  /// - Complexity: linear in the number of superseded items.
  init(_ index: WireIndex) throws(IndexFault) {
    var bases: [Int] = []
    var count = 0
    for segment in index.segments {
      bases.append(count)
      count += segment.unitCount
    }
    for (number, segment) in index.segments.enumerated() {
      for unit in try segment.supersededUnits() { insert(bases[number] + unit, of: count) }
    }
    for (place, change) in index.changes.changes where change.isSuperseded {
      guard Int(place.segment) < bases.count else { continue }
      let segment = index.segments[Int(place.segment)]
      for unit in try segment.units(of: segment.record(place.item)) {
        insert(bases[Int(place.segment)] + unit, of: count)
      }
    }
  }

  private mutating func insert(_ unit: Int, of count: Int) {
    if bits.isEmpty { bits = Array(repeating: 0, count: (count + 63) / 64) }
    bits[unit / 64] |= 1 << UInt64(unit % 64)
  }

  /// Whether a unit belongs to a superseded item.
  ///
  /// - Parameter unit: less than the index's number of units; only call this if `isEmpty` is false.
  @inline(__always)
  func contains(_ unit: Int) -> Bool { bits[unit &>> 6] & (1 &<< UInt64(unit & 63)) != 0 }
}
