internal import WireText

/// Notes that nothing is embargoed, or no longer.
extension AdvisoryGrammar {
  /// “No embargo”, “Kein Embargo”, “Embargo: no”: a release, if a sentence has no other words.
  func absence(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    let gates = sentence.tags.filter { $0.means(.embargo) }
    guard let gate = gates.first, gates.count == 1, !gate.means(.until), !gate.denies else { return nil }
    let denials = sentence.tags.filter { $0.denies || $0.means(.without) }
    guard !denials.isEmpty, reading.isCovered(sentence.lower..<sentence.upper, by: gates + denials) else {
      return nil
    }
    return released(for: .publish, evidence)
  }

  /// “It is now released” right behind an embargo or a hold of all of the item; elsewhere it may be about anything.
  func freed(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    guard sentence.hasCue(.freed), let before = reading.sentence(before: sentence),
      !before.hasCue(.freed), sentence.upper - sentence.lower <= Self.longestFreed, saysNoMore(sentence),
      [.embargo, .hold].contains(read(before, following: [])?.advisory?.kind),
      !sentence.hasCue(.pending),
      !sentence.tags.contains(where: { tag in
        tag.denies || tag.isProviso || tag.means(.until) || tag.concepts.contains(where: \.isTime)
          || !tag.constraints.isEmpty || tag.target.map { $0 != "text" } ?? false || tag.means(.permission)
      })
    else { return nil }
    return released(for: .publish, evidence)
  }

  /// Whether all words of a sentence are known: no “it has been released from custody”.
  private func saysNoMore(_ sentence: Reading.Sentence) -> Bool {
    let fillers = sentence.fillers(in: reading.list, from: sentence.lower, to: sentence.upper)
    return (sentence.lower..<sentence.upper).allSatisfy { index in
      reading.tokens[index].kind == .mark || fillers.contains(index)
        || sentence.known.contains { $0.lower <= index && index < $0.upper }
    }
  }

  /// Whether a year without a day tells when an embargo ended: “the embargo was lifted in 1994”.
  func isHistory(_ sentence: Reading.Sentence) -> Bool {
    let time = times.opening(in: sentence, from: sentence.lower, to: sentence.upper)
    return !(time?.moment.hasDay ?? false) && time?.moment.hour == nil
      && (sentence.lower..<sentence.upper).contains { Year.value(reading.tokens[$0], reading.list) != nil }
  }

  /// The most tokens of a sentence that says that an item is free.
  private static let longestFreed = 10
}
