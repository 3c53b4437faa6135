/// A reader of one format: bytes in, documents out, one at a time.
///
/// Each format is one type in one file in `Readers/` with a line in `Readers.all`. A reader takes only as many bytes
/// from its input as the next document needs, so an export of any size is read in constant memory.
protocol DocumentReader {
  /// The format's name and description.
  static var format: Format { get }
  /// Whether the first bytes of an input look like this format.
  static func recognises(_ probe: Probe) -> Bool
  /// Starts reading an input.
  init(_ input: ByteInput, origin: Origin, limits: Limits)
  /// The next document; nil at the end.
  ///
  /// - Throws: `ReadingFault` if nothing more can be read. Documents already returned remain valid.
  mutating func next() throws(ReadingFault) -> Document?
  /// Whether the input's bytes are compressed or encoded, so that ranges in documents are not byte offsets in it.
  static var isPacked: Bool { get }
  /// Whether the reader can continue after an item that `Limits.leftOut` names.
  static var readsOn: Bool { get }
  /// The parts skipped so far because they hold no documents.
  var skipped: [SkippedPart] { get }
}

extension DocumentReader {
  static var isPacked: Bool { false }
  static var readsOn: Bool { false }
  var skipped: [SkippedPart] { [] }
}

/// A format that can be read.
public struct Format: Sendable, Hashable {
  /// The name that `--input-format` takes, for instance `nitf`.
  public var name: String
  /// What it is, in a few words.
  public var title: String

  /// A format of the given name.
  public init(name: String, title: String) {
    self.name = name
    self.title = title
  }
}

extension Format {
  /// Whether the reader can continue after an item that `Limits.leftOut` names.
  package var readsOn: Bool { Readers.named(name)?.readsOn ?? false }
  /// Whether its documents can have attached files, which can be read as documents after them (`Limits.apart`).
  package var attachesFiles: Bool { self == EMLReader.format || self == MboxReader.format }
}

/// The reason why an input cannot be read, or not to the end.
public struct ReadingFault: Error, Sendable, CustomStringConvertible {
  /// A stable code, for instance `unknown-format`, `not-well-formed`, `limit-depth`.
  public var code: String
  /// The input as the user named it.
  public var path: String
  /// What is wrong, without text of the document.
  public var message: String
  /// The line, from 1, if known.
  public var line: Int?
  /// The column in bytes, from 1, if known.
  public var column: Int?
  /// What to do next.
  public var next: String

  /// A fault of the given parts.
  public init(
    _ code: String, path: String, _ message: String, line: Int? = nil, column: Int? = nil, next: String
  ) {
    self.code = code
    self.path = path
    self.message = message
    self.line = line
    self.column = column
    self.next = next
  }

  /// `path:line:column: message (next step)`.
  public var description: String {
    let place = [line, column].compactMap { $0.map(String.init) }
    return "\(([path] + place).joined(separator: ":")): \(message) (\(next))"
  }
}
