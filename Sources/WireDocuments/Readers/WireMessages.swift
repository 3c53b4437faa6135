import WireText

/// One message of a text wire on its way to a document.
protocol WireMessage {
  /// The document that it is.
  mutating func read() -> Document
}

/// The messages of a text wire, one after the other; the input is read in one piece.
struct WireMessages {
  private let input: ByteInput
  private let origin: Origin
  private let limits: Limits
  private let cut: ([UInt8]) -> [Range<Int>]
  private var decoded: Decoded?
  private var messages: [Range<Int>] = []
  private var count = 0

  /// The messages of an input.
  ///
  /// - Parameter cut: finds them in decoded text; all of it is a message's.
  init(
    _ input: ByteInput, origin: Origin, limits: Limits,
    cut: @escaping ([UInt8]) -> [Range<Int>] = WireControl.messages
  ) {
    self.input = input
    self.origin = origin
    self.limits = limits
    self.cut = cut
  }

  /// The next message's document; nil at the end.
  ///
  /// - Parameter start: begins to read a message, given the decoded input, the message's bytes in it and the document
  ///   that it will be.
  mutating func next<Message: WireMessage>(
    _ start: (Decoded, Range<Int>, Document) throws(ReadingFault) -> Message
  ) throws(ReadingFault) -> Document? {
    if decoded == nil {
      let bytes = try input.readAll(limit: limits.wholeInputBytes, path: origin.path)
      let decoded = Decoded(bytes)
      self.decoded = decoded
      messages = cut(decoded.utf8)
    }
    guard let decoded, count < messages.count else { return nil }
    count += 1
    var document = Document(origin: origin)
    document.origin.item = count
    if count == 1 { document.problems = decoded.problems }
    var message = try start(decoded, messages[count - 1], document)
    return message.read()
  }
}
