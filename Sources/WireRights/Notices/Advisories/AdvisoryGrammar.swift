internal import WireText

/// Reads what an advisory to editors requests: kill, hold, embargo, release and the milder kinds.
struct AdvisoryGrammar {
  let reading: Reading

  /// What a sentence says as an advisory.
  struct Found {
    var advisory: Advisory?
    var clauses: [Clause] = []
  }

  /// The advisory of one sentence.
  ///
  /// - Parameter following: the sentences after it, which may contain the time of an embargo.
  func read(_ sentence: Reading.Sentence, following: ArraySlice<Reading.Sentence>) -> Found? {
    order(sentence, following: following).map { onPart($0, of: sentence) }
  }

  private func order(_ sentence: Reading.Sentence, following: ArraySlice<Reading.Sentence>) -> Found? {
    let evidence = reading.range(sentence.lower, sentence.upper)
    if let found = hold(sentence, evidence) ?? heldForNow(sentence, evidence) { return found }
    if let found = kill(sentence, following, evidence) { return found }
    if let found = withdrawal(sentence, evidence) { return found }
    if isNews(sentence) { return nil }
    if let found = dated(sentence, evidence) ?? release(sentence, evidence) ?? lift(sentence, evidence)
      ?? freed(sentence, evidence) ?? absence(sentence, evidence)
    {
      return found
    }
    if let found = namedHold(sentence, evidence) ?? embargo(sentence, following, evidence) { return found }
    if let found = mediaStarts(sentence, following: following, evidence) ?? due(sentence, evidence)
      ?? gate(sentence, evidence)
    {
      return found
    }
    if let found = barredDay(sentence, evidence) ?? edition(sentence, evidence) { return found }
    return correction(sentence, evidence) ?? update(sentence, evidence) ?? note(sentence, evidence)
  }

  /// Whether a sentence has a word of advisories.
  func has(_ word: Concept.AdvisoryWord, _ sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains { $0.means(word) }
  }

  private func kill(
    _ sentence: Reading.Sentence, _ following: ArraySlice<Reading.Sentence>, _ evidence: TextRange
  ) -> Found? {
    guard has(.kill, sentence), isOrder(.kill, sentence), !isEventOff(sentence, following),
      !isOfTerms(sentence), !isEndOfEmbargo(sentence), !isLabelOfNews(sentence)
    else { return nil }
    if let found = barred(by: .kill, sentence, evidence) { return gate(sentence, evidence) ?? found }
    let target = target(of: .kill, sentence)
    return Found(
      advisory: Advisory(.kill, evidence: evidence),
      clauses: [Clause(.prohibit, .use, target: target, evidence: evidence)]
        + commands(sentence, target: target))
  }

  /// Whether what is ended by a word that also ends stories is an embargo: “het embargo op het rapport is vervallen”.
  private func isEndOfEmbargo(_ sentence: Reading.Sentence) -> Bool {
    let kills = sentence.tags.filter { $0.means(.kill) }
    return has(.embargo, sentence) && kills.allSatisfy { $0.means(.lift) }
  }

  private func release(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    guard has(.release, sentence), !sentence.hasCue(.general), !isStory(of: .release, sentence),
      !isOnGoods(.release, sentence), !isAwaited(sentence), !isHistory(sentence)
    else { return nil }
    let isForUse = sentence.tags.contains { $0.action == .use }
    return ended(sentence, for: isForUse ? .use : .publish, evidence)
  }

  /// The end of an embargo or hold: “embargo lifted”.
  private func lift(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    guard let gate = [Concept.AdvisoryWord.embargo, .hold].first(where: { has($0, sentence) }),
      has(.lift, sentence), !isHeadline(gate, sentence), !isStory(of: gate, sentence),
      !isOnGoods(.lift, sentence), !isAwaited(sentence), !isHistory(sentence),
      isAboutItem(sentence) || isNote(of: gate, sentence)
    else { return nil }
    return ended(sentence, for: .publish, evidence)
  }

  /// A release, or the embargo that stands until what the sentence names.
  private func ended(_ sentence: Reading.Sentence, for action: Action, _ evidence: TextRange) -> Found {
    if isPending(sentence) || isLiftConditional(sentence) || isLiftLimited(sentence) {
      return gated(evidence)
    }
    return lifted(sentence, for: action, evidence) ?? released(for: action, evidence)
  }

