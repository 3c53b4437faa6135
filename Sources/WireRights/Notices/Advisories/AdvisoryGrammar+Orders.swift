internal import WireText

/// Tells orders to editors from sentences that report them.
extension AdvisoryGrammar {
  /// A word of advisories in a sentence.
  private struct Order {
    let word: Concept.AdvisoryWord
    let tag: Tag
    let sentence: Reading.Sentence
    /// The tags before it.
    let before: [Tag]

    /// Whether editors are addressed before it.
    var isAddressed: Bool { before.contains { $0.means(.notice) } }
  }

  /// Whether the words of a kill or an embargo are an order, rather than a report about one.
  ///
  /// An order starts with them, refers to the item itself or addresses editors, is written in capitals, or names
  /// the time.
  func isOrder(_ word: Concept.AdvisoryWord, _ sentence: Reading.Sentence) -> Bool {
    guard let tag = sentence.tags.first(where: { $0.means(word) }), !isHeadline(word, sentence) else {
      return false
    }
    let before = sentence.tags.filter { $0.upper <= tag.lower }
    let order = Order(word: word, tag: tag, sentence: sentence, before: before)
    if isReported(order) { return false }
    if standsAsOrder(order) || order.isAddressed && before.first?.lower == sentence.lower { return true }
    if sentence.isNarrative { return false }
    return order.isAddressed || namesMaterial(order) || isTimed(order)
  }

  /// Whether the word says what happens or happened, or is a term of an agreement.
  private func isReported(_ order: Order) -> Bool {
    let (tag, sentence) = (order.tag, order.sentence)
    if order.word == .embargo {
      if isTerm(tag, sentence) || isStory(of: .embargo, sentence) || isToldOn(sentence) { return true }
      // “Copy can be sent under embargo”
      if order.before.contains(where: { $0.means(.permitNext) }),
        time(in: sentence, from: sentence.lower) == nil
      {
        return true
      }
    }
    guard !order.isAddressed else { return false }
    // “L'étude était sous embargo jusqu'à hier”
    if order.word == .embargo, time(in: sentence, from: sentence.lower) == nil, !namesClock(sentence),
      order.before.contains(where: {
        $0.means(Concept.DiscourseWord.narrative) && (0...1).contains(tag.lower - $0.upper)
      }),
      // Not “until further notice” or an event.
      sentence.known.contains(where: { $0.lower >= tag.upper && $0.means(Concept.DiscourseWord.narrative) })
    {
      return true
    }
    func follows(_ isKind: (Tag) -> Bool) -> Bool {
      order.before.contains { $0.upper == tag.lower && isKind($0) }
    }
    // “Airport expansion on hold pending court ruling”: a state of affairs.
    if order.word == .hold, !isAboutItem(sentence), follows(\.isPreposition) { return true }
    // “Senator to hold hearing”: a verb.
    if tag.upper == tag.lower + 1, follows({ $0.means(.infinitive) }) { return true }
    // “Two sailors have been killed since Monday”
    return tag.means(.kill) && tag.means(Concept.DiscourseWord.narrative) && !isAboutItem(sentence)
  }

  /// Whether a semicolon leads on to a report: “The embargo runs until 30 June; steel may then be sold, the commission
  /// said”.
  private func isToldOn(_ sentence: Reading.Sentence) -> Bool {
    guard reading.tokens[sentence.upper - 1].isMark(";"), !isAboutItem(sentence) else { return false }
    let next = reading.sentences.partitioningIndex { $0.lower >= sentence.upper }
    return next < reading.sentences.count && DiscourseJudge(reading: reading).isProse(reading.sentences[next])
  }

  /// Whether the word stands where labels and orders stand, or is written as they are.
  private func standsAsOrder(_ order: Order) -> Bool {
    let (word, tag, sentence) = (order.word, order.tag, order.sentence)
    if startsWithTerms(sentence, upTo: tag.lower),
      word != .kill || isAboutItem(sentence) || isLabel(sentence, upTo: tag.lower)
    {
      return true
    }
    // “Harbour Press has withdrawn its story”, but not “two sailors have been killed” or “troops are withdrawn”
    if word == .kill, startsWithName(sentence, upTo: tag.lower), isAboutItem(sentence) { return true }
    if reading.tokens[tag.lower..<tag.upper].allSatisfy({ $0.kind != .word || $0.isUpper }) { return true }
    // “Date: 18 December 2026 Embargoed: 10 a.m.”
    return word == .embargo && tag.upper < sentence.upper && reading.tokens[tag.upper].isMark(":")
      && reading.tokens[tag.lower].isCapitalised
  }

