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
        Self.isMaterial(tag) || tag.means(.right) || tag.means(.mark) || tag.means(.formula)
          || tag.isAdvisory && !tag.means(.infinitive)
      }
  }

  /// Whether a part of a line with bars is one of a list of other things, as in a menu: next to it are at least two
  /// single words of no lexicon, “Fish | Chips | No sales”, but not “Jo Bell | Harbour Wire | No sales”.
  mutating func isInMenu(_ index: Int) -> Bool {
    var others = 0
    if index > 0, endsWithBar(index - 1) { others += strangers(in: index - 1) }
    if endsWithBar(index), index + 1 < reading.sentences.count { others += strangers(in: index + 1) }
    return others > 1
  }

  private func endsWithBar(_ index: Int) -> Bool {
    reading.tokens[reading.sentences[index].upper - 1].isMark("|")
  }

  /// The number of words of a part, which are in no lexicon and have bars between them; 0 for any other part.
  private mutating func strangers(in index: Int) -> Int {
    let part = sentence(index)
    let tokens = reading.tokens[part.lower..<part.upper]
    let words = tokens.count { $0.kind == .word }
    let bars = tokens.count { $0.isMark("|") }
    let isList = words + bars == tokens.count && words == bars + (endsWithBar(index) ? 0 : 1)
    return isList && part.known.isEmpty ? words : 0
  }

  /// The fewest words of a sentence of prose; fewer are a credit or a label.
  private static let shortestProse = 5
}
