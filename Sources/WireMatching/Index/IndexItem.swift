public import WireText

/// An item to be put into an index.
public struct IndexItem: Sendable, Equatable {
  /// The item's identifier, the same for all its versions.
  public var id: String
  /// The version; higher ones supersede lower ones.
  public var version: Int
  /// The caller's data, returned with a match; opaque to the index.
  public var payload: [UInt8]
  /// The text, UTF-8.
  public var text: [UInt8]
  /// Ranges in order that are not prose (notices, datelines, bylines) and are not matched.
  public var masked: [TextRange]
  /// When it was published.
  public var time: Instant?

  /// An item of the given parts.
  public init(
    id: String, version: Int = 1, payload: [UInt8] = [], text: [UInt8], masked: [TextRange] = [],
    time: Instant? = nil
  ) {
    self.id = id
    self.version = version
    self.payload = payload
    self.text = text
    self.masked = masked
    self.time = time
  }
}
