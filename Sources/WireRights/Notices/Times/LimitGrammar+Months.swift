internal import WireText

/// Limits with a month or a year but no day.
extension LimitGrammar {
  /// The month or year next to a word such as “after” or “until”: “no use after March 2027”, “until the end of 2026”.
  ///
  /// “After” a month means after its last day, and “to the end of” a month includes that day. “Until” a month may
  /// mean its first day or its last, which a limit as precise as the text leaves open.
  func month(beside tag: Tag, _ word: Concept.TimeWord) -> Constraint? {
    guard let month = month(after: tag) ?? month(before: tag) else { return nil }
    // “Apply for aid ahead of October”, “after 2020”: without an act or a prohibition a month or a year alone is
    // not a limit.
    let isNamed = month.year != nil && month.month != nil
    let isOfUse =
      span.effect == .prohibit || span.tags.contains { $0.action.map(ResidueGrammar.isUse) ?? false }
    return isNamed || isOfUse ? limit(of: month, beside: tag, word) : nil
  }

  /// The month with its year right before such a word.
  func dated(before tag: Tag, _ word: Concept.TimeWord) -> Constraint? {
    guard let month = month(before: tag), month.year != nil, month.month != nil else { return nil }
    return limit(of: month, beside: tag, word)
  }

  private func limit(of month: Month, beside tag: Tag, _ word: Concept.TimeWord) -> Constraint {
    let isWhole =
      word == .after
      || span.tags.contains { end in
        end.means(.time(.inclusive))
          && (end.lower == tag.lower
            || end.lower >= min(tag.lower, month.lower) && end.lower <= max(tag.lower, month.upper))
      }
    return Constraint(.timeAfter, isWhole ? month.lastDay ?? month.text : month.text)
  }

  /// A month or year as written, and its tokens.
  private struct Month {
    var year: Int?
    var month: Int?
    var lower: Int
    var upper: Int

    /// A year that is not a leap year, for the lengths of months in any year.
    private static let anyYear = 2001

    /// ISO 8601, with `XXXX` for a missing year.
    var text: String {
      (year?.digits(4) ?? "XXXX") + (month.map { "-" + $0.digits(2) } ?? "")
    }

    /// The last day; nil if it depends on a year that is missing.
    var lastDay: String? {
      let month = month ?? 12
      guard year != nil || month != 2 else { return nil }
      let day = CalendarDay(lastOf: month, year: year ?? Self.anyYear)?.day
      return day.map { (year?.digits(4) ?? "XXXX") + "-" + month.digits(2) + "-" + $0.digits(2) }
    }
  }

  private func month(after tag: Tag) -> Month? {
    let reach = min(span.upper, tag.upper + Self.longestLead + 1)
    for index in tag.upper..<max(tag.upper, reach) {
      if let month = month(at: index) { return month }
      // A number of anything else, or a word that names the object of the limit.
      if reading.tokens[index].kind != .word { return nil }
    }
    return nil
  }

  /// The month right before the word, in languages that put it last: “2027年3月以降”.
  private func month(before tag: Tag) -> Month? {
    for index in max(span.lower, tag.lower - Self.longestMonth)..<max(span.lower, tag.lower) {
      guard let month = month(at: index), month.upper <= tag.lower else { continue }
      return isBeside(month.upper, tag) ? month : nil
    }
    return nil
  }

  /// The most words between “until” and its month: “the end of the month of”.
  private static let longestLead = 4
  /// The most tokens of a month with its year and what may follow it.
  private static let longestMonth = 7

  /// A month by name or number with its year, or a year, that starts at a token.
  private func month(at index: Int) -> Month? {
    if let tag = span.tags.first(where: { $0.lower == index && $0.month != nil }), let month = tag.month {
      if isDay(index - 1) || isDay(tag.upper) { return nil }
      for at in tag.upper..<min(span.upper, tag.upper + 3) {
        if let year = Year.value(reading.tokens[at], reading.list) {
          return Month(year: year, month: month, lower: index, upper: at + 1)
        }
      }
      return Month(month: month, lower: index, upper: tag.upper)
    }
    if let month = numbered(at: index) { return month }
    guard let year = Year.value(reading.tokens[index], reading.list), year >= Self.firstYear else {
      return nil
    }
    let upper = unit(.year, at: index + 1) ?? index + 1
    let next = reading.tokens[upper..<span.upper].prefix(2).firstIndex { $0.kind != .mark } ?? upper
    // “2027. március”, “2027年3月”
    if let tag = span.tags.first(where: { $0.lower == next && $0.month != nil }), let month = tag.month {
      return isDay(tag.upper) ? nil : Month(year: year, month: month, lower: index, upper: tag.upper)
    }
    if next < span.upper, let month = number(next, in: 1...12), let end = unit(.monthUnit, at: next + 1) {
      return isDay(end) ? nil : Month(year: year, month: month, lower: index, upper: end)
    }
    return Month(year: year, lower: index, upper: upper)
  }

  /// `03/2027`, “tháng 3 năm 2027”.
  private func numbered(at index: Int) -> Month? {
    if let start = unit(.monthUnit, at: index), let month = number(start, in: 1...12) {
      let next = start + 1
      for at in next..<min(span.upper, next + 2) {
        if let year = Year.value(reading.tokens[at], reading.list) {
          return Month(year: year, month: month, lower: index, upper: at + 1)
        }
      }
      return nil
    }
    guard let month = number(index, in: 1...12), index + 2 < span.upper,
      reading.tokens[index + 1].isMark(in: ["/", "-", "."]), reading.tokens[index + 1].gap == .none,
      let year = Year.value(reading.tokens[index + 2], reading.list),
      index == span.lower || !reading.tokens[index - 1].isMark(in: ["/", "-", "."])
    else { return nil }
    return Month(year: year, month: month, lower: index, upper: index + 3)
  }

  /// The current copy is used in this century.
  private static let firstYear = 2000

  /// The token after a unit of time; nil for another word.
  private func unit(_ unit: Concept.TimeWord, at index: Int) -> Int? {
    span.tags.first { $0.lower == index && $0.means(.time(unit)) }?.upper
  }

  private func number(_ index: Int, in range: ClosedRange<Int>) -> Int? {
    guard index >= 0, index < span.upper, reading.tokens[index].kind == .number,
      let number = Int(reading.list.word(index)), range.contains(number)
    else { return nil }
    return number
  }

  /// Whether there is the number of a day.
  private func isDay(_ index: Int) -> Bool {
    index >= span.lower && number(index, in: 1...31) != nil && reading.list.word(index).utf8.count <= 2
  }
}
