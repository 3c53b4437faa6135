internal import WireText

/// What the rules of a sentence are about, where only the sentences before it say so.
extension StatementBuilder {
  /// Whether its subject is that of the preceding rule: “Not for broadcast. It may not be passed on.”
  func isOfRule(_ sentence: Reading.Sentence) -> Bool {
    !result.clauses.isEmpty && startsWithParty(sentence) { $0.means(.anaphor) }
  }

  /// Whether it goes on with what whoever has the copy may do: “No translations. You may republish either version.”
  func addressesReader(_ sentence: Reading.Sentence) -> Bool {
    !result.clauses.isEmpty && startsWithParty(sentence, isPlain: true) { $0.means(.addressee) }
  }

  /// Whether it starts with a pronoun and a modal word: “it may not be”, “you may”, “no pueden”.
  ///
  /// - Parameter isPlain: whether a modal word that includes its act does not count.
  private func startsWithParty(
    _ sentence: Reading.Sentence, isPlain: Bool = false, _ isParty: (Tag) -> Bool
  ) -> Bool {
    sentence.known.contains { cue in
      isParty(cue) && cue.lower == sentence.lower
        && (sentence.tags.contains { tag in
          tag.isModal && (tag.lower == cue.upper || tag.lower == cue.lower) && !(isPlain && tag.action != nil)
        } || isOrdered(behind: cue, sentence))
    }
  }

  /// Whether a demand follows a pronoun: “it must be deleted”.
  private func isOrdered(behind pronoun: Tag, _ sentence: Reading.Sentence) -> Bool {
    pronoun.means(.anaphor) && sentence.cues.contains { $0.lower == pronoun.upper && $0.means(.demand) }
  }

  /// The part of the material that “they” refers to: “Our photos are free. They may not be cropped.”
  func subject(of sentence: Reading.Sentence, _ reading: Reading) -> String? {
    // “The site contains agency copy. These materials may not be copied.”
    if sentence.cues.contains(where: { $0.means(.anaphor) && $0.lower == sentence.lower }),
      let before = reading.sentence(before: sentence),
      before.tags.contains(where: { $0.target == "third-party" })
    {
      return "third-party"
    }
    guard isOfRule(sentence),
      !sentence.tags.contains(where: { $0.target != nil || $0.means(Concept.DiscourseWord.matter) })
    else { return nil }
    // “Non possono essere archiviati i podcast”: the subject of a verb without a pronoun may stand behind it.
    let verb = sentence.tags.first { $0.lower == sentence.lower && $0.isModal }
    if let verb, !reading.isCovered(verb.upper..<sentence.upper, by: sentence.known) { return nil }
    return verb == nil ? result.clauses.last?.target : part(namedBefore: sentence, reading)
  }

  /// The only part of the material that rules of this sentence or the one right before it are about.
  private func part(namedBefore sentence: Reading.Sentence, _ reading: Reading) -> String? {
    let start = reading.sentence(before: sentence)?.lower ?? sentence.lower
    let lower = reading.range(start, sentence.upper).lower
    let near = result.clauses.filter { $0.evidence.lower >= lower }
    return Set(near.map(\.target)).count == 1 ? near.last?.target : nil
  }

  /// The part of the material named before to which a pronoun beside an act refers: “downloading them is not
  /// permitted”, “their sale”.
  func object(of span: Span, in sentence: Reading.Sentence, _ reading: Reading) -> String? {
    guard !span.tags.contains(where: { $0.target != nil || $0.means(Concept.DiscourseWord.matter) }) else {
      return nil
    }
    let isNamed = sentence.cues.contains { cue in
      cue.means(.anaphor) && span.lower <= cue.lower && cue.upper <= span.upper
        && !span.tags.contains { $0.lower == cue.lower && $0.isModal }
        && span.tags.contains { act in
          act.action != nil
            && (act.upper == cue.lower && cue.lower > sentence.lower || act.lower == cue.upper)
        }
    }
    return isNamed ? part(namedBefore: sentence, reading) : nil
  }

  /// The part of the material that a rule without one continues to be about: “these images are for editorial use
  /// only; commercial use requires permission”.
  func part(for clause: Clause, of sentence: Reading.Sentence, _ reading: Reading) -> String? {
    func isPurpose(_ clause: Clause) -> Bool {
      clause.action == .use && !clause.constraints.isEmpty
        && clause.constraints.allSatisfy { $0.kind == .purpose }
    }
    let goesOn = sentence.lower > 0 && reading.tokens[sentence.lower - 1].isMark(";")
    guard !goesOn, isPurpose(clause), let last = result.clauses.last, isPurpose(last),
      last.target != "third-party", clause.constraints != last.constraints,
      !sentence.tags.contains(where: {
        $0.target != nil || $0.means(Concept.DiscourseWord.matter) || $0.means(.works)
      })
    else { return nil }
    return last.target
  }

  /// The part of the material that labels a sentence at its start: “Photos: BULGARIA OUT”.
  func label(of sentence: Reading.Sentence, _ reading: Reading) -> String? {
    guard let tag = sentence.tags.first, tag.lower == sentence.lower, tag.upper < sentence.upper,
      reading.tokens[tag.upper].isMark(":")
    else { return nil }
    return tag.target
  }
}
