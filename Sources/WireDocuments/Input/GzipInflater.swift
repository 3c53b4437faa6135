import CZlib

/// Inflates gzip (RFC 1952), any number of members, as it is read.
final class GzipInflater {
  private static let chunk = 1 << 18

  private let source: ByteInput.Source
  private let path: String
  private let limits: Limits
  private var stream = z_stream()
  private var input: [UInt8] = []
  private var position = 0
  private var taken = 0
  private var given = 0
  private var isInsideMember = false
  private var isFinished = false
  /// A fault that comes after the bytes that were still good.
  private var pending: ReadingFault?

  /// Whether the bytes start like gzip with its one method, deflate.
  static func recognises(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 3 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
  }

  /// An inflater of the bytes `held` and then of what `source` gives.
  init(held: [UInt8], source: @escaping ByteInput.Source, path: String, limits: Limits) throws(ReadingFault) {
    self.source = source
    self.path = path
    self.limits = limits
    self.input = held
    // 16 asks zlib for the gzip wrapper with its checksum, 15 is the largest window.
    guard inflateInit2_(&stream, 16 + 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw ReadingFault("gzip", path: path, "no memory to unpack gzip", next: "unpack it with gzip first")
    }
  }

  deinit { inflateEnd(&stream) }

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

  /// Takes the first byte of a further member; zero bytes between and after members are padding.
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
    guard inflateReset(&stream) == Z_OK else {
      throw fault("gzip-damaged", "the gzip data cannot be read on", next: "fetch the file again")
    }
    isInsideMember = true
  }

  private func inflateMore() throws(ReadingFault) -> [UInt8] {
    guard isInsideMember else { return [] }
    var result: Int32 = Z_OK
    var used = 0
    let output = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, count in
      input.withUnsafeMutableBufferPointer { bytes in
        stream.next_in = bytes.baseAddress.map { $0 + position }
        stream.avail_in = UInt32(bytes.count - position)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(Self.chunk)
        result = inflate(&stream, Z_NO_FLUSH)
        used = bytes.count - position - Int(stream.avail_in)
        count = Self.chunk - Int(stream.avail_out)
      }
    }
    position += used
    taken += used
    given += output.count
    switch result {
    case Z_STREAM_END: isInsideMember = false
    case Z_OK, Z_BUF_ERROR: break
    default:
      isFinished = true
      pending = fault("gzip-damaged", "the gzip data is damaged", next: "fetch the file again")
    }
    guard given <= limits.inflateFreeBytes || given / max(1, taken) <= limits.inflateRatio else {
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
