/// Lines that state several rules without a full stop between them.
extension SentenceReader {
  /// The sentences, with those split that state rules on both sides of a vertical bar or a line break, or in several
  /// languages on both sides of a slash: “Nachdruck verboten / Reproduction interdite”.
  static func partedAtSigns(
    _ sentences: [Reading.Sentence], in list: TokenList, with tagger: inout Tagger
  ) -> [Reading.Sentence] {
    var result: [Reading.Sentence] = []
    for sentence in sentences {
      let isItem = isDashed(sentence, in: list)
      guard
        (sentence.lower..<sentence.upper - 1).contains(where: {
          mayPart($0, in: list) || isItem && isFreeSign($0, ["-"], in: list)
        })
      else {
        result.append(sentence)
        continue
      }
      let tongues = parts(of: sentence, in: list) { isFreeSign($0, ["/", "|"], in: list) }
      if tongues.count > 1, areRulesInLanguages(tongues, with: &tagger) {
        result += tongues
      } else {
        result += wholeParts(
          parts(of: sentence, in: list) { index in
            endsRule(index, in: list)
              || isItem && isFreeSign(index, ["-"], in: list) && list.tokens[index + 1].isCapitalised
          }, in: list, with: &tagger)
      }
    }
    return result
  }

  /// Whether a dash before a sentence shows that it is an item of a list, which may go on in the line: “- No scraping -
  /// No use of photos”.
  private static func isDashed(_ sentence: Reading.Sentence, in list: TokenList) -> Bool {
    sentence.lower > 0 && list.tokens[sentence.lower - 1].isMark("-")
      && list.tokens[sentence.lower].gap >= .space
  }

  /// Whether a sentence may be split after a token.
  private static func mayPart(_ index: Int, in list: TokenList) -> Bool {
    isFreeSign(index, ["/"], in: list) || endsRule(index, in: list)
  }

  /// A sentence split after each of the tokens that end a part.
  static func parts(
    of sentence: Reading.Sentence, in list: TokenList, after isEnd: (Int) -> Bool
  ) -> [Reading.Sentence] {
    var parts: [Reading.Sentence] = []
    var lower = sentence.lower
    for index in sentence.lower..<sentence.upper - 1 where isEnd(index) {
      parts.append(Reading.Sentence(lower: lower, upper: index + 1))
      lower = index + 1
    }
    return parts + [Reading.Sentence(lower: lower, upper: sentence.upper)]
  }

  /// Whether it is a sign with space on both sides.
  private static func isFreeSign(_ index: Int, _ signs: [Unicode.Scalar], in list: TokenList) -> Bool {
    list.tokens[index].isMark(in: signs) && list.tokens[index].gap >= .space
      && list.tokens[index + 1].gap >= .space
  }

  /// Whether two hyphens with space on both sides, a typewriter's dash, end with a token.
  private static func isDash(_ index: Int, in list: TokenList) -> Bool {
    index > 0 && list.tokens[index].isMark("-") && list.tokens[index].gap == .none
      && list.tokens[index - 1].isMark("-") && list.tokens[index - 1].gap >= .space
      && list.tokens[index + 1].gap >= .space
  }

  /// Whether a rule may end with a token: with a free-standing bar or two hyphens, a square bracket, or the last word of
  /// a line before a capital.
  private static func endsRule(_ index: Int, in list: TokenList) -> Bool {
    if isFreeSign(index, ["|"], in: list) || isDash(index, in: list) || list.tokens[index].isMark("]") {
      return true
    }
    let next = list.tokens[index + 1]
    return list.tokens[index].kind == .word
      && (next.gap >= .line && next.isCapitalised || isLabel(index + 1, in: list))
  }

  /// Whether a label in capitals starts in the middle of a line: “Jo Bell/Gull Wire NOTE TO EDITORS: This photo may …”.
  private static func isLabel(_ start: Int, in list: TokenList) -> Bool {
    guard !list.tokens[start - 1].isUpper else { return false }
    let words = list.tokens[start...].prefix(Self.longestLabel).prefix {
      $0.kind == .word && $0.isUpper && $0.gap == .space
    }
    return words.count > 1 && words.endIndex < list.tokens.count && list.tokens[words.endIndex].isMark(":")
  }

  /// The most words of such a label.
  private static let longestLabel = 6