  /// Whether the material is named with or before the word: “기사는 사용하지 말아 주십시오”.
  private func namesMaterial(_ order: Order) -> Bool {
    (order.before + [order.tag]).contains {
      $0.means(Concept.DiscourseWord.matter) || $0.target != nil || order.word == .kill && $0.means(.works)
    }
  }

  /// Whether a time stands next to the word.
  private func isTimed(_ order: Order) -> Bool {
    if order.word == .embargo, endsAtEvent(order) { return true }
    let (tag, sentence) = (order.tag, order.sentence)
    // “5月4日10時解禁”, “18.30'a kadar ambargolu”: if the word ends the line, the time precedes it.
    let isLast =
      tag.means(.until)
      || reading.tokens[tag.lower].isDense && reading.isCovered(tag.upper..<sentence.upper, by: [])
      || sentence.tags.contains { $0.means(.until) && $0.upper == tag.lower }
    guard !isLast else { return time(in: sentence, from: sentence.lower) != nil || namesClock(sentence) }
    if isBehindItsEnd(tag, sentence) { return true }
    // “The embargo dates back to 1924 and holds until noon” is part of a story.
    return times.opening(in: sentence, from: tag.upper, to: sentence.upper)
      .map { $0.lower - tag.upper <= Self.farthestTime } ?? false
  }

  /// Whether it names a time of day, as the embargoes of news agencies do and those of states do not: “until noon”.
  private func namesClock(_ sentence: Reading.Sentence) -> Bool {
    times.opening(in: sentence, from: sentence.lower, to: sentence.upper)?.moment.hour != nil
  }

  /// Whether the time at which it ends stands before the word, in languages that put the verb or its object last:
  /// “unterliegt bis morgen, 10 Uhr, einer Sperrfrist”.
  private func isBehindItsEnd(_ embargo: Tag, _ sentence: Reading.Sentence) -> Bool {
    guard let until = sentence.tags.last(where: { $0.means(.until) && $0.upper <= embargo.lower }),
      let end = times.opening(in: sentence, from: until.upper, to: embargo.lower)
    else { return false }
    return end.lower - until.upper <= 2 && end.moment.hour != nil && embargo.lower - end.upper <= 3
  }

  /// Whether an event right after the word ends the embargo on what opens the sentence: “this briefing is embargoed until
  /// the bill is tabled”.
  private func endsAtEvent(_ order: Order) -> Bool {
    let (tag, sentence) = (order.tag, order.sentence)
    let isOnSubject =
      tag.lower - sentence.lower <= Self.longestSubject
      && sentence.tags.contains {
        $0.lower == sentence.lower && $0.upper < tag.lower && $0.means(.determiner)
      }
    let isLed =
      tag.means(.until)
      || sentence.tags.contains { $0.means(.until) && (0...1).contains($0.lower - tag.upper) }
    // “Has lived under an embargo until today”
    let isNoun =
      sentence.cues.contains { $0.means(.indefinite) && $0.upper == tag.lower }
      || order.before.contains { $0.means(.article) && $0.upper == tag.lower }
    return isOnSubject && isLed && !isNoun && event(in: sentence, from: tag.upper) != nil
  }

  /// The most tokens of what is embargoed, with its verb.
  private static let longestSubject = 6

  /// The most tokens between the word for an embargo and its time, if nothing else makes it an order.
  private static let farthestTime = 8

  /// Whether only a name precedes a token: “Harbour Press has withdrawn its story”.
  private func startsWithName(_ sentence: Reading.Sentence, upTo upper: Int) -> Bool {
    !isNoun(upTo: upper, in: sentence) && (1...6).contains(upper - sentence.lower)
      && reading.tokens[sentence.lower..<upper].allSatisfy { $0.kind != .word || $0.isCapitalised }
  }
}
