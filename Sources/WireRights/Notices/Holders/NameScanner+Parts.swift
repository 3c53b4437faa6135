/// The words that may be inside a name, or start or end it.
extension NameScanner {
  /// The kinds of words that may be inside a name or before one.
  static let inner: Set<Concept.HolderWord> = [
    .link, .joint, .article, .plain, .kind, .particle, .name, .suffix, .dotless, .from, .by, .works,
    .honorific, .right,
  ]

  func stops(_ tag: Tag) -> Bool {
    // “© The Author(s)”
    if tag.means(.generic), isPlural(from: tag.upper) { return false }
    return tag.concepts.contains { concept in
      switch concept {
      case .holder(let word): !Self.inner.contains(word)
      case .licence(.named), .licence(.creativeCommons), .licence(.by), .licence(.nc), .licence(.nd): true
      // A preposition that means “until” in one language and occurs inside names in another: “Jornal do Porto”.
      case .advisory(.until): false
      case .effect, .condition, .advisory, .target: true
      case .discourse(let word): !word.isNeutral
      default: false
      }
    }
  }

  /// Whether a general word for a holder is part of a name: “Harbour Press Agency”.
  func isGenericName(_ tag: Tag) -> Bool {
    let token = tokens[tag.lower]
    // “Gull Pictures”, but not “GULL PICTURES ONLY”.
    let isMedium = isTargetOnly(tag) && !token.isUpper
    return (tag.means(.generic) || isMedium) && tag.upper == tag.lower + 1 && token.isCapitalised
  }

  /// Whether a word that would otherwise end a name belongs to it.
  func isPart(_ tag: Tag, at index: Int) -> Bool {
    isGenericName(tag) || isTitle(tag) || isMedium(tag) || isKind(tag) || tag.means(.suffix)
      || tokens[index].gap == .none && isDomainPart(index)
  }

  /// Whether a general word describes a quoted name: “Redakzija gasety «Majak»”.
  func isKind(_ tag: Tag) -> Bool {
    tag.means(.generic) && tag.upper < tokens.count && tokens[tag.upper].isMark("\"")
      && tokens[tag.upper].gap == .space
  }

  /// Whether a word for a part of the material is part of a name: “Harbour Graphic Group”, “Arte Gráfico”.
  func isTitle(_ tag: Tag) -> Bool {
    isTargetOnly(tag) && tag.upper == tag.lower + 1 && tokens[tag.lower].isCapitalised
      && !tokens[tag.lower].isUpper
      && tokens[tag.lower].gap == .space
  }

  /// Whether a word for a part of the material is part of a name in a script without capitals: joined to the rest,
  /// as in “누리사진”, or after a general word for a holder, as in “مؤسسة صور الأرز”.
  func isMedium(_ tag: Tag) -> Bool {
    guard isTargetOnly(tag), tag.lower > 0, !tokens[tag.lower].hasCase else { return false }
    if tokens[tag.lower].isDense { return tokens[tag.lower].gap == .none && tokens[tag.lower - 1].isDense }
    if tagEnding(at: tag.lower)?.means(.kind) ?? false { return true }
    return tagEnding(at: tag.lower) == nil && tokens[tag.lower - 1].kind == .word && tag.upper < tokens.count
      && tokens[tag.upper].kind == .word && tokens[tag.upper].gap == .space && tagAt[tag.upper] == nil
  }

  private func isTargetOnly(_ tag: Tag) -> Bool {
    tag.target != nil
      && tag.concepts.allSatisfy {
        switch $0 {
        case .target, .genitive, .holder(.works): true
        default: false
        }
      }
  }

