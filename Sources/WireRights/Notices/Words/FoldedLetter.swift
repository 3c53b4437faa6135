internal import WireText

/// The folded form of a letter beyond ASCII that continues a word, as the lexer would fold it.
struct FoldedLetter {
  /// UTF-8, the first byte lowest.
  private(set) var bytes: UInt64 = 0
  /// The number of bytes, at most eight.
  private(set) var count = 0

  /// The letter at a byte of valid UTF-8 and its width in bytes; nil for what is a mark, or a word of its own.
  static func at(_ place: Int, in text: UnsafeBufferPointer<UInt8>) -> (letter: FoldedLetter, width: Int)? {
    if text[place] < 0xE0, place + 1 < text.count {
      let value = Int(text[place] & 0x1F) << 6 | Int(text[place + 1] & 0x3F)
      guard widthTwo.contains(value) else { return nil }
      return known[value - widthTwo.lowerBound].map { ($0, 2) }
    }
    let (scalar, width) = Lexer.scalar(text, place)
    return Self(scalar.value).map { ($0, width) }
  }

  /// The scalars of two bytes: those of the Latin, Greek, Cyrillic, Hebrew and Arabic scripts.
  private static let widthTwo = 0x80..<0x800
  /// By scalar of two bytes: lexicons have tens of thousands of words, of the same few letters.
  private static let known = widthTwo.map { FoldedLetter(UInt32($0)) }

  private init?(_ scalar: UInt32) {
    let value = Letters.folded(scalar)
    guard !Lexer.isSyllable(value), Marks.folded(value) == nil else { return nil }
    let folding = Folding(value)
    guard folding.role == .letter else { return nil }
    for (place, value) in [folding.first, folding.second, folding.third].enumerated() {
      guard place == 0 || value != 0 else { continue }
      guard let folded = Unicode.Scalar(value) else { return nil }
      for byte in UTF8.encode(folded) ?? UTF8.encodedReplacementCharacter {
        guard count < 8 else { return nil }
        bytes |= UInt64(byte) << UInt64(count * 8)
        count += 1
      }
    }
  }
}
