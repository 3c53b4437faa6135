/// The internet addresses that duties name.
extension DutyGrammar {
  /// An internet address after words that require a link.
  func address(after start: Int, upTo end: Int) -> NameScanner.Name? {
    let tokens = reading.tokens
    for index in start..<max(start, min(end - 2, start + Self.farthestAddress)) {
      let isDomain =
        isLabel(index, from: start) && tokens[index + 1].isMark(".") && tokens[index + 1].gap == .none
        && tokens[index + 2].gap == .none && tokens[index + 2].kind == .word
      guard isDomain else { continue }
      var upper = index + 3
      while upper + 1 < end, tokens[upper].gap == .none, tokens[upper].isMark(in: [".", "/", "-"]),
        tokens[upper + 1].gap == .none, !tokens[upper + 1].isMark("*")
      {
        upper += 2
      }
      var lower = index
      while lower > start, continuesLabel(lower) { lower -= 1 }
      return NameScanner.Name(lower: lower, upper: upper)
    }
    return nil
  }

  /// The most tokens before an address that is still what a duty is about.
  private static let farthestAddress = 12

  /// Whether a token may end the part of an address before a full stop: a word, or a number that belongs to one, as in
  /// “harbour24.example”.
  private func isLabel(_ index: Int, from start: Int) -> Bool {
    switch reading.tokens[index].kind {
    case .word: true
    case .number: index > start && reading.tokens[index - 1].kind == .word && continuesLabel(index)
    case .mark: false
    }
  }

  /// Whether a token belongs to the same part of an address as the one before: after a hyphen, or a number beside
  /// letters.
  private func continuesLabel(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    let before = reading.tokens[index - 1]
    if token.gap == .hyphen { return true }
    return token.gap == .none && !token.isDense && !before.isDense
      && (token.kind == .number && before.kind == .word || token.kind == .word && before.kind == .number)
  }
}
