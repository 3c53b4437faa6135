/// Words of names that are written together with numbers, hyphens and brackets.
extension NameScanner {
  /// Whether a token is glued to the word or number before it, as in `vC3sar`.
  func isGlued(_ index: Int) -> Bool {
    guard index > 0, tokens[index].gap == .none else { return false }
    return [tokens[index - 1], tokens[index]].allSatisfy { $0.kind != .mark && !$0.isDense }
  }

  /// Whether a number starts a word of more than the ending of an ordinal number: “3sat”, “24horas”.
  func isNumbered(_ index: Int) -> Bool {
    index + 1 < tokens.count && isGlued(index + 1) && tokens[index + 1].upper - tokens[index + 1].lower > 2
  }

  /// Whether a word in lower case has a number inside: “i4ware”.
  func isBrand(_ index: Int) -> Bool {
    index + 2 < tokens.count && tokens[index + 1].kind == .number && isGlued(index + 1) && isGlued(index + 2)
  }

  /// Whether a number and a capitalised word, which is no month, start a name: “1st Avenue Press”, “3 Rivers News”.
  func isOrdinalName(_ index: Int) -> Bool {
    var next = index + 1
    guard tokens[index].foldedUpper - tokens[index].foldedLower <= 3, next < tokens.count else {
      return false
    }
    if tokens[next].gap <= .hyphen, tokens[next].kind == .word, tokens[next].isShort { next += 1 }
    return next < tokens.count && tokens[next].gap == .space && tokens[next].isTitle
      && dayEnd(from: index) == nil
      && (tagAt[next].map { $0.means(.link) || isMedium($0) || $0.means(.name) } ?? true)
  }

  /// Whether a few letters and a hyphen start a name: “e-Kestrel”, “al-Farol”.
  func isSmallStart(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.foldedUpper - token.foldedLower == 1 || token.isShort && tagAt[index] == nil,
      index + 1 < tokens.count
    else { return false }
    let next = tokens[index + 1]
    if next.isMark("-"), index + 2 < tokens.count {
      return tokens[index + 2].isCapitalised && next.gap == .none
    }
    return next.gap == .hyphen && next.isCapitalised
  }

  /// The token after a reading in brackets that is glued to a name in a script without spaces: “ミナト(みなと)”.
  func readingEnd(from open: Int) -> Int? {
    guard open > 0, tokens[open].isMark("("), tokens[open].gap == .none, tokens[open - 1].isDense,
      tag(over: open - 1)?.isOfHolder ?? true,
      let close = (open + 1..<min(open + Self.longestReading, tokens.count)).first(where: {
        !tokens[$0].isDense || !(tagAt[$0]?.isSmall ?? true)
      }), close > open + 1, tokens[close].isMark(")")
    else { return nil }
    return close + 1
  }

  /// Whether a bracket closes such a reading.
  func endsReading(_ close: Int) -> Bool {
    let open = tokens[max(0, close - Self.longestReading)..<close].lastIndex { $0.isMark("(") }
    return open.flatMap(readingEnd) == close + 1
  }

  /// The most tokens of such a reading, with its brackets.
  private static let longestReading = 12
}
