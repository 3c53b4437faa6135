public import Wirecheck

/// A form in which passages are shown word by word; all that comes from documents is escaped for its medium.
public enum ComparisonFormat: String, Sendable, CaseIterable {
  case text, json, html

  /// The comparisons of one draft, UTF-8, ending in a line feed.
  ///
  /// - Parameter usesColour: whether text carries the terminal's colours beside its marks.
  public func render(_ comparisons: [Comparison], usesColour: Bool) throws(ReportFault) -> [UInt8] {
    switch self {
    case .text: Array(ComparisonText.render(comparisons, TerminalStyle(usesColour: usesColour)).utf8)
    case .json: try JSONText.encode(comparisons)
    case .html: Array(ComparisonHTML.render(comparisons).utf8)
    }
  }
}

/// What is said of a passage in every form.
enum ComparisonWording {
  /// The passage in numbers.
  static func summary(_ passage: Comparison.Passage) -> String {
    let overlap =
      passage.identical == passage.words
      ? "\(passage.words) words, all identical" : "\(passage.identical) of \(passage.words) words identical"
    return "\(passage.kind): \(overlap), longest run \(passage.longestRun)"
  }

  /// Why no words are shown.
  static let withheld = "words withheld: the item is under embargo"
  /// What is said where nothing is shared.
  static let nothing = "no passage of the draft is taken from the source"
  /// How to read the marks.
  static let legend = "[-left out of the source-] {+new in the draft+}"
}
