internal import WireText

/// The stems of a text's content words, numbered in the order in which they first stand.
struct TextStems {
  private let stems: StemNumbers
  /// By content word of the text: the number of its stem.
  let numbers: [Int32]
  /// How many different stems there are.
  var count: Int { stems.count }

  /// The number of a stem; nil where no content word has it.
  @inline(__always)
  func number(of stem: UInt64) -> Int32? { stems.known(stem) }

  /// The stems of a text.
  init(_ words: TextWords) {
    var stems = StemNumbers(capacity: words.content.count)
    numbers = words.content.indices.map { stems.number(of: words.stem($0)) }
    self.stems = stems
  }
}
