import WireText

/// Finds where the texts of an entry of front matter are written, in order.
struct FrontMatterPlaces {
  private let utf8: [UInt8]
  private let range: Range<Int>
  /// Where the text before this one ended.
  private var at: Int
  /// How many texts may still be written differently; each of them costs a search to the end.
  private var tries = 100

  /// The places in the entry at a range of the decoded file.
  init(_ utf8: [UInt8], _ range: Range<Int>) {
    self.utf8 = utf8
    self.range = range
    at = range.lowerBound
  }

  /// The range of the next text; nil if it is written differently, with escapes or over several lines.
  mutating func next(_ text: [UInt8]) -> Range<Int>? {
    guard tries > 0, !text.isEmpty else { return nil }
    guard let found = utf8.offset(of: text, from: at, to: range.upperBound) else {
      tries -= 1
      return nil
    }
    at = found + text.count
    return found..<at
  }
}
