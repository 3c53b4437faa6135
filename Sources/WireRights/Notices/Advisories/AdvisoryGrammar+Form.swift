internal import WireText

/// Distinguishes orders to editors from news with the same words.
extension AdvisoryGrammar {
  /// Whether a bare word of advisories is part of news: it is among a few words that belong to no order.
  ///
  /// Capitals are no evidence in a headline (“KILL BILL DIES”). An advisory is recognised by its form: a label, an
  /// address to editors, a word for the material, a time, a name that contains marks or is in quotation marks, or
  /// the word repeated.
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
    // A slug in capitals stands out only among lower-case letters.
    if words.contains(where: { !reading.tokens[$0].isUpper }),
      names.contains(where: { reading.tokens[$0].isUpper })
    {
      return false
    }
    let isLifted = sentence.tags.contains { $0.means(.lift) }
    let small = isLifted ? smallWords(of: sentence) : []
    let others = words.filter { index in
      !names.contains(index) && !small.contains(index)
        && !sentence.tags.contains { $0.lower <= index && index < $0.upper && $0.isAdvisory }
    }
    // “Embargo on Cuba lifted”: after the end of an embargo, one word is enough to name its object.
    let fewest = isLifted ? 1 : 2
    return others.count >= fewest && others.allSatisfy { !reading.tokens[$0].isDense }
  }

  /// The words of a sentence that name nothing: articles, forms of “to be”.
  private func smallWords(of sentence: Reading.Sentence) -> Set<Int> {
    sentence.known.filter(\.isSmall).reduce(
      into: sentence.fillers(in: reading.list, from: sentence.lower, to: sentence.upper)
    ) { $0.formUnion($1.lower..<$1.upper) }
  }

  /// Whether a word of advisories is among only a few words, or where labels and addresses to editors are.
  func isNote(of word: Concept.AdvisoryWord, _ sentence: Reading.Sentence) -> Bool {
    reading.tokens[sentence.lower..<sentence.upper].count { $0.kind == .word } <= Self.longestNote
      || leads(word, sentence) || sentence.tags.contains { $0.means(.notice) }
      || reading.isItemName(in: sentence)
  }

  /// Whether it states what is permitted and what is not: “Minor edits are permitted”.
  func isRule(_ sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains { $0.means(.permit) || $0.means(.prohibit) || $0.isModal }
  }

  /// Whether a bare word is inside a headline in capitals: “MARKET CORRECTION WIPES BILLIONS OFF SHARES”.
  func isShouted(_ word: Concept.AdvisoryWord, _ sentence: Reading.Sentence) -> Bool {
    guard let tag = sentence.tags.first(where: { $0.means(word) }), tag.lower > sentence.lower else {
      return false
    }
    let words = reading.tokens[sentence.lower..<sentence.upper].filter { $0.kind == .word && $0.hasCase }
    return words.allSatisfy(\.isUpper) && isHeadline(word, sentence)
  }

  /// Whether it restricts what others may do with copies, and a word for internal matter only says which copies:
  /// “you may not publish handout photos”.
  func isRuleAboutCopies(_ sentence: Reading.Sentence) -> Bool {
    guard let modal = sentence.tags.first(where: { $0.isModal }),
      let kind = sentence.tags.first(where: { $0.means(.internal) })
    else { return false }
    return modal.upper <= kind.lower && sentence.tags.contains { $0.action != nil && $0.lower < kind.lower }
  }

  /// The most words of a note that only says that something is over.
  private static let longestNote = 16
}
