internal import WireText

/// Cuts the name of a right holder out of the tokens around it.
struct NameScanner {
  /// A name and its tokens.
  struct Name: Sendable, Equatable {
    var lower: Int
    var upper: Int
  }

  let reading: Reading
  let tagAt: [Int: Tag]
  let text: [UInt8]
  private var tokens: [Token] { reading.tokens }
  /// No name has more words, or signs of a script without spaces.
  private static let longest = 16
  private static let longestDense = 48

  init(reading: Reading, tagAt: [Int: Tag], text: [UInt8]) {
    self.reading = reading
    self.tagAt = tagAt
    self.text = text
  }

  /// The name that starts at a token, nil where none does.
  func name(from start: Int) -> Name? {
    var index = start
    while index < tokens.count, index > 0, tokens[index].isMark(in: ["-", "|", ":", "*"]),
      tokens[index].gap < .line
    {
      index += 1
    }
    guard index < tokens.count, canStart(index) else { return nil }
    let lower = index
    let longest = tokens[lower].isDense ? Self.longestDense : Self.longest
    while index < tokens.count, index - lower < longest, continues(at: index, from: lower) {
      index += 1
    }
    return trimmed(lower, min(index, tokens.count))
  }

  /// The name that ends before a token.
  ///
  /// - Parameter wholeStart: whether it has to start where its sentence does.
  func name(before upper: Int, from floor: Int, wholeStart: Bool = false) -> Name? {
    var index = upper
    while index > floor, tokens[index - 1].isMark(in: ["-", "|", ",", "/", "&", "\u{2122}", ":"]) {
      index -= 1
    }
    let end = index
    while index > floor, end - index < Self.longest, tokens[index].gap < .line || index == end {
      let token = tokens[index - 1]
      if token.kind == .mark, !isInner(index - 1) { break }
      if let tag = tagEnding(at: index), !tag.means(.link), !tag.means(.suffix),
        stops(tag) || tag.action != nil && !tag.means(.name)
      {
        break
      }
      if token.kind == .word, token.hasCase, !token.isCapitalised, !isDomainPart(index - 1),
        !isLink(index - 1)
      {
        break
      }
      index -= 1
    }
    while index < end, isLink(index), !isArticle(index, before: end) { index += 1 }
    if wholeStart, index != floor { return nil }
    guard index < end, canStart(index) else { return nil }
    return trimmed(index, end)
  }

  private func tagEnding(at upper: Int) -> Tag? {
    for lower in stride(from: upper - 1, through: max(0, upper - 6), by: -1) {
      if let tag = tagAt[lower] { return tag.upper == upper ? tag : nil }
    }
    return nil
  }

  // MARK: Parts of names

  private func stops(_ tag: Tag) -> Bool {
    tag.concepts.contains { concept in
      switch concept {
      case .holder(let word): ![.link, .joint, .article, .name, .suffix, .from, .by].contains(word)
      case .licence(.named), .licence(.creativeCommons): true
      case .effect, .condition, .advisory, .target: true
      case .discourse(let word): !word.isNeutral
      default: false
      }
    }
  }

  /// Whether a general word for a holder is part of a name: “Harbour Press Agency”.
  private func isGenericName(_ tag: Tag) -> Bool {
    let token = tokens[tag.lower]
    // “Gull Pictures”, but not “GULL PICTURES ONLY”.
    let isMedium = tag.target != nil && !token.isUpper && tag.concepts.count == 1
    return (tag.means(.generic) || isMedium) && tag.upper == tag.lower + 1 && token.isCapitalised
  }

  private func canStart(_ index: Int) -> Bool {
    let token = tokens[index]
    if let tag = tagAt[index], stops(tag) { return false }
    guard token.gap < .paragraph || index == 0 else { return false }
    if token.isMark("\"") { return index + 1 < tokens.count && tokens[index + 1].kind != .mark }
    if token.isMark("'") { return false }
    if token.kind == .mark { return false }
    if token.kind == .number { return Year.value(token, reading.list) == nil && isDomainPart(index) }
    if !token.hasCase || token.isCapitalised || isDomainPart(index) || isSmallStart(index) { return true }
    // Names that are written small: a camel inside, or a name that the sign stands right before.
    return hasCapitalInside(token) || isAgency(index)
  }

