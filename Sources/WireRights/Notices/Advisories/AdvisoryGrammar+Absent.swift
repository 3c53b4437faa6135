internal import WireText

/// Notes that nothing is embargoed.
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
}
