internal import WireText

/// Withdrawals without a word for them.
extension AdvisoryGrammar {
  /// “Please delete the photo of the fire and do not use it”: a kill worded as an instruction about an item.
  ///
  /// It starts with the request, the address to editors or the order, or ends with the request in languages that
  /// put verbs last. An instruction to delete after a time or under terms is not a withdrawal, and a report that
  /// somebody was asked to delete something is news.
  func withdrawal(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    let tags = sentence.tags
    let target = tags.first { $0.target != nil }?.target
    guard
      target != nil || tags.contains(where: { $0.means(Concept.DiscourseWord.matter) }) || hasCode(sentence),
      !tags.contains(where: Self.isOfTerms)
    else { return nil }
    let orders = commands(sentence, target: target)
    guard !orders.isEmpty, isAsked(sentence) || isUseForbidden(tags) && isSaidAtOnce(sentence) else {
      return nil
    }
    return Found(
      advisory: Advisory(.kill, evidence: evidence),
      clauses: [Clause(.prohibit, .use, target: target, evidence: evidence)] + orders)
  }

  /// Whether an item is named by its number: “eliminate XAB104”.
  private func hasCode(_ sentence: Reading.Sentence) -> Bool {
    (sentence.lower..<max(sentence.lower, sentence.upper - 1)).contains { index in
      reading.tokens[index].isUpper && reading.tokens[index + 1].kind == .number
        && reading.tokens[index + 1].gap == .none
        && reading.tokens[index + 1].upper - reading.tokens[index + 1].lower >= Self.fewestDigits
    }
  }

  /// The fewest digits of an item's number.
  private static let fewestDigits = 3

  /// Whether the word for a kill stands in terms, which last: “if we withdraw a story you must remove it”, “take the photo
  /// down after 7 days”.
  func isOfTerms(_ sentence: Reading.Sentence) -> Bool {
    guard let kill = sentence.tags.first(where: { $0.means(.kill) }) else { return false }
    // “資料は個人利用以外に使用しないでください”: only other uses are prohibited.
    if kill.action != nil, sentence.tags.contains(where: { $0.means(Concept.ConditionWord.except) }),
      sentence.tags.contains(where: \.hasPurpose)
    {
      return true
    }
    if let opener = sentence.tags.first(where: { $0.lower == sentence.lower && $0.means(.provided) }),
      (0...3).contains(kill.lower - opener.upper),
      reading.tokens[opener.upper..<kill.lower].allSatisfy({ $0.kind != .mark })
    {
      return true
    }
    return sentence.tags.contains { after in
      guard after.means(.time(.after)), after.lower >= kill.upper, after.upper < sentence.upper else {
        return false
      }
      let isNumber =
        reading.tokens[after.upper].kind == .number
        || sentence.tags.contains { $0.lower == after.upper && $0.number != nil }
      return isNumber
        && sentence.tags.contains { $0.isPeriodUnit && (1...2).contains($0.lower - after.upper) }
    }
  }

  /// Whether a headline says that something else is cancelled: “CANCELED: SPRING PARADE IN ORMSBY”.
  ///
  /// The label is a word that also ends other things, and neither the headline nor what follows mentions a text.
  func isEventOff(_ sentence: Reading.Sentence, _ following: ArraySlice<Reading.Sentence>) -> Bool {
    let kills = sentence.tags.filter { $0.means(.kill) }
    guard let tag = kills.first, kills.count == 1, tag.lower == sentence.lower,
      tag.means(.lift) || holds(.advisory(.lift), within: tag.lower..<tag.upper, of: sentence)
    else { return false }
    let colon = reading.tokens[tag.upper - 1].isMark(":") ? tag.upper - 1 : tag.upper
    guard colon + 1 < sentence.upper, reading.tokens[colon].isMark(":") else { return false }
    let rest = colon + 1..<sentence.upper
    let words = rest.filter { reading.tokens[$0].kind == .word }
    guard words.count > 2, words.allSatisfy({ !reading.isPartOfCompound($0, within: rest) }),
      rest.allSatisfy({ !reading.tokens[$0].isMark(in: ["\"", "'"]) && reading.tokens[$0].kind != .number })
    else { return false }
    return !([sentence] + following.prefix(2)).contains { near in
      near.tags.contains { other in
        other.lower != tag.lower
          && (other.isAdvisory || other.target != nil || other.means(Concept.DiscourseWord.matter)
            || other.means(.works) || other.action == .remove || other.action == .delete)
      }
    }
  }

  /// Whether it is worded as a request or an address to editors, or starts with its subject.
  private func isAsked(_ sentence: Reading.Sentence) -> Bool {
    let isAboutItem = sentence.tags.first.map { $0.lower == sentence.lower && $0.target != nil } ?? false
    return sentence.tags.contains { tag in
      guard tag.means(.request) || tag.means(.notice) else { return false }
      return isAboutItem || tag.action != nil || startsWithTerms(sentence, upTo: tag.lower)
        || reading.tokens[tag.upper..<sentence.upper].allSatisfy { $0.kind == .mark }
    }
  }

  /// Whether only words of terms precede the instruction: no “the mayor asked the paper to …”.
  private func isSaidAtOnce(_ sentence: Reading.Sentence) -> Bool {
    sentence.tags.first { $0.action != nil || $0.means(.prohibitNext) }
      .map { startsWithTerms(sentence, upTo: $0.lower) } ?? false
  }

  private func isUseForbidden(_ tags: [Tag]) -> Bool {
    tags.contains { $0.means(.prohibitNext) || $0.means(.no) || $0.means(.prohibit) }
      && tags.contains { $0.action == .use || $0.action == .publish }
  }

