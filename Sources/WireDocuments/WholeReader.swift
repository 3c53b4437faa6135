/// A reader of a format whose input is one document and is read in one piece.
protocol WholeReader: DocumentReader {
  /// The input.
  var whole: WholeInput { get set }
  /// Starts reading an input.
  init(whole: WholeInput)
  /// Reads the document.
  ///
  /// - Throws: `ReadingFault` if it cannot be read.
  func document() throws(ReadingFault) -> Document
}

/// An input that is one document.
struct WholeInput {
  let input: ByteInput
  let origin: Origin
  let limits: Limits
  fileprivate var isFinished = false

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.input = input
    self.origin = origin
    self.limits = limits
  }

  /// All bytes of the input.
  ///
  /// - Throws: `ReadingFault` with code `limit-input` if there are more than the limit for an input or an item.
  func bytes() throws(ReadingFault) -> [UInt8] {
    try input.readAll(limit: min(limits.wholeInputBytes, limits.itemBytes), path: origin.path)
  }
}

extension WholeReader {
  var origin: Origin { whole.origin }
  var limits: Limits { whole.limits }

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.init(whole: WholeInput(input, origin: origin, limits: limits))
  }

  mutating func next() throws(ReadingFault) -> Document? {
    guard !whole.isFinished else { return nil }
    whole.isFinished = true
    return try document()
  }
}
