/// An order not to use an item until something happens: “Do not publish this story until the family has been told”.
///
/// The order is the main clause, on either side of the other: “デスクが連絡するまで、この記事は使用しないでください”.
/// What the clause after “until” says is no part of it, whatever its words mean elsewhere.
struct HoldOrder {
  /// The word for “until”, or for “as long as” or “while” with a negation behind it.
  let until: Tag
  /// The tokens of the order.
  let order: Range<Int>
  /// The tokens of what it waits for, with the word for “until”.
  let event: Range<Int>
  /// The tags of the order.
  let tags: [Tag]

  init?(_ sentence: Reading.Sentence, in reading: Reading) {
    // “Til” is “to” far more often.
    let found = sentence.tags.lazy.filter { $0.means(.until) && !$0.means(.from) }
      .compactMap { Self.before($0, sentence, reading) ?? Self.behind($0, sentence, reading) }
    guard let first = found.first else { return nil }
    self = first
  }

  private init?(_ order: Range<Int>, _ event: Range<Int>, _ until: Tag, _ sentence: Reading.Sentence) {
    self.until = until
    self.order = order
    self.event = event
    tags = sentence.tags.filter { order.contains($0.lower) }
    guard
      tags.contains(where: { AdvisoryGrammar.isPublishing($0) || $0.means(.kill) }),
      !until.means(.provided) && !until.means(.but)
        || sentence.tags.contains(where: { event.contains($0.lower) && $0.isNegation })
    else { return nil }
  }

  /// The order that precedes “until”: before its bar only the item, an address and small words.
  private static func before(_ until: Tag, _ sentence: Reading.Sentence, _ reading: Reading) -> HoldOrder? {
    guard let bar = sentence.tags.first(where: isBar), bar.lower < until.lower,
      isLead(sentence.lower..<bar.lower, of: sentence, reading)
    else { return nil }
    let end = (until.upper..<sentence.upper).first { reading.tokens[$0].isMark(in: [",", ";", ":"]) }
    return HoldOrder(
      sentence.lower..<until.lower, until.lower..<(end ?? sentence.upper), until, sentence)
  }

  /// The order that follows what it waits for: all its words are known.
  private static func behind(_ until: Tag, _ sentence: Reading.Sentence, _ reading: Reading) -> HoldOrder? {
    var start = sentence.upper
    while start > until.upper, isKnown(start - 1, in: sentence, reading) { start -= 1 }
    // “The minister will hold the talks until they end and publish no word of them”
    guard
      start < sentence.upper,
      start == until.upper || reading.tokens[start].kind == .mark
        || until.lower == sentence.lower,
      sentence.tags.contains(where: { $0.lower >= start && isBar($0) })
    else { return nil }
    return HoldOrder(start..<sentence.upper, sentence.lower..<start, until, sentence)
  }

  /// Whether words before a bar only request something, address editors or name the item.
  private static func isLead(_ range: Range<Int>, of sentence: Reading.Sentence, _ reading: Reading) -> Bool {
    reading.isCovered(range, by: sentence.known)
      && sentence.tags.allSatisfy { tag in
        !range.contains(tag.lower) || tag.means(.request) || tag.means(.notice) || tag.means(.hold)
          || tag.isMaterial || tag.isSmall || AdvisoryGrammar.isPublishing(tag)
      }
  }

  /// Whether a token is a mark, or belongs to a word that a list contains.
  private static func isKnown(_ index: Int, in sentence: Reading.Sentence, _ reading: Reading) -> Bool {
    reading.tokens[index].kind == .mark
      || sentence.known.contains { $0.lower <= index && index < $0.upper }
  }

  /// Whether it bars a use in the form of an order: “do not”, “do not use this story”, which without an end is a kill.
  private static func isBar(_ tag: Tag) -> Bool {
    tag.denies || tag.means(.prohibit) || tag.means(.kill) && tag.upper - tag.lower > longestKill
  }

  /// The most words of an order to kill that is not worded as a bar of use.
  private static let longestKill = 3
}

extension Tag {
  /// Whether it only negates what is next to it: “not”.
  var isNegation: Bool { denies || means(.order) }
}
