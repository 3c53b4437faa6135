internal import WireText

/// Makes untrusted text safe for YAML.
public enum YAMLText {
  /// The text on one line, with characters that YAML does not allow replaced by spaces.
  public static func comment(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isPlain($0) ? $0 : " " }))
  }

  /// The text as a scalar in double quotes.
  public static func scalar(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where isPlain(scalar): result.unicodeScalars.append(scalar)
      default:
        result += "\\U" + scalar.value.digits(8, radix: 16)
      }
    }
    return result + "\""
  }

  /// Whether a character may appear in YAML unescaped: it breaks no line and does not control a terminal.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isUnsafeToPrint && !(0xFFFC...0xFFFF).contains(scalar.value) && scalar.value & 0xFFFE != 0xFFFE
  }
}
