/// The Windows code page for western Europe; its five unassigned bytes decode to the control characters of the same
/// number.
enum Windows1252 {
  /// The character of a byte.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return upper[Int(byte) - 0x80]
  }

  /// Whether bytes may be text in this code page.
  ///
  /// In the languages that use it, accented letters stand alone among ASCII letters, and signs stand between words. In
  /// Cyrillic, Greek, Hebrew or Chinese text high bytes follow one another, and in Japanese and Chinese two-byte
  /// encodings every second byte is high. In the languages of eastern Europe some letters decode to signs, or to eth
  /// and thorn, which only Icelandic and Faroese have.
  static func mayBe(_ bytes: [UInt8]) -> Bool {
    var accented = 0
    var odd = 0
    var high = 0
    var plain = 0
    var northern = 0
    var foreign = 0
    for (at, byte) in bytes.enumerated() {
      guard byte >= 0x80 else {
        plain += HTMLScanner.isLetter(byte) ? 1 : 0
        continue
      }
      high += 1
      if Self.northern.contains(byte) {
        northern += 1
      } else if isLetter(byte), !Self.besideNorthern.contains(byte) {
        foreign += 1
      }
      let before = at > 0 ? bytes[at - 1] : 0x20
      let after = at + 1 < bytes.count ? bytes[at + 1] : 0x20
      if isLetter(byte) {
        accented += 1
        if isLetter(before) { odd += 1 }
      } else if isSign(byte), HTMLScanner.isLetter(before), HTMLScanner.isLetter(after) {
        odd += 1
      }
    }
    if high >= fewestBytes, high * 3 > (high + plain) * 2 || high * 2 > high + plain && odd > 2 {
      return false
    }
    if northern > 1, foreign > 1, foreign * 5 > northern { return false }
    return odd <= max(2, accented / 4)
  }

  /// The fewest non-ASCII bytes for their share to be significant.
  private static let fewestBytes = 8
  /// Eth and thorn.
  private static let northern: Set<UInt8> = [0xD0, 0xDE, 0xF0, 0xFE]
  /// The other accented letters of the languages that have eth and thorn, and of names from neighbouring languages.
  private static let besideNorthern: Set<UInt8> = [
    0xC1, 0xC4, 0xC5, 0xC6, 0xC9, 0xCD, 0xD3, 0xD6, 0xD8, 0xDA, 0xDC, 0xDD, 0xE1, 0xE4, 0xE5, 0xE6, 0xE9,
    0xED, 0xF3, 0xF6, 0xF8, 0xFA, 0xFC, 0xFD,
  ]

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0xC0 ? byte != 0xD7 && byte != 0xF7 : [0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F].contains(byte)
  }

  /// Signs that occur in no word, and the unassigned bytes; not the raised dot of Catalan and the soft hyphen.
  private static func isSign(_ byte: UInt8) -> Bool {
    (0xA1...0xBF).contains(byte) && byte != 0xB7 && byte != 0xAD
      || [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte)
  }

  private static let upper: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{8D}", "\u{017D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{9D}", "\u{017E}", "\u{0178}",
  ]
}
