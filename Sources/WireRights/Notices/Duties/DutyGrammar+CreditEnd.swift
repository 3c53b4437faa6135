/// The end of a credit without quotation marks.
extension DutyGrammar {
  /// The end of a credit without quotation marks.
  func creditEnd(from start: Int, in sentence: Reading.Sentence) -> Int {
    let tokens = reading.tokens
    var upper = start
    while upper < sentence.upper {
      let token = tokens[upper]
      if upper > start, token.gap >= .line { break }
      if upper > start, let end = titleEnd(from: upper, in: sentence) {
        upper = end
        continue
      }
      if token.isMark(in: ["[", "(", ")", "]", "|", ";", "*", "\""]) { break }
      if token.isMark("-"), token.gap != .none, !isAgencyLine(from: upper + 1, in: sentence) { break }
      if token.isMark(".") || token.isMark(",") {
        let isInside =
          upper + 1 < sentence.upper && tokens[upper + 1].gap == .none && !tokens[upper + 1].isMark("*")
        if !isInside, !isInitial(before: upper, from: start), !isSecondName(behind: upper, in: sentence) {
          break
        }
      }
      if let other = sentence.tags.first(where: { $0.lower == upper }), ends(other),
        !(upper > start && isOfName(other))
      {
        break
      }
      if token.kind == .word, token.hasCase, !token.isCapitalised, token.gap >= .space,
        !(upper > start && leadsOn(upper, in: sentence))
      {
        break
      }
      upper += 1
    }
    return upper
  }

  /// The end of a name with its legal form, partners, numbers: “credit Bell, Gull & Partners LLP”, “24 Hours Media”.
  func nameEnd(from start: Int, in sentence: Reading.Sentence) -> Int {
    let scanner = scanner(of: sentence)
    let first = reading.tokens[start]
    guard
      first.isCapitalised || first.kind == .number || scanner.hasCapitalInside(first)
        || scanner.isSmallStart(start),
      let name = scanner.name(from: start) ?? scanner.numbered(at: start), name.lower == start
    else { return start }
    // “Under mention of X as the source”
    let end = sentence.tags.first { $0.lower > start && ends($0) && !isOfName($0) }?.lower ?? sentence.upper
    return min(name.upper, end)
  }

  /// The token after a title in quotation marks that ends a credit: “MANDATORY CREDIT: GULL TV "MORNING SHOW"”.
  private func titleEnd(from index: Int, in sentence: Reading.Sentence) -> Int? {
    let tokens = reading.tokens
    guard tokens[index].isMark("\""), tokens[index].gap == .space, index + 1 < sentence.upper,
      tokens[index + 1].isCapitalised, tokens[index + 1].gap == .none,
      let close = (index + 2..<min(sentence.upper, index + Self.longestCredit)).first(where: {
        tokens[$0].isMark("\"") || tokens[$0].gap > .line
      }), tokens[close].isMark("\""), tokens[close].gap == .none
    else { return nil }
    return close + 1
  }

  /// Whether only a name follows the comma of a credit up to the end of the sentence: “credit Jo Bell, Gull Wire”.
  func isSecondName(behind comma: Int, in sentence: Reading.Sentence) -> Bool {
    let tokens = reading.tokens
    let rest = tokens[(comma + 1)..<sentence.upper]
    let words = rest.prefix { $0.kind == .word && $0.isCapitalised && $0.gap < .line }
    return tokens[comma].isMark(",") && (1...Self.longestAgencyLine).contains(words.count)
      && tokens[words.endIndex..<sentence.upper].allSatisfy { $0.isMark(in: [".", "!", "*"]) }
      && !sentence.tags.contains { $0.lower > comma && ends($0) }
  }

  /// Whether capitalised words continue to the slash before an agency: “Jo Bell - Pool via Northwire/Gull Pictures”.
  func isAgencyLine(from start: Int, in sentence: Reading.Sentence) -> Bool {
    for index in start..<min(sentence.upper, start + Self.longestAgencyLine) {
      let token = reading.tokens[index]
      if token.isMark("/") { return index > start }
      guard token.kind == .word, token.isCapitalised || token.isShort, token.gap < .line else { return false }
    }
    return false
  }

  /// The token after a name in lower case that occurs in capitals before: “(GULLMAN - Must courtesy gullman)”.
  func repeatedEnd(from start: Int, in sentence: Reading.Sentence) -> Int {
    let tokens = reading.tokens
    let word = reading.list.foldedBytes(tokens[start])
    guard tokens[start].kind == .word, tokens[start].hasCase, !tokens[start].isCapitalised,
      !sentence.known.contains(where: { $0.lower == start }),
      tokens[max(0, start - Self.longestQuote)..<start].contains(where: {
        $0.isCapitalised && reading.list.foldedBytes($0) == word
      })
    else { return start }
    return start + 1
  }

  /// Whether a small word is inside a name: before a capital, or “of the” before one, as in “Oficina de la Mar”.
  func leadsOn(_ index: Int, in sentence: Reading.Sentence) -> Bool {
    var next = index + 1
    if let of = sentence.tags.first(where: { $0.lower == index }), of.means(.from) { next = of.upper }
    if let article = sentence.tags.first(where: { $0.lower == next }), article.means(.article),
      next > index, !reading.tokens[next].isCapitalised
    {
      next = article.upper
    }
    return next < sentence.upper && reading.tokens[next].isCapitalised
  }

  /// Whether a full stop belongs to the initial of a name, as in a credit line.
  func isInitial(before index: Int, from start: Int) -> Bool {
    let tokens = reading.tokens
    guard index > start, index + 1 < tokens.count, tokens[index].isMark(".") else { return false }
    let letter = tokens[index - 1]
    return letter.isUpper && letter.foldedUpper - letter.foldedLower <= 2 && letter.upper - letter.lower <= 2
      && tokens[index + 1].isCapitalised && tokens[index + 1].gap == .space
  }

  /// Whether it is a word of restrictions, which credit lines do not contain: “JAPAN OUT, CREDIT MANDATORY”.
  func isTerm(_ tag: Tag) -> Bool {
    tag.hasEffect
  }

  /// Whether a word of prose is capitalised as part of a name: “Ormsby Police”.
  func isOfName(_ tag: Tag) -> Bool {
    let token = reading.tokens[tag.lower]
    return tag.isDiscourse && token.isTitle
      && tag.concepts.allSatisfy { if case .discourse = $0 { true } else { false } }
  }

  func ends(_ tag: Tag) -> Bool {
    tag.concepts.contains { concept in
      switch concept {
      case .effect, .condition, .advisory, .duty: true
      case .discourse(let word): !word.isNeutral
      default: false
      }
    }
  }

  /// Whether a prohibition is another order than the duty before it: “you must credit Gull News and may not alter the
  /// text”, “转载请注明出处，禁止商用”.
  func isOtherOrder(_ effect: Tag, after duty: Tag, in sentence: Reading.Sentence) -> Bool {
    if effect.lower > duty.upper, reading.tokens[effect.lower].isDense,
      reading.tokens[effect.lower - 1].isMark(",")
    {
      return true
    }
    return sentence.tags.contains {
      $0.upper == effect.lower && $0.lower >= duty.upper && ($0.means(.joint) || $0.means(.but))
    }
  }
}
