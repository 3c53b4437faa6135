internal import Wirecheck

/// Passages word by word for a terminal, with the marks of word diffs: `[-deleted-]`, `{+inserted+}`.
enum ComparisonText {
  static func render(_ comparisons: [Comparison], _ style: TerminalStyle) -> String {
    let passages = comparisons.flatMap { comparison in comparison.passages.map { (comparison, $0) } }
    guard !passages.isEmpty else { return ComparisonWording.nothing + "\n" }
    let shown = passages.enumerated().map { number, entry in
      let (comparison, passage) = entry
      let head = "passage \(number + 1), from \(TerminalText.escaped(comparison.source))"
      return style.strong(head) + "\n" + ComparisonWording.summary(passage) + "\n\n" + words(passage, style)
        + "\n\n"
    }
    return shown.joined() + ComparisonWording.legend + "\n"
  }

  private static func words(_ passage: Comparison.Passage, _ style: TerminalStyle) -> String {
    guard passage.withheld == nil else { return ComparisonWording.withheld }
    return passage.pieces.map { piece in
      let text = TerminalText.escaped(oneLine(piece.text))
      // The space after the words belongs to the line, not to the mark.
      let core = text.hasSuffix(" ") ? String(text.dropLast()) : text
      let rest = text.hasSuffix(" ") ? " " : ""
      switch piece.change {
      case .same: return text
      case .deleted: return style.otherMark("[-\(core)-]") + rest
      case .inserted: return style.strong("{+\(core)+}") + rest
      }
    }.joined()
  }

  private static func oneLine(_ text: String) -> String {
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
    return parts.joined(separator: " ")
  }
}
