internal import WireText

/// Unread words where every word counts.
extension UnreadLimits {
  /// The words of a sentence that were not used, if anything was read from it.
  ///
  /// - Parameters:
  ///   - statement: the text's statement up to the end of the sentence.
  ///   - before: its statement up to the sentence's start.
  ///   - known: names, credits and licences, which are read elsewhere.
  static func words(
    of sentence: Reading.Sentence, _ reading: Reading, _ statement: RightsStatement,
    since before: RightsStatement, known: [TextRange]
  ) -> [TextRange] {
    let clauses = statement.clauses.filter { !before.clauses.contains($0) }
    guard !clauses.isEmpty || statement.duties != before.duties else { return [] }
    let span = Span(tags: sentence.tags, lower: sentence.lower, upper: sentence.upper)
    let limits = UnreadLimits(
      reading: reading, span: span, clauses: clauses, known: known, language: sentence.language, isWhole: true
    )
    if let duty = sentence.tags.first(where: limits.isForbidden) {
      return [reading.range(duty.lower, duty.upper)]
    }
    return limits.runs()
  }

  /// Whether a letter is a genitive ending or a short form: “the author’s”.
  func isEnding(_ index: Int) -> Bool {
    isWhole && index > span.lower && reading.tokens[index].gap == .hyphen
      && reading.list.word(index).utf8.count == 1
  }

  /// Whether words that limit nothing in a notice open an exception: “unless otherwise noted”.
  func opensException(_ lower: Int, _ upper: Int) -> Bool {
    span.tags.contains { tag in
      tag.lower < upper && tag.upper > lower
        && (tag.means(.unless) || tag.means(.except) || tag.means(.otherwise))
    }
  }

  /// Whether a word has a meaning that is part of none of the rules, or that applies only elsewhere.
  func isAstray(_ tag: Tag) -> Bool {
    if let target = tag.target, !clauses.contains(where: { $0.target == target }) { return true }
    if !tag.actions.isEmpty, !tag.actions.contains(where: isRuled) { return true }
    if tag.means(.not), tag.action == nil, !turnsPermit { return true }
    if isUnboundAmount(tag) { return true }
    // “Distributed by” only ends a name elsewhere.
    if tag.means(.stop) { return true }
    return tag.constraints.contains { !isBound($0, at: tag) }
  }

  /// Whether it leads to a number of which no limit was made: “no more than three items a day”.
  private func isUnboundAmount(_ tag: Tag) -> Bool {
    guard !clauses.isEmpty, tag.means(.time(.upTo)) || tag.means(.time(.moreThan)), tag.upper < span.upper,
      reading.tokens[tag.upper].kind == .number
        || span.tags.contains(where: { $0.lower == tag.upper && $0.number != nil })
    else { return false }
    let amounts: Set<Constraint.Kind> = [.timeAfter, .timeBefore, .count, .wordLimit]
    return !clauses.contains { $0.constraints.contains { amounts.contains($0.kind) } }
  }

  /// Whether rules are about an act; with a duty alone it is the use that the duty is for: “republished articles
  /// must …”.
  private func isRuled(_ action: Action) -> Bool {
    if clauses.isEmpty { return [.use, .publish, .reproduce, .link].contains(action) }
    // “May not be used to train …”, and what must be deleted may not be kept.
    if action == .use { return true }
    if action == .delete || action == .remove {
      // Nor may what must be removed after a period be used any longer.
      return clauses.contains { clause in
        clause.action == .archive
          || clause.action == .use
            && clause.constraints.contains { $0.kind == .timeAfter && $0.isPeriod }
      }
    }
    return clauses.contains { $0.action == action }
  }

  /// Whether it is a duty that the preceding words reverse: “you may not keep our logo”.
  ///
  /// A duty not to do something, as in “do not sell ads against our stories”, does not count.
  private func isForbidden(_ tag: Tag) -> Bool {
    let omissions: Set<Duty.Kind> = [.noAds, .noCharge, .unaltered, .accurateContext]
    guard !tag.duties.allSatisfy(omissions.contains), clauses.isEmpty,
      let effect = span.tags.last(where: { $0.means(.prohibitNext) && $0.upper <= tag.lower })
    else { return false }
    return !span.tags.contains { $0.action != nil && $0.lower >= effect.upper && $0.upper <= tag.lower }
  }

  /// Whether “not” turns what would be a permit into a prohibition.
  private var turnsPermit: Bool {
    span.effect == .prohibit && !span.has(.prohibitNext) && !span.has(.prohibit) && !span.has(.no)
      && (span.has(.permit) || span.has(.permitNext))
  }

  /// Whether a purpose is one of the use and a channel one of the use: “for commercial purposes”, but not “on pages
  /// with advertising”, “a nonprofit newsroom” or “stories from our website”.
  private func isBound(_ limit: Constraint, at tag: Tag) -> Bool {
    switch limit.kind {
    case .purpose:
      return tag.upper - tag.lower > 1 || tag.action != nil || isLedTo(tag) || isBesideAct(tag)
    case .channel: return !isSource(tag)
    default: return true
    }
  }

  /// Whether a small word introduces a word, or the list that contains it.
  private func isLedTo(_ tag: Tag) -> Bool {
    let before = span.tags.last { $0.upper <= tag.lower && !$0.means(.article) && !$0.means(.joint) }
    guard let before else { return false }
    if before.constraints.contains(where: { $0.kind == .purpose }) {
      return isLedTo(before) || isBesideAct(before)
    }
    return before.isPreposition || before.means(.no)
  }

  /// Whether an act is right before or after it: “commercial or promotional use”, “used commercially”.
  private func isBesideAct(_ tag: Tag) -> Bool {
    span.tags.contains { other in
      guard other.action != nil else { return false }
      if other.upper == tag.lower { return true }
      guard other.lower >= tag.upper else { return false }
      return span.tags.allSatisfy {
        !($0.lower >= tag.upper && $0.upper <= other.lower) || $0.isSmall
          || $0.constraints.contains { $0.kind == .purpose }
      } && reading.tokens[tag.upper..<other.lower].count <= 4
    }
  }

  /// Whether a medium is the source of the work: “stories from the Harbour Press website”.
  private func isSource(_ tag: Tag) -> Bool {
    var at = tag.lower
    while at > span.lower, reading.tokens[at - 1].isCapitalised || isArticle(at - 1) { at -= 1 }
    return span.tags.contains { $0.upper == at && $0.means(.from) && !$0.isPreposition }
  }

  private func isArticle(_ index: Int) -> Bool {
    span.tags.contains { $0.lower == index && $0.means(.article) }
  }
}
