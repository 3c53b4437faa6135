internal import Glibc

/// Writes a file, or memory, from front to back and computes the checksums of its blocks on the way.
struct BlockWriter: ~Copyable {
  private let descriptor: Int32?
  private let path: String
  /// The bytes written, if there is no file.
  private(set) var contents: [UInt8] = []
  private var buffer: [UInt8] = []
  private(set) var offset = 0
  /// The checksum of each whole block so far.
  private(set) var sums: [UInt64] = []

  private static let capacity = 64 * SegmentFormat.blockBytes

  /// A writer at the start of an open, empty file, whose descriptor stays the caller's, or of memory.
  init(descriptor: Int32?, path: String) {
    self.descriptor = descriptor
    self.path = path
    buffer.reserveCapacity(Self.capacity + SegmentFormat.blockBytes)
  }

  /// Appends bytes.
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(IndexFault) {
    offset += bytes.count
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.capacity - buffer.count)
      buffer.append(contentsOf: part)
      rest = rest.dropFirst(part.count)
      if buffer.count == Self.capacity { try drain() }
    }
  }

  /// Appends the bytes of an array of plain values, which are little-endian on every supported machine.
  mutating func write<Value: BitwiseCopyable>(_ values: [Value]) throws(IndexFault) {
    try write(values[...])
  }

  /// Appends the bytes of an array slice.
  mutating func write<Value: BitwiseCopyable>(_ values: ArraySlice<Value>) throws(IndexFault) {
    var fault: IndexFault?
    values.withUnsafeBytes { bytes in
      do throws(IndexFault) { try write(bytes) } catch { fault = error }
    }
    if let fault { throw fault }
  }

  /// Appends zeros up to a multiple of eight bytes.
  mutating func align() throws(IndexFault) {
    try write([UInt8](repeating: 0, count: (8 - offset % 8) % 8))
  }

  /// Appends zeros up to the end of a block and flushes the buffer, so that `sums` covers everything so far.
  mutating func alignToBlock() throws(IndexFault) {
    let block = SegmentFormat.blockBytes
    try write([UInt8](repeating: 0, count: (block - offset % block) % block))
    try drain()
  }

  /// Flushes the buffer; the last block is summed at its actual length.
  mutating func finish() throws(IndexFault) { try drain() }

  private mutating func drain() throws(IndexFault) {
    var at = 0
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      while at < bytes.count {
        let count = min(SegmentFormat.blockBytes, bytes.count - at)
        sums.append(Checksum.sum(base + at, count))
        at += count
      }
    }
    if let descriptor { try Self.write(buffer, to: descriptor, path) } else { contents += buffer }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Overwrites the first bytes; their checksum is not updated.
  mutating func replaceStart(with bytes: [UInt8]) throws(IndexFault) {
    guard let descriptor else {
      contents.replaceSubrange(..<min(bytes.count, contents.count), with: bytes)
      return
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .system("write", path, errno: errno) }
    try Self.write(bytes, to: descriptor, path)
  }

  /// Writes all bytes at the descriptor's current position.
  static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(IndexFault) {
    var fault: IndexFault?
    bytes.withUnsafeBytes { bytes in
      do throws(IndexFault) { try write(bytes, to: descriptor, path) } catch { fault = error }
    }
    if let fault { throw fault }
  }

  /// Like `write(_:to:_:)`, for bytes that the caller owns.
  static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String
  ) throws(IndexFault) {
    var at = 0
    while at < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + at }, bytes.count - at)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system("write", path, errno: errno) }
      at += count
    }
  }
}
