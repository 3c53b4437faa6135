import WireText

/// One message of a text wire during its conversion to a document.
protocol WireMessage {
  /// Reads the message into its document.
  mutating func read() -> Document
}

/// Reads the messages of a text wire, one after the other; the input is read in one piece.
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
  /// - Parameter cut: splits decoded text into messages that cover all of it.
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
  /// - Parameter start: creates the reader for a message from the decoded input, the message's range in it and the
  ///   document to fill.
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
