/// Reads dates, times and periods: ISO 8601, as precise as the text.
///
/// Month names, zone names and the rest come from the lexicons. A numeric date is read day first unless the second
/// number cannot be a month. A zone name that means a place gets the offset that the place has on that date.
struct TimeGrammar {
  let reading: Reading

  /// The most words inside a moment that are not part of it; marks, such as those of release numbers, do not count.
  static let longestGap = 6
  /// The most words between a day of the week and its date.
  private static let longestWeekdayGap = 2

  /// A moment and its position.
  struct Found {
    var moment: Moment
    var lower: Int
    var upper: Int
    /// The tokens that are part of it.
    var read: Set<Int> = []
  }

  /// The first moment in a range of tokens, and where it ends.
  func moment(from lower: Int, to upper: Int, tags: [Tag]) -> Found? {
    var moment = Moment()
    var found: Found?
    var index = lower
    var gap = 0
    let tagAt = Dictionary(tags.map { ($0.lower, $0) }, uniquingKeysWith: { a, _ in a })
    while index < upper {
      if found != nil, gap > Self.longestGap { break }
      if let step = step(at: index, upTo: upper, tagAt, &moment, after: found?.upper ?? 0) {
        if found == nil { found = Found(moment: moment, lower: max(lower, step.lowerBound), upper: index) }
        found?.upper = step.upperBound
        found?.read.formUnion(step)
        index = step.upperBound
        gap = 0
      } else {
        if reading.tokens[index].kind != .mark { gap += 1 }
        if gap > Self.longestWeekdayGap, moment.day == nil, moment.hour == nil { moment.weekday = nil }
        index += 1
      }
    }
    if let found, moment.hour != nil { bracketedZone(behind: found.upper, upTo: upper, tagAt, &moment) }
    moment.settle()
    guard moment.day != nil || moment.isClock || moment.weekday != nil || moment.isSameDay else { return nil }
    found?.moment = moment
    return found
  }

  /// Reads one part of a moment; returns its tokens, nil if there is none.
  private func step(
    at index: Int, upTo upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment, after taken: Int
  ) -> Range<Int>? {
    if moment.month == nil, let month = tagAt[index]?.month {
      moment.month = month
      return date(around: index, tagAt[index]?.upper ?? index + 1, upTo: upper, tagAt, &moment, after: taken)
    }
    if moment.month == nil, let month = tagAt[index]?.solarMonth {
      moment.month = month
      moment.isSolar = true
      return date(around: index, tagAt[index]?.upper ?? index + 1, upTo: upper, tagAt, &moment, after: taken)
    }
    return part(at: index, upTo: upper, tagAt, &moment).map { index..<$0 }
  }

  /// Reads one part of a moment other than a month; returns the token after it, nil if there is none.
  private func part(at index: Int, upTo upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment) -> Int? {
    if let tag = tagAt[index] {
      moment.takeHome(of: tag)
      for case .time(let word) in tag.concepts {
        switch word {
        case .noon where moment.hour == nil:
          moment.hour = 12
          return zone(behind: tag.upper, upTo: upper, tagAt, &moment)
        case .midnight where moment.hour == nil:
          moment.hour = 24
          return zone(behind: tag.upper, upTo: upper, tagAt, &moment)
        case .dayStart where moment.hour == nil: moment.hour = 0
        case .sameDay where moment.day == nil: moment.isSameDay = true
        case .zone(let zone) where moment.zone == nil:
          moment.zone = zone
          return offset(at: tag.upper, upTo: upper, &moment) ?? tag.upper
        case .weekday(let weekday): if moment.day == nil || moment.weekday == nil { moment.weekday = weekday }
        case .era(let start):
          guard let year = number(tag.upper), (1...150).contains(year), moment.year == nil else { continue }
          moment.year = start + year
          return tag.upper + 1
        case .number:
          guard let end = clock(at: index, upTo: upper, tagAt, &moment, marker: nil) else { continue }
          return end
        case .am, .pm, .hour:
          // Before the number in some languages: “ore 10”, “kl. 10”.
          let isDotted = tag.upper < upper && reading.tokens[tag.upper].isMark(".")
          let at = isDotted ? tag.upper + 1 : tag.upper
          guard let end = clock(at: at, upTo: upper, tagAt, &moment, marker: word) else { continue }
          return end
        default: continue
        }
        return tag.upper
      }
    }
    guard reading.tokens[index].kind == .number else { return nil }
    return numericDate(at: index, upTo: upper, tagAt, &moment)
      ?? clock(at: index, upTo: upper, tagAt, &moment, marker: nil)
  }

