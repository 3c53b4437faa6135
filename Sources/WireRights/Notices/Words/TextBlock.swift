internal import WireText

/// The kinds of 64 bytes of a text, one bit each, the first byte lowest.
///
/// A loop over the words of 64 bytes is predicted far better than one over the words of eight.
struct TextBlock {
  /// ASCII letters and digits.
  private(set) var plain: UInt64 = 0
  /// Everything beyond ASCII.
  private(set) var beyondASCII: UInt64 = 0
  /// Everything but white space.
  private(set) var visible: UInt64 = 0

  /// The bytes from an offset on; empty after the end.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at place: Int, upTo end: Int) {
    for lane in 0..<8 {
      let bytes = Self.eight(text, at: place &+ lane &* 8, upTo: end)
      let shift = UInt64(truncatingIfNeeded: lane &* 8)
      plain |= EightBytes.bits(bytes.lettersAndDigits) &<< shift
      beyondASCII |= EightBytes.bits(bytes.beyondASCII) &<< shift
      visible |= EightBytes.bits(bytes.atLeast(0x21)) &<< shift
    }
  }

  /// The eight bytes from an offset on; zero after the end.
  @inline(__always)
  static func eight(_ text: UnsafeBufferPointer<UInt8>, at place: Int, upTo end: Int) -> EightBytes {
    if end &- place >= 8 { return EightBytes(UnsafeRawBufferPointer(text), at: place) }
    var word: UInt64 = 0
    for offset in 0..<max(0, end - place) { word |= UInt64(text[place + offset]) << UInt64(offset * 8) }
    return EightBytes(word)
  }
}
