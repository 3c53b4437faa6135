extension Unicode.Scalar {
  /// Whether a character can steer a terminal, break a line, turn the direction of writing or hide.
  ///
  /// These are the C0 and C1 controls, DEL, the line and paragraph separators, the marks of writing direction,
  /// the soft byte order mark, the interlinear marks, the tag characters and what is no character.
  package var mayAct: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xFFFE...0xFFFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// The character as an escape of JSON (RFC 8259): `\u202e`, two of them beyond U+FFFF.
  package var jsonEscape: String {
    String(self).utf16.map { "\\u" + $0.digits(4, radix: 16) }.joined()
  }
}