  /// Whether a small letter and a hyphen start a name: “e-Kestrel”.
  private func isSmallStart(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.foldedUpper - token.foldedLower == 1, index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    if next.isMark("-"), index + 2 < tokens.count {
      return tokens[index + 2].isCapitalised && next.gap == .none
    }
    return next.gap == .hyphen && next.isCapitalised
  }

  private func isAgency(_ index: Int) -> Bool {
    tagAt[index].map { $0.means(.suffix) || $0.means(.name) } ?? false
  }

  private func hasCapitalInside(_ token: Token) -> Bool {
    text[token.lower..<token.upper].contains { (0x41...0x5A).contains($0) }
  }

  /// Whether the name goes on with the token at `index`.
  private func continues(at index: Int, from lower: Int) -> Bool {
    let token = tokens[index]
    if index > lower, token.gap >= .line || endsPhrase(at: index, from: lower) { return false }
    if let tag = tagAt[index], stops(tag), !(index > lower && isGenericName(tag)) { return false }
    switch token.kind {
    case .number: return index == lower || Year.value(token, reading.list) == nil || token.gap == .none
    case .mark: return isInner(index)
    case .word:
      if index == lower || !token.hasCase || token.isCapitalised || token.gap == .hyphen { return true }
      if isDomainPart(index) || hasCapitalInside(token) || isInLink(index) { return true }
      return leadsOn(index)
    }
  }

  /// Whether a space ends the name, in scripts in which it parts phrases and no words: Thai, Lao, Burmese, Khmer.
  private func endsPhrase(at index: Int, from lower: Int) -> Bool {
    guard tokens[index].gap == .space, index - lower >= 6 else { return false }
    return [tokens[index - 1], tokens[index]].allSatisfy { token in
      switch (text[token.lower], text[min(token.lower + 1, text.count - 1)]) {
      case (0xE0, 0xB8...0xBB), (0xE1, 0x80...0x82), (0xE1, 0x9E...0x9F): true
      default: false
      }
    }
  }

  /// Whether a small word stands inside a name: something capital or quoted follows soon.
  private func leadsOn(_ index: Int) -> Bool {
    if tagAt[index]?.means(.suffix) ?? false { return true }
    for ahead in 1...2 where index + ahead < tokens.count {
      let next = tokens[index + ahead]
      if next.gap >= .line || tagAt[index + ahead].map(stops) ?? false { return false }
      if next.kind == .mark { return next.isMark("\"") }
      if next.isCapitalised || !next.hasCase { return true }
      if !isLink(index) && !isLink(index + ahead) { return ahead == 1 && tokens[index].isShort }
    }
    return false
  }

  /// Whether the token is part of a phrase that joins names: “a division of”.
  private func isInLink(_ index: Int) -> Bool {
    (0...3).contains { back in
      guard let tag = tagAt[index - back] else { return false }
      return tag.means(.link) && tag.upper > index && tag.upper > tag.lower + 1
    }
  }

  private func isLink(_ index: Int) -> Bool {
    tagAt[index].map { $0.means(.link) || $0.means(.article) } ?? false
  }

  /// Whether a capital article starts a name: “The Sun”.
  private func isArticle(_ index: Int, before end: Int) -> Bool {
    guard let tag = tagAt[index], tag.means(.article), index + 1 < end else { return false }
    return tokens[index].isCapitalised && tokens[index + 1].isCapitalised
  }

  /// Whether a mark stands inside a name.
  private func isInner(_ index: Int) -> Bool {
    let token = tokens[index]
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    if token.isMark(in: ["\"", "&", "'", "+"]) { return true }
    guard let next, index > 0 else { return token.isMark(".") && endsAbbreviation(index) }
    if token.isMark(".") {
      if next.gap == .none, next.kind != .mark, !(next.isCapitalised && !tokens[index - 1].isCapitalised) {
        return true
      }
      return endsAbbreviation(index) || isInitial(index - 1)
    }
    if token.isMark(in: ["/", "-", "@"]) {
      return token.gap == .none && next.gap == .none && next.kind == .word
    }
    if token.isMark(",") {
      if tagAt[index + 1]?.means(.suffix) ?? false { return true }
      return isDescription(index + 1) || leadsToPartner(index + 1) || leadsToParent(index + 1)
    }
    if token.isMark("(") { return tagAt[index + 1]?.means(.suffix) ?? false }
    if token.isMark(")") { return tagAt[index - 1]?.means(.suffix) ?? false }
    return false
  }

