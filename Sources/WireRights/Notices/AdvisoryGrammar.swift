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
    let evidence = reading.range(sentence.lower, sentence.upper)
    func has(_ word: Concept.AdvisoryWord) -> Bool { sentence.tags.contains { $0.means(word) } }
    if has(.kill), isOrder(.kill, sentence), !isEventOff(sentence, following), !isOfTerms(sentence) {
      let target = target(of: .kill, sentence)
      return Found(
        advisory: Advisory(.kill, evidence: evidence),
        clauses: [Clause(.prohibit, .use, target: target, evidence: evidence)]
          + commands(sentence, target: target))
    }
    if let withdrawal = withdrawal(sentence, evidence) { return withdrawal }
    if isNews(sentence) { return nil }
    if has(.release), !sentence.hasCue(.general), !isStory(of: .release, sentence),
      !isOnGoods(.release, sentence)
    {
      let action: Action = sentence.tags.contains { $0.action == .use } ? .use : .publish
      return Found(
        advisory: Advisory(.release, evidence: evidence),
        clauses: [Clause(.permit, action, evidence: evidence)])
    }
    if let gate = [Concept.AdvisoryWord.embargo, .hold].first(where: has), has(.lift),
      !isHeadline(gate, sentence), !isStory(of: gate, sentence), !isOnGoods(.lift, sentence),
      isAboutItem(sentence) || isNote(of: gate, sentence)
    {
      return Found(
        advisory: Advisory(.release, evidence: evidence),
        clauses: [Clause(.permit, .publish, evidence: evidence)])
    }
    if has(.hold), !has(.due), isOrder(.hold, sentence) {
      return Found(
        advisory: Advisory(.hold, evidence: evidence),
        clauses: [
          Clause(
            .prohibit, .publish, constraints: [Constraint(.timeBefore, "event:release-of-hold")],
            evidence: evidence)
        ])
    }
    if has(.embargo), isOrder(.embargo, sentence) { return embargo(sentence, following, evidence) }
    if let due = due(sentence, evidence) { return due }
    if let gate = gate(sentence, evidence) ?? barredDay(sentence, evidence) { return gate }
    if let edition = edition(sentence, evidence) { return edition }
    if has(.correction), leads(.correction, sentence), !isShouted(.correction, sentence) {
      let replaces = sentence.tags.contains { $0.action == .replace }
      return Found(
        advisory: Advisory(.correction, evidence: evidence),
        clauses: replaces ? [Clause(.oblige, .replace, evidence: evidence)] : [])
    }
    if has(.update), leads(.update, sentence), !isRule(sentence),
      reading.isBracketed(sentence) || !isHeadline(.update, sentence)
    {
      return Found(advisory: Advisory(.update, evidence: evidence))
    }
    if has(.internal), !has(.then), isNote(sentence), !sentence.hasCue(.general), !isRuleAboutCopies(sentence)
    {
      let isWithheld = sentence.tags.contains { $0.means(.internal) && $0.action == .publish }
      if isWithheld, let part = withheldPart(sentence, evidence) { return part }
      let note = isOnWhole(sentence) ? nil : "editorial-note"
      return Found(
        advisory: Advisory(.internal, evidence: evidence),
        clauses: isWithheld ? [Clause(.prohibit, .publish, target: note, evidence: evidence)] : [])
    }
    return nil
  }

  /// Whether the words of a kill or an embargo are an order, rather than a report about one.
  ///
  /// An order starts with them, refers to the item itself or addresses editors, is written in capitals, or names
  /// the time.
  private func isOrder(_ word: Concept.AdvisoryWord, _ sentence: Reading.Sentence) -> Bool {
    guard let tag = sentence.tags.first(where: { $0.means(word) }), !isHeadline(word, sentence) else {
      return false
    }
    if word == .embargo, isTerm(tag, sentence) || isStory(of: word, sentence) { return false }
    let before = sentence.tags.filter { $0.upper <= tag.lower }
    let isAddressed = before.contains { $0.means(.notice) }
    // “Airport expansion on hold pending court ruling”: a state of affairs, and no addressee.
    if word == .hold, !isAddressed, !isAboutItem(sentence),
      before.contains(where: { $0.upper == tag.lower && $0.isPreposition })
    {
      return false
    }
    // “Senator to hold hearing”: a verb, and no addressee.
    if tag.upper == tag.lower + 1, !isAddressed,
      before.contains(where: { $0.upper == tag.lower && $0.means(.infinitive) })
    {
      return false
    }
    // “Two sailors have been killed since Monday”
    if tag.means(.kill), tag.means(Concept.DiscourseWord.narrative), !isAddressed, !isAboutItem(sentence) {
      return false
    }
    // “Copy can be sent under embargo”
    if word == .embargo, before.contains(where: { $0.means(.permitNext) }),
      time(in: sentence, from: sentence.lower) == nil
    {
      return false
    }
    if startsWithTerms(sentence, upTo: tag.lower),
      word != .kill || isAboutItem(sentence) || isLabel(sentence, upTo: tag.lower)
    {
      return true
    }
    // “Harbour Press has withdrawn its story”, but not “two sailors have been killed” or “troops are withdrawn”
    if word == .kill, startsWithName(sentence, upTo: tag.lower), isAboutItem(sentence) { return true }
    if reading.tokens[tag.lower..<tag.upper].allSatisfy({ $0.kind != .word || $0.isUpper }) { return true }
    // “Date: 18 December 2026 Embargoed: 10 a.m.”
    if word == .embargo, tag.upper < sentence.upper, reading.tokens[tag.upper].isMark(":"),
      reading.tokens[tag.lower].isCapitalised
    {
      return true
    }
    if isAddressed, before.first?.lower == sentence.lower { return true }
    if sentence.isNarrative { return false }
    // The order may contain its noun: “기사는 사용하지 말아 주십시오”.
    if isAddressed
      || (before + [tag]).contains(where: {
        $0.means(Concept.DiscourseWord.matter) || $0.target != nil || word == .kill && $0.means(.works)
      })
    {
      return true
    }
    // “5月4日10時解禁”, “18.30'a kadar ambargolu”: if the word ends the line, the time precedes it.
    let isLast =
      tag.means(.until) || reading.tokens[tag.lower].isDense && isEnd(tag.upper, of: sentence)
      || sentence.tags.contains { $0.means(.until) && $0.upper == tag.lower }
    guard !isLast else { return time(in: sentence, from: sentence.lower) != nil }
    // “The embargo dates back to 1924 and holds until noon” is part of a story.
    return times.opening(in: sentence, from: tag.upper, to: sentence.upper)
      .map { $0.lower - tag.upper <= Self.farthestTime } ?? false
  }

  /// The most tokens between the word for an embargo and its time, if nothing else makes it an order.
  private static let farthestTime = 8

  /// Whether only punctuation follows.
  private func isEnd(_ index: Int, of sentence: Reading.Sentence) -> Bool {
    reading.tokens[index..<sentence.upper].allSatisfy { $0.kind == .mark }
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
        || sentence.tags.contains { $0.lower <= index && index < $0.upper }
    }
  }

  /// Whether an article, or one small word and an article, opens the sentence right before a word, so that the word
  /// is not a label: “The correction of the map”, “Nach der Korrektur des Haushalts”.
  private func isNoun(upTo upper: Int, in sentence: Reading.Sentence) -> Bool {
    guard let article = sentence.tags.first(where: { $0.upper == upper }),
      article.lower == sentence.lower
        || sentence.tags.contains(where: { $0.lower == sentence.lower && $0.upper == article.lower })
    else { return false }
    return (article.means(.article) || article.means(.determiner)) && !reading.tokens[article.upper].isUpper
  }

  /// Whether only a name precedes a token: “Harbour Press has withdrawn its story”.
  private func startsWithName(_ sentence: Reading.Sentence, upTo upper: Int) -> Bool {
    !isNoun(upTo: upper, in: sentence) && (1...6).contains(upper - sentence.lower)
      && reading.tokens[sentence.lower..<upper].allSatisfy { $0.kind != .word || $0.isCapitalised }
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
