internal import WireText

/// Ends of embargoes that have not come yet.
extension AdvisoryGrammar {
  /// The embargo of words that also mean a release, with a time behind them: “cleared for publication 5 May, 6 p.m.”.
  func dated(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    sentence.tags.contains { $0.means(.due) && $0.means(.release) } ? due(sentence, evidence) : nil
  }

  /// Whether something waits for the end of an embargo or hold: “once the embargo is lifted”, “for release after the
  /// embargo ends”, but not “after talks, the embargo is lifted”.
  func isPending(_ sentence: Reading.Sentence) -> Bool {
    let words = sentence.tags.filter {
      $0.means(.embargo) || $0.means(.hold) || $0.means(.lift) || $0.means(.release)
    }
    guard let start = words.map(\.lower).min() else { return false }
    // “Release: the embargo is lifted” has a label and no cue.
    let cues = Set(conditions(sentence).map(\.upper).filter { reading.tokens[$0 - 1].kind == .word })
    let labels = sentence.tags.filter { $0.means(.due) && reading.tokens[$0.upper - 1].kind == .word }
    return words.contains { waits($0.lower, for: cues, sentence) }
      || waits(start, for: Set(labels.map(\.upper)), sentence) || isPermitted(from: start, sentence)
  }

  /// Whether something is permitted from the end of an embargo on, which a small word introduces as its time:
  /// “publication libre à la levée de l’embargo”, but not “publication is free: embargo lifted”.
  private func isPermitted(from end: Int, _ sentence: Reading.Sentence) -> Bool {
    guard let permit = sentence.tags.first(where: { $0.means(.permit) || $0.means(.free) }),
      permit.upper < end, reading.tokens[permit.upper..<end].allSatisfy({ $0.kind == .word })
    else { return false }
    let small = sentence.tags.filter { permit.upper <= $0.lower && $0.upper <= end }
    return small.contains { $0.isPreposition } && end - permit.upper <= Self.farthestCue
  }

  /// Words for what comes first: “when”, “provided that”, “after”.
  private func conditions(_ sentence: Reading.Sentence) -> [Tag] {
    sentence.cues.filter { $0.means(.pending) }
      + sentence.tags.filter { $0.means(.time(.after)) || $0.means(.provided) }
  }

  /// Whether one of the cues, by their ends, stands before a token with only words between that belong to it.
  private func waits(_ start: Int, for cues: Set<Int>, _ sentence: Reading.Sentence) -> Bool {
    guard let cue = (0...Self.farthestCue).map({ start - $0 }).first(where: { cues.contains($0) }) else {
      return false
    }
    // “Nach Rücksprache ist die Sperrfrist aufgehoben”: where nouns have capitals, one may be no name.
    let hasCapitalNouns = sentence.language?.lexicon.hasCapitalNouns ?? false
    return (cue..<start).allSatisfy { index in
      let token = reading.tokens[index]
      return token.kind == .word && (!hasCapitalNouns || token.isUpper || !token.isCapitalised)
    }
  }

  /// Whether the end of an embargo depends on what follows it: “embargo lifted once the minister speaks”, but not
  /// “the embargo was lifted after the speech”.
  func isLiftConditional(_ sentence: Reading.Sentence) -> Bool {
    guard let words = lift(in: sentence) ?? releaseWords(of: sentence),
      let cue = conditions(sentence).filter({ $0.lower >= words.upperBound }).min(by: { $0.lower < $1.lower })
    else { return false }
    return isBeside(words.upperBound, cue.lower) && !isTold(sentence, upTo: cue.lower)
  }

  /// The embargo that ends at an instant beside the words for its end, with what is permitted from then on: “embargo
  /// lifted at 18:00 on 5 January”.
  ///
  /// Whether that instant has come is seen when a use is decided. The lift of one of several items ends no embargo but
  /// its own: “Sport: embargo lifted at 18:00”.
  func lifted(_ sentence: Reading.Sentence, for action: Action, _ evidence: TextRange) -> Found? {
    guard let words = lift(in: sentence), let moment = moment(beside: words, sentence) else { return nil }
    let gate = moment.gate
    var found = Found(
      advisory: Advisory(.embargo, evidence: evidence),
      clauses: [Clause(.prohibit, .publish, constraints: [gate], evidence: evidence)])
    if opensLine(words, sentence) {
      var permit = gate
      permit.kind = .timeAfter
      found.clauses.append(Clause(.permit, action, constraints: [permit], evidence: evidence))
    }
    return found
  }

