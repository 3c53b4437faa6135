/// A rule that follows the name of a copyright line without a full stop: “© 2024 Harbour Works Copying of texts is
/// prohibited”.
enum GluedRule {
  /// The most words from the act that starts a rule to the word that prohibits it.
  private static let longest = 12

  /// Whether a word that permits or prohibits follows an act: “Reuse is authorised”.
  static func isRule(_ act: Tag, before predicate: Tag?) -> Bool {
    guard act.action != nil, let predicate, predicate.action == nil else { return false }
    return predicate.means(.permit) || predicate.means(.prohibit)
  }

  /// Whether a rule starts at a token right after a name.
  ///
  /// An act that alone has a capital starts it, words without capitals follow, and soon the word that prohibits, permits
  /// or requires.
  static func starts(at index: Int, in tokens: [Token], tagAt: (Int) -> Tag?) -> Bool {
    guard index > 0, isName(tokens[index - 1]), tokens[index].gap == .space, tokens[index].isCapitalised,
      !tokens[index].isUpper, let act = tagAt(index), act.action != nil, act.upper == index + 1,
      act.upper < tokens.count, tokens[act.upper].kind == .word, tokens[act.upper].hasCase,
      !tokens[act.upper].isCapitalised
    else { return false }
    for at in act.upper..<min(act.upper + longest, tokens.count) {
      guard tokens[at].gap < .line, !tokens[at].isMark(in: [".", "|"]) else { return false }
      guard let tag = tagAt(at) else { continue }
      if tag.means(.prohibit) || tag.means(.permit) || tag.isModal || tag.means(.required) { return true }
    }
    return false
  }

  /// Whether a token may end a name.
  private static func isName(_ token: Token) -> Bool {
    token.kind == .word && token.isCapitalised || token.isMark(in: ["\"", ")"])
  }
}

extension SentenceReader {
  /// The sentences, with copyright lines split where a rule follows without a full stop.
  static func partedAtRules(
    _ sentences: [Reading.Sentence], in list: TokenList, with tagger: inout Tagger
  ) -> [Reading.Sentence] {
    var result: [Reading.Sentence] = []
    for sentence in sentences {
      guard let sign = (sentence.lower..<sentence.upper).first(where: { list.tokens[$0].isMark("\u{A9}") }),
        let start = ruleStart(after: sign, in: sentence, of: list, with: &tagger)
      else {
        result.append(sentence)
        continue
      }
      result.append(Reading.Sentence(lower: sentence.lower, upper: start))
      result.append(Reading.Sentence(lower: start, upper: sentence.upper))
    }
    return result
  }

  private static func ruleStart(
    after sign: Int, in sentence: Reading.Sentence, of list: TokenList, with tagger: inout Tagger
  ) -> Int? {
    let tags: [Tag] = tagger.taken(tagger.phrases(from: sign + 1, to: sentence.upper))
    let tagAt = Dictionary(tags.map { ($0.lower, $0) }, uniquingKeysWith: { first, _ in first })
    return tags.lazy.map(\.lower).first {
      $0 > sign + 1 && GluedRule.starts(at: $0, in: list.tokens, tagAt: { tagAt[$0] })
    }
  }
}
