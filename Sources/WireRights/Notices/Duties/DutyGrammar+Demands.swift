/// Duties that only other words of the sentence make duties.
extension DutyGrammar {
  /// Whether it only names what a credit or a notice consists of, and no word demands it: “the name of the author”,
  /// but not “you must include a link and the name of the author”.
  func isUndemanded(_ tag: Tag, in sentence: Reading.Sentence, isOfNotice: Bool) -> Bool {
    let demands = sentence.cues.filter { $0.means(.demand) }
    guard demands.contains(where: { $0.lower == tag.lower && $0.upper == tag.upper }) else { return false }
    let others = sentence.tags.filter { $0.lower != tag.lower }
    let isDemanded =
      demands.contains { $0.duties.isEmpty }
      || others.contains { $0.means(.provided) || $0.means(.required) || $0.means(.request) }
    return !isDemanded || sentence.isNarrative || !isOfNotice && !others.contains(where: Self.isDutySubject)
  }
}
