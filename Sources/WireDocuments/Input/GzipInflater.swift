/// Decompresses gzip (RFC 1952) with any number of members while reading.
final class GzipInflater {
  private let source: ByteInput.Source
  private let path: String
  private let limits: Limits
  private let stream: InflateStream
  private var input: [UInt8] = []
  private var position = 0
  private var taken = 0
  private var given = 0
  private var isInsideMember = false
  /// The number of members begun so far.
  private(set) var members = 0
  private var isFinished = false
  /// A fault to throw after the bytes that were still valid.
  private var pending: ReadingFault?

  /// Whether the bytes start like gzip with deflate, its only method.
  static func recognises(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 3 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
  }

  /// An inflater for the bytes `held`, followed by those of `source`.
  init(held: [UInt8], source: @escaping ByteInput.Source, path: String, limits: Limits) throws(ReadingFault) {
    guard let stream = InflateStream(.gzip) else {
      throw ReadingFault("gzip", path: path, "no memory to unpack gzip", next: "unpack it with gzip first")
    }
    self.stream = stream
    self.source = source
    self.path = path
    self.limits = limits
    self.input = held
  }

  /// The next inflated bytes, empty at the end.
  ///
  /// - Throws: `ReadingFault` with code `gzip-truncated`, `gzip-damaged` or `limit-inflate`.
  func read() throws(ReadingFault) -> [UInt8] {
    while !isFinished {
      if position == input.count {
        input = try source()
        position = 0
        if input.isEmpty {
          isFinished = true
          guard !isInsideMember else {
            throw fault("gzip-truncated", "the gzip data ends early", next: "fetch the file again")
          }
          break
        }
      }
      if !isInsideMember { try startMember() }
      if isFinished { break }
      let output = try inflateMore()
      if !output.isEmpty { return output }
    }
    if let fault = pending {
      pending = nil
      throw fault
    }
    return []
  }

  /// Reads the first byte of a further member; zero bytes between and after members are padding.
  private func startMember() throws(ReadingFault) {
    while position < input.count, input[position] == 0, taken > 0 {
      position += 1
      taken += 1
    }
    guard position < input.count else { return }
    guard input[position] == 0x1F else {
      isFinished = true
      throw fault(
        "gzip-damaged", "bytes that are no gzip follow the gzip data", next: "unpack it with gzip to see")
    }
    guard stream.reset() else {
      throw fault("gzip-damaged", "the gzip data cannot be read on", next: "fetch the file again")
    }
    isInsideMember = true
    members += 1
  }

  private func inflateMore() throws(ReadingFault) -> [UInt8] {
    guard isInsideMember else { return [] }
    let start = position
    let (output, state) = stream.inflate(input, at: &position, upTo: input.count)
    taken += position - start
    given += output.count
    switch state {
    case .end: isInsideMember = false
    case .more: break
    case .damaged:
      isFinished = true
      pending = fault("gzip-damaged", "the gzip data is damaged", next: "fetch the file again")
    }
    guard limits.allowUnpacking(taken, to: given) else {
      isFinished = true
      throw fault(
        "limit-inflate", "unpacks to more than \(limits.inflateRatio) times its size",
        next: "unpack it yourself if you trust it")
    }
    return output
  }

  private func fault(_ code: String, _ message: String, next: String) -> ReadingFault {
    ReadingFault(code, path: path, "\(message) (after \(given) bytes of content)", next: next)
  }
}
