internal import WireText

/// The hot loop of JSON: skips the bytes of a string that need no decoding.
///
/// It is a file of its own because every byte of an export passes through it. Eight ASCII bytes are tested at once
/// (the tests for a byte below, and equal to, a value are those of "Bit Twiddling Hacks"); other bytes are validated
/// as UTF-8, sequence by sequence. Indices are bounded by the buffer's count before each load.
enum JSONStringScan {
  /// The end of the run from `from` that is valid UTF-8 without quotes, backslashes and control characters.
  static func textRun(in bytes: [UInt8], from: Int, to end: Int) -> Int {
    bytes.withUnsafeBytes { buffer in
      let end = min(end, buffer.count)
      var at = from
      while at < end {
        while at + 8 <= end, !hasSpecial(buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)) {
          at += 8
        }
        guard at < end else { break }
        let byte = buffer[at]
        if byte < 0x80 {
          if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
          at += 1
        } else {
          let count = UTF8Sequence.length(in: buffer, at: at, end: end)
          if count == 0 { break }
          at += count
        }
      }
      return at
    }
  }

  /// Whether any of eight bytes is a control character, a quote, a backslash or not ASCII.
  @inline(__always)
  private static func hasSpecial(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    let control = (word &- ones &* 0x20) & ~word
    let zeros = ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
    return (word | control | zeros) & tops != 0
  }
}
