internal import WireText

/// Finds the words next to a copyright sign in a language without a lexicon.
///
/// Nothing can be read from them; but next to the sign they may well be terms, so they are kept as residue.
struct UnknownLanguage {
  let reading: Reading

  /// The words of a sentence that no lexicon contains, after its signs, years and names; nil if there are too few.
  ///
  /// - Parameter names: the names of holders that were found.
  func words(of sentence: Reading.Sentence, names: [NameScanner.Name]) -> TextRange? {
    var start = sentence.lower
    for tag in sentence.tags where tag.means(.mark) { start = max(start, tag.upper) }
    for name in names where name.lower >= sentence.lower && name.upper <= sentence.upper {
      start = max(start, name.upper)
    }
    while start < sentence.upper, reading.tokens[start].kind != .word { start += 1 }
    guard start < sentence.upper else { return nil }
    let tokens = reading.tokens[start..<sentence.upper]
    // Four characters of a script without spaces count as a word.
    var quarters = 0
    var hasPlainWord = false
    for token in tokens where token.kind == .word {
      quarters += token.isDense ? 1 : 4
      if !token.isCapitalised { hasPlainWord = true }
    }
    guard quarters >= Self.fewestWords * 4, hasPlainWord, !isAddress(tokens) else { return nil }
    guard quarters >= Self.fewestOfPhrase * 4 || isBar(sentence, from: start) else { return nil }
    var known = 0
    for tag in sentence.tags + sentence.signals where tag.lower >= start {
      for token in reading.tokens[tag.lower..<tag.upper] where token.kind == .word {
        known += token.isDense ? 1 : 4
      }
    }
    // A known language would show at least in its small words.
    let small = sentence.fillers(in: reading.list, from: start, to: sentence.upper).count * 4
    let isKnown = known * 4 > quarters || (known + small) * 5 > quarters * 2
    guard !isKnown || isBar(sentence, from: start) else { return nil }
    var upper = sentence.upper
    while upper - 1 > start, reading.tokens[upper - 1].kind == .mark { upper -= 1 }
    return reading.range(start, upper)
  }

  /// The fewest words of a sentence; fewer words of a phrase mean nothing unless they prohibit something.
  private static let fewestWords = 2
  private static let fewestOfPhrase = 3

  /// Whether it prohibits something, whatever that is: “Kopiatzea debekatuta”.
  private func isBar(_ sentence: Reading.Sentence, from start: Int) -> Bool {
    sentence.tags.contains { tag in
      tag.lower >= start
        && (tag.means(.prohibit) || tag.lower == start && (tag.means(.prohibitNext) || tag.means(.no)))
    }
  }

  /// Whether it is a contact address.
  private func isAddress(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { $0.isMark("@") }
      || tokens.indices.dropLast().contains { tokens[$0].isMark("/") && tokens[$0 + 1].isMark("/") }
  }
}
