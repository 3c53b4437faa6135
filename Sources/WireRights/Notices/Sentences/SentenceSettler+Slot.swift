/// The slot of a copyright line: what stands between its sign with the years and the end of the line or the formula,
/// or before them.
///
/// Written like a title it is a name, whatever its words mean elsewhere: “© 2024 Ormsby Town Council”, “© Will Bell.
/// All rights reserved.”
extension SentenceSettler {
  /// Removes the other meanings of words that are a name's.
  func settleSlot(of sentence: inout Reading.Sentence) {
    guard let mark = sentence.tags.first(where: { $0.means(.mark) }) else { return }
    let line = CopyrightLine(list: list, sentence: sentence)
    guard let slot = line.slot(at: mark), line.isName(slot, before: mark) else { return }
    sentence.tags.removeAll {
      slot.lowerBound <= $0.lower && $0.upper <= slot.upperBound && line.isForeign($0)
    }
  }
}

/// A sentence with a copyright sign and its tags before they are settled.
private struct CopyrightLine {
  private let tokens: [Token]
  private let list: TokenList
  private let sentence: Reading.Sentence
  private let tagAt: [Int: Tag]
  /// The most tokens of a name.
  private static let longest = 10

  init(list: TokenList, sentence: Reading.Sentence) {
    (tokens, self.list, self.sentence) = (list.tokens, list, sentence)
    tagAt = Dictionary(sentence.tags.map { ($0.lower, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The tokens behind a sign, or before it if only years follow it; nil for the word alone, without the sign or a
  /// year.
  func slot(at mark: Tag) -> Range<Int>? {
    var lower = mark.lower
    while lower > sentence.lower, isAroundSign(lower - 1) { lower -= 1 }
    let upper = skipSigns(from: mark.lower)
    guard let end = end(from: upper) else { return nil }
    let isSign = tokens[lower..<upper].contains { $0.isMark(in: ["\u{A9}", "(", "["]) || isYear($0) }
    guard isSign || end < sentence.upper && isYear(tokens[end]) else { return nil }
    let slot =
      upper == end && !tokens[lower..<mark.lower].contains { $0.isMark(":") }
      ? sentence.lower..<lower : upper..<end
    return (1...Self.longest).contains(slot.count) ? slot : nil
  }

  /// The token after a sign and what stands around it.
  private func skipSigns(from index: Int) -> Int {
    var index = index
    while index < sentence.upper {
      if let tag = tagAt[index], tag.means(.mark) {
        index = tag.upper
      } else if isAroundSign(index) {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  /// Whether a token may stand around a sign: a year, “by”, a separator.
  private func isAroundSign(_ index: Int) -> Bool {
    if tokens[index].kind == .mark || isYear(tokens[index]) { return true }
    guard let tag = tagAt[index] else { return false }
    // “By”, but not “De” in “© De Haven”.
    return tag.means(.by) && !(tag.means(.link) && tokens[index].isTitle)
  }

  private func isYear(_ token: Token) -> Bool { Year.value(token, list) != nil }

  /// Where the slot ends that starts at a token; nil if the line goes on with something else.
  private func end(from lower: Int) -> Int? {
    for index in lower..<sentence.upper {
      if index > lower, tokens[index].gap >= .line || isParting(index) { return index }
      if tokens[index].isMark(in: [",", ".", "-"]), !isInner(index) {
        let next = (index..<sentence.upper).first { tokens[$0].kind != .mark } ?? sentence.upper
        return next == sentence.upper || isParting(next) ? index : nil
      }
    }
    return sentence.upper
  }

  /// Whether a name ends before a token for certain: the formula, a sign, a year, a bar.
  private func isParting(_ index: Int) -> Bool {
    tokens[index].isMark(in: ["|", ";"]) || isYear(tokens[index])
      || tagAt[index].map { $0.means(.formula) || $0.means(.mark) } ?? false
  }

  /// Whether a mark is inside a name: glued to words on both sides, after an initial or a legal form, or before one.
  private func isInner(_ index: Int) -> Bool {
    guard index + 1 < sentence.upper else { return false }
    if tagAt[index + 1]?.means(.suffix) ?? false { return true }
    if tokens[index].gap == .none, tokens[index + 1].gap == .none { return true }
    if tokens[index].isMark(in: ["&", "+"]) { return true }
    return tokens[index].isMark(".") && tokens[index - 1].isUpper
  }

  /// Whether the tokens are written as titles are, and together state no rule; before the sign, where anything may
  /// stand, no word of them may say more than whose or what it is.
  func isName(_ slot: Range<Int>, before mark: Tag) -> Bool {
    guard slot.allSatisfy({ isTitled($0, in: slot) }), !statesRule(slot),
      tokens[slot].contains(where: { $0.isTitle && $0.kind == .word })
    else { return false }
    return slot.lowerBound >= mark.lower || TitleWords(slot, of: list, tagAt).mayBeName
  }

  /// Whether a token has a capital, is glued to the word before it, or is a small word or mark inside a name.
  private func isTitled(_ index: Int, in slot: Range<Int>) -> Bool {
    let token = tokens[index]
    let isInside = index > slot.lowerBound
    let isGlued = isInside && token.gap <= .hyphen && tokens[index - 1].kind != .mark
    switch token.kind {
    case .mark: return isInside && (isInner(index) || index == slot.upperBound - 1)
    case .number: return isGlued
    case .word:
      if token.isCapitalised || isGlued { return true }
      guard token.isCased, index + 1 < slot.upperBound else { return false }
      return token.isShort || tagAt[index].map { $0.means(.link) || $0.means(.article) } ?? !isInside
    }
  }

  /// Whether words among them state something about the material: “Free Use”, “Single Use”, “Prior Consent Required”.
  ///
  /// A single word of that kind may be a name's; in capitals it may be either.
  private func statesRule(_ slot: Range<Int>) -> Bool {
    var (hasAct, isAbout, hasLimit, effects) = (false, false, false, 0)
    for index in slot {
      guard let tag = tagAt[index] else { continue }
      let isWord = isForeign(tag)
      // Names have “of” and “sans” in lower case, but no “may not be”.
      if !isWord, tag.hasEffect { return true }
      if isWord, saysMore(tag, in: slot) { return true }
      hasAct = hasAct || tag.action != nil
      hasLimit = hasLimit || !tag.constraints.isEmpty
      isAbout = isAbout || hasAct || hasLimit || tag.target != nil
      effects += tag.hasEffect || tag.isCondition || tag.isProviso ? 1 : 0
      if isWord, tag.upper > index + 1, isAbout || effects > 0 { return true }
    }
    return hasAct && hasLimit || effects > (isAbout ? 0 : 1)
  }

  /// Whether a word is never a name's: an order to editors, a licence, a duty, a count, a word in capitals.
  private func saysMore(_ tag: Tag, in slot: Range<Int>) -> Bool {
    tag.isAdvisory && !tag.means(.infinitive) || tag.concepts.contains(where: \.isLicence)
      || !tag.duties.isEmpty || tokens[tag.lower].isUpper && !isInitial(tag.lower)
      || tag.upper > slot.upperBound || tag.means(.only) || tag.means(.until) || tag.means(.time(.once))
      || tag.means(.time(.upTo))
      || tag.isPeriodUnit && isCounted(tag, in: slot) || tag.isSignal && tag.upper > tag.lower + 1
      || tag.constraints.contains { $0.kind != .territory && $0.kind != .purpose && $0.kind != .channel }
  }

  /// Whether a number stands before it: “Two Weeks”.
  private func isCounted(_ tag: Tag, in slot: Range<Int>) -> Bool {
    slot.contains(tag.lower - 1)
      && (tokens[tag.lower - 1].kind == .number || tagAt[tag.lower - 1]?.isNumber ?? false)
  }

  /// Whether it is the initial of a name, with its full stop.
  private func isInitial(_ index: Int) -> Bool {
    list.isInitial(index) && index + 1 < sentence.upper && tokens[index + 1].isMark(".")
  }

  /// Whether a capitalised word means more than that it is part of a name.
  func isForeign(_ tag: Tag) -> Bool {
    (tokens[tag.lower].isCapitalised || tokens[tag.upper - 1].isTitle)
      && !tag.concepts.allSatisfy {
        if case .holder(let word) = $0 { word != .from && word != .by } else { false }
      }
  }
}
