/// What stands around a copyright sign besides names: prose about it, and the numbers of registers.
extension HolderGrammar {
  /// Whether a sign is inside prose about it: “the symbol © is known everywhere”.
  func isSpokenOf(_ tag: Tag) -> Bool {
    func isProse(_ index: Int) -> Bool {
      tokens.indices.contains(index) && tokens[index].kind == .word && tokens[index].hasCase
        && !tokens[index].isCapitalised
    }
    // “All content © its authors” is about the material.
    return isProse(tag.lower - 1) && isProse(tag.upper) && tokens[tag.lower].gap < .line
      && scanner.tagEnding(at: tag.lower) == nil
  }

  /// The year that ends a copyright line after the number under which the holder is registered: “© Gull AB, org.nr
  /// 556677-8899, 2024”.
  func yearBehindNumber(from start: Int) -> Int? {
    var (words, digits, isAfterNumber) = (0, 0, false)
    for index in start..<min(tokens.count, start + Self.farthestYear) {
      let token = tokens[index]
      if index > start, token.gap >= .line { return nil }
      switch token.kind {
      case .word:
        words += 1
        isAfterNumber = false
        guard words <= Self.mostLabelWords else { return nil }
      case .number:
        if digits >= Self.fewestDigits, tokens[index - 1].kind == .mark, !tokens[index - 1].isMark("."),
          !(tokens[index - 1].isMark("-") && token.gap == .none), let year = Year.value(token, reading.list)
        {
          let next = index + 1 < tokens.count ? tokens[index + 1] : nil
          return next.map { $0.kind == .mark || $0.gap >= .line } ?? true ? year : nil
        }
        digits += token.foldedUpper - token.foldedLower
        isAfterNumber = true
      case .mark:
        // “80539 München, 2019” is an address.
        if digits > 0, !isAfterNumber { return nil }
      }
    }
    return nil
  }

  /// A name with the words without capitals that follow it up to a year or the end of a line, as in the names of
  /// public bodies in many languages: “© Oslo kommune”.
  func withTail(_ name: NameScanner.Name) -> NameScanner.Name {
    var end = name.upper
    while end < tokens.count, end - name.upper < Self.longestTail, isTail(end) { end += 1 }
    guard end > name.upper, !scanner.isLink(end - 1), !tokens[end - 1].isShort, isLineEnd(end) else {
      return name
    }
    var whole = name
    whole.upper = end
    return whole
  }

  /// Whether it is a word without capitals that no lexicon contains, or that joins parts of a name.
  private func isTail(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, token.hasCase, !token.isCapitalised, token.gap == .space else { return false }
    return tagAt[index].map { $0.upper == index + 1 && ($0.means(.link) || $0.means(.generic)) }
      ?? (scanner.tagEnding(at: index + 1) == nil)
  }

  /// Whether a line or a sentence ends there, or a year follows.
  private func isLineEnd(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].gap < .line else { return true }
    if Year.value(tokens[index], reading.list) != nil { return true }
    guard tokens[index].isMark(".") else { return false }
    return index + 1 == tokens.count || tokens[index + 1].gap >= .line
      || tokens[index + 1].gap == .space && tokens[index + 1].isCapitalised
  }

  /// The most words without capitals at the end of a name.
  private static let longestTail = 5
  /// The most tokens from the holder to the year.
  private static let farthestYear = 14
  /// The most words that label the number.
  private static let mostLabelWords = 3
  /// The fewest digits of a register's number.
  private static let fewestDigits = 6

  /// The year after the place of a holder: “© Gull Newspapers Limited, London, 1999”, “© Gull News – Ormsby 2026”, “© Gull
  /// News (Ormsby) 2026”.
  func yearBehindPlace(from start: Int) -> Int? {
    guard start > 0, start < tokens.count else { return nil }
    let marks: [Unicode.Scalar] = [",", "-", "(", "|"]
    let lower =
      tokens[start].isMark(in: marks) ? start + 1 : tokens[start - 1].isMark(in: marks) ? start : nil
    guard let lower else { return nil }
    let isOpen = tokens[lower - 1].isMark("(")
    var place = tokens[lower...].prefix(Self.mostPlaceWords).prefix {
      ($0.isTitle || isOpen && $0.isUpper) && ($0.gap == .space || isOpen && $0.gap == .none)
    }
    // The season: “The Gull Review, spring 2023”.
    if place.isEmpty, !isOpen, lower < tokens.count, tokens[lower].hasCase, tokens[lower].gap == .space {
      place = tokens[lower...lower]
    }
    guard !place.isEmpty, place.endIndex < tokens.count else { return nil }
    let isClosed = tokens[place.endIndex].isMark(isOpen ? ")" : ",")
    let year = isClosed ? place.endIndex + 1 : place.endIndex
    guard year < tokens.count, tokens[year].gap < .line, isClosed || !isOpen,
      // “© Gull News, Elections 2026 in pictures”
      isClosed || year + 1 == tokens.count || tokens[year + 1].kind == .mark || tokens[year + 1].gap >= .line
    else { return nil }
    return Year.value(tokens[year], reading.list)
  }

  /// The most words of the name of a place.
  private static let mostPlaceWords = 3
}
