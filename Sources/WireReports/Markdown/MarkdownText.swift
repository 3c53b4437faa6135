/// Escapes untrusted text for Markdown as code hosts render it (CommonMark with GitHub's extensions).
enum MarkdownText {
  /// The text on one line, without any active syntax: no emphasis, link, address, table cell, element or mention.
  static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in TerminalText.escaped(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      // Hosts search for mentions and issue numbers after escapes are resolved.
      case "@", "#": result += "<span>\(scalar)</span>"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$": result += "\\\(scalar)"
      // “www.” makes the following text an address.
      case "." where previous == "w" || previous == "W": result += "\\."
      default: result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result.replacing("://", with: "\\://")
  }
}
