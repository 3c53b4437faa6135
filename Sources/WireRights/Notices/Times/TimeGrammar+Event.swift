/// Events that stand for an instant, whose time nobody knows here.
extension TimeGrammar {
  /// The event that some tokens name, as written: “the end of the match” is `event:end-of-match`.
  ///
  /// - Returns: nil for numbers, days of the week and templates to be filled in, which are times and no events, and for
  ///   more words than name an event.
  func event(from lower: Int, to upper: Int, tags: [Tag]) -> String? {
    var words: [String] = []
    for index in lower..<upper {
      let token = reading.tokens[index]
      let tag = tags.first { $0.lower == index }
      // “30 minutes after the final whistle”
      let isPeriod = tags.contains {
        $0.lower == index + 1 && ($0.means(.time(.minute)) || $0.means(.time(.hourUnit)))
      }
      if token.kind == .number && !isPeriod || words.count == Self.longestEvent { return nil }
      if token.kind == .mark { break }
      if tag?.isWeekday ?? false || isPlaceholder(index) { return nil }
      if tag?.means(.article) ?? false { continue }
      if let last = tags.first(where: { $0.means(.from) && $0.lower < index && index < $0.upper }) {
        // “Of the” is one phrase.
        if index > last.lower { continue }
      }
      words.append(reading.list.word(index))
    }
    // “18 heures” is an hour, and no period of which the event would follow.
    if words.count == 2, reading.tokens[lower].kind == .number { return nil }
    return words.isEmpty ? nil : "event:" + words.joined(separator: "-")
  }

  /// Whether a template has its time to be filled in there: “XX.XX on XX May”, “DD/MM/YYYY”, “TBC”.
  private func isPlaceholder(_ index: Int) -> Bool {
    let word = reading.list.word(index)
    return word.utf8.count > 1 && word.utf8.allSatisfy { $0 == UInt8(ascii: "x") }
      || ["dd", "mm", "yy", "yyyy", "hh", "tba", "tbc", "tbd"].contains(word)
  }

  /// The most words that name an event.
  private static let longestEvent = 10
}
