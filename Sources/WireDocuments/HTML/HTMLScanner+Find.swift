import WireText

#if canImport(Glibc)
  import Glibc
#endif

/// Searches for bytes, many at a time.
extension HTMLScanner {
  /// The next offset of a byte; the end if there is none.
  static func find(_ byte: UInt8, in bytes: [UInt8], from: Int, to end: Int? = nil) -> Int {
    bytes.withUnsafeBytes { buffer in
      let end = min(end ?? buffer.count, buffer.count)
      guard from < end, let start = buffer.baseAddress else { return end }
      // `memchr` tests many bytes at once.
      return memchr(start + from, Int32(byte), end - from).map { UnsafeRawPointer($0) - start } ?? end
    }
  }

  /// The next offset of one of up to three bytes; the end if there is none.
  static func find(
    oneOf first: UInt8, _ second: UInt8, _ third: UInt8? = nil, in bytes: [UInt8], from: Int,
    to end: Int? = nil
  ) -> Int {
    bytes.withUnsafeBytes { buffer in
      let end = min(end ?? buffer.count, buffer.count)
      let third = third ?? second
      var at = from
      while at + 8 <= end {
        let eight = EightBytes(buffer, at: at)
        let found = eight.equal(to: first) | eight.equal(to: second) | eight.equal(to: third)
        if found != 0 { return at + found.trailingZeroBitCount / 8 }
        at += 8
      }
      while at < end, buffer[at] != first, buffer[at] != second, buffer[at] != third { at += 1 }
      return min(at, end)
    }
  }

  /// The next offset of a short text.
  static func find(_ text: StaticString, in bytes: [UInt8], from: Int, to end: Int? = nil) -> Int? {
    text.withUTF8Buffer { text in
      let end = min(end ?? bytes.count, bytes.count)
      var at = find(text[0], in: bytes, from: from, to: end)
      while at + text.count <= end {
        if bytes[at..<at + text.count].elementsEqual(text) { return at }
        at = find(text[0], in: bytes, from: at + 1, to: end)
      }
      return nil
    }
  }
}
