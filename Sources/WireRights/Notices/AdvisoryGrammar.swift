internal import WireText

/// Reads what an advisory to editors asks for: kill, hold, embargo, release and the milder kinds.
struct AdvisoryGrammar {
  let reading: Reading

  /// What a sentence says as an advisory.
  struct Found {
    var advisory: Advisory?
    var clauses: [Clause] = []
  }

  /// The advisory of one sentence.
  ///
  /// - Parameter following: the sentences after it, which may hold the time of an embargo.
  func read(_ sentence: Reading.Sentence, following: ArraySlice<Reading.Sentence>) -> Found? {
    let evidence = reading.range(sentence.lower, sentence.upper)
    func has(_ word: Concept.AdvisoryWord) -> Bool { sentence.tags.contains { $0.means(word) } }
    let target = sentence.tags.compactMap(\.target).first
    if has(.kill), isOrder(sentence) {
      return Found(
        advisory: Advisory(.kill, evidence: evidence),
        clauses: [Clause(.prohibit, .use, target: target, evidence: evidence)]
          + commands(sentence, target: target))
    }
    if has(.release) {
      let action: Action = sentence.tags.contains { $0.action == .use } ? .use : .publish
      return Found(
        advisory: Advisory(.release, evidence: evidence),
        clauses: [Clause(.permit, action, evidence: evidence)])
    }
    if has(.embargo), has(.lift) {
      return Found(
        advisory: Advisory(.release, evidence: evidence),
        clauses: [Clause(.permit, .publish, evidence: evidence)])
    }
    if has(.hold) {
      return Found(
        advisory: Advisory(.hold, evidence: evidence),
        clauses: [
          Clause(
            .prohibit, .publish, constraints: [Constraint(.timeBefore, "event:release-of-hold")],
            evidence: evidence)
        ])
    }
    if has(.embargo), isOrder(sentence) { return embargo(sentence, following, evidence) }
    if let gate = gate(sentence, evidence) { return gate }
    if has(.correction), leads(.correction, sentence) {
      let replaces = sentence.tags.contains { $0.action == .replace }
      return Found(
        advisory: Advisory(.correction, evidence: evidence),
        clauses: replaces ? [Clause(.oblige, .replace, evidence: evidence)] : [])
    }
    if has(.update), leads(.update, sentence) {
      return Found(advisory: Advisory(.update, evidence: evidence))
    }
    if has(.internal) {
      let isWithheld = sentence.tags.contains { $0.means(.internal) && $0.action == .publish }
      return Found(
        advisory: Advisory(.internal, evidence: evidence),
        clauses: isWithheld ? [Clause(.prohibit, .publish, target: "editorial-note", evidence: evidence)] : []
      )
    }
    return nil
  }

  /// Whether the words of a kill or an embargo are an order, and not a report about one.
  ///
  /// An order starts with them, speaks of the item itself or to editors, is written in capitals, or names the time.
  private func isOrder(_ sentence: Reading.Sentence) -> Bool {
    guard let tag = sentence.tags.first(where: { $0.means(.kill) || $0.means(.embargo) }) else {
      return false
    }
    if startsWithTerms(sentence, upTo: tag.lower) { return true }
    if tag.means(.kill), startsWithName(sentence, upTo: tag.lower) { return true }
    if reading.tokens[tag.lower..<tag.upper].allSatisfy({ $0.kind != .word || $0.isUpper }) { return true }
    if sentence.tags.contains(where: { $0.means(Concept.DiscourseWord.narrative) }) { return false }
    let before = sentence.tags.filter { $0.upper <= tag.lower }
    if before.contains(where: {
      $0.means(Concept.DiscourseWord.matter) || $0.means(.notice) || $0.target != nil
    }) {
      return true
    }
    return time(in: sentence, from: tag.upper) != nil
  }

  /// Whether only marks, numbers and words of advisories stand before a token.
  private func startsWithTerms(_ sentence: Reading.Sentence, upTo upper: Int) -> Bool {
    guard upper - sentence.lower <= 8, !isNoun(upTo: upper, in: sentence) else { return false }
    return (sentence.lower..<upper).allSatisfy { index in
      let token = reading.tokens[index]
      return token.kind != .word || token.isUpper
        || sentence.tags.contains { $0.lower <= index && index < $0.upper }
    }
  }

  /// Whether an article opens the sentence right before a word, which then is no label: “The correction of the map”.
  private func isNoun(upTo upper: Int, in sentence: Reading.Sentence) -> Bool {
    guard let article = sentence.tags.first(where: { $0.upper == upper }), article.lower == sentence.lower
    else { return false }
    return article.means(.article) && !reading.tokens[article.upper].isUpper
  }

  /// Whether only a name stands before a token: “Harbour Press has withdrawn its story”.
  private func startsWithName(_ sentence: Reading.Sentence, upTo upper: Int) -> Bool {
    !isNoun(upTo: upper, in: sentence) && (1...6).contains(upper - sentence.lower)
      && reading.tokens[sentence.lower..<upper].allSatisfy { $0.kind != .word || $0.isCapitalised }
  }

  /// What a sentence of a kill commands: removing and deleting.
  func commands(
    _ sentence: Reading.Sentence, target: String? = nil,
    among actions: Set<Action> = [.remove, .delete, .stopUse]
  ) -> [Clause] {
    sentence.tags.compactMap { tag in
      guard let action = tag.action, actions.contains(action) else { return nil }
      return Clause(.oblige, action, target: target, evidence: reading.range(tag.lower, tag.upper))
    }
  }

