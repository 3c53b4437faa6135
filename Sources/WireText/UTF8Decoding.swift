/// Decoding of single scalars from unvalidated bytes.
enum UTF8Decoding {
  /// The scalar that starts at `at` and its width; zero and one if the bytes there are not valid UTF-8.
  @inline(__always)
  static func scalar(_ text: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> (scalar: UInt32, width: Int) {
    let first = UInt32(text[at])
    func next(_ offset: Int) -> UInt32? {
      guard at + offset < end, text[at + offset] & 0xC0 == 0x80 else { return nil }
      return UInt32(text[at + offset] & 0x3F)
    }
    switch first {
    case 0x00...0x7F: return (first, 1)
    case 0xC2...0xDF:
      guard let b = next(1) else { return (0, 1) }
      return ((first & 0x1F) << 6 | b, 2)
    case 0xE0...0xEF:
      guard let b = next(1), let c = next(2) else { return (0, 1) }
      let scalar = (first & 0x0F) << 12 | b << 6 | c
      return scalar < 0x800 || (0xD800...0xDFFF).contains(scalar) ? (0, 1) : (scalar, 3)
    case 0xF0...0xF4:
      guard let b = next(1), let c = next(2), let d = next(3) else { return (0, 1) }
      let scalar = (first & 0x07) << 18 | b << 12 | c << 6 | d
      return scalar < 0x10000 || scalar > 0x10FFFF ? (0, 1) : (scalar, 4)
    default: return (0, 1)
    }
  }

  /// Whether a small letter of any script whose sentences begin with capitals starts at `at`.
  ///
  /// Georgian has capitals for whole words in headlines only; ª, º and small Roman numerals are no letters of words.
  static func isSmallLetter(_ text: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    guard at < end else { return false }
    if text[at] < 0x80 { return (0x61...0x7A).contains(text[at]) }
    let value = scalar(text, at, end).scalar
    guard let properties = Unicode.Scalar(value)?.properties, !mkhedruli.contains(value) else { return false }
    return properties.generalCategory == .lowercaseLetter && properties.changesWhenUppercased
  }

  /// The Georgian letters of today.
  private static let mkhedruli: ClosedRange<UInt32> = 0x10D0...0x10FF
}
