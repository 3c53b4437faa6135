#if canImport(Glibc)
  import Glibc
#endif

extension [UInt8] {
  /// The offset of the first occurrence of other bytes at or after an offset; nil if there is none.
  ///
  /// Takes time in proportion to the bytes that are searched, whatever is in them (Knuth, Morris and Pratt). The
  /// library's `firstRange(of:)` is not specialised for bytes, and hundreds of times slower.
  package func offset(of wanted: [UInt8], from start: Int = 0, to end: Int? = nil) -> Int? {
    let end = Swift.min(end ?? count, count)
    guard let first = wanted.first, wanted.count <= end - start else { return wanted.isEmpty ? start : nil }
    let borders = Self.borders(of: wanted)
    return withUnsafeBytes { bytes in
      var at = start
      var matched = 0
      while at < end {
        // `memchr` tests many bytes at once.
        if matched == 0 {
          guard let base = bytes.baseAddress, let found = memchr(base + at, Int32(first), end - at) else {
            return nil
          }
          at = UnsafeRawPointer(found) - base
        }
        if bytes[at] == wanted[matched] {
          at += 1
          matched += 1
          if matched == wanted.count { return at - matched }
        } else {
          matched = borders[matched - 1]
        }
      }
      return nil
    }
  }

  /// Whether other bytes occur among these.
  package func holds(_ wanted: StaticString) -> Bool {
    offset(of: wanted.withUTF8Buffer { Array($0) }) != nil
  }

  /// For each beginning of the bytes, the length of the longest shorter beginning with which it ends.
  private static func borders(of bytes: [UInt8]) -> [Int] {
    var borders = [0]
    var length = 0
    for byte in bytes.dropFirst() {
      while length > 0, bytes[length] != byte { length = borders[length - 1] }
      if bytes[length] == byte { length += 1 }
      borders.append(length)
    }
    return borders
  }
}