  // MARK: Dates

  func number(_ index: Int) -> Int? {
    guard index >= 0, index < reading.tokens.count, reading.tokens[index].kind == .number else { return nil }
    let word = reading.list.word(index)
    return word.utf8.count <= 4 ? Int(word) : nil
  }

  /// The day before or after a month's name, and the year after both.
  ///
  /// - Parameter taken: the token up to which everything is part of the time of day.
  private func date(
    around month: Int, _ after: Int, upTo upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment,
    after taken: Int
  ) -> Range<Int> {
    var start = month
    var end = after
    var back = month - 1
    // “9th of September”, “4. Mai”, “1° maggio”
    while back >= taken, month - back <= Self.longestOrdinal,
      reading.tokens[back].kind == .word && (reading.tokens[back].isShort || isEnding(back))
        || reading.tokens[back].isMark(in: [".", "\u{B0}"])
    {
      back -= 1
    }
    // “Jan. 15”
    let next = after < upper && reading.tokens[after].isMark(".") ? after + 1 : after
    if back >= taken, let day = number(back), (1...31).contains(day), moment.day == nil,
      month - back < Self.longestOrdinal || isOrdinal(back),
      reading.list.word(back).utf8.count <= 2
    {
      moment.day = day
      start = back
      // “2026. gada 5. maijam”
      if moment.year == nil, let first = yearStart(before: back, tagAt), first >= taken {
        moment.year = Year.value(reading.tokens[first], reading.list)
        start = first
      }
    } else if let day = number(next), (1...31).contains(day) {
      moment.day = day
      end = next + 1
      // “2026. május 7.”
      if back >= 0, moment.year == nil, let year = Year.value(reading.tokens[back], reading.list) {
        moment.year = year
        start = back
      }
    }
    var ahead = end
    while ahead < upper, ahead - end <= 3 {
      if let year = moment.isSolar ? solarYear(ahead) : Year.value(reading.tokens[ahead], reading.list) {
        moment.year = year
        return start..<ahead + 1
      }
      if number(ahead) != nil { break }
      ahead += 1
    }
    return start..<end
  }

  /// The year right before a token, with the word for years after it.
  private func yearStart(before index: Int, _ tagAt: [Int: Tag]) -> Int? {
    guard let unit = tagAt[index - 1], unit.means(.time(.year)), unit.upper == index else { return nil }
    let isDotted = index > 1 && reading.tokens[index - 2].isMark(".")
    let year = index - (isDotted ? 3 : 2)
    return year >= 0 && Year.value(reading.tokens[year], reading.list) != nil ? year : nil
  }

  /// The most tokens from the start of an ordinal number to the month after it.
  private static let longestOrdinal = 4

  /// Whether a word is attached to a number and makes it an ordinal one: “9ης Μαρτίου”, “9-го марта”.
  private func isEnding(_ index: Int) -> Bool {
    index > 0 && reading.tokens[index - 1].kind == .number && reading.tokens[index].gap <= .hyphen
      && reading.tokens[index].isBrief
  }

  /// Whether a full stop and an ending right after a number make it an ordinal one: “1.º de maio”.
  private func isOrdinal(_ index: Int) -> Bool {
    index + 2 < reading.tokens.count && reading.tokens[index + 1].isMark(".")
      && reading.tokens[index + 2].kind == .word && reading.tokens[index + 2].gap == .none
  }

  private func solarYear(_ index: Int) -> Int? {
    number(index).flatMap { SolarDate.years.contains($0) ? $0 : nil }
  }

