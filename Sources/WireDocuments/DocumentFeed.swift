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
}

/// Opens the input at a path: in this process, or in another one.
public typealias FeedOpening = (_ path: String) throws(ReadingFault) -> any DocumentFeed
