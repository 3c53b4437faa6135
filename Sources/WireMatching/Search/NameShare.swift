internal import WireText

/// The share of names, titles and numbers in a text's content words: words that begin with a capital letter or a digit.
///
/// Names and titles come in fixed sequences that every report on the same event has; a passage with many more of
/// them than the text around it says less about its source. The comparison with the text itself makes this work in
/// languages that capitalise all nouns.
struct NameShare {
  /// By word of the text: the number of names before it.
  private let names: [Int32]
  /// By word of the text: the number of content words before it.
  private let content: [Int32]

  /// The shares of a text's stretches.
  init(_ words: [Word]) {
    var names: [Int32] = [0]
    var content: [Int32] = [0]
    names.reserveCapacity(words.count + 1)
    content.reserveCapacity(words.count + 1)
    for word in words {
      let isName = word.isContent && !word.traits.isDisjoint(with: [.capitalised, .number])
      names.append(names[names.count - 1] + (isName ? 1 : 0))
      content.append(content[content.count - 1] + (word.isContent ? 1 : 0))
    }
    self.names = names
    self.content = content
  }

  /// By how much the share in a stretch exceeds that of the whole text; zero if it does not.
  func excess(_ words: Range<Int>) -> Double {
    guard let all = names.last, let total = content.last, total > 0 else { return 0 }
    let inside = content[words.upperBound] - content[words.lowerBound]
    guard inside > 0 else { return 0 }
    let share = Double(names[words.upperBound] - names[words.lowerBound]) / Double(inside)
    return max(0, share - Double(all) / Double(total))
  }
}
