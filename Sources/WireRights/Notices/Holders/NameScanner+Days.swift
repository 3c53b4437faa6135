/// Days in copyright lines, which are no part of a name: “© 2 July 2024 Harbour Wire”.
extension NameScanner {
  /// The token after a day and its month: “1st January”; nil if there is none.
  func dayEnd(from index: Int) -> Int? {
    guard isDay(index) else { return nil }
    var next = index + 1
    // The ending of an ordinal number, or its full stop.
    if next < tokens.count, tokens[next].gap <= .hyphen,
      tokens[next].kind == .word && tokens[next].isShort || tokens[next].isMark(".")
    {
      next += 1
    }
    guard next < tokens.count, tokens[next].gap == .space, let month = monthAt(next) else { return nil }
    return month.upper
  }

  /// The token after a month, and perhaps its day, before a year: “July 2, 2024”; nil if there is none.
  ///
  /// Without the year it may be a name: “March 2 Press”.
  func monthEnd(from index: Int) -> Int? {
    guard let month = monthAt(index) else { return nil }
    var next = month.upper
    if isDay(next), tokens[next].gap == .space { next += 1 }
    let end = next
    if next < tokens.count, tokens[next].isMark(",") { next += 1 }
    guard next < tokens.count, tokens[next].gap == .space, Year.value(tokens[next], reading.list) != nil
    else { return nil }
    return end
  }

  private func monthAt(_ index: Int) -> Tag? {
    guard let tag = tagAt[index], tag.month != nil else { return nil }
    return tag
  }

  /// Whether a token is the number of a day of a month.
  private func isDay(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind == .number,
      tokens[index].foldedUpper - tokens[index].foldedLower <= 2, let day = Int(reading.list.word(index))
    else { return false }
    return (1...31).contains(day)
  }
}