  /// Whether a word without other meanings continues what precedes it.
  func isNameWord(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].kind == .word && tokens[index].gap == .space
      && tagAt[index].map { isMedium($0) || $0.means(.link) && tokens[index].isCapitalised && !stops($0) }
        ?? true
  }

  func canStart(_ index: Int) -> Bool {
    let token = tokens[index]
    if describedEnd(from: index) != nil { return true }
    if let tag = tagAt[index],
      stops(tag) && !isStartOfRun(tag) && !isTitled(tag) || tag.means(.right)
        || isMatter(tag) && !isSyllable(of: tag)
    {
      return false
    }
    if let tag = tagAt[index], tag.means(Concept.DiscourseWord.inert), !token.hasCase { return false }
    // “NO MATERIAL FROM THIS SITE”
    if token.hasCase, let tag = tagAt[index], tag.upper > index + 1, tag.means(Concept.DiscourseWord.matter),
      !tag.means(.article)
    {
      return false
    }
    if let tag = tagAt[index], tag.means(.kind), !isTitled(tag) { return isNameWord(tag.upper) }
    // “д-р Данка Николова”
    if let tag = tagAt[index], tag.means(.honorific), tag.upper > index + 1 {
      return tag.upper < tokens.count && tokens[tag.upper].isCapitalised
    }
    guard token.gap < .paragraph || index == 0 else { return false }
    if token.isMark("\"") { return index + 1 < tokens.count && tokens[index + 1].kind != .mark }
    if token.isMark("'") { return false }
    if formEnd(from: index) != nil { return true }
    if token.kind == .mark { return false }
    if token.kind == .number {
      return Year.value(token, reading.list) == nil
        && (isDomainPart(index) || isOrdinalName(index) || isNumbered(index))
    }
    if !token.hasCase || token.isCapitalised || isDomainPart(index) || isSmallStart(index) { return true }
    // Names in lower case: with a capital inside, or a name right after the sign.
    return hasCapitalInside(token) || isAgency(index) || isBrand(index)
  }

  /// Whether it is the material itself that continues the line, rather than a name: “© All material on this page …”.
  func isMatter(_ tag: Tag) -> Bool {
    tag.means(Concept.DiscourseWord.matter) && tag.upper - tag.lower > 1
      && !tokens[tag.upper - 1].isCapitalised
  }

  /// Whether a word is only the start of a longer run of Hangul, and more than a particle follows it: “뉴스의창”.
  private func isSyllable(of tag: Tag) -> Bool {
    let run = tokens[tag.upper...].prefix(2)
    return run.count == 2 && isHangul(tag.lower) && run.allSatisfy { $0.isDense && $0.gap == .none }
  }

  /// Whether a word for a part of the material is only the start of a longer run of Hangul: “영상나루”.
  private func isStartOfRun(_ tag: Tag) -> Bool { isTargetOnly(tag) && isSyllable(of: tag) }

  func isAgency(_ index: Int) -> Bool {
    tagAt[index].map { $0.means(.suffix) || $0.means(.name) } ?? false
  }

  func hasCapitalInside(_ token: Token) -> Bool {
    text[token.lower..<token.upper].contains { (0x41...0x5A).contains($0) }
  }

  /// Whether the token at `index` continues the name.
  func continues(at index: Int, from lower: Int) -> Bool {
    let token = tokens[index]
    if index > lower {
      if token.gap >= .line, !goesOnBelow(index, from: lower) { return false }
      if token.gap == .none, reading.endsSentence(before: index) { return false }
      if endsPhrase(at: index, from: lower) || endsBeforeRule(index) || closesOuter(index, lower) {
        return false
      }
    }
    if index > lower,
      leadsToEnd(index) || isQuoted(index, from: lower) || describesToEnd(index, from: lower)
    {
      return true
    }
    if let tag = tagAt[index], stops(tag),
      !(index > lower ? isPart(tag, at: index) : isStartOfRun(tag))
    {
      return false
    }
    switch token.kind {
    case .number:
      // “GULL PRESS, INC. 818-555”
      if index > lower, isAfterSuffix(index) || dayEnd(from: index) != nil { return false }
      return index == lower || Year.value(token, reading.list) == nil || token.gap == .none
    case .mark: return isInner(index)
    case .word:
      if index > lower + 1, isAfterForm(index) || isLedAway(index) || isActOfRule(index) { return false }
      if index > lower, GluedRule.starts(at: index, in: reading.list, tagAt: { tagAt[$0] }) { return false }
      if index == lower || !token.hasCase || token.isCapitalised || token.gap == .hyphen { return true }
      if isPlural(from: index - 1) || isGlued(index) || isDomainPart(index) || hasCapitalInside(token)
        || isInLink(index)
      {
        return true
      }
      return leadsOn(index)
    }
  }

  /// Whether a name is broken over lines: its quotation is still open, or the next line starts with its legal form
  /// or with the partner before that, and the name ends there: “Harbour Wire / GmbH”, “Harbour Wire / and Sound Ltd”.
  private func goesOnBelow(_ index: Int, from lower: Int) -> Bool {
    guard tokens[index].gap == .line else { return false }
    if let close = quotationEnd(index, from: lower) { return endsName(close) }
    let start =
      tagAt[index].map { $0.means(.joint) && !tokens[index].isCapitalised } ?? false ? index + 1 : index
    for at in start..<min(start + Self.longestTail, tokens.count) {
      if let form = tagAt[at], form.means(.suffix) { return endsName(form.upper) }
      guard start > index, at == start || tokens[at].gap == .space, tokens[at].isCapitalised else {
        return false
      }
    }
    return false
  }

  /// Whether a quotation that opened before the name ends, in scripts without spaces: “「© 千鳥社」を表記”.
  private func closesOuter(_ index: Int, _ lower: Int) -> Bool {
    tokens[index].isMark("\"") && tokens[index].gap == .none && tokens[index - 1].isDense
      && isClosed(lower, index) && index + 1 < tokens.count && tokens[index + 1].gap == .none
      && tokens[index + 1].isDense && tokens[max(0, lower - 6)..<lower].contains { $0.isMark("\"") }
  }

  /// Whether a legal form with its full stop ends right before a token.
  private func isAfterSuffix(_ index: Int) -> Bool {
    tokens[index - 1].isMark(".") && tagEnding(at: index - 1)?.means(.suffix) ?? false
  }

  /// Whether a rule starts without a full stop before it: “© European Union Reuse is authorised”.
  private func isActOfRule(_ index: Int) -> Bool {
    guard let act = tagAt[index], tokens[index].hasCase, !tokens[index].isUpper else { return false }
    return GluedRule.isRule(act, before: tagAt[act.upper])
  }

  /// Whether a space ends the name, in scripts in which it separates phrases, not words: Thai, Lao, Burmese, Khmer.
  func endsPhrase(at index: Int, from lower: Int) -> Bool {
    guard tokens[index].gap == .space, index - lower >= 6 else { return false }
    return [tokens[index - 1], tokens[index]].allSatisfy { token in
      switch (text[token.lower], text[min(token.lower + 1, text.count - 1)]) {
      case (0xE0, 0xB8...0xBB), (0xE1, 0x80...0x82), (0xE1, 0x9E...0x9F): true
      default: false
      }
    }
  }

  /// Whether a space separates a name from a rule about the material, in scripts that have none between words:
  /// “港通信社 本記事の無断転載を禁じます”.
  func endsBeforeRule(_ index: Int) -> Bool {
    guard tokens[index].gap == .space, tokens[index].isDense, !isHangul(index), tokens[index - 1].isDense,
      let matter = tagAt[index], matter.means(Concept.DiscourseWord.matter) || matter.target != nil
    else { return false }
    let rest = matter.upper..<min(matter.upper + Self.longestMatter, tokens.count)
    return rest.prefix { tokens[$0].gap == .none }.contains { index in
      tagAt[index].map { $0.action != nil || $0.hasEffect } ?? false
    }
  }

  /// The most characters between the material and what is ruled about it.
  private static let longestMatter = 16

  /// Whether a small word is inside a name: something capitalised or quoted follows soon.
  func leadsOn(_ index: Int) -> Bool {
    if isInForm(index) { return true }
    // “Harbour GmbH in any form”: the legal form ends the name.
    if let tag = tagAt[index - 1], isDotless(tag), !(tagAt[index]?.means(.joint) ?? false) { return false }
    if isInRow(index) { return true }
    for ahead in 1...2 where index + ahead < tokens.count {
      let next = tokens[index + ahead]
      if next.gap >= .line || tagAt[index + ahead].map(stops) ?? false { return false }
      if next.kind == .mark { return next.isMark("\"") }
      if next.isCapitalised || !next.hasCase { return true }
      if !isLink(index) && !isLink(index + ahead) { return ahead == 1 && tokens[index].isShort }
    }
    return false
  }

  /// Whether a row of small words leads to a capitalised one: “Xây dựng môi trường đô thị Hà Nội”.
  private func isInRow(_ index: Int) -> Bool {
    var next = index
    for _ in 0..<Self.longestRow {
      guard let tag = tagAt[next], tag.means(.link), !tag.means(.joint), !tag.means(.from), !stops(tag),
        tag.upper < tokens.count, tokens[tag.upper].gap == .space
      else { return false }
      next = tokens[tag.upper].kind == .number ? tag.upper + 1 : tag.upper
      if next < tokens.count, tokens[next].isCapitalised { return true }
    }
    return false
  }

  /// The most small words in a row.
  private static let longestRow = 6

  /// Whether there is a legal form, or the continuation of one: “sp z o.o.”.
  func isInForm(_ index: Int) -> Bool {
    (max(0, index - 4)...index).contains { lower in
      tagAt[lower].map { $0.means(.suffix) && $0.upper > index } ?? false
    }
  }

  /// Whether the token is part of a phrase that connects names: “a division of”.
  func isInLink(_ index: Int) -> Bool {
    (0...3).contains { back in
      guard let tag = tagAt[index - back] else { return false }
      return tag.means(.link) && tag.upper > index && tag.upper > tag.lower + 1
    }
  }

  func isLink(_ index: Int) -> Bool {
    // The end of `harbour.de` is not an article, nor is a legal form.
    guard !isDomainPart(index), let tag = tagAt[index], !tag.means(.suffix) else { return false }
    return tag.means(.link) || tag.means(.article)
  }

  /// Whether a capitalised article starts a name: “The Sun”.
  func isArticle(_ index: Int, before end: Int) -> Bool {
    guard let tag = tagAt[index], tag.means(.article), !tag.means(.plain), index + 1 < end else {
      return false
    }
    return tokens[index].isCapitalised && tokens[index + 1].isCapitalised
  }

  /// Whether it is a legal form that is not an abbreviation, and is not written as one: “SA”, but not “S.A.”.
  func isDotless(_ tag: Tag) -> Bool { tag.means(.dotless) && !tokens[tag.lower].isDotted }

  /// Whether the token is part of a domain name: `moneycontrol.com`, `24ur.si`.
  func isDomainPart(_ index: Int) -> Bool {
    // “harbour24.example”
    let isNumbered =
      index + 1 < tokens.count && tokens[index].kind == .word && tokens[index + 1].kind == .number
      && tokens[index + 1].gap <= .hyphen
    let last = isNumbered ? index + 1 : index
    let isBefore =
      last + 2 < tokens.count && tokens[last + 1].isMark(".") && tokens[last + 1].gap == .none
      && tokens[last + 2].gap == .none && tokens[last + 2].kind == .word
    let isAfter =
      index >= 2 && tokens[index - 1].isMark(".") && tokens[index - 1].gap == .none
      && tokens[index].gap == .none
      && tokens[index - 2].kind != .mark
    return isBefore || isAfter
  }
}
