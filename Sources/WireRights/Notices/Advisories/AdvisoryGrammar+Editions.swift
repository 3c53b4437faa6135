internal import WireText

/// Embargoes until the newspapers of a day are published.
extension AdvisoryGrammar {
  /// “For Monday papers”, “Frei für Freitagausgaben”: not before that day, at an unknown hour; if no day is named,
  /// as in “for tomorrow’s papers”, the time is unknown.
  func edition(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    guard let lead = sentence.cues.first(where: { $0.means(.editionLead) }),
      let papers = sentence.cues.first(where: { $0.means(.edition) }),
      lead.lower >= papers.lower || opensLine(sentence, upTo: lead.lower),
      // “You may use our photos for: …”
      !sentence.hasCue(.addressee),
      sentence.tags.allSatisfy({ isOfEdition($0) }), isWhole(sentence),
      // “For use until 30 June” says when a permission ends.
      !sentence.tags.contains(where: { $0.means(.until) && $0.lower > lead.lower })
    else { return nil }
    // Words for newspapers shift no time.
    var line = sentence
    line.tags = (line.tags + line.cues).sorted { $0.lower < $1.lower }
    let found = times.opening(in: line, from: sentence.lower, to: sentence.upper)
    // “Free for newspapers” may be about the fee.
    let isDue = sentence.tags.contains { $0.means(.permitNext) } || lead.upper - lead.lower > 1
    guard found != nil || isDue || papers.upper - papers.lower > 1 else { return nil }
    return Found(
      advisory: Advisory(.embargo, evidence: evidence),
      clauses: [
        Clause(
          .prohibit, .publish, constraints: [found?.moment.gate ?? Constraint.unknownGate],
          evidence: evidence)
      ])
  }

  /// Whether only punctuation and words for what is free precede a token.
  private func opensLine(_ sentence: Reading.Sentence, upTo upper: Int) -> Bool {
    (sentence.lower..<upper).allSatisfy { index in
      reading.tokens[index].kind != .word
        || sentence.tags.contains { tag in
          tag.lower <= index && index < tag.upper
            && (tag.means(.free) || tag.means(.due) || Self.isPublishing(tag) || tag.isSmall)
        }
    }
  }

  /// Whether a word of a line is about time or publishing, or a small word.
  private func isOfEdition(_ tag: Tag) -> Bool {
    tag.isSmall || tag.isPreposition || tag.isTimeOnly || tag.isAdvisory || tag.means(.free)
      || tag.means(.permit) || tag.means(.permitNext)
      || tag.means(Concept.DiscourseWord.matter) || Self.isPublishing(tag)
      || tag.constraints.contains { $0.kind == .channel }
  }
}
