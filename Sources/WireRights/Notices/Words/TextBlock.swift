internal import WireText

/// Where words and marks start in 64 bytes of a text, one bit each, the first byte lowest.
///
/// A loop over the words of 64 bytes is predicted far better than one over the words of eight.
struct TextBlock {
  /// Everything but white space and the ASCII letters and digits that continue a word.
  private(set) var starts: UInt64 = 0
  /// Whether the last byte is part of a word: the highest bit of the lowest byte.
  private(set) var end: UInt64

  /// The bytes from an offset on; none after the end.
  ///
  /// - Parameter before: the `end` of the block before it, zero if there is none.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at place: Int, upTo end: Int, after before: UInt64) {
    self.end = before
    let isWhole = end &- place >= 64
    for lane in 0..<8 {
      let at = place &+ lane &* 8
      let bytes =
        isWhole ? EightBytes(UnsafeRawBufferPointer(text), at: at) : Self.eight(text, at: at, upTo: end)
      let plain = bytes.lettersAndDigits
      let word = plain | bytes.beyondASCII
      let starts = bytes.atLeast(0x21) & ~(plain & (word &<< 8 | self.end))
      self.starts |= EightBytes.bits(starts) &<< UInt64(truncatingIfNeeded: lane &* 8)
      self.end = word &>> 56
    }
  }

  /// The eight bytes from an offset on, with spaces for line breaks, which may stand inside a phrase; zero after the
  /// end.
  @inline(__always)
  static func eight(_ text: UnsafeBufferPointer<UInt8>, at place: Int, upTo end: Int) -> EightBytes {
    if end &- place >= 8 { return spaced(EightBytes(UnsafeRawBufferPointer(text), at: place)) }
    var word: UInt64 = 0
    for offset in 0..<max(0, end - place) { word |= UInt64(text[place + offset]) << UInt64(offset * 8) }
    return spaced(EightBytes(word))
  }

  @inline(__always)
  private static func spaced(_ bytes: EightBytes) -> EightBytes {
    let breaks = bytes.equal(to: UInt8(ascii: "\n")) &>> 7
    return EightBytes(bytes.word ^ breaks &* UInt64(UInt8(ascii: "\n") ^ UInt8(ascii: " ")))
  }
}
