/// Text from outside in Markdown as code hosts show it (CommonMark with GitHub's extensions).
enum MarkdownText {
  /// The text on one line, in which nothing acts: no emphasis, link, address, table cell, element or mention.
  static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in TerminalText.escaped(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      // Hosts look for mentions and numbers of issues in the text that escapes have left.
      case "@", "#": result += "<span>\(scalar)</span>"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$": result += "\\\(scalar)"
      // “www.” makes an address of what follows.
      case "." where previous == "w" || previous == "W": result += "\\."
      default: result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result.replacing("://", with: "\\://")
  }
}
