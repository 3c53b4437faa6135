public import WireText

/// Documents that are read one at a time, in this process or in another one.
public protocol DocumentFeed {
  /// The path as given; `-` is standard input.
  var path: String { get }
  /// The format that the input is read as.
  var format: Format { get }
  /// The next document; nil at the end.
  ///
  /// - Throws: `ReadingFault` where nothing further can be read. Documents handed over before stand.
  mutating func next() throws(ReadingFault) -> Document?
  /// The bytes read so far, unpacked; nil where there are more than `Limits.keptBytes`.
  var bytes: [UInt8]? { get }
  /// On which lines and in which columns bytes of the input stand, once its documents were read.
  ///
  /// An input of more than `Limits.keptBytes` is read a second time.
  ///
  /// - Returns: nil for containers, whose documents count the bytes of their own member, and for a large input that
  ///   cannot be read again.
  func places(of bytes: [Int]) -> [BytePlace]?
  /// What was left aside so far because it holds no document.
  var skipped: [SkippedPart] { get }
}

/// Opens the input at a path: in this process, or in another one.
public typealias FeedOpening = (_ path: String) throws(ReadingFault) -> any DocumentFeed

/// A part of an input that was left aside because it holds no document.
public struct SkippedPart: Sendable, Hashable {
  /// The part: the path of a member, the place of a record.
  public var path: String
  /// Why, for instance `a PNG picture`.
  public var reason: String

  /// A part with the reason.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