  /// Whether it is a word of terms, which are permanent, or of a story, rather than of a single order.
  private static func isOfTerms(_ tag: Tag) -> Bool {
    tag.means(.permission) || tag.means(.agreement) || tag.means(.provided)
      || tag.means(Concept.ConditionWord.except) || tag.means(Concept.DiscourseWord.narrative)
      || tag.concepts.contains {
        switch $0 {
        case .time(.within), .time(.after), .time(.base): true
        default: false
        }
      }
  }

  /// Whether only words of advisories, capitals and punctuation precede an order: no “the contract is withdrawn”.
  func isLabel(_ sentence: Reading.Sentence, upTo upper: Int) -> Bool {
    (sentence.lower..<upper).allSatisfy { index in
      reading.tokens[index].kind != .word || reading.tokens[index].isUpper
        || sentence.tags.contains {
          $0.lower <= index && index < $0.upper && ($0.isAdvisory || $0.means(.request) || $0.action != nil)
        }
    }
  }

  /// Whether months or years are named, as in contracts: “Sperrfrist: 15 Monate nach letzter Erhöhung”.
  func isTerm(_ embargo: Tag, _ sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains { period in
      period.lower > embargo.upper && reading.tokens[period.lower - 1].kind == .number
        && reading.tokens[period.lower].hasCase
        && (period.means(.time(.monthUnit)) || period.means(.time(.year)))
    } && time(in: sentence, from: embargo.upper) == nil
  }

  /// Whether a story reports an embargo or its end, without an address to editors: “embargoed copies were sold on
  /// Friday”, “40 minutes before the embargo lifted”.
  func isStory(of word: Concept.AdvisoryWord, _ sentence: Reading.Sentence) -> Bool {
    guard let tag = sentence.tags.first(where: { $0.means(word) }),
      !sentence.tags.contains(where: {
        $0.means(.notice) || $0.means(.due) || $0.means(Concept.DiscourseWord.matter)
      }),
      tag.upper == sentence.upper || !reading.tokens[tag.upper].isMark(":"),
      !reading.tokens[tag.lower..<tag.upper].allSatisfy({ $0.kind != .word || $0.isUpper })
    else { return false }
    if word == .embargo, sentence.isNarrative {
      return !(tag.means(.until) || sentence.tags.contains { $0.means(.until) && $0.lower >= tag.upper })
    }
    if sentence.cues.contains(where: { $0.means(.indefinite) && $0.upper == tag.lower }) {
      return !sentence.tags.contains { $0.means(.until) && $0.lower >= tag.upper }
    }
    let article = sentence.tags.first { $0.upper == tag.lower && $0.means(.article) }
    let start = article?.lower ?? tag.lower
    return start > sentence.lower && sentence.tags.contains { $0.means(.until) && $0.upper == start }
      && (word == .release || sentence.tags.contains { $0.means(.lift) && $0.lower >= tag.upper })
  }

  /// Whether the embargo that is lifted is on goods: “Embargo lifted on Ruritanian grain”.
  func isOnGoods(_ word: Concept.AdvisoryWord, _ sentence: Reading.Sentence) -> Bool {
    guard !isAboutItem(sentence), let tag = sentence.tags.last(where: { $0.means(word) }),
      let on = sentence.tags.first(where: {
        $0.lower == tag.upper && $0.isPreposition && !$0.means(.article)
      })
    else { return false }
    let article = sentence.tags.first { $0.lower == on.upper && $0.means(.article) }
    let next = article?.upper ?? on.upper
    guard next < sentence.upper, reading.tokens[next].kind == .word,
      !reading.isPartOfCompound(next, within: sentence.lower..<sentence.upper)
    else { return false }
    let tagged = sentence.tags.first { $0.lower <= next && next < $0.upper }
    return tagged?.constraints.allSatisfy { $0.kind == .territory } ?? true
      && !(tagged?.concepts.contains(where: \.isTime) ?? false)
  }

  /// “Not for publication in Norway”: a prohibition for a place, a medium or a recipient alone, and not a note to
  /// editors.
  func withheldPart(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    guard !sentence.tags.contains(where: { $0.means(.only) }) else { return nil }
    let limits = sentence.tags.flatMap { tag in
      tag.constraints.filter { $0.kind == .territory || $0.kind == .channel || $0.kind == .recipient }
        .map { limit in
          var limit = limit
          if sentence.tags.contains(where: { $0.means(.except) && $0.upper <= tag.lower }) {
            limit.comparison = .neq
          }
          return limit
        }
    }
    guard !limits.isEmpty else { return nil }
    let span = Span(tags: sentence.tags, lower: sentence.lower, upper: sentence.upper)
    return Found(
      advisory: Advisory(.usageRestriction, evidence: evidence),
      clauses: ClauseGrammar(reading: reading, span: span).eachListed(ClauseGrammar.merged(limits)).map {
        Clause(.prohibit, .publish, constraints: $0, evidence: evidence)
      })
  }

  /// Whether an order not to publish is about all of the material rather than a note to editors: it names the
  /// material, as in “Internal paper, not for publication”, or is all that a sentence after others says.
  func isOnWhole(_ sentence: Reading.Sentence) -> Bool {
    guard !sentence.tags.contains(where: { $0.means(.notice) }),
      !reading.tokens[sentence.lower..<sentence.upper].contains(where: { $0.isMark(":") })
    else { return false }
    if sentence.tags.contains(where: { $0.means(Concept.DiscourseWord.matter) }) { return true }
    guard let first = reading.sentences.first, first.lower < sentence.lower else { return false }
    let words = (sentence.lower..<sentence.upper).filter { reading.tokens[$0].kind == .word }
    return words.allSatisfy { index in
      sentence.tags.contains {
        $0.means(.internal) && $0.action == .publish && $0.lower <= index && index < $0.upper
      }
    }
  }
}
