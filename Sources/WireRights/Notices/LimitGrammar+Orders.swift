/// Limits as orders of a few words name them: “14-day use”, “use by May 4”, “not more than twice”.
extension LimitGrammar {
  /// The limits of an order that no word such as “within” leads in.
  func orders() -> [Constraint] {
    span.tags.compactMap { period(before: $0) ?? deadline($0) ?? uses($0) }
  }

  /// “14-DAY USE”, “one month use”.
  private func period(before use: Tag) -> Constraint? {
    guard use.action == .use, span.effect == nil, !span.has(.within), !span.has(.after),
      span.tags.contains(where: { $0.upper == use.lower && $0.isPeriodUnit }),
      let limit = limit(after: use, .within), limit.isPeriod
    else { return nil }
    return limit
  }

  /// “USE BY MAY 4”.
  private func deadline(_ by: Tag) -> Constraint? {
    guard by.means(.by), span.effect == nil,
      span.tags.contains(where: { $0.action == .use && $0.upper == by.lower }),
      let found = TimeGrammar(reading: reading).moment(from: by.upper, to: span.upper, tags: span.tags),
      found.lower == by.upper
    else { return nil }
    return limit(after: by, .within)
  }

  /// How often something may be used: “not more than twice”, “at most 3 uses”.
  private func uses(_ tag: Tag) -> Constraint? {
    let isCounted = tag.means(.time(.times))
    guard isCounted || tag.action == .use && span.has(.upTo) && tag.number == nil,
      span.has(.upTo) || span.has(.only) || span.effect == .prohibit && span.has(.moreThan),
      let number = tag.number ?? number(before: tag), (1...99).contains(number)
    else { return nil }
    return Constraint(.count, String(number), .gt)
  }

  /// A number in digits or as a word right before a word.
  private func number(before tag: Tag) -> Int? {
    if let word = span.tags.last(where: { $0.upper == tag.lower }), let number = word.number { return number }
    guard tag.lower > span.lower, reading.tokens[tag.lower - 1].kind == .number else { return nil }
    return Int(reading.list.word(tag.lower - 1))
  }
}
