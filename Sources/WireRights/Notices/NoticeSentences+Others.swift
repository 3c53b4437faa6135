/// Sentences of a body that say what holds for something other than the text.
extension NoticeSentences {
  /// Whether a sentence that states no rights is one of prose about something other than the text, so that what is
  /// permitted right after it is about that: “The archive is in the harbour. Publication is permitted.”
  mutating func isAboutOther(_ index: Int) -> Bool {
    guard !found[index] else { return false }
    let sentence = sentence(index)
    let words = reading.tokens[sentence.lower..<sentence.upper].count { $0.kind == .word }
    return words >= Self.shortestProse && reading.tokens[sentence.upper - 1].isMark(in: [".", "!", "?"])
      && !sentence.tags.contains { tag in
        tag.isMaterial || tag.means(.right) || tag.means(.mark) || tag.means(.formula)
          || tag.isAdvisory && !tag.means(.infinitive)
      }
  }

  /// The fewest words of a sentence of prose; fewer are a credit or a label.
  private static let shortestProse = 5
}
