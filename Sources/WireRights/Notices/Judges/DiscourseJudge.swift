/// Distinguishes notices from prose about notices, and from prose with the same words.
struct DiscourseJudge {
  let reading: Reading

  /// Whether the sentence reports, asks, or is about something else.
  func isProse(_ sentence: Reading.Sentence) -> Bool {
    if isLabelled(sentence) || isLifting(sentence) || isEmbargoOnItem(sentence) { return false }
    if let hold = HoldOrder(sentence, in: reading) { return isProse(sentence.without(hold.event)) }
    let topic = OrderTopic(of: sentence, in: reading)
    let sentence = topic.map { sentence.without($0.range) } ?? sentence
    if sentence.tags.contains(where: {
      $0.isDiscourse && !isLicensedSource($0, in: sentence) && !isMarkUnderRule($0, in: sentence)
        && !isOfLine($0, in: sentence) && !isCredited($0, in: sentence)
    }) {
      return true
    }
    return isQuestion(sentence) || isSpoken(sentence) || isGrantToSomebody(sentence) || isTitle(sentence)
      || isAboutQuotation(sentence) || leadsToQuotation(sentence) || isMention(sentence)
      || isConduct(sentence) || isHeading(sentence) || isResult(sentence)
  }

  /// Whether it states the origin of a text and the permission for it: “originally published on X under CC BY”,
  /// “first appeared in X and is reprinted with permission”.
  private func isLicensedSource(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    tag.means(.provenance)
      && sentence.tags.contains {
        $0.lower >= tag.upper
          && ($0.means(.licence(.creativeCommons))
            || $0.means(.reprinted) && reading.isCovered($0.upper..<sentence.upper, by: []))
      }
  }

  /// Whether it states the origin of a text after the sign with which the sentence starts: “© Gull 2023 First
  /// published in 2023”.
  private func isOfLine(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    tag.means(.provenance)
      && sentence.tags.first.map { $0.means(.mark) && $0.lower == sentence.lower } ?? false
  }

  /// Whether it is part of a name to be credited: “must be credited to Ormsby Police”.
  private func isCredited(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    guard let duty = sentence.tags.first(where: { $0.duties.contains(.credit) }), duty.upper <= tag.lower
    else { return false }
    return reading.tokens[duty.upper..<tag.upper].allSatisfy { $0.kind == .mark || $0.isCapitalised }
  }

  /// Whether it only names trade marks next to the subject of a rule: “images and trademarks may not be used
  /// without …”.
  private func isMarkUnderRule(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    tag.means(.trademark) && tag.upper == tag.lower + 1
      && sentence.tags.contains { $0.isMaterial || $0.means(Concept.DiscourseWord.matter) }
      && sentence.tags.contains { $0.means(.prohibitNext) && $0.lower >= tag.upper }
      && sentence.tags.contains { $0.action != nil && $0.lower >= tag.upper }
      && sentence.tags.contains { $0.means(.permission) || $0.means(.agreement) }
  }

  /// Whether the formula continues with a party that the rights are for but that owns none: “all rights reserved to
  /// the winner of the contest”.
  private func isGrantToSomebody(_ sentence: Reading.Sentence) -> Bool {
    guard let formula = sentence.tags.first(where: { $0.means(.formula) }),
      let to = sentence.tags.first(where: { $0.lower == formula.upper && ($0.means(.by) || $0.isPreposition) }
      )
    else { return false }
    // “All rights reserved to her name”
    if sentence.tags.contains(where: { $0.lower == to.upper && $0.means(Concept.DiscourseWord.narrative) }) {
      return true
    }
    guard
      let article = sentence.tags.first(where: { $0.lower == to.upper && $0.means(.article) }),
      article.upper < sentence.upper
    else { return false }
    let next = reading.tokens[article.upper]
    return next.kind == .word && next.hasCase && !next.isCapitalised
      && !sentence.known.contains { $0.lower == article.upper }
  }

  /// Whether it starts with a quotation and continues with its speaker.
  private func isSpoken(_ sentence: Reading.Sentence) -> Bool {
    let first = reading.tokens[sentence.lower]
    guard first.isMark(in: ["\"", "'"]),
      let end = (sentence.lower + 1..<sentence.upper).first(where: { reading.tokens[$0].mark == first.mark })
    else { return false }
    // “‘No copies without leave,’ ran the banner”
    let next = end + 1 < sentence.upper ? reading.tokens[end + 1] : nil
    if reading.tokens[end - 1].isMark(","), next.map({ $0.hasCase && !$0.isCapitalised }) ?? false {
      return true
    }
    return sentence.tags.contains { $0.lower > end && $0.means(Concept.DiscourseWord.narrative) }
  }