  /// Whether nothing before words in their line may name the item that they are about: a label, a number, a headline.
  private func opensLine(_ words: Range<Int>, _ sentence: Reading.Sentence) -> Bool {
    var lower = words.lowerBound
    while lower > 0, reading.tokens[lower].gap < .line,
      reading.sentence(endingBefore: lower).map({ !has(.embargo, $0) }) ?? true
    {
      guard words.lowerBound - lower < Self.longestLead else { return false }
      lower -= 1
    }
    let time = times.opening(in: sentence, from: sentence.lower, to: words.lowerBound)?.read ?? []
    return (lower..<words.lowerBound).allSatisfy { index in
      if reading.tokens[index].kind == .mark || time.contains(index) { return true }
      guard let tag = sentence.known.first(where: { $0.lower <= index && index < $0.upper }) else {
        return false
      }
      // “NORWAY: Embargo lifted” names the desk.
      return tag.isAdvisory || tag.hasPlace
        || !reading.tokens[tag.upper].isMark(":")
    }
  }

  /// The most tokens before the words for the end of an embargo in their line: “At 18:00 GMT on Friday, 5 January 2030, the”.
  private static let longestLead = 24

  /// Whether an embargo ends only in a medium, for a party, in a place or for a part of the material: “print embargo
  /// lifted at noon”; a place before it may be that of the desk.
  func isLiftLimited(_ sentence: Reading.Sentence) -> Bool {
    guard let words = lift(in: sentence) else { return false }
    return sentence.tags.contains { tag in
      let isWithin = words.contains(tag.lower)
      return tag.target.map { $0 != "text" } ?? false
        || isWithin && (tag.action == .broadcast || tag.action == .print)
        || tag.constraints.contains { $0.kind != .territory || tag.lower >= words.lowerBound }
    }
  }

  private func moment(beside words: Range<Int>, _ sentence: Reading.Sentence) -> TimeGrammar.Moment? {
    if let found = times.opening(in: sentence, from: words.upperBound, to: sentence.upper),
      found.moment.hasDay || found.moment.hour != nil, isBeside(words.upperBound, found.lower),
      !isTold(sentence, upTo: found.lower)
    {
      return found.moment
    }
    // “At 6 p.m. on 5 January the embargo is lifted”
    guard let found = times.opening(in: sentence, from: sentence.lower, to: words.lowerBound),
      found.moment.hasDay, isBeside(found.upper, words.lowerBound), !isTold(sentence, upTo: sentence.upper)
    else { return nil }
    return found.moment
  }

  /// The tokens of the words for the end of an embargo: of one phrase, “embargo lifted”, or from the first word for an
  /// embargo or its end to the first of the other.
  private func lift(in sentence: Reading.Sentence) -> Range<Int>? {
    if let end = sentence.tags.first(where: { $0.means(.release) && namesEmbargo($0, sentence) }) {
      return end.lower..<end.upper
    }
    guard let gate = sentence.tags.first(where: { $0.means(.embargo) || $0.means(.hold) }),
      let lift = sentence.tags.first(where: { $0.means(.lift) })
    else { return nil }
    return min(gate.lower, lift.lower)..<max(gate.upper, lift.upper)
  }

  /// The tokens of the words for a release that are no end of an embargo: “for immediate release”.
  private func releaseWords(of sentence: Reading.Sentence) -> Range<Int>? {
    sentence.tags.first { $0.means(.release) }.map { $0.lower..<$0.upper }
  }

  /// Whether one of the words of a phrase by itself means an embargo: “embargo lifted”, but not “for immediate
  /// release”.
  private func namesEmbargo(_ tag: Tag, _ sentence: Reading.Sentence) -> Bool {
    holds(.advisory(.embargo), within: tag.lower..<tag.upper, of: sentence)
  }

  /// Whether a single word in a range means something, also within a longer phrase.
  func holds(_ concept: Concept, within range: Range<Int>, of sentence: Reading.Sentence) -> Bool {
    guard let phrases = sentence.language?.phrases else { return false }
    return range.contains { index in
      phrases.matches(in: reading.list, from: index, to: index + 1).contains {
        phrases.entries[$0.entry].concepts.contains(concept)
      }
    }
  }

  /// Whether only a few words, or a comma, are between two tokens.
  private func isBeside(_ lower: Int, _ upper: Int) -> Bool {
    let between = reading.tokens[lower..<max(lower, upper)]
    if between.count <= 1 { return between.allSatisfy { $0.kind == .word || $0.isMark(",") } }
    return between.count <= Self.farthestCue && between.allSatisfy { $0.kind == .word }
  }

  /// Whether a word for a report precedes a token: “was lifted after”.
  private func isTold(_ sentence: Reading.Sentence, upTo upper: Int) -> Bool {
    sentence.tags.contains { $0.upper <= upper && $0.means(Concept.DiscourseWord.narrative) }
      || holds(.discourse(.narrative), within: sentence.lower..<upper, of: sentence)
  }

  /// The embargo whose end nobody knows.
  func gated(_ evidence: TextRange) -> Found {
    Found(
      advisory: Advisory(.embargo, evidence: evidence),
      clauses: [
        Clause(.prohibit, .publish, constraints: [Constraint.unknownGate], evidence: evidence)
      ])
  }

  /// The most tokens between “when” and the embargo whose end it names, “when the Harbour Wire embargo”, or between the
  /// end of an embargo and its condition.
  private static let farthestCue = 3
}
