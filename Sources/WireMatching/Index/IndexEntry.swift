public import WireText

/// An item as stored in an index, without its text.
public struct IndexEntry: Sendable, Equatable {
  /// The item's identifier.
  public var id: String
  /// The version.
  public var version: Int
  /// The caller's data for the item, as last changed.
  public var payload: [UInt8]
  /// Ranges of the text that are not matched.
  public var masked: [TextRange]
  /// When it was published.
  public var time: Instant?
  /// Whether the index holds a higher version of it.
  public var isSuperseded: Bool
  /// Where it is in the index.
  public let place: IndexPlace

  /// An entry of the given parts.
  package init(
    id: String, version: Int, payload: [UInt8], masked: [TextRange], time: Instant?, isSuperseded: Bool,
    place: IndexPlace
  ) {
    self.id = id
    self.version = version
    self.payload = payload
    self.masked = masked
    self.time = time
    self.isSuperseded = isSuperseded
    self.place = place
  }
}

/// The size of an index in numbers.
public struct IndexStatistics: Sendable, Equatable {
  /// Grows with every change of the index.
  public var generation = 0
  /// Items that can be found.
  public var items = 0
  /// Items among them that are superseded by a higher version.
  public var superseded = 0
  /// Removed items that still take space.
  public var removed = 0
  /// The number of segment files.
  public var segments = 0
  /// Bytes of the index's files.
  public var bytes = 0
  /// Bytes of the items' texts, removed ones included.
  public var textBytes = 0
  /// The number of fingerprints.
  public var seeds = 0
}