  func released(for action: Action, _ evidence: TextRange) -> Found {
    Found(
      advisory: Advisory(.release, evidence: evidence),
      clauses: [Clause(.permit, action, evidence: evidence)])
  }

  /// Whether the release or the end of the embargo is denied, or is what something waits for: “not for immediate
  /// release”, “not to be published before the embargo is lifted”.
  private func isAwaited(_ sentence: Reading.Sentence) -> Bool {
    guard let lift = sentence.tags.first(where: { $0.means(.lift) || $0.means(.release) }) else {
      return false
    }
    // “No es para su publicación inmediata”, but not “no embargo: for immediate release”.
    let denial = sentence.tags.last { $0.upper <= lift.lower && ($0.denies || !$0.isSmall) }
    if let denial, denial.denies, lift.lower - denial.upper <= Self.farthestDenial,
      !reading.tokens[denial.upper..<lift.lower].contains(where: { $0.kind == .mark })
    {
      return true
    }
    guard let until = sentence.tags.last(where: { $0.means(.until) && $0.upper <= lift.lower }) else {
      return false
    }
    return !reading.tokens[until.upper..<lift.lower].contains { $0.kind == .number }
      && !sentence.tags.contains { $0.isTimeOnly && $0.lower >= until.upper && $0.upper <= lift.lower }
      && sentence.tags.contains { $0.lower <= until.lower && ($0.denies || $0.means(.embargo)) }
  }

  /// The most tokens between a negation and the release that it denies.
  private static let farthestDenial = 2

  private func correction(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    guard has(.correction, sentence), leads(.correction, sentence), !isShouted(.correction, sentence) else {
      return nil
    }
    return Found(
      advisory: Advisory(.correction, evidence: evidence), clauses: replacement(sentence, evidence))
  }

  /// “Subs previous”, “please replace the earlier version”: whoever used the earlier version has to replace it.
  private func replacement(_ sentence: Reading.Sentence, _ evidence: TextRange) -> [Clause] {
    sentence.tags.contains { $0.action == .replace } ? [Clause(.oblige, .replace, evidence: evidence)] : []
  }

  private func update(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    guard has(.update, sentence), leads(.update, sentence), !isRule(sentence),
      reading.isBracketed(sentence) || !isHeadline(.update, sentence)
    else { return nil }
    return Found(advisory: Advisory(.update, evidence: evidence), clauses: replacement(sentence, evidence))
  }

  /// A note to editors, which may withhold the item or a part of it.
  private func note(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    guard has(.internal, sentence), !has(.then, sentence), isNote(sentence), !sentence.hasCue(.general),
      !isRuleAboutCopies(sentence)
    else { return nil }
    let isWithheld = sentence.tags.contains { $0.means(.internal) && $0.action == .publish }
    if isWithheld, let part = withheldPart(sentence, evidence) { return part }
    let note = isOnWhole(sentence) ? nil : "editorial-note"
    return Found(
      advisory: Advisory(.internal, evidence: evidence),
      clauses: isWithheld ? [Clause(.prohibit, .publish, target: note, evidence: evidence)] : [])
  }

  /// Whether it names the material.
  func isAboutItem(_ sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains { $0.target != nil || $0.means(Concept.DiscourseWord.matter) || $0.means(.works) }
  }

  /// Whether a word for internal matter makes a sentence a note to editors: it starts with the word, addresses
  /// them, refers to the material, or says little else.
  private func isNote(_ sentence: Reading.Sentence) -> Bool {
    let words = reading.tokens[sentence.lower..<sentence.upper].count { $0.kind == .word }
    let covered = sentence.tags.reduce(0) { $0 + $1.upper - $1.lower }
    return covered * 2 >= words
      || sentence.tags.contains { tag in
        tag.means(.notice) || tag.means(Concept.DiscourseWord.matter) || tag.target != nil
          || tag.means(.internal) && startsWithTerms(sentence, upTo: tag.lower)
      }
  }

