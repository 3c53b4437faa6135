public import WireText

/// A sequence of documents that are read one at a time, in this process or in another one.
public protocol DocumentFeed {
  /// The path as given; `-` is standard input.
  var path: String { get }
  /// The format that the input is read as.
  var format: Format { get }
  /// The next document; nil at the end.
  ///
  /// - Throws: `ReadingFault` if nothing more can be read. Documents already returned remain valid.
  mutating func next() throws(ReadingFault) -> Document?
  /// The bytes read so far, decompressed; nil if there are more than `Limits.keptBytes`.
  var bytes: [UInt8]? { get }
  /// The lines and columns of byte offsets in the input, available after its documents were read.
  ///
  /// An input of more than `Limits.keptBytes` is read a second time.
  ///
  /// - Returns: nil for containers, whose documents have offsets in their own member, and for a large input that
  ///   cannot be read again.
  func places(of bytes: [Int]) -> [BytePlace]?
  /// The parts skipped so far because they hold no document.
  var skipped: [SkippedPart] { get }
}

/// Opens the input at a path: in this process, or in another one.
public typealias FeedOpening = (_ path: String) throws(ReadingFault) -> any DocumentFeed

/// A part of an input that was skipped because it holds no document.
public struct SkippedPart: Sendable, Hashable {
  /// The part: the path of a member, or the position of a record.
  public var path: String
  /// The reason, for instance `a PNG picture`.
  public var reason: String

  /// A part with the reason.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
