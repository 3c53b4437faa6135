internal import WireText

/// Extracts the name of a right holder from the tokens around it.
struct NameScanner {
  /// A name and its tokens.
  struct Name: Sendable, Equatable {
    var lower: Int
    var upper: Int
    /// The length in bytes of an ending that is not part of the name.
    var ending = 0
    /// The length in bytes of a beginning that is not part of the name.
    var beginning = 0
  }

  let reading: Reading
  let tagAt: [Int: Tag]
  let text: [UInt8]
  var tokens: [Token] { reading.tokens }
  /// The most words of a name, or characters of a script without spaces.
  private static let longest = 16
  private static let longestDense = 48

  init(reading: Reading, tagAt: [Int: Tag], text: [UInt8]) {
    self.reading = reading
    self.tagAt = tagAt
    self.text = text
  }

  /// The name that starts at a token; nil if there is none.
  func name(from start: Int) -> Name? {
    var index = start
    while index < tokens.count, index > 0, tokens[index].isMark(in: ["-", "|", ":", "*"]),
      tokens[index].gap < .line
    {
      index += 1
    }
    // “From the Harbour Press Agency”: a lower-case article is not part of the name.
    if index > 0, index < tokens.count, let tag = tagAt[index], tag.means(.article),
      !tokens[index].isCapitalised,
      tag.upper < tokens.count
    {
      index = tag.upper
    }
    index = epithetEnd(from: index) ?? index
    guard index < tokens.count, knownName(at: index) != nil || canStart(index) else { return nil }
    let lower = index
    index =
      quotedEnd(from: lower) ?? describedEnd(from: lower) ?? knownName(at: index) ?? formEnd(from: lower)
      ?? kindEnd(from: lower)
    let longest = tokens[lower].isDense ? Self.longestDense : Self.longest
    while index < tokens.count, index - lower < longest, continues(at: index, from: lower) {
      // “s. r. o.”
      let formEnd = tagAt[index].flatMap { $0.means(.suffix) ? $0.upper : nil }
      index = knownName(at: index) ?? formEnd ?? index + 1
    }
    if isSecondSyllable(index, from: lower) { index += 1 }
    return trimmed(lower, min(index, tokens.count))
  }

  /// Whether a word without a capital is the end of a name of two words after what describes it, as in “Báo điện tử
  /// Hải đăng”.
  private func isSecondSyllable(_ index: Int, from lower: Int) -> Bool {
    guard index < tokens.count, index == kindEnd(from: lower) + 1, index > lower + 1,
      tokens[index].kind == .word, tokens[index].hasCase, tokens[index].gap == .space,
      tagAt[index].map({ !$0.hasEffect && !stops($0) }) ?? true,
      tokens[index - 1].isTitle
    else { return false }
    return index + 1 == tokens.count || tokens[index + 1].kind == .mark || tokens[index + 1].gap >= .line
  }