  /// `2025-05-04`, `21/08/2026`, `12.05.2025`, `2025年4月1日`, `5月4日`.
  private func numericDate(
    at index: Int, upTo upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment
  ) -> Int? {
    guard moment.day == nil else { return nil }
    if let end = monthAndDay(at: index, upTo: upper, tagAt, &moment)
      ?? dayOfMonth(at: index, upTo: upper, tagAt, &moment)
    {
      return end
    }
    var parts: [Int] = []
    var end = index
    for part in reading.list.word(index).split(separator: ".") { parts.append(Int(part) ?? -1) }
    end = index + 1
    while parts.count < 3, end + 1 < upper {
      let token = reading.tokens[end]
      let isJoint = token.isMark(in: ["-", "/", "."]) || (token.kind == .word && token.isDense)
      guard isJoint else { break }
      guard let next = number(end + 1) else { break }
      // “25.11. 06:00 Uhr”: what follows the day is no year.
      if parts.count == 2, reading.tokens[end + 1].gap != .none, isClock(from: end + 1, upTo: upper, tagAt) {
        break
      }
      parts.append(next)
      end += 2
    }
    if parts.count == 2, let end = dayAndMonth(parts, from: index, upTo: end, upper, tagAt, &moment) {
      return end
    }
    guard parts.count == 3 else { return nil }
    let isYearFirst = parts[0] > 31
    let year = isYearFirst ? parts[0] : parts[2] < 100 ? 2000 + parts[2] : parts[2]
    var month = parts[1]
    var day = isYearFirst ? parts[2] : parts[0]
    if !isYearFirst, month > 12 { swap(&month, &day) }
    let isSolar = isYearFirst && SolarDate.years.contains(year)
    guard (1...12).contains(month), (1...31).contains(day), isSolar || (1900...2100).contains(year) else {
      return nil
    }
    moment.isSolar = isSolar
    moment.year = year
    moment.month = month
    moment.day = day
    moment.isStroked =
      !isYearFirst && parts[1] <= 12 && end > index + 1 && reading.tokens[index + 1].isMark("/")
    return end
  }

  /// `15日午前5時`: a day of the text's month or of the next one, with its hour.
  private func dayOfMonth(
    at index: Int, upTo upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment
  ) -> Int? {
    guard index + 1 < upper, moment.month == nil, let day = number(index), (1...31).contains(day),
      let unit = tagAt[index + 1], unit.means(.time(.day)), reading.tokens[index + 1].gap == .none,
      (unit.upper..<min(upper, unit.upper + 3)).contains(where: { isClock(at: $0, tagAt) })
    else { return nil }
    moment.day = day
    return unit.upper
  }

  /// Whether a number is the hour of a time of day: “06:00”, “6 Uhr”.
  private func isClock(from index: Int, upTo upper: Int, _ tagAt: [Int: Tag]) -> Bool {
    guard let hour = number(index), hour < 25, index + 1 < upper else { return false }
    let isMinute = index + 2 < upper && reading.tokens[index + 1].isMark(":") && number(index + 2) != nil
    return isMinute
      || [.hour, .hourUnit, .am, .pm].contains { means(tagAt[index + 1], $0) }
  }

  /// Whether there is a part of the day or an hour.
  private func isClock(at index: Int, _ tagAt: [Int: Tag]) -> Bool {
    [.am, .pm, .noon, .midnight, .dayStart].contains { means(tagAt[index], $0) }
      || number(index) != nil && (means(tagAt[index + 1], .hourUnit) || means(tagAt[index + 1], .hour))
  }

  /// `5月4日`: a day without its year.
  private func monthAndDay(
    at index: Int, upTo upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment
  ) -> Int? {
    guard index + 3 < upper, means(tagAt[index + 1], .monthUnit), means(tagAt[index + 3], .day),
      let month = number(index), let day = number(index + 2), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    moment.month = month
    moment.day = day
    return index + 4
  }

  func means(_ tag: Tag?, _ word: Concept.TimeWord) -> Bool { tag?.means(.time(word)) ?? false }
}
