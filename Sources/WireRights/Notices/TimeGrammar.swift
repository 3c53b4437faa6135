/// Reads dates, times and periods: ISO 8601 as precise as the text says.
///
/// Month names, zone names and the rest come from the lexicons. A numeric date is read day first unless the second
/// number cannot be a month. A zone name that means a place gets the offset that the place has on that date.
struct TimeGrammar {
  let reading: Reading

  /// So many words without a part of a moment end it; marks, such as those of release numbers, do not count.
  private static let longestGap = 6
  /// So many words part a day of the week from its date.
  private static let longestWeekdayGap = 2

  /// The first moment in a range of tokens, and where it ends.
  func moment(from lower: Int, to upper: Int, tags: [Tag]) -> (moment: Moment, lower: Int, upper: Int)? {
    var moment = Moment()
    var first: Int?
    var last = lower
    var index = lower
    var gap = 0
    let tagAt = Dictionary(tags.map { ($0.lower, $0) }, uniquingKeysWith: { a, _ in a })
    while index < upper {
      if first != nil, gap > Self.longestGap { break }
      if let end = step(at: index, upTo: upper, tagAt, &moment, after: first == nil ? 0 : last) {
        if first == nil { first = index }
        last = end
        index = end
        gap = 0
      } else {
        if reading.tokens[index].kind != .mark { gap += 1 }
        if gap > Self.longestWeekdayGap, moment.day == nil { moment.weekday = nil }
        index += 1
      }
    }
    moment.settle()
    guard let first, moment.day != nil || moment.hour != nil else { return nil }
    return (moment, first, last)
  }

