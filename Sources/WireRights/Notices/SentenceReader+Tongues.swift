/// Lines that state the same prohibition in several languages.
extension SentenceReader {
  /// The sentences, with those split at free-standing slashes between rules in several languages: “Nachdruck
  /// verboten / Reproduction interdite”.
  static func partedByLanguage(
    _ sentences: [Reading.Sentence], in list: TokenList, with tagger: inout Tagger
  ) -> [Reading.Sentence] {
    var result: [Reading.Sentence] = []
    for sentence in sentences {
      let parts = parts(of: sentence, in: list)
      result += parts.count > 1 && areRulesInLanguages(parts, with: &tagger) ? parts : [sentence]
    }
    return result
  }

  /// A sentence split after each of its free-standing slashes.
  private static func parts(of sentence: Reading.Sentence, in list: TokenList) -> [Reading.Sentence] {
    var parts: [Reading.Sentence] = []
    var lower = sentence.lower
    for index in sentence.lower..<sentence.upper - 1
    where list.tokens[index].isMark(in: ["/", "|"]) && list.tokens[index].gap >= .space
      && list.tokens[index + 1].gap >= .space
    {
      parts.append(Reading.Sentence(lower: lower, upper: index + 1))
      lower = index + 1
    }
    return parts + [Reading.Sentence(lower: lower, upper: sentence.upper)]
  }

  /// Whether all parts are rules, not all in one language.
  private static func areRulesInLanguages(_ parts: [Reading.Sentence], with tagger: inout Tagger) -> Bool {
    var languages: Set<String> = []
    for part in parts {
      let phrases = tagger.phrases(from: part.lower, to: part.upper)
      let tags: [Tag] = tagger.taken(phrases)
      guard let language = tagger.language(of: phrases), tags.contains(where: rules) else { return false }
      languages.insert(language.lexicon.language)
    }
    return languages.count > 1
  }

  /// Whether it prohibits or permits something, or reserves all rights.
  private static func rules(_ tag: Tag) -> Bool {
    tag.means(.prohibit) || tag.means(.prohibitNext) || tag.means(.permit) || tag.means(.no)
      || tag.means(.only) || tag.means(.formula)
  }
}