  /// Whether a small word of one letter and then a capital follow a comma: a description that is part of a name.
  private func isDescription(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index].kind == .word, tokens[index].hasCase,
      !tokens[index].isCapitalised, tokens[index].foldedUpper - tokens[index].foldedLower == 1
    else { return false }
    return tokens[index + 1].isCapitalised
  }

  /// Whether a phrase that joins and then a capital follow a comma: “Harbour Times, a division of Kestrel Inc.”.
  private func leadsToParent(_ index: Int) -> Bool {
    guard let tag = tagAt[index], tag.means(.link), tag.upper > index + 1, tag.upper < tokens.count else {
      return false
    }
    return tokens[tag.upper].isCapitalised
  }

  /// Whether capital words up to an ampersand follow a comma: “Bennett, Coleman & Co.”.
  private func leadsToPartner(_ index: Int) -> Bool {
    for at in index..<min(index + 4, tokens.count) {
      if tokens[at].isMark("&") { return at > index }
      guard tokens[at].kind == .word, tokens[at].isCapitalised, tokens[at].gap < .line else { return false }
    }
    return false
  }

  private func endsAbbreviation(_ index: Int) -> Bool {
    guard index > 0, tokens[index].gap == .none, tagAt[index - 1]?.means(.suffix) ?? false else {
      return false
    }
    return tokens[index - 1].foldedUpper - tokens[index - 1].foldedLower <= 4
  }

  private func isInitial(_ index: Int) -> Bool {
    tokens[index].isUpper && tokens[index].foldedUpper - tokens[index].foldedLower == 1
  }

  /// Whether the token is part of a domain name: `moneycontrol.com`, `24ur.si`.
  private func isDomainPart(_ index: Int) -> Bool {
    let isBefore =
      index + 2 < tokens.count && tokens[index + 1].isMark(".") && tokens[index + 1].gap == .none
      && tokens[index + 2].gap == .none && tokens[index + 2].kind == .word
    let isAfter =
      index >= 2 && tokens[index - 1].isMark(".") && tokens[index - 1].gap == .none
      && tokens[index].gap == .none
      && tokens[index - 2].kind != .mark
    return isBefore || isAfter
  }

  /// The name without marks and small words at its ends.
  private func trimmed(_ lower: Int, _ upper: Int) -> Name? {
    var lower = lower
    var upper = upper
    while upper > lower {
      let last = tokens[upper - 1]
      if last.isMark(".") {
        if endsAbbreviation(upper - 1) || (upper - 2 >= lower && isInitial(upper - 2)) { break }
        upper -= 1
      } else if last.isMark(")"), tagAt[upper - 2]?.means(.suffix) ?? false {
        break
      } else if last.isMark("\""), !isWhole(lower, upper), isClosed(lower, upper) {
        break
      } else if last.kind == .mark || isLink(upper - 1) {
        upper -= 1
      } else {
        break
      }
    }
    if upper - lower > 2, tokens[lower].isMark("\""), isWhole(lower, upper + 1) || isWhole(lower, upper) {
      lower += 1
    } else if upper > lower, tokens[lower].isMark("\""), !isClosed(lower, upper) {
      lower += 1
    }
    guard upper > lower, tokens[lower..<upper].contains(where: { $0.kind == .word }) else { return nil }
    return Name(lower: lower, upper: upper)
  }

  /// Whether the tokens are one quoted whole.
  private func isWhole(_ lower: Int, _ upper: Int) -> Bool {
    guard upper <= tokens.count, upper - lower >= 2, tokens[lower].isMark("\""),
      tokens[upper - 1].isMark("\"")
    else {
      return false
    }
    return !tokens[(lower + 1)..<(upper - 1)].contains { $0.isMark("\"") }
  }

  private func isClosed(_ lower: Int, _ upper: Int) -> Bool {
    tokens[lower..<upper].filter { $0.isMark("\"") }.count % 2 == 0
  }
}

extension Token {
  /// Whether the script tells capitals from small letters.
  var hasCase: Bool {
    guard kind == .word, !isDense else { return false }
    return isCapitalised || isCased
  }

  var isShort: Bool { foldedUpper - foldedLower <= 3 }
}