  /// Whether a word stands where labels stand: at the start, after a call to editors or in capitals.
  private func leads(_ word: Concept.AdvisoryWord, _ sentence: Reading.Sentence) -> Bool {
    guard let tag = sentence.tags.first(where: { $0.means(word) }) else { return false }
    return startsWithTerms(sentence, upTo: tag.lower)
      || reading.tokens[tag.lower..<tag.upper].allSatisfy { $0.kind != .word || $0.isUpper }
  }

  /// “May not be published before Monday, 0001 GMT”: an embargo without the word.
  private func gate(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    let tags = sentence.tags
    guard let until = tags.first(where: { $0.means(.until) }),
      let first = tags.first(where: { $0.upper <= until.lower && Self.isPublishing($0) }),
      tags.contains(where: {
        $0.lower <= first.lower
          && ($0.means(.no) || $0.means(.prohibitNext) || $0.means(.not) || $0.means(.internal))
      }),
      let time = time(in: sentence, from: until.upper) ?? (hasClock(after: until, sentence) ? "unknown" : nil)
    else { return nil }
    let action: Action = tags.contains { $0.action == .use && $0.upper <= until.lower } ? .use : .publish
    let gates = gates(sentence)
    let constraints = gates.isEmpty ? [[Constraint(.timeBefore, time)]] : gates
    return Found(
      advisory: Advisory(.embargo, evidence: evidence),
      clauses: constraints.map { Clause(.prohibit, action, constraints: $0, evidence: evidence) })
  }

  /// The times of a sentence that names media: “not online before 6 a.m., not on television before noon of 5 May”.
  private func gates(_ sentence: Reading.Sentence) -> [[Constraint]] {
    var result: [[Constraint]] = []
    var start = sentence.lower
    for until in sentence.tags where until.means(.until) && until.lower >= start {
      let media = sentence.tags.filter { $0.lower >= start && $0.upper <= until.lower }
        .flatMap(\.constraints).filter { $0.kind == .channel }
      let grammar = TimeGrammar(reading: reading)
      guard !media.isEmpty,
        let found = grammar.moment(from: until.upper, to: sentence.upper, tags: sentence.tags),
        let time = found.moment.text
      else { continue }
      result.append(ClauseGrammar.merged(media) + [Constraint(.timeBefore, time)])
      start = found.upper
    }
    return result
  }

  /// Whether hours are named after a word such as “before”, with no day.
  private func hasClock(after until: Tag, _ sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains { tag in
      tag.lower >= until.upper
        && (tag.means(.time(.am)) || tag.means(.time(.pm)) || tag.means(.time(.noon))
          || tag.means(.time(.weekday)))
    }
  }

  private static func isPublishing(_ tag: Tag) -> Bool {
    switch tag.action {
    case .publish, .broadcast, .use, .communicate, .distribute, .display: true
    default: false
    }
  }

  private func embargo(
    _ sentence: Reading.Sentence, _ following: ArraySlice<Reading.Sentence>, _ evidence: TextRange
  ) -> Found {
    let action = sentence.tags.first { $0.action == .communicate }?.action ?? .publish
    let start = sentence.tags.first { $0.means(.embargo) }?.upper ?? sentence.lower
    var value = time(in: sentence, from: start) ?? time(in: sentence, from: sentence.lower)
    if value == nil, let next = following.first { value = time(in: next, from: next.lower) }
    let gates = gates(sentence)
    let gate = value ?? event(in: sentence, from: start) ?? "unknown"
    let constraints = gates.isEmpty ? [[Constraint(.timeBefore, gate)]] : gates
    return Found(
      advisory: Advisory(.embargo, evidence: evidence),
      clauses: constraints.map { Clause(.prohibit, action, constraints: $0, evidence: evidence) })
  }

  /// The event that an embargo waits for, in its own words: “until the end of the match”.
  private func event(in sentence: Reading.Sentence, from start: Int) -> String? {
    guard
      let until = sentence.tags.last(where: { $0.means(.until) && $0.upper >= start && $0.upper <= start + 8 }
      )
    else { return nil }
    // “Before the embargo expires” names no event.
    if sentence.tags.contains(where: { $0.means(.embargo) && $0.lower >= until.upper }) { return nil }
    var words: [String] = []
    for index in until.upper..<sentence.upper {
      let token = reading.tokens[index]
      if token.kind == .number || words.count == Self.longestEvent { return nil }
      if token.kind == .mark { break }
      let tag = sentence.tags.first { $0.lower == index }
      if tag?.means(.time(.weekday)) ?? false { return nil }
      if tag?.means(.article) ?? false { continue }
      if let last = sentence.tags.first(where: { $0.means(.from) && $0.lower < index && index < $0.upper }) {
        // “Of the” is one phrase.
        if index > last.lower { continue }
      }
      words.append(reading.list.word(index))
    }
    return words.isEmpty ? nil : "event:" + words.joined(separator: "-")
  }

  /// More words name no event.
  private static let longestEvent = 10

  private func time(in sentence: Reading.Sentence, from start: Int) -> String? {
    let grammar = TimeGrammar(reading: reading)
    if let found = grammar.moment(from: start, to: sentence.upper, tags: sentence.tags) {
      return found.moment.text
    }
    for tag in sentence.tags where tag.lower >= start {
      for case .time(.base(let event)) in tag.concepts where event.hasPrefix("event:") { return event }
    }
    return nil
  }
}
