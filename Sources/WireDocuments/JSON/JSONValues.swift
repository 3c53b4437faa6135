import WireTrees

/// The values of a JSON input that is read in one piece: one value, the elements of an array, or several values one
/// after the other, as in JSON Lines.
struct JSONValues {
  /// The text that the values' ranges refer to.
  let source: JSONSource
  /// What decoding the bytes guessed.
  let problems: [Problem]
  /// Whether an array is around the next value.
  private(set) var isInArray = false
  private var reader: JSONReader
  private let limits: Limits

  /// Reads an input to its end.
  init(_ input: ByteInput, path: String, limits: Limits) throws(ReadingFault) {
    let bytes = try input.readAll(limit: limits.wholeInputBytes, path: path)
    let decoded = Decoded(bytes)
    source = JSONSource(decoded.utf8, map: decoded.map)
    var problems = decoded.problems
    if decoded.encoding != .utf8 {
      problems.append(Problem("encoding-guessed", "JSON is UTF-8; this is read as \(decoded.encoding)"))
    }
    self.problems = problems
    self.limits = limits
    reader = JSONReader(
      decoded.utf8, maximumDepth: limits.depth, takesMany: true, maximumEvents: limits.nodes)
  }

  /// The bytes that are read.
  var bytes: [UInt8] { reader.bytes }

  /// The next value; nil at the end.
  mutating func next() throws(JSONFault) -> JSONValue? {
    while true {
      let event = try reader.next()
      switch event {
      case .end: return nil
      case .beginArray where !isInArray && reader.depth == 1: isInArray = true
      case .endArray where isInArray && reader.depth == 0: isInArray = false
      default: return try JSONValue.read(event, from: &reader)
      }
    }
  }

  /// Goes on at a byte, after a value that cannot be read.
  mutating func restart(at start: Int) {
    reader = JSONReader(
      reader.bytes, range: start..<reader.bytes.count, maximumDepth: limits.depth, takesMany: true,
      maximumEvents: limits.nodes)
  }
}
