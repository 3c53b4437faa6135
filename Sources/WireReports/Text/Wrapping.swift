/// Wraps text to a number of columns.
public enum Wrapping {
  /// The lines of a text, broken at spaces, and inside a word only if the word alone is wider than a line.
  ///
  /// - Parameter width: the columns of a line; values below 1 count as 1.
  public static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      let wordColumns = DisplayWidth.columns(of: word)
      if columns > 0, columns + 1 + wordColumns > width {
        lines.append(line)
        (line, columns) = ("", 0)
      }
      if columns > 0 {
        line += " "
        columns += 1
      }
      if wordColumns <= width {
        line += word
        columns += wordColumns
      } else {
        append(scalarsOf: word, to: &lines, line: &line, columns: &columns, width: width)
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private static func append(
    scalarsOf word: Substring, to lines: inout [String], line: inout String, columns: inout Int, width: Int
  ) {
    for scalar in word.unicodeScalars {
      let wide = DisplayWidth.columns(of: scalar)
      if columns > 0, columns + wide > width {
        lines.append(line)
        (line, columns) = ("", 0)
      }
      line.unicodeScalars.append(scalar)
      columns += wide
    }
  }
}