  /// Whether it starts with a word of advisories and a colon or in capitals, as prose never does.
  private func isLabelled(_ sentence: Reading.Sentence) -> Bool {
    var lower = sentence.lower
    while lower + 1 < sentence.upper, reading.tokens[lower].isMark(in: ["(", "[", "\"", "*"]) { lower += 1 }
    guard let tag = sentence.tags.first, tag.lower == lower, tag.upper < sentence.upper,
      tag.isAdvisory
    else { return false }
    // “Corrects paragraph 3 to show that …”
    if tag.means(.correction), tag.upper - tag.lower > 1 { return true }
    if tag.means(.embargo), tag.means(.until) { return true }
    return leadsToColon(tag, in: sentence)
      || reading.tokens[tag.lower..<tag.upper].allSatisfy { $0.kind != .word || $0.isUpper }
  }

  /// Whether nothing but further words of advisories is between a label and a colon: “Note to editors (not for
  /// publication): …”.
  private func leadsToColon(_ label: Tag, in sentence: Reading.Sentence) -> Bool {
    var at = label.upper
    while at < sentence.upper, !reading.tokens[at].isMark(":") {
      if let further = sentence.tags.first(where: { $0.lower == at && $0.isAdvisory }) {
        at = further.upper
      } else if reading.tokens[at].isMark(in: ["(", ")", "[", "]", ",", "-"]) {
        at += 1
      } else {
        return false
      }
    }
    return at < sentence.upper
  }

  /// Whether it says that an embargo on the material, or one announced to editors, is over: “the embargo on this
  /// report is lifted”.
  private func isLifting(_ sentence: Reading.Sentence) -> Bool {
    func has(_ word: Concept.DiscourseWord) -> Bool { sentence.tags.contains { $0.means(word) } }
    return sentence.tags.contains { $0.means(.embargo) } && sentence.tags.contains { $0.means(.lift) }
      && (has(.matter) || sentence.tags.contains { $0.target != nil || $0.means(.notice) })
      && !has(.narrative)
      && !has(.reports)
  }

  private func isQuestion(_ sentence: Reading.Sentence) -> Bool {
    var index = sentence.upper - 1
    while index > sentence.lower, reading.tokens[index].isMark(in: ["\"", "'", ")"]) { index -= 1 }
    return reading.tokens[index].isMark("?")
  }

  /// Whether a rule is more than words that happen to occur together in prose.
  func isStrong(_ span: Span, in sentence: Reading.Sentence, _ clauses: [Clause]) -> Bool {
    // “She may not sell the house without permission”
    if let first = sentence.tags.first, first.lower == sentence.lower,
      first.means(Concept.DiscourseWord.narrative)
    {
      return false
    }
    if isOfDevice(span, in: sentence) { return false }
    if isRightWon(span, in: sentence) || isOfOtherThings(sentence) || isTold(span, in: sentence) {
      return false
    }
    if isHeadline(span, in: sentence) || isMeasure(span, clauses, in: sentence)
      || isGeneral(span, in: sentence) || isOfStrangers(span, in: sentence)
    {
      return false
    }
    let isForeign = isForeign(span, in: sentence, clauses)
    let told = sentence.tags.first { $0.means(Concept.DiscourseWord.narrative) }
    let isAbout = isAboutCopy(sentence)
    // “The papers reprinted the letter without permission, and he threatened to sue”; in scripts without spaces, a
    // character that is a word of stories may be part of another word.
    let isStory = told.map { !reading.tokens[$0.lower].isDense } ?? false
    if !isAbout, isOfOthers(span, clauses, in: sentence) { return false }
    let isConditional = clauses.contains { $0.condition != .none }
    if !isForeign, !isStory || isAbout, isConditional, isAbout || covers(sentence, 1, of: 4) { return true }
    if told != nil { return false }
    let isBareGrant = clauses.allSatisfy { $0.effect == .permit && $0.condition == .none }
    if isAbout, !isBareGrant || isOwn(sentence) { return true }
    if isForeign || isVague(span, clauses, in: sentence) { return false }
    if isShouted(span) || isBeforeCredit(span, in: sentence) || isGrantToYou(span, clauses, in: sentence)
      || isBarByName(span, clauses)
    {
      return true
    }
    let words = reading.tokens[sentence.lower..<sentence.upper].filter { $0.kind == .word }
    let upper = words.filter { $0.isUpper }.count
    if upper * 10 >= words.count * 7 { return true }
    return covers(sentence, 2, of: 5)
  }

  /// Whether an act without a word that says what may be done is told as an event: “the photo was published without
  /// permission”.
  private func isTold(_ span: Span, in sentence: Reading.Sentence) -> Bool {
    span.effect == nil && !span.has(.only) && !span.has(.reserve) && !span.has(.unauthorised)
      && sentence.tags.contains { told in
        told.means(Concept.DiscourseWord.narrative)
          && span.tags.contains { $0.action != nil && $0.lower == told.upper }
      }
  }

  /// Whether words of notices make up at least a given share of a sentence.
  private func covers(_ sentence: Reading.Sentence, _ share: Int, of whole: Int) -> Bool {
    let listed = listedNames(in: sentence)
    let words = (sentence.lower..<sentence.upper).count {
      reading.tokens[$0].kind == .word && !listed.contains($0)
    }
    let covered = (sentence.tags + sentence.signals).reduce(0) {
      $0 + ($1.isSmall || Self.isTime($1) ? 0 : $1.upper - $1.lower)
    }
    return covered * whole >= words * share
  }

