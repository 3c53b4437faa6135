internal import WireText

/// Makes untrusted text safe for a terminal or a log.
public enum TerminalText {
  /// The text on one line, with unsafe characters as `\u{…}`.
  public static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isUnsafeToPrint) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isUnsafeToPrint {
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The first characters of a text, escaped, with an ellipsis if it is longer.
  public static func clipped(_ text: String, to count: Int) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > count else { return escaped(text) }
    return escaped(String(String.UnicodeScalarView(scalars.prefix(count)))) + "…"
  }
}
