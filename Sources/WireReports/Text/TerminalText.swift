/// Text from outside, made safe for a terminal or a log.
public enum TerminalText {
  /// Whether a character can steer a terminal, break a line, turn the direction of writing or hide.
  ///
  /// These are the C0 and C1 controls, DEL, the line and paragraph separators, the marks of writing direction,
  /// the soft byte order mark, the interlinear marks, the tag characters and what is no character.
  public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xFFFE...0xFFFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// The text on one line, unsafe characters as `\u{…}`.
  public static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The first letters of a text, escaped, with an ellipsis where more follow.
  public static func clipped(_ text: String, to count: Int) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > count else { return escaped(text) }
    return escaped(String(String.UnicodeScalarView(scalars.prefix(count)))) + "…"
  }
}