  /// Whether it is a rule about something that no list contains, as in stories: “the band's songs can be streamed”,
  /// “the farm may not sell milk without permission”.
  private func isOfOthers(_ span: Span, _ clauses: [Clause], in sentence: Reading.Sentence) -> Bool {
    guard let modal = span.tags.first(where: { $0.isModal && $0.action == nil }), modal.lower > sentence.lower
    else {
      return false
    }
    let articles = sentence.tags.filter { $0.means(.article) && $0.upper < modal.lower }
    let isGrant = clauses.allSatisfy { $0.effect == .permit && $0.condition == .none }
    guard isGrant ? articles.first?.lower == sentence.lower : articles.last?.upper == modal.lower - 1 else {
      return false
    }
    // One act on copies shows what the whole list is about: “may not be reproduced or quoted without permission”.
    let copying = clauses.contains { Self.copyings.contains($0.action) }
    if copying, !isGrant, span.has(.permission) { return false }
    let subject = reading.tokens[modal.lower - 1]
    return subject.kind == .word && subject.hasCase && !subject.isCapitalised
      && !sentence.known.contains { $0.lower < modal.lower && $0.upper >= modal.lower }
  }

  /// Acts whose object can only be a copy.
  private static let copyings: Set<Action> = [
    .reproduce, .publish, .broadcast, .redistribute, .communicate, .archive, .translate,
  ]

  /// Whether an act is only one to come, in a headline: “author wins right to republish novel after 30 years”.
  private func isRightWon(_ span: Span, in sentence: Reading.Sentence) -> Bool {
    guard span.effect == nil, !span.has(.only), !span.has(.reserve), !span.has(.permission),
      !span.has(.agreement),
      let act = span.tags.first(where: { $0.action != nil }),
      sentence.tags.contains(where: { $0.upper == act.lower && $0.means(.infinitive) })
    else { return false }
    return (sentence.lower..<act.lower).count { index in
      reading.tokens[index].kind == .word
        && !sentence.known.contains { $0.lower <= index && index < $0.upper }
    } > 1
  }

  /// Whether a long sentence only gives a period, without a word for an act or the material: “within four years of
  /// leaving school”.
  private func isMeasure(_ span: Span, _ clauses: [Clause], in sentence: Reading.Sentence) -> Bool {
    if isPeriodOfOthers(clauses, in: sentence) { return true }
    guard span.effect == nil || !span.tags.contains(where: { $0.action != nil }),
      clauses.allSatisfy({ clause in
        clause.constraints.contains { $0.kind == .count || $0.kind == .timeAfter }
      }),
      !span.tags.contains(where: { tag in
        tag.means(.restriction) || tag.means(.only) || tag.means(.time(.once))
      })
    else { return false }
    let words = reading.tokens[sentence.lower..<sentence.upper].filter { $0.kind == .word }
    // “Das Museum zeigt bis zum 12. Mai Fotografien”
    let isTold =
      span.effect == nil
      && !sentence.tags.contains { $0.action != nil }
      && !unknownNouns(in: sentence).isEmpty
    return isTold || words.count > Self.longestNote && words.contains { $0.hasCase && !$0.isUpper }
  }

  /// Whether a period starts at something that no list contains: “use within two days of opening”.
  private func isPeriodOfOthers(_ clauses: [Clause], in sentence: Reading.Sentence) -> Bool {
    guard clauses.contains(where: { $0.constraints.contains(where: \.isPeriod) }),
      !isAboutCopy(sentence), let unit = sentence.tags.last(where: \.isPeriodUnit),
      let of = sentence.tags.first(where: { $0.lower == unit.upper && ($0.means(.from) || $0.isPreposition) })
    else { return false }
    return isUnknownNoun(of.upper, in: sentence)
  }

  /// The most words of a restriction in telegraphic style that names no act.
  private static let longestNote = 12

  /// Whether it is a word of a date, or introduces one; periods are terms.
  private static func isTime(_ tag: Tag) -> Bool {
    tag.concepts.allSatisfy {
      switch $0 {
      case .time(.month), .time(.weekday), .time(.zone), .advisory(.until): true
      default: false
      }
    }
  }

  /// Whether it only says that something may be used or is free of charge, as prose often does.
  private func isVague(
    _ span: Span, _ clauses: [Clause], in sentence: Reading.Sentence
  ) -> Bool {
    guard clauses.allSatisfy({ $0.effect == .permit && $0.action == .use }) else { return false }
    if !span.tags.contains(where: { $0.action != nil }) {
      // “The library lends e-books free of charge”
      let free = span.first(.free)?.lower ?? span.lower
      return !clauses.contains(where: Self.isForUse)
        || !isAboutCopy(sentence) && (span.lower..<free).contains { isUnknownNoun($0, in: sentence) }
    }
    return clauses.allSatisfy(\.constraints.isEmpty) && !span.has(.free)
  }

  /// Whether a purpose or a medium says what something may be used for.
  private static func isForUse(_ clause: Clause) -> Bool {
    clause.constraints.contains { $0.kind == .purpose || $0.kind == .channel }
  }
}
