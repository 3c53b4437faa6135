internal import WireText

/// Times before which nothing may be published: lines with nothing else, days that are barred, hours without a day.
extension AdvisoryGrammar {
  /// “Not before noon on 8 December”, “Ikke før mandag”: a line of nothing but a negation, “before” and a time.
  func gateLine(_ sentence: Reading.Sentence, _ until: Tag) -> Constraint? {
    guard let first = sentence.tags.first, first.lower == sentence.lower,
      first.action == nil,
      first.lower == until.lower
        ? denies(within: until, sentence) : first.denies && first.upper == until.lower,
      let found = times.opening(in: sentence, from: until.upper, to: sentence.upper),
      found.lower - until.upper <= 1, found.moment.day != nil || isWhole(sentence)
    else { return nil }
    return found.moment.gate
  }

  /// Whether a word of a phrase by itself is a negation: “ikke før”.
  private func denies(within tag: Tag, _ sentence: Reading.Sentence) -> Bool {
    [Concept.EffectWord.not, .order, .no].contains {
      holds(.effect($0), within: tag.lower..<tag.upper, of: sentence)
    }
  }

  /// “Not for publication on 26 November”: not before that day is over.
  func barredDay(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    guard
      let bar = sentence.tags.first(where: { ($0.means(.no) || $0.means(.internal)) && !$0.means(.only) }),
      let act = sentence.tags.first(where: { $0.lower >= bar.lower && Self.isPublishing($0) }),
      act.lower - bar.upper <= 1, startsWithTerms(sentence, upTo: bar.lower),
      var found = times.opening(in: sentence, from: act.upper, to: sentence.upper),
      found.moment.day != nil, found.moment.month != nil, found.moment.hour == nil,
      sentence.tags.allSatisfy({ tag in
        tag.lower < act.upper || tag.upper > found.lower && !tag.means(.time(.after))
          || tag.lower == act.upper && tag.isPreposition && !tag.means(.time(.after))
      }), found.lower - act.upper <= 1
    else { return nil }
    found.moment.hour = 24
    return shut([act], [[found.moment.gate]], evidence)
  }

  /// The time that ends at a word such as “before”, in languages that put it last; acts may follow it there.
  func timeRightBefore(_ until: Tag, _ sentence: Reading.Sentence) -> Constraint? {
    guard
      let found = times.opening(in: sentence, from: sentence.lower, to: until.lower),
      until.lower - found.upper <= 1,
      found.moment.text != nil || found.moment.isOnWeekday || found.moment.isClock
    else { return nil }
    return found.moment.gate
  }

  /// The event of the lexicon that ends at a word such as “before”, or that includes it: “讲话结束前”, “a beszéd végéig”.
  func eventRightBefore(_ until: Tag, _ sentence: Reading.Sentence) -> Constraint? {
    sentence.tags.lazy
      .filter { $0.lower == until.lower || (0...1).contains(until.lower - $0.upper) }
      .compactMap(\.event).first.map { Constraint(.timeBefore, $0) }
  }

  /// Whether an hour without a day follows a word such as “before”.
  func hasClock(after until: Tag, _ sentence: Reading.Sentence) -> Bool {
    let start = timeStart(of: until)
    if let found = times.opening(in: sentence, from: start, to: sentence.upper),
      found.moment.isClock, found.lower - start <= 1
    {
      return true
    }
    return sentence.tags.contains { tag in
      tag.lower >= until.upper
        && (tag.means(.time(.am)) || tag.means(.time(.pm)) || tag.means(.time(.noon))
          || tag.isWeekday)
    }
  }

  /// Where the time behind a word such as “before” starts: with it, if it includes the word for the hour, as “prima delle”
  /// does.
  func timeStart(of until: Tag) -> Int { until.means(.time(.hour)) ? until.lower : until.upper }

  /// The embargo of a hold or a kill worded as “do not use it until”, with a time behind it or before it: “просимо не
  /// публікувати до понеділка”.
  func barred(by word: Concept.AdvisoryWord, _ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    guard let bar = sentence.tags.first(where: { $0.means(word) }), denies(within: bar, sentence) else {
      return nil
    }
    let isLed = holds(.advisory(.until), within: bar.upper - 1..<bar.upper, of: sentence)
    let until = sentence.tags.first { $0.means(.until) && $0.lower >= bar.upper }
    let start = isLed ? bar.upper : until?.upper
    let after = start.flatMap { times.opening(in: sentence, from: $0, to: sentence.upper) }
    if let start, let after, after.lower - start <= 1 { return shut([], [[after.moment.gate]], evidence) }
    return until.flatMap { timeRightBefore($0, sentence) }.map { shut([], [[$0]], evidence) }
  }
}
