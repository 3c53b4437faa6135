/// The bytes of one input: a file, standard input or memory; gzip is decompressed while reading.
///
/// Reading is sequential. `offset` counts decompressed bytes, which is what all file ranges refer to.
final class ByteInput {
  /// Returns the next bytes; an empty array at the end.
  typealias Source = () throws(ReadingFault) -> [UInt8]

  private let source: Source
  private var held: [UInt8]
  /// The fault that ended the input during reading ahead.
  private var fault: ReadingFault?
  /// The number of bytes returned so far.
  private(set) var offset = 0

  /// An input that pulls its bytes from a source.
  ///
  /// - Parameters:
  ///   - held: bytes that were taken from the source before, for detection.
  ///   - source: the rest.
  init(held: [UInt8] = [], source: @escaping Source) {
    self.held = held
    self.source = source
  }

  /// An input in memory.
  convenience init(_ bytes: [UInt8]) { self.init(held: bytes) { () throws(ReadingFault) in [] } }

  /// The next bytes, as many as are available; empty at the end.
  func read() throws(ReadingFault) -> [UInt8] {
    if held.isEmpty, let fault { throw fault }
    let bytes = held.isEmpty ? try source() : held
    held = []
    offset += bytes.count
    return bytes
  }

  /// The next bytes without consuming them; empty at the end.
  func peek() throws(ReadingFault) -> [UInt8] {
    if held.isEmpty { held = try source() }
    return held
  }

  /// Reads ahead until more than `count` bytes are buffered; true if no more than `count` bytes remain.
  ///
  /// A fault met on the way is thrown later by `read`, after the bytes before it.
  func isAtMost(_ count: Int) -> Bool {
    while held.count <= count, fault == nil {
      do throws(ReadingFault) {
        let bytes = try source()
        if bytes.isEmpty { return true }
        held += bytes
      } catch {
        fault = error
      }
    }
    return held.count <= count
  }

  /// All the remaining bytes.
  ///
  /// - Throws: `ReadingFault` with code `limit-input` if more bytes remain than the limit allows.
  func readAll(limit: Int, path: String) throws(ReadingFault) -> [UInt8] {
    // Joined at the end: an array that grows would be copied over and over.
    var pieces: [[UInt8]] = []
    var count = 0
    while true {
      let bytes = try read()
      if bytes.isEmpty { return pieces.count == 1 ? pieces[0] : [UInt8](joining: pieces) }
      count += bytes.count
      guard count <= limit else {
        throw ReadingFault(
          "limit-input", path: path, "larger than \(limit) bytes, which this format reads in one piece",
          next: "split the file")
      }
      pieces.append(bytes)
    }
  }
}

extension [UInt8] {
  /// The bytes of several arrays, one after the other.
  init(joining pieces: [[UInt8]]) {
    self.init()
    reserveCapacity(pieces.reduce(0) { $0 + $1.count })
    for piece in pieces { append(contentsOf: piece) }
  }
}