  /// The name that ends before a token.
  ///
  /// - Parameter wholeStart: whether it must start at the start of its sentence.
  func name(before upper: Int, from floor: Int, wholeStart: Bool = false) -> Name? {
    var index = upper
    while index > floor, tokens[index - 1].isMark(in: ["-", "|", ",", "/", "&", "\u{2122}", "\u{AE}", ":"]) {
      index -= 1
    }
    let end = index
    while index > floor, end - index < Self.longest, tokens[index].gap < .line || index == end {
      let token = tokens[index - 1]
      if let tag = tagEnding(at: index), tag.means(.name), tag.lower >= floor {
        index = tag.lower
        continue
      }
      if token.kind == .mark, !isInner(index - 1) { break }
      if let tag = tagEnding(at: index), isBoundary(tag, before: index) { break }
      if let tag = tagEnding(at: index), !tag.means(.link), !tag.means(.suffix), !isMedium(tag),
        !(index - 1 > floor && isGenericName(tag) && tokens[index - 2].isCapitalised), !isTitled(tag),
        stops(tag) || tag.action != nil && !tag.means(.name)
      {
        break
      }
      if token.kind == .word, token.hasCase, !token.isCapitalised, token.gap > .hyphen || index == floor + 1,
        !isDomainPart(index - 1), !isLink(index - 1)
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

  /// Whether a word ends before it that only capitals would distinguish from a name, in scripts without them:
  /// “本サイトは”.
  private func isBoundary(_ tag: Tag, before index: Int) -> Bool {
    guard !tokens[index - 1].hasCase else { return false }
    if tag.means(.particle), isAfterLeadingForm(tag) { return false }
    if tag.means(.particle) { return tokens[index].gap >= .space || !isHangul(index - 1) }
    return tag.means(Concept.DiscourseWord.matter) && !isTitleWord(tag)
  }

  /// Whether a single word for the material ends a name in a script with spaces, as “news” does: a word that no lexicon
  /// contains precedes it.
  private func isTitleWord(_ tag: Tag) -> Bool {
    tag.upper == tag.lower + 1 && !tokens[tag.lower].isDense && tag.lower > 0
      && tokens[tag.lower].gap == .space
      && tokens[tag.lower - 1].kind == .word && self.tag(over: tag.lower - 1) == nil
  }

  /// Whether a few characters after a legal form before a name are spelled like a particle: “株式会社ちどり”.
  private func isAfterLeadingForm(_ tag: Tag) -> Bool {
    tokens[tag.lower].isDense
      && (0...Self.longestLead).contains { back in
        tag.lower > back && tokens[tag.lower - back].gap == .none
          && tagEnding(at: tag.lower - back)?.means(.suffix) ?? false
      }
  }

  /// The most characters between a legal form and one that looks like a particle.
  private static let longestLead = 3

  /// Whether it is Hangul: dense, but with spaces, and only before a space is a syllable known to end a word.
  func isHangul(_ index: Int) -> Bool {
    tokens[index].isDense && (0xEA...0xED).contains(text[tokens[index].lower])
  }

  /// The token after a slogan in quotation marks before a name: “ⓒ ‘세상을 보는 창’ 갈매기일보”.
  private func epithetEnd(from lower: Int) -> Int? {
    guard lower + 1 < tokens.count, tokens[lower].isMark(in: ["'", "\"", "`"]), tokens[lower].gap < .line,
      tokens[lower + 1].kind == .word, !tokens[lower + 1].hasCase
    else { return nil }
    for index in (lower + 1)..<min(lower + Self.longest, tokens.count - 1) {
      if tokens[index].gap >= .line { return nil }
      guard tokens[index].kind == .mark, tokens[index].mark == tokens[lower].mark else { continue }
      let isFollowed = tokens[index + 1].kind == .word && !(tagAt[index + 1].map(stops) ?? false)
      return isFollowed && tokens[index + 1].gap < .line ? index + 1 : nil
    }
    return nil
  }

  /// The token after the quotation mark that closes a name starting with one, including small words.
  private func quotedEnd(from lower: Int) -> Int? {
    guard tokens[lower].isMark("\""), lower + 1 < tokens.count, tokens[lower + 1].isCapitalised else {
      return nil
    }
    var isBroken = false
    for index in (lower + 1)..<min(lower + Self.longest / 2, tokens.count) {
      if tokens[index].gap > .line { return nil }
      isBroken = isBroken || tokens[index].gap == .line
      if tokens[index].isMark("\"") { return isBroken && !endsName(index + 1) ? nil : index + 1 }
    }
    return nil
  }

  /// The token after a quoted name that a general word describes: “Verlag „Möwe“”.
  func describedEnd(from lower: Int) -> Int? {
    guard let tag = tagAt[lower], tag.upper == lower + 1, tokens[lower].isTitle, isKind(tag) else {
      return nil
    }
    return quotedEnd(from: tag.upper)
  }

  /// The token after a legal form in brackets at the start of a name: “(주)갈매기일보”.
  func formEnd(from lower: Int) -> Int? {
    guard tokens[lower].isMark("("), let tag = tagAt[lower], tag.means(.suffix) else { return nil }
    return tag.upper < tokens.count && tokens[tag.upper].kind == .word ? tag.upper : nil
  }

  /// The token after words that describe a name: “Báo điện tử Dân trí”; the token itself if there are none.
  private func kindEnd(from lower: Int) -> Int {
    guard let tag = tagAt[lower], tag.means(.kind), tokens[lower].isCapitalised else { return lower }
    return tag.upper
  }

  /// The token after an agency's name that starts at a token; a known name is taken whole, with its small words.
  func knownName(at index: Int) -> Int? {
    guard let tag = tagAt[index], tag.means(.name) else { return nil }
    return tag.upper
  }

  func tagEnding(at upper: Int) -> Tag? { tag(over: upper - 1).flatMap { $0.upper == upper ? $0 : nil } }

  /// The tag that a token belongs to.
  func tag(over index: Int) -> Tag? {
    for lower in stride(from: index, through: max(0, index + 1 - Self.longest), by: -1) {
      if let tag = tagAt[lower] { return tag.upper > index ? tag : nil }
    }
    return nil
  }
}

extension Token {
  /// Whether the script distinguishes upper and lower case.
  var hasCase: Bool {
    guard kind == .word, !isDense else { return false }
    return isCapitalised || isCased
  }

  var isShort: Bool { foldedUpper - foldedLower <= 3 }
  /// Whether it is as short as small words and the verb “to be” are.
  var isBrief: Bool { foldedUpper - foldedLower <= 5 }
}
