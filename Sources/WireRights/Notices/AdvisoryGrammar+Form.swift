internal import WireText

/// What tells an order to editors from news with the same words.
extension AdvisoryGrammar {
  /// Whether a bare word of advisories stands in news: among so many words or more that belong to no order.
  ///
  /// Capitals prove nothing of a headline (“KILL BILL DIES”). An advisory is known by its form: a label, a call to
  /// editors, a word for the material, a time, a name with marks in it or in quotation marks, or the word repeated.
  func isHeadline(_ word: Concept.AdvisoryWord, _ sentence: Reading.Sentence) -> Bool {
    let orders = sentence.tags.filter { $0.means(word) }
    guard let tag = orders.first, orders.allSatisfy({ $0.lower == tag.lower }),
      tag.upper == tag.lower + 1 || tag.means(Concept.DiscourseWord.lookalike),
      tag.upper == sentence.upper || reading.tokens[tag.upper].kind != .mark
        || reading.tokens[tag.upper].isMark(",")
    else { return false }
    let hasForm = sentence.tags.contains { other in
      other.target != nil || other.means(.notice) || other.means(.until)
        || other.means(Concept.DiscourseWord.matter)
        || word != .kill && other.concepts.contains { $0.isTime }
    }
    let tokens = sentence.lower..<sentence.upper
    if hasForm || tokens.contains(where: { reading.tokens[$0].isMark(in: ["\"", "'"]) }) { return false }
    let names = tokens.filter { reading.isPartOfCompound($0, within: tokens) }
    let words = tokens.filter { reading.tokens[$0].kind == .word }
    // A slug in capitals stands out among other letters only.
    if words.contains(where: { !reading.tokens[$0].isUpper }),
      names.contains(where: { reading.tokens[$0].isUpper })
    {
      return false
    }
    let others = words.filter { index in
      !names.contains(index)
        && !sentence.tags.contains { $0.lower <= index && index < $0.upper && $0.isAdvisory }
    }
    // “Embargo on Cuba lifted”: of an embargo that is over, one word says what it was on.
    let fewest = sentence.tags.contains { $0.means(.lift) } ? 1 : 2
    return others.count >= fewest && others.allSatisfy { !reading.tokens[$0].isDense }
  }

  /// Whether a word of advisories stands in a few words, or where labels and calls to editors do.
  func isNote(of word: Concept.AdvisoryWord, _ sentence: Reading.Sentence) -> Bool {
    reading.tokens[sentence.lower..<sentence.upper].count { $0.kind == .word } <= Self.longestNote
      || leads(word, sentence) || sentence.tags.contains { $0.means(.notice) }
      || reading.isItemName(in: sentence)
  }

  /// Whether it says what may be done and what may not: “Minor edits are permitted”.
  func isRule(_ sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains { $0.means(.permit) || $0.means(.prohibit) || $0.isModal }
  }

  /// Whether a bare word stands inside a headline in capitals: “MARKET CORRECTION WIPES BILLIONS OFF SHARES”.
  func isShouted(_ word: Concept.AdvisoryWord, _ sentence: Reading.Sentence) -> Bool {
    guard let tag = sentence.tags.first(where: { $0.means(word) }), tag.lower > sentence.lower else {
      return false
    }
    let words = reading.tokens[sentence.lower..<sentence.upper].filter { $0.kind == .word && $0.hasCase }
    return words.allSatisfy(\.isUpper) && isHeadline(word, sentence)
  }

  /// Whether it rules over the copies of others, of which a word for internal matter only tells the kind: “you may not
  /// publish handout photos”.
  func isTold(_ sentence: Reading.Sentence) -> Bool {
    guard let modal = sentence.tags.first(where: { $0.isModal }),
      let kind = sentence.tags.first(where: { $0.means(.internal) })
    else { return false }
    return modal.upper <= kind.lower && sentence.tags.contains { $0.action != nil && $0.lower < kind.lower }
  }

  /// The most words of a note that says no more than that something is over.
  private static let longestNote = 16
}
