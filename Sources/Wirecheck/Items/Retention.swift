public import WireMatching
public import WireText

/// Which items an index does not keep: those of which every version was published before an instant.
///
/// A story that is still updated is kept as a whole, and so is an item without a time. Copy of a removed item
/// is no longer found, nor is a kill of it; a retention period should be longer than contracts allow copy to
/// stay published.
public struct Retention: Sendable, Hashable {
  /// The earliest time that is kept.
  public var start: Instant
  /// The agency whose items are affected; nil for all.
  public var agency: String?

  /// A retention that keeps items from an instant on.
  public init(from start: Instant, agency: String? = nil) {
    self.start = start
    self.agency = agency
  }

  /// A retention period in seconds.
  public init(seconds: Int, at now: Instant) {
    self.init(from: Instant(seconds: now.seconds - Int64(seconds)))
  }

  /// Removes the items that are not kept from an index.
  ///
  /// - Returns: the number of removed items.
  public func apply(to writer: IndexWriter) throws(IndexFault) -> Int {
    try writer.remove(before: start) { entry in
      agency == nil || WireItem(payload: entry.payload)?.agency == agency
    }
  }

  /// Whether a new item is too old to be added.
  func refuses(_ item: IndexItem) -> Bool { item.time.map { $0 < start } ?? false }
}
