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

  /// Whether a rule starts at a token right after a name, or after the full stop that is glued to both: without the
  /// rule that is a part of the name, as in “Harbour.Travel”.
  ///
  /// An act or the material that alone has a capital starts it, words without capitals follow, and soon the word that
  /// prohibits, permits or requires.
  static func starts(at index: Int, in list: TokenList, tagAt: (Int) -> Tag?) -> Bool {
    let tokens = list.tokens
    let isGlued = list.isGluedStop(index - 1)
    guard index > 0, isGlued || isName(tokens[index - 1]) && tokens[index].gap == .space,
      tokens[index].isTitle, let first = tagAt(index), first.upper < tokens.count,
      first.action != nil && (isGlued || first.upper == index + 1) || isSubject(first)
        || isGlued && first.isMaterial,
      tokens[index + 1..<first.upper].allSatisfy(isSmall),
      isSmall(tokens[first.upper]) || isGlued && tokens[first.upper].isMark(",")
    else { return false }
    for at in (isGlued ? index : first.upper)..<min(first.upper + longest, tokens.count) {
      guard tokens[at].gap < .line, !tokens[at].isMark(in: [".", "|"]) else { return false }
      guard let tag = tagAt(at) else { continue }
      if tag.means(.prohibit) || tag.means(.permit) || tag.isModal || tag.means(.required) { return true }
    }
    return false
  }

  /// Whether it is what a rule is about: “This material”, “Our articles”.
  private static func isSubject(_ tag: Tag) -> Bool {
    tag.means(Concept.HolderWord.determiner)
      || tag.upper > tag.lower + 1 && tag.means(Concept.DiscourseWord.matter)
  }

  /// Whether it is a word without a capital.
  private static func isSmall(_ token: Token) -> Bool { token.hasCase && !token.isCapitalised }

  /// Whether a token may end a name.
  private static func isName(_ token: Token) -> Bool {
    token.kind == .word && token.isCapitalised || token.isMark(in: ["\"", ")"])
  }
}

extension SentenceReader {
  /// The sentences, with copyright lines split where a rule or the formula follows without a full stop, or without a
  /// space after it.
  static func partedAtRules(
    _ sentences: [Reading.Sentence], in list: TokenList, with tagger: inout Tagger
  ) -> [Reading.Sentence] {
    var result: [Reading.Sentence] = []
    for sentence in sentences {
      guard let start = ruleStart(in: sentence, of: list, with: &tagger) else {
        result.append(sentence)
        continue
      }
      result.append(Reading.Sentence(lower: sentence.lower, upper: start))
      result.append(Reading.Sentence(lower: start, upper: sentence.upper))
    }
    return result
  }

  private static func ruleStart(
    in sentence: Reading.Sentence, of list: TokenList, with tagger: inout Tagger
  ) -> Int? {
    for index in sentence.lower..<sentence.upper {
      if list.tokens[index].isMark("\u{A9}") {
        return ruleStart(behind: index, in: sentence, of: list, with: &tagger)
      }
      if list.isGluedStop(index), startsRule(index + 1, in: sentence, of: list, with: &tagger) {
        return index + 1
      }
    }
    return nil
  }

  private static func ruleStart(
    behind sign: Int, in sentence: Reading.Sentence, of list: TokenList, with tagger: inout Tagger
  ) -> Int? {
    let tags: [Tag] = tagger.taken(tagger.phrases(from: sign + 1, to: sentence.upper))
    let tagAt = Dictionary(tags.map { ($0.lower, $0) }, uniquingKeysWith: { first, _ in first })
    for tag in tags {
      if tag.means(.formula) && list.isGluedStop(tag.lower - 1)
        || tag.lower > sign + 1 && GluedRule.starts(at: tag.lower, in: list, tagAt: { tagAt[$0] })
      {
        return tag.lower
      }
      // Behind another rule there is no name: “© Harbour Wire | Reuse is free | Kommerzielle Nutzung ist verboten”.
      if tag.hasEffect { return nil }
    }
    return nil
  }

  /// Whether the formula or a rule starts at a token after a full stop: “Harbour Wire.All rights reserved”.
  private static func startsRule(
    _ index: Int, in sentence: Reading.Sentence, of list: TokenList, with tagger: inout Tagger
  ) -> Bool {
    guard index < sentence.upper else { return false }
    let end = min(sentence.upper, index + longestStart)
    let tags: [Tag] = tagger.taken(tagger.phrases(from: index, to: end))
    guard let first = tags.first, first.lower == index else { return false }
    return first.means(.formula)
      || GluedRule.starts(at: index, in: list) { at in tags.first { $0.lower == at } }
  }

  /// The most words from the start of a rule to the one that prohibits, and of the formula.
  private static let longestStart = 16
}
