internal import WireText

/// Whether whole sentences that were not read may limit what others permit.
extension UnreadLimits {
  /// Whether an unread sentence may limit what others permit, such as “No derivatives”.
  static func mayLimit(_ sentence: Reading.Sentence, in reading: Reading) -> Bool {
    if isBareLimit(sentence, in: reading) { return true }
    let isRule = sentence.tags.contains { $0.action != nil || $0.target != nil || !$0.constraints.isEmpty }
    // “However, …”
    if let first = sentence.tags.first, first.means(.but), first.lower == sentence.lower { return true }
    // “See script for restrictions”, but not “For questions about restrictions please contact …”
    if !sentence.isNarrative, !sentence.tags.contains(where: { $0.means(.ask) }),
      (sentence.tags + sentence.signals).contains(where: { $0.means(.restriction) })
    {
      return true
    }
    if !sentence.isNarrative, mayEnd(sentence) || takesBack(sentence) || opensLate(sentence) { return true }
    // “Ads must not stand beside it.”
    if !sentence.isNarrative, sentence.tags.contains(where: { $0.means(.prohibitNext) }) { return true }
    return sentence.tags.contains { tag in
      tag.means(.only) || tag.means(.out) || tag.means(.provided) || tag.means(.unless) || tag.means(.except)
        || tag.means(.required) || tag.means(.otherwise) || tag.means(.agreement) || tag.means(.no)
        || tag.means(.licence(.nd)) || tag.means(.licence(.nc))
        || isRule && (tag.means(.prohibit) || tag.means(.prohibitNext) || tag.means(.permission))
    }
  }

  /// Whether it is nothing but a limit, which belongs to a permission before or after it: “For personal use.”, “In
  /// Germany”, “Up to 75 words”.
  static func isBareLimit(_ sentence: Reading.Sentence, in reading: Reading) -> Bool {
    guard sentence.upper - sentence.lower <= longestLimit, !sentence.isNarrative else { return false }
    let tags = sentence.tags
    let isLimit = tags.contains { tag in
      !tag.constraints.isEmpty || tag.isCondition || tag.isProviso || tag.isTimeLimit || tag.means(.only)
        || tag.means(.embargo)
    }
    return isLimit && unlisted(sentence, in: reading) <= mostOthers
  }

  /// Whether a line of its own is nothing but a limit of what a line beside it permits: “In Norway”, “For personal
  /// use”, but not the day or the place above a story.
  static func isLimitLine(_ sentence: Reading.Sentence, in reading: Reading) -> Bool {
    guard isBareLimit(sentence, in: reading) else { return false }
    let tags = sentence.tags
    if tags.contains(where: { $0.means(.embargo) }) { return true }
    let isPlaced = tags.contains { $0.isPreposition }
    let isLimit = tags.contains { tag in
      tag.isCondition || tag.isProviso || tag.means(.until) || tag.isPeriodUnit || tag.means(.time(.upTo))
        || tag.means(.only) || tag.constraints.contains { isPlaced || $0.kind != .territory }
    }
    let fillers = sentence.fillers(in: reading.list, from: sentence.lower, to: sentence.upper)
    return isLimit && unlisted(sentence, in: reading, besides: fillers) == 0
  }

  /// The most tokens of a sentence that is only a limit.
  private static let longestLimit = 12
  /// The most words of such a sentence that are in no list.
  private static let mostOthers = 1

  /// Whether it says when the permission ends, or what it waits for: “This permission ended on 1 January”, “Pending
  /// approval”.
  private static func mayEnd(_ sentence: Reading.Sentence) -> Bool {
    let tags = sentence.tags
    guard tags.contains(where: { $0.means(.permission) }) else { return false }
    return sentence.upper - sentence.lower <= Self.longestLabel
      || tags.contains { $0.month != nil || $0.isWeekday || $0.isPeriodUnit }
  }

  /// Whether it says that the permission does not hold for something in or around the text: “This does not apply to
  /// newspapers”, but not “… to photographs”.
  private static func takesBack(_ sentence: Reading.Sentence) -> Bool {
    guard sentence.signals.contains(where: { $0.means(.inapplicable) }) else { return false }
    let targets = Set(sentence.tags.compactMap(\.target))
    let isOfText = targets.isEmpty || targets.contains("text")
    return isOfText || sentence.tags.contains { !$0.constraints.isEmpty }
  }

  /// Whether it denies something until a day: “Not before Monday”.
  private static func opensLate(_ sentence: Reading.Sentence) -> Bool {
    sentence.upper - sentence.lower <= longestGate && sentence.tags.contains(where: \.denies)
      && sentence.tags.contains { $0.month != nil || $0.isWeekday }
  }

  /// The most tokens of a line that only says from when something is permitted.
  private static let longestGate = 8
  /// The most tokens of a line that names a permission and says nothing else, as “Pending approval” is.
  private static let longestLabel = 4

  /// The words of a release that may limit it; nil if there are none.
  static func words(
    behind found: AdvisoryGrammar.Found, of sentence: Reading.Sentence, in reading: Reading
  ) -> TextRange? {
    guard found.clauses.contains(where: { $0.effect == .permit }),
      let release = sentence.tags.first(where: { $0.means(.release) || $0.means(.lift) })
    else { return nil }
    if let words = words(rightBehind: release, of: sentence, in: reading) { return words }
    // “Only with written permission, for immediate release”, but not “After consultation the embargo is lifted”.
    let mark = reading.tokens[sentence.lower..<release.lower].lastIndex { $0.kind == .mark }
    let isLimited = sentence.tags.contains { tag in
      let isApart = tag.lower > release.lower || mark.map { tag.upper <= $0 } ?? false
      return isApart && limits(tag, release)
    }
    return isLimited && unlisted(sentence, in: reading) <= mostOthers
      ? reading.range(sentence.lower, sentence.upper) : nil
  }

  /// The words right after those of a release that limit it: “cleared for publication in Norway”.
  private static func words(
    rightBehind release: Tag, of sentence: Reading.Sentence, in reading: Reading
  ) -> TextRange? {
    var at = release.upper
    for tag in sentence.tags where tag.lower >= at {
      let isNext = reading.tokens[at..<tag.lower].allSatisfy {
        $0.kind == .word && !$0.isCapitalised && $0.gap < .line
      }
      guard isNext, tag.lower - at <= 1 else { return nil }
      if !tag.constraints.isEmpty || opensLimit(tag) && !tag.means(.with) {
        return reading.range(at, sentence.upper)
      }
      guard tag.isSmall else { return nil }
      at = tag.upper
    }
    return nil
  }

  /// Whether a word beside a release takes something from it; places and days stand there in headings.
  private static func limits(_ tag: Tag, _ release: Tag) -> Bool {
    tag.isCondition || tag.isProviso || tag.means(.only) || tag.denies || tag.means(.prohibit)
      || tag.means(.shutOut) || tag.means(.out) || tag.means(.restriction) || tag.means(.time(.upTo))
      || tag.means(.embargo) && release.means(.release) || tag.means(.until)
      || tag.means(.time(.after)) && (0...1).contains(tag.lower - release.upper)
  }

  /// The number of words of a sentence that are in no list.
  private static func unlisted(
    _ sentence: Reading.Sentence, in reading: Reading, besides fillers: Set<Int> = []
  ) -> Int {
    var listed = fillers
    for tag in sentence.tags + sentence.signals + sentence.cues { listed.formUnion(tag.lower..<tag.upper) }
    return (sentence.lower..<sentence.upper).count {
      reading.tokens[$0].kind == .word && !listed.contains($0)
    }
  }
}
