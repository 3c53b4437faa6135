internal import WireText

/// A text's words, and which of them carry meaning.
struct TextWords {
  /// All words.
  var all: [Word] = []
  /// Positions in `all` of the content words.
  var content: [UInt32] = []

  /// The words of a text.
  init(_ all: [Word]) {
    self.all = all
    content.reserveCapacity(all.count * 2 / 3)
    for (index, word) in all.enumerated() where word.isContent {
      content.append(UInt32(truncatingIfNeeded: index))
    }
  }

  /// The stem of a content word.
  @inline(__always)
  func stem(_ content: Int) -> UInt64 { all[Int(self.content[content])].stem }

  /// The first content word, by its number among these, at or after a word.
  func firstContent(from word: Int) -> Int {
    var (low, high) = (0, content.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(content[middle]) < word { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