  /// Takes one part of a moment; returns the token after it, nil where there is none.
  private func step(
    at index: Int, upTo upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment, after taken: Int
  ) -> Int? {
    if let tag = tagAt[index] {
      for case .time(let word) in tag.concepts {
        switch word {
        case .month(let month):
          guard moment.month == nil else { continue }
          moment.month = month
          return dayAndYear(around: index, tag.upper, upTo: upper, &moment, after: taken)
        case .noon where moment.hour == nil: moment.hour = 12
        case .midnight where moment.hour == nil: moment.hour = 0
        case .zone(let zone) where moment.zone == nil:
          if let offset = offset(at: tag.upper, upTo: upper, isZoned: true) {
            moment.zone = offset.zone
            return offset.upper
          }
          moment.zone = zone
        case .weekday(let weekday): if moment.day == nil || moment.weekday == nil { moment.weekday = weekday }
        case .era(let start):
          guard let year = number(tag.upper), (1...150).contains(year), moment.year == nil else { continue }
          moment.year = start + year
          return tag.upper + 1
        case .am, .pm, .hour:
          // Before the number in some languages: “ore 10”, “kl. 10”.
          let isDotted = tag.upper < upper && reading.tokens[tag.upper].isMark(".")
          let at = isDotted ? tag.upper + 1 : tag.upper
          guard moment.hour == nil, at < upper, reading.tokens[at].kind == .number,
            let end = clock(at: at, upTo: upper, tagAt, &moment, marker: word)
          else { continue }
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

  private func number(_ index: Int) -> Int? {
    guard index >= 0, index < reading.tokens.count, reading.tokens[index].kind == .number else { return nil }
    let word = reading.list.word(index)
    return word.utf8.count <= 4 ? Int(word) : nil
  }

  /// The day before or after a month's name, and the year after both.
  ///
  /// - Parameter taken: the token up to which all is part of the time of day.
  private func dayAndYear(
    around month: Int, _ after: Int, upTo upper: Int, _ moment: inout Moment, after taken: Int
  ) -> Int {
    var end = after
    var back = month - 1
    // “9th of September”, “4. Mai”
    while back >= taken, month - back <= 3,
      reading.tokens[back].kind == .word && reading.tokens[back].isShort || reading.tokens[back].isMark(".")
    {
      back -= 1
    }
    // “Jan. 15”
    let next = after < upper && reading.tokens[after].isMark(".") ? after + 1 : after
    if back >= taken, let day = number(back), (1...31).contains(day), month - back <= 3, moment.day == nil,
      reading.list.word(back).utf8.count <= 2
    {
      moment.day = day
    } else if let day = number(next), (1...31).contains(day) {
      moment.day = day
      end = next + 1
      // “2026. május 7.”
      if back >= 0, moment.year == nil { moment.year = Year.value(reading.tokens[back], reading.list) }
    }
    var ahead = end
    while ahead < upper, ahead - end <= 3 {
      if let year = Year.value(reading.tokens[ahead], reading.list) {
        moment.year = year
        return ahead + 1
      }
      if number(ahead) != nil { break }
      ahead += 1
    }
    return end
  }

  /// `2025-05-04`, `21/08/2026`, `12.05.2025`, `2025年4月1日`, `5月4日`.
  private func numericDate(
    at index: Int, upTo upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment
  ) -> Int? {
    guard moment.day == nil else { return nil }
    if let end = monthAndDay(at: index, upTo: upper, tagAt, &moment) { return end }
    var parts: [Int] = []
    var end = index
    for part in reading.list.word(index).split(separator: ".") { parts.append(Int(part) ?? -1) }
    end = index + 1
    while parts.count < 3, end + 1 < upper {
      let token = reading.tokens[end]
      let isJoint = token.isMark(in: ["-", "/", "."]) || (token.kind == .word && token.isDense)
      guard isJoint else { break }
      guard let next = number(end + 1) else { break }
      parts.append(next)
      end += 2
    }
    guard parts.count == 3 else { return nil }
    let isYearFirst = parts[0] > 31
    let year = isYearFirst ? parts[0] : parts[2] < 100 ? 2000 + parts[2] : parts[2]
    var month = parts[1]
    var day = isYearFirst ? parts[2] : parts[0]
    if !isYearFirst, month > 12 { swap(&month, &day) }
    guard (1...12).contains(month), (1...31).contains(day), (1900...2100).contains(year) else { return nil }
    moment.year = year
    moment.month = month
    moment.day = day
    moment.isStroked =
      !isYearFirst && parts[1] <= 12 && end > index + 1 && reading.tokens[index + 1].isMark("/")
    return end
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

  // MARK: Clock times

  /// `8:30 a.m.`, `10.00`, `6 h 00`, `0001`, `午前5時`, `12noon`.
  private func clock(
    at index: Int, upTo upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment, marker: Concept.TimeWord?
  ) -> Int? {
    guard moment.hour == nil, !isPartOfNumber(index) else { return nil }
    let word = reading.list.word(index)
    var hour: Int
    var minute = 0
    var end = index + 1
    var isClock = marker != nil
    let parts = word.split(separator: ".")
    if parts.count == 2, parts[1].utf8.count == 2, let h = Int(parts[0]), let m = Int(parts[1]) {
      (hour, minute) = (h, m)
      isClock = true
    } else if word.utf8.count == 4, let value = Int(word), value < 2400, value % 100 < 60,
      Year.value(reading.tokens[index], reading.list) == nil || isHours(tagAt[end])
    {
      (hour, minute) = (value / 100, value % 100)
      isClock = true
    } else if word.utf8.count <= 2, let value = Int(word) {
      hour = value
      if end + 1 < upper, reading.tokens[end].isMark(":") || means(tagAt[end], .hour),
        let m = number(end + 1),
        m < 60, reading.list.word(end + 1).utf8.count == 2
      {
        minute = m
        end += 2
        if end + 1 < upper, reading.tokens[end].isMark(":"), number(end + 1) != nil { end += 2 }
        isClock = true
      } else if means(tagAt[end], .hour), let tag = tagAt[end] {
        end = tag.upper
        isClock = true
      }
    } else {
      return nil
    }
    var half = marker
    if let tag = tagAt[end] {
      for case .time(let word) in tag.concepts
      where word == .am || word == .pm || word == .noon || word == .midnight {
        half = word
        end = tag.upper
        isClock = true
      }
    }
    guard isClock, hour < 25, minute < 60 else { return nil }
    if half == .pm, hour < 12 { hour += 12 }
    if half == .am || half == .midnight, hour == 12 { hour = 0 }
    moment.hour = hour == 24 ? 0 : hour
    moment.minute = minute
    guard moment.zone == nil, let offset = offset(at: end, upTo: upper, isZoned: false) else { return end }
    moment.zone = offset.zone
    return offset.upper
  }

  /// Whether a number is part of a longer one, such as that of a release: `24-1021`.
  private func isPartOfNumber(_ index: Int) -> Bool {
    index > 1 && reading.tokens[index].gap == .none && reading.tokens[index - 1].isMark("-")
      && reading.tokens[index - 1].gap == .none && reading.list.word(index).utf8.count > 2
  }

  /// Whether a word makes hours of a number before it that could be a year: `2000 GMT`, `1900 hrs`.
  private func isHours(_ tag: Tag?) -> Bool {
    guard let tag else { return false }
    return tag.concepts.contains {
      switch $0 {
      case .time(.zone), .time(.hourUnit), .time(.hour): true
      default: false
      }
    }
  }

  /// An offset in digits right after a time or the name of a zone: `+02:00`, `GMT+1`, `Z`.
  private func offset(at index: Int, upTo upper: Int, isZoned: Bool) -> (zone: String, upper: Int)? {
    guard index < upper, reading.tokens[index].gap == .none else { return nil }
    if reading.tokens[index].kind == .word { return reading.list.word(index) == "z" ? ("Z", index + 1) : nil }
    guard reading.tokens[index].isMark(in: ["+", "-"]), let hours = number(index + 1), index + 1 < upper,
      reading.tokens[index + 1].gap == .none
    else { return nil }
    let sign = reading.tokens[index].isMark("+") ? "+" : "-"
    let digits = reading.list.word(index + 1).utf8.count
    var minutes = 0
    var end = index + 2
    if digits <= 2, end + 1 < upper, reading.tokens[end].isMark(":"), let rest = number(end + 1), rest < 60 {
      minutes = rest
      end += 2
    } else if digits == 4 {
      minutes = hours % 100
    } else if digits > 2 {
      return nil
    }
    let whole = digits == 4 ? hours / 100 : hours
    guard whole <= 14, minutes < 60, isZoned || digits > 1 else { return nil }
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return (sign + padded(whole) + ":" + padded(minutes), end)
  }

  private func means(_ tag: Tag?, _ word: Concept.TimeWord) -> Bool { tag?.means(.time(word)) ?? false }
}
