import WireText

/// The messages of a text wire, one after the other; the input is read in one piece.
struct WireMessages {
  private let input: ByteInput
  private let origin: Origin
  private let limits: Limits
  private var decoded: Decoded?
  private var messages: [Range<Int>] = []
  private var count = 0

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.input = input
    self.origin = origin
    self.limits = limits
  }

  /// The next message as bytes of the decoded input, with the document that it will become; nil at the end.
  mutating func next() throws(ReadingFault) -> (decoded: Decoded, message: Range<Int>, document: Document)? {
    if decoded == nil {
      let bytes = try input.readAll(limit: limits.wholeInputBytes, path: origin.path)
      let decoded = Decoded(bytes)
      self.decoded = decoded
      messages = WireControl.messages(decoded.utf8)
    }
    guard let decoded, count < messages.count else { return nil }
    count += 1
    var document = Document(origin: origin)
    document.origin.item = count
    if count == 1 { document.problems = decoded.problems }
    return (decoded, messages[count - 1], document)
  }
}
