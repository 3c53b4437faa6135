internal import WireText

/// The stems or concepts of a text's content words, numbered in order of first appearance.
struct TextStems {
  private let stems: StemNumbers
  /// By content word of the text: the number of its stem.
  let numbers: [Int32]
  /// The number of different stems.
  var count: Int { stems.count }

  /// The number of a stem; nil if no content word has it.
  @inline(__always)
  func number(of stem: UInt64) -> Int32? { stems.known(stem) }

  /// The stems of content words in order.
  init(_ all: [UInt64]) {
    var stems = StemNumbers(capacity: all.count)
    numbers = all.map { stems.number(of: $0) }
    self.stems = stems
  }
}
