/// Marks inside names.
extension NameScanner {
  /// Whether a mark is inside a name.
  func isInner(_ index: Int) -> Bool {
    let token = tokens[index]
    // The full stop of scripts without spaces ends a sentence, never an abbreviation.
    if token.isMark("."), token.upper - token.lower > 1 { return false }
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    if token.isMark(in: ["\"", "&", "'", "+"]) || isInnerBracket(index) { return true }
    guard let next, index > 0 else { return token.isMark(".") && endsAbbreviation(index) }
    if token.isMark(".") {
      if next.gap == .none, next.kind != .mark, !(next.isCapitalised && !tokens[index - 1].isCapitalised) {
        return true
      }
      return endsAbbreviation(index) || reading.list.isInitial(index - 1)
        || next.isCapitalised && !tokens[index - 1].isUpper && tagAt[index - 1]?.means(.honorific) ?? false
    }
    // “Jo Bell / Gull Wire”
    if token.isMark("/"), token.gap == .space, next.gap == .space, next.isCapitalised,
      !isDomainPart(index + 1),
      tokens[index - 1].isCapitalised
    {
      return tagAt[index + 1].map { !stops($0) && $0.action == nil } ?? true
    }
    // “Instituto N° 4”
    if token.isMark("\u{B0}") {
      return token.gap == .none && tokens[index - 1].isShort && tokens[index - 1].isCapitalised
        && next.kind == .number
    }
    if token.isMark(in: ["/", "-", "@"]) {
      return token.gap == .none && next.gap == .none
        && (next.kind == .word || next.kind == .number && Year.value(next, reading.list) == nil)
    }
    // “STT:n”, “Harbour Oy:n”
    if token.isMark(":") {
      let isAbbreviation = tokens[index - 1].isUpper || tagAt[index - 1]?.means(.suffix) ?? false
      return token.gap == .none && isAbbreviation && next.gap == .none && next.kind == .word
        && next.upper - next.lower <= 2 && !next.isCapitalised
    }
    if token.isMark(",") {
      if tagAt[index + 1]?.means(.suffix) ?? false { return true }
      return isDescription(index + 1) || leadsToPartner(index + 1) || leadsToParent(index + 1)
    }
    return false
  }

  /// Whether it opens or closes brackets around a legal form, a reading, or what precedes the legal form.
  private func isInnerBracket(_ index: Int) -> Bool {
    if isPlural(from: index) || index > 1 && isPlural(from: index - 2) { return true }
    if tokens[index].isMark(in: ["(", "["]) {
      return isForm(startingAt: index) || isForm(startingAt: index + 1) || isBracketedPart(from: index)
        || readingEnd(from: index) != nil
    }
    guard tokens[index].isMark(in: [")", "]"]), index > 0 else { return false }
    let next = index + 1
    return endsReading(index) || isForm(endingAt: next) || isForm(startingAt: index - 1)
      || isForm(startingAt: next < tokens.count && tokens[next].isMark(",") ? next + 1 : next)
  }

  /// Whether brackets hold the ending of a plural: “The Author(s)”.
  func isPlural(from open: Int) -> Bool {
    guard open > 0, open + 2 < tokens.count, tokens[open].isMark("("), tokens[open].gap == .none else {
      return false
    }
    let ending = tokens[open + 1]
    return tokens[open - 1].kind == .word && ending.kind == .word && ending.isCased && !ending.isCapitalised
      && ending.gap == .none && ending.foldedUpper - ending.foldedLower <= 2
      && tokens[open + 2].isMark(")") && tokens[open + 2].gap == .none
  }

  /// Whether brackets with a place or the like precede the legal form: “Harbour Press (Ormsby) Private Limited”,
  /// “海鸥(宁波)有限公司”.
  func isBracketedPart(from open: Int) -> Bool {
    guard
      let close = (open + 1..<min(open + 7, tokens.count)).first(where: {
        !(tokens[$0].kind == .word && (tokens[$0].isCapitalised || tokens[$0].isDense)
          || tokens[$0].isMark("."))
      }), close > open + 1, tokens[close].isMark(in: [")", "]"]), close + 1 < tokens.count
    else { return false }
    return tagAt[tokens[close + 1].isMark(",") ? close + 2 : close + 1]?.means(.suffix) ?? false
  }

  /// Whether a comma is followed by a small word of one letter and a capital: a description that is part of a name.
  func isDescription(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index].kind == .word, tokens[index].hasCase,
      !tokens[index].isCapitalised, tokens[index].foldedUpper - tokens[index].foldedLower == 1
    else { return false }
    return tokens[index + 1].isCapitalised
  }

  /// Whether a comma is followed by a connecting phrase and a capital: “Harbour Times, a division of Kestrel Inc.”.
  func leadsToParent(_ index: Int) -> Bool {
    guard let tag = tagAt[index], tag.means(.link), tag.upper > index + 1, tag.upper < tokens.count else {
      return false
    }
    return tokens[tag.upper].isCapitalised
  }

  /// Whether a comma is followed by capitalised words up to an ampersand, or up to “and” before a legal form:
  /// “Bennett, Coleman & Co.”, “Kestrel Print, Sound and Film Ltd”.
  func leadsToPartner(_ index: Int) -> Bool {
    for at in index..<min(index + 4, tokens.count) {
      if tokens[at].isMark("&") { return at > index }
      if at > index, tagAt[at]?.means(.joint) ?? false, !tokens[at].isCapitalised {
        return (at + 1..<min(at + 4, tokens.count)).contains { tagAt[$0]?.means(.suffix) ?? false }
      }
      guard tokens[at].kind == .word, tokens[at].isCapitalised, tokens[at].gap < .line else { return false }
    }
    return false
  }

  func endsAbbreviation(_ index: Int) -> Bool {
    guard index > 0, tokens[index].gap == .none, tokens[index - 1].hasCase,
      let tag = tagAt[index - 1] ?? tagEnding(at: index),
      tag.means(.suffix), !isDotless(tag)
    else { return false }
    return tokens[index - 1].foldedUpper - tokens[index - 1].foldedLower <= 4
  }
}
