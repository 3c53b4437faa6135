/// Pads texts to terminal columns.
public enum Columns {
  /// The text padded with trailing spaces to a number of columns; a wider text is unchanged.
  public static func left(_ text: String, _ columns: Int) -> String { text + gap(beside: text, columns) }

  /// The text padded with leading spaces to a number of columns; a wider text is unchanged.
  public static func right(_ text: String, _ columns: Int) -> String { gap(beside: text, columns) + text }

  private static func gap(beside text: String, _ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - DisplayWidth.columns(of: text)))
  }
}
