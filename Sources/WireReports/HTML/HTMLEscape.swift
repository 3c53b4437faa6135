internal import WireText

/// Escapes untrusted text for HTML.
enum HTMLEscape {
  /// The text for an element's content or a quoted attribute.
  static func plain(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.escaped(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text for an element's content, isolated from the writing direction around it.
  static func text(_ text: String) -> String { "<bdi>\(plain(text))</bdi>" }

  /// The escaped URL for a link; nil if it is not a web address.
  static func link(_ url: String?) -> String? {
    guard let url, !url.unicodeScalars.contains(where: { $0.isUnsafeToPrint || $0 == " " }) else {
      return nil
    }
    let start = url.prefix(8).lowercased()
    return start.hasPrefix("https://") || start.hasPrefix("http://") ? plain(url) : nil
  }
}
