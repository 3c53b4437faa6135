/// Sports results, which have the form of places that are out.
extension DiscourseJudge {
  /// Whether it tells who has lost, because a story goes on behind its mark: “Portugal, Wales out; hosts survive”.
  ///
  /// In capitals, and before another term, it is an order: “Norway out; no sales”.
  func isResult(_ sentence: Reading.Sentence) -> Bool {
    let tokens = reading.tokens
    guard let out = sentence.tags.last(where: { $0.means(Concept.EffectWord.out) }),
      !tokens[out.lower].isUpper,
      tokens[out.lower].hasCase, out.upper < tokens.count, tokens[out.upper].isMark(in: [";", ",", ":"])
    else { return false }
    let rest = tokens[(out.upper + 1)...].prefix { $0.gap < .line }.indices
    let words = reading.sentences.lazy.filter { $0.lower < rest.upperBound && $0.upper > rest.lowerBound }
      .flatMap(\.known).filter { rest.contains($0.lower) }
    guard !(words + sentence.tags.filter { $0.upper <= out.lower }).contains(where: Self.isOfNote) else {
      return false
    }
    return words.contains(where: \.hasPlace)
      || rest.contains { index in
        tokens[index].kind == .word && tokens[index].hasCase && !tokens[index].isCapitalised
          && !words.contains { $0.lower <= index && index < $0.upper }
      }
  }

  /// Whether it is a word of orders or credits rather than of a story.
  private static func isOfNote(_ tag: Tag) -> Bool {
    tag.hasEffect || tag.isAdvisory || tag.action != nil || tag.target != nil || !tag.duties.isEmpty
      || tag.constraints.contains { $0.kind != .territory } || tag.means(.creditLabel)
  }
}