  /// Parts joined so that each that follows another states something of its own, and the one before it is whole.
  static func wholeParts(
    _ parts: [Reading.Sentence], in list: TokenList, with tagger: inout Tagger
  ) -> [Reading.Sentence] {
    guard parts.count > 1 else { return parts }
    var result: [Reading.Sentence] = []
    var before: [Tag] = []
    for part in parts {
      let tags: [Tag] = tagger.taken(tagger.phrases(from: part.lower, to: part.upper))
      guard let last = result.last else {
        result.append(part)
        before = tags
        continue
      }
      let isStop = isStop(last.upper - 1, in: list)
      // “Kestrel Ltd. No reproduction without permission”: the holder of what follows.
      let isEnd = isStop ? before.contains { $0.means(.mark) } : list.tokens[last.upper - 1].isMark("|")
      // “[재판매 및 DB 금지] 보도용”, but not the label of an order: “【禁发】”
      let isBracket = list.tokens[last.upper - 1].isMark("]")
      let isWhole =
        isBracket ? statesRule(before) : isRule(before, upTo: last.upper) || isEnd && saysNothing(before)
      // “- No scraping - No using photos for …”
      let isItem =
        list.tokens[last.upper - 1].isMark("-")
        && tags.first.map { $0.lower == part.lower && $0.denies } ?? false
      let isMore = statesMore(tags, after: before) || isStop && tags.contains { $0.means(.only) }
      // “Gull Press Ltd. All rights reserved | Imprint”: part of the copyright line.
      let isFormula = isStop && tags.first?.means(.formula) ?? false
      if isWhole && (isItem || isMore) && !isFormula || isLabel(part.lower, in: list) {
        result.append(part)
        before = tags
      } else {
        result[result.count - 1].upper = part.upper
        before += tags
      }
    }
    return result
  }

  /// Whether words state a rule, and do not break off inside it: “Nachdruck nur mit”.
  private static func isRule(_ tags: [Tag], upTo end: Int) -> Bool {
    guard let last = tags.last else { return false }
    let goesOn =
      last.upper == end
      && (last.isSmall || last.isModal || last.means(.only) || last.means(.no) || last.means(.written)
        || last.means(.without) || last.means(.unless) || last.means(.with) || last.means(.by)
        || last.means(.from))
    return !goesOn && (statesRule(tags) || isOrder(tags))
  }

  /// Whether words prohibit or permit something, reserve all rights, or require a permission; not only a limit of
  /// another rule, as “only with permission” and “not free” are.
  ///
  /// - Parameter isBehind: whether they stand behind a rule, which words about any use limit: “for non-commercial use
  ///   only”, “free of charge”.
  private static func statesRule(_ tags: [Tag], isBehind: Bool = false) -> Bool {
    func has(_ meets: (Tag) -> Bool) -> Bool { tags.contains(where: meets) }
    if has({ $0.means(.formula) || $0.means(.prohibit) || $0.means(.permit) })
      || has({ $0.means(.required) }) && has({ $0.means(.permission) })
    {
      return true
    }
    let isFree = has { $0.means(.free) } && !has(\.denies)
    let isAct = has { $0.action != nil && !(isBehind && $0.action == .use) }
    if isAct, isFree || has({ $0.isModal || $0.means(.no) || $0.means(.only) }) { return true }
    return isBehind ? has { $0.means(.prohibitNext) } : isFree
  }

  /// Whether words are an order to editors: an embargo, a hold, a release.
  private static func isOrder(_ tags: [Tag]) -> Bool {
    tags.contains {
      $0.means(.embargo) || $0.means(.hold) || $0.means(.kill) || $0.means(.release) || $0.means(.out)
        || $0.means(.shutOut)
    }
  }

  /// Whether words state nothing that could belong to what follows, as a name or a copyright line does.
  private static func saysNothing(_ tags: [Tag]) -> Bool {
    let isLine = tags.contains { $0.means(.mark) }
    return tags.allSatisfy { tag in
      !tag.hasEffect && !tag.isCondition && !tag.isProviso && !tag.isTimeLimit
        && (isLine || tag.constraints.isEmpty && tag.action == nil)
    }
  }

  /// Whether words are a sentence of their own after others, and do not only limit what these permit: “for
  /// non-commercial purposes only”.
  private static func statesMore(_ tags: [Tag], after before: [Tag]) -> Bool {
    if isOrder(tags) || tags.contains(where: { $0.means(.restriction) }) { return true }
    // A release has no limits of its own: “For immediate release | For subscribers only”.
    if isOrder(before), tags.contains(where: { $0.means(.only) || $0.isProviso || $0.means(.permission) }) {
      return true
    }
    return statesRule(tags, isBehind: true)
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
