public import Wirecheck

/// A format that shows passages word by word; everything that comes from documents is escaped for its medium.
public enum ComparisonFormat: String, Sendable, CaseIterable {
  case text, json, html

  /// The comparisons of one draft, UTF-8, ending in a line feed.
  ///
  /// - Parameter usesColour: whether the text format uses terminal colours in addition to its marks.
  public func render(_ comparisons: [Comparison], usesColour: Bool) throws(ReportFault) -> [UInt8] {
    switch self {
    case .text: Array(ComparisonText.render(comparisons, TerminalStyle(usesColour: usesColour)).utf8)
    case .json: try JSONText.encode(comparisons)
    case .html: Array(ComparisonHTML.render(comparisons).utf8)
    }
  }
}
