/// Words that no list contains.
extension DiscourseJudge {
  /// Whether there is a word that no lexicon contains, as the object of an act: “sell fireworks”.
  func isUnknownNoun(_ index: Int, in sentence: Reading.Sentence) -> Bool {
    !unknownNouns(in: sentence, index..<index + 1).isEmpty
  }

  /// The tokens of a sentence that are words that no lexicon contains.
  func unknownNouns(in sentence: Reading.Sentence) -> [Int] {
    unknownNouns(in: sentence, sentence.lower..<sentence.upper)
  }

  /// The tokens of a range that are words that no lexicon contains; none lies after the sentence.
  ///
  /// Each tag of the sentence is looked at once, however many tokens are asked about.
  func unknownNouns(in sentence: Reading.Sentence, _ range: Range<Int>) -> [Int] {
    guard range.lowerBound < sentence.upper else { return [] }
    let range = range.clamped(to: range.lowerBound..<sentence.upper)
    var isOpen = range.map { index in
      let token = reading.tokens[index]
      return token.kind == .word && token.hasCase && !token.isCapitalised
    }
    guard isOpen.contains(true) else { return [] }
    func close(_ tokens: Range<Int>) {
      for index in tokens.clamped(to: range) { isOpen[index - range.lowerBound] = false }
    }
    for tags in [sentence.tags, sentence.signals, sentence.cues] {
      for tag in tags where !tag.isFrame { close(tag.lower..<tag.upper) }
    }
    // A word before an article is a preposition: “circulate beyond the newsroom”.
    for tags in [sentence.tags, sentence.cues] {
      for tag in tags where tag.means(.article) || tag.means(.determiner) || tag.means(.indefinite) {
        close(tag.lower - 1..<tag.lower)
      }
    }
    return range.filter { isOpen[$0 - range.lowerBound] }
  }
}