  /// The one part of the material that an order applies to; nil for all of it, or if the words leave it open.
  private func target(of word: Concept.AdvisoryWord, _ sentence: Reading.Sentence) -> String? {
    let targets = sentence.tags.filter { $0.target != nil }
    guard let first = targets.first else { return nil }
    let order = sentence.tags.first { $0.means(word) }?.lower ?? sentence.lower
    // “The story or photo/graphic”: a form in which no alternative was struck out.
    for tag in sentence.tags
    where tag.lower >= order && tag.lower < first.upper + 3 && tag.lower != first.lower {
      let (left, right) = tag.lower < first.lower ? (tag, first) : (first, tag)
      let isOther = tag.means(Concept.DiscourseWord.matter) || tag.target != nil && tag.target != first.target
      if isOther, isAlternative(left.upper, right.lower) { return nil }
    }
    return first.target
  }

  /// Whether at most one word or slash separates two tokens.
  private func isAlternative(_ lower: Int, _ upper: Int) -> Bool {
    upper - lower == 1 && !reading.tokens[lower].isMark(",")
  }

  /// Whether only punctuation, numbers and words of advisories precede a token.
  func startsWithTerms(_ sentence: Reading.Sentence, upTo upper: Int) -> Bool {
    guard upper - sentence.lower <= 8, !isNoun(upTo: upper, in: sentence) else { return false }
    return (sentence.lower..<upper).allSatisfy { index in
      let token = reading.tokens[index]
      return token.kind != .word || token.isUpper
        || sentence.tags.contains { $0.lower <= index && index < $0.upper } || isOfItemCode(index, sentence)
    }
  }

  /// Whether it is part of an item's number in lower case, or a title in brackets right behind it: “mvp-0260 (Bank)”.
  private func isOfItemCode(_ index: Int, _ sentence: Reading.Sentence) -> Bool {
    let tokens = reading.tokens
    if index > sentence.lower + 1, tokens[index - 1].isMark("("), tokens[index].isCapitalised {
      return tokens[index - 2].kind == .number
    }
    guard index + 1 < sentence.upper else { return false }
    let next = tokens[index + 1].isMark("-") && tokens[index + 1].gap == .none ? index + 2 : index + 1
    return next < sentence.upper && tokens[next].kind == .number && tokens[next].gap <= .hyphen
      && (next > index + 1 || tokens[next].gap == .hyphen)
  }

  /// Whether an article, or one small word and an article, opens the sentence right before a word, so that the word
  /// is not a label: “The correction of the map”, “Nach der Korrektur des Haushalts”.
  func isNoun(upTo upper: Int, in sentence: Reading.Sentence) -> Bool {
    guard let article = sentence.tags.first(where: { $0.upper == upper }),
      article.lower == sentence.lower
        || sentence.tags.contains(where: { $0.lower == sentence.lower && $0.upper == article.lower })
    else { return false }
    return (article.means(.article) || article.means(.determiner)) && !reading.tokens[article.upper].isUpper
  }

  /// The acts that a kill orders: removing and deleting.
  func commands(
    _ sentence: Reading.Sentence, target: String? = nil,
    among actions: Set<Action> = [.remove, .delete, .stopUse]
  ) -> [Clause] {
    sentence.tags.compactMap { tag in
      guard let action = tag.action, actions.contains(action) else { return nil }
      return Clause(.oblige, action, target: target, evidence: reading.range(tag.lower, tag.upper))
    }
  }

  /// Whether hyphens join its words, as in the version of a slug: “1st Ld-Writethru”.
  private func isSlug(_ tag: Tag) -> Bool {
    tag.upper > tag.lower + 1 && reading.tokens[tag.upper - 1].gap == .hyphen
      && reading.tokens[tag.upper - 1].isCapitalised
  }

  /// Whether a word is in the position of a label: at the start, after an address to editors, or in capitals.
  func leads(_ word: Concept.AdvisoryWord, _ sentence: Reading.Sentence) -> Bool {
    let isCalled = sentence.tags.first.map { $0.lower == sentence.lower && $0.means(.notice) } ?? false
    return isCalled
      || sentence.tags.contains { tag in
        tag.means(word)
          && (startsWithTerms(sentence, upTo: tag.lower) || isSlug(tag)
            || reading.tokens[tag.lower..<tag.upper].allSatisfy { $0.kind != .word || $0.isUpper })
      }
  }
}

extension Advisory.Kind {
  /// The most severe first, in the order of the specification.
  public static let order: [Advisory.Kind] = [
    .kill, .hold, .embargo, .release, .correction, .update, .usageRestriction, .mandatoryCredit, .internal,
  ]
}
