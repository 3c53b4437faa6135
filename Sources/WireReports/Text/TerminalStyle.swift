internal import Wirecheck

/// The colours of a terminal report; without colours every function returns the text unchanged.
struct TerminalStyle {
  /// Whether colours are used.
  var usesColour: Bool

  /// A heading for a finding of a level.
  func heading(_ text: String, _ level: Finding.Level) -> String {
    switch level {
    case .error: paint(text, "1;31")
    case .warning: paint(text, "1;33")
    case .info: paint(text, "1;36")
    }
  }

  /// The most important words.
  func strong(_ text: String) -> String { paint(text, "1") }
  /// Line numbers and the lines of the frame.
  func frame(_ text: String) -> String { paint(text, "34") }
  /// The mark under the words of the draft.
  func draftMark(_ text: String, _ level: Finding.Level) -> String { heading(text, level) }
  /// The mark under words of a source or a clause.
  func otherMark(_ text: String) -> String { paint(text, "34") }

  private func paint(_ text: String, _ code: String) -> String {
    usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
