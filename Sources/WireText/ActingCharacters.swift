extension Unicode.Scalar {
  /// Whether a character can control a terminal, break a line, change the text direction or be invisible.
  ///
  /// These are the C0 and C1 controls, DEL, the line and paragraph separators, the bidirectional controls, the byte
  /// order mark (U+FEFF), the interlinear annotation marks, the tag characters and the noncharacters U+FFFE and
  /// U+FFFF.
  package var isUnsafeToPrint: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xFFFE...0xFFFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// The character as a JSON escape (RFC 8259): `\u202e`; a surrogate pair beyond U+FFFF.
  package var jsonEscape: String {
    String(self).utf16.map { "\\u" + $0.digits(4, radix: 16) }.joined()
  }
}

extension String {
  /// The text with a mark in the place of each character that is unsafe to print, cut to a number of characters.
  package func printable(_ mark: Unicode.Scalar = "\u{FFFD}", limit: Int = .max) -> String {
    String(UnicodeScalarView(unicodeScalars.prefix(limit).map { $0.isUnsafeToPrint ? mark : $0 }))
  }
}
