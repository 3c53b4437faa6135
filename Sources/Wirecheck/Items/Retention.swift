public import WireMatching
public import WireText

/// Which items an index does not keep: those of which every version came out before an instant.
///
/// A story that is still updated is kept whole, and so is an item that tells no time. Copy of an item that is gone is not
/// found any more, a kill of it among the rest; a retention should be longer than what contracts let copy stand.
public struct Retention: Sendable, Hashable {
  /// The first time that is kept.
  public var start: Instant
  /// The agency whose items are meant; nil for all.
  public var agency: String?

  /// A retention from an instant on.
  public init(from start: Instant, agency: String? = nil) {
    self.start = start
    self.agency = agency
  }

  /// A retention of so many seconds.
  public init(seconds: Int, at now: Instant) {
    self.init(from: Instant(seconds: now.seconds - Int64(seconds)))
  }

  /// Removes from an index what is not kept.
  ///
  /// - Returns: the number of items.
  public func apply(to writer: IndexWriter) throws(IndexFault) -> Int {
    try writer.remove(before: start) { entry in
      agency == nil || WireItem(payload: entry.payload)?.agency == agency
    }
  }

  /// Whether an item that has just come is not taken.
  func refuses(_ item: IndexItem) -> Bool { item.time.map { $0 < start } ?? false }
}
