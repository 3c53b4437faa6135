internal import Wirecheck

/// The texts about passages that all formats share.
enum ComparisonWording {
  /// The passage in numbers.
  static func summary(_ passage: Comparison.Passage) -> String {
    "\(passage.kind): \(Wording.overlap(passage.identical, of: passage.words)), longest run \(passage.longestRun)"
  }

  /// Why no words are shown.
  static let withheld = "words withheld: the item is under embargo"
  /// Shown if nothing is shared.
  static let nothing = "no passage of the draft is taken from the source"
  /// How to read the marks.
  static let legend = "[-left out of the source-] {+new in the draft+}"
}
