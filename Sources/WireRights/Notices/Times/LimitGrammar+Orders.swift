/// Limits in orders of a few words: “14-day use”, “use by May 4”, “not more than twice”.
extension LimitGrammar {
  /// The limits of an order that are not introduced by a word such as “within”.
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

  /// Whether a period counts from an agreement, whose days nobody knows here: “within 30 days of the end of the contract”.
  func isOfAgreement(_ tag: Tag) -> Bool {
    guard
      let agreement = span.tags.first(where: { $0.lower >= tag.upper && $0.means(.agreement) }),
      agreement.lower - tag.upper <= Self.farthestAgreement
    else { return false }
    let between = span.tags.filter { $0.lower >= tag.upper && $0.upper <= agreement.lower }
    return between.contains { $0.isPeriodUnit }
      && !between.contains {
        $0.means(.without) || $0.means(.unless) || $0.means(.provided) || $0.action != nil
      }
  }

  /// How many tokens may stand between “within” and what its period counts from.
  private static let farthestAgreement = 9

  /// Whether at most one word or ending stands between a time and a word behind it: “2026'dan sonra”.
  func isBeside(_ upper: Int, _ tag: Tag) -> Bool {
    upper <= tag.lower && reading.tokens[upper..<tag.lower].count { $0.kind != .mark } <= 1
  }

  /// Whether so much stands between a number and a unit that it is the number of something else: “three items a day”.
  func isRate(_ lower: Int, _ unit: Int) -> Bool {
    let words = (lower..<max(lower, unit)).filter { index in
      reading.tokens[index].kind == .word && !reading.tokens[index].isDense
        && !span.tags.contains { $0.lower <= index && index < $0.upper && $0.number != nil }
    }
    return words.count > 1
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

  /// Whether a period that something is barred until is counted from an event after it: “not until 24 hours after
  /// publication”.
  func isCounted(from after: Tag) -> Bool {
    barsUse
      && span.tags.contains { until in
        until.means(.until) && (2...Self.longestPeriod).contains(after.lower - until.upper)
          && span.tags.contains { $0.lower >= until.upper && $0.upper <= after.lower && $0.isPeriodUnit }
      }
  }

  /// Whether a period that something is barred until counts from an event: “not until 24 hours after publication”, “not
  /// before 24 hours from publication”.
  var isDelayed: Bool {
    barsUse && isBased || span.tags.contains { $0.means(.time(.after)) && isCounted(from: $0) }
  }

  /// Whether a word only says from when a period counts, within which something holds: “게재 후 24시간 이내”.
  func opensPeriod(_ after: Tag) -> Bool {
    span.tags.contains {
      $0.means(.time(.within)) && (1...Self.longestPeriod).contains($0.lower - after.upper)
    }
  }

  /// Whether a period counts from an event that is named.
  private var isBased: Bool { span.tags.contains(where: \.isBase) }

  /// Whether it prohibits something other than keeping copies.
  private var barsUse: Bool {
    span.effect == .prohibit && !span.tags.contains { $0.action == .archive || $0.action == .cache }
  }

  /// The most words of a period: “one hour”, “48 clock hours”.
  static let longestPeriod = 4

  /// Whether something is prohibited during a period, and permitted after it: “may not be republished for 90 days”, “no
  /// use within 24 hours of publication”.
  ///
  /// A prohibition of keeping something for a period prohibits keeping it longer. In lines such as “no archive,
  /// within 14 days” the period is that of the use.
  func isWaiting(_ word: Concept.TimeWord) -> Bool {
    let isPeriod = word == .within && (isBased || span.has(.prohibit))
    return barsUse && (word == .initial || span.has(.prohibitNext) && !span.has(.no) || isPeriod)
  }

  /// Whether what is permitted after an instant or a delay is prohibited before: “may be used after 4 May”, “online
  /// from Saturday”, but not “no use after 4 May”.
  func isOpening(isDelay: Bool, _ limit: Constraint) -> Bool {
    let isInstant = limit.kind == .timeAfter && !limit.isPeriod
    if span.effect == nil { return isInstant && !span.has(.not) && !span.has(.out) && !isAsked }
    return span.effect == .permit && (isDelay || isInstant)
  }

  /// Whether something needs permission: “use after 4 May requires our permission”.
  private var isAsked: Bool { span.has(.required) && (span.has(.permission) || span.has(.agreement)) }
}
