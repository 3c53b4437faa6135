internal import WireText

/// How many of a text's content words are names, titles or numbers: words with a capital letter or a digit in front.
///
/// Names and titles come in fixed rows that anybody who reports on the same event writes down alike; a passage that has many
/// more of them than the text around it says less about whose words it is. The comparison with the text itself makes it
/// hold where a language writes all nouns with a capital.
struct NameShare {
  /// By word of the text: names before it.
  private let names: [Int32]
  /// By word of the text: content words before it.
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

  /// How much larger the share is in a stretch than in the whole text; zero where it is not.
  func excess(_ words: Range<Int>) -> Double {
    guard let all = names.last, let total = content.last, total > 0 else { return 0 }
    let inside = content[words.upperBound] - content[words.lowerBound]
    guard inside > 0 else { return 0 }
    let share = Double(names[words.upperBound] - names[words.lowerBound]) / Double(inside)
    return max(0, share - Double(all) / Double(total))
  }
}
