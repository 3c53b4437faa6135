import CZlib

/// A deflate stream of zlib (RFC 1950 to 1952), inflated piece by piece.
final class InflateStream {
  /// The wrapper around the deflated bytes, as zlib's number of window bits.
  enum Wrapper: Int32 {
    /// Nothing: members of ZIP archives.
    case raw = -15
    /// The zlib header and checksum: `Content-Encoding: deflate`.
    case zlib = 15
    /// The gzip header and checksum.
    case gzip = 31
  }

  /// The state after a piece.
  enum State { case more, end, damaged }

  /// The most bytes that are inflated at once.
  private static let chunk = 1 << 18

  private var stream = z_stream()

  /// Nil if there is no memory for the window.
  init?(_ wrapper: Wrapper) {
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, wrapper.rawValue, ZLIB_VERSION, size) == Z_OK else { return nil }
  }

  deinit { inflateEnd(&stream) }

  /// Resets it for a further stream with the same wrapper.
  func reset() -> Bool { inflateReset(&stream) == Z_OK }

  /// Inflates input from a position and advances the position.
  ///
  /// - Returns: at most 256 KiB of output, which is valid even if the state is `damaged`.
  func inflate(_ input: [UInt8], at position: inout Int, upTo end: Int) -> (output: [UInt8], state: State) {
    var result: Int32 = Z_OK
    var left = 0
    // zlib counts in 32 bits.
    let count = min(end - position, Int(Int32.max))
    let output = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, written in
      input.withUnsafeBufferPointer { bytes in
        stream.next_in = bytes.baseAddress.map { UnsafeMutablePointer(mutating: $0 + position) }
        stream.avail_in = UInt32(count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(Self.chunk)
        result = CZlib.inflate(&stream, Z_NO_FLUSH)
        left = Int(stream.avail_in)
        written = Self.chunk - Int(stream.avail_out)
      }
    }
    position += count - left
    switch result {
    case Z_STREAM_END: return (output, .end)
    case Z_OK, Z_BUF_ERROR: return (output, .more)
    default: return (output, .damaged)
    }
  }

  /// The checksum of ZIP and gzip (CRC-32), continued over more bytes.
  static func checksum(_ bytes: [UInt8], after sum: UInt = 0) -> UInt {
    bytes.withUnsafeBufferPointer { buffer in
      // For an empty buffer zlib would return the initial value.
      buffer.isEmpty ? sum : crc32_z(sum, buffer.baseAddress, buffer.count)
    }
  }
}
