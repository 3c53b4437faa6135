/// Where an item is in one snapshot of an index: the number of its segment and its number there.
///
/// A place identifies the item without a search. It is valid only for the `WireIndex` that returned it; another
/// snapshot may hold another item there.
public struct IndexPlace: Hashable, Comparable, Sendable {
  /// The number of the segment.
  package var segment: UInt32
  /// The number of the item in its segment.
  package var item: UInt32

  /// The place of an item in a segment.
  package init(segment: UInt32, item: UInt32) {
    self.segment = segment
    self.item = item
  }

  /// Orders by segment, then by item: the order in which items were added.
  public static func < (a: Self, b: Self) -> Bool { (a.segment, a.item) < (b.segment, b.item) }
}
