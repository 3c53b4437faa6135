/// Texts in columns of a terminal.
public enum Columns {
  /// The text with spaces behind it up to a number of columns; a wider one as it is.
  public static func left(_ text: String, _ columns: Int) -> String { text + gap(beside: text, columns) }

  /// The text with spaces before it up to a number of columns; a wider one as it is.
  public static func right(_ text: String, _ columns: Int) -> String { gap(beside: text, columns) + text }

  private static func gap(beside text: String, _ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - DisplayWidth.columns(of: text)))
  }
}
