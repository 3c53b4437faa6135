/// The code page of Windows for western Europe; its five gaps are the control characters of the same number.
enum Windows1252 {
  /// The character of a byte.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return upper[Int(byte) - 0x80]
  }

  /// Whether bytes may be text of the code page.
  ///
  /// In the languages that are written in it accented letters stand alone among those of ASCII, and signs stand between
  /// words; of Cyrillic, Greek, Hebrew or Chinese every byte is one beside another, and of the languages of eastern
  /// Europe some letters are signs.
  static func mayBe(_ bytes: [UInt8]) -> Bool {
    var accented = 0
    var odd = 0
    for (at, byte) in bytes.enumerated() where byte >= 0x80 {
      let before = at > 0 ? bytes[at - 1] : 0x20
      let after = at + 1 < bytes.count ? bytes[at + 1] : 0x20
      if isLetter(byte) {
        accented += 1
        if isLetter(before) { odd += 1 }
      } else if isSign(byte), HTMLScanner.isLetter(before), HTMLScanner.isLetter(after) {
        odd += 1
      }
    }
    return odd <= max(2, accented / 4)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0xC0 ? byte != 0xD7 && byte != 0xF7 : [0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F].contains(byte)
  }

  /// Signs that stand in no word, and the gaps; the raised dot of Catalan and the soft hyphen do.
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
