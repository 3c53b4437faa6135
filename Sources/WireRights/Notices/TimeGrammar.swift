/// Reads dates, times and periods: ISO 8601 as precise as the text says.
///
/// Month names, zone names and the rest come from the lexicons. A numeric date is read day first unless the second
/// number cannot be a month. A zone name that means a place gets the offset that the place has on that date.
struct TimeGrammar {
  let reading: Reading

  /// A point in time as written; parts that the text does not give are nil.
  struct Moment: Equatable {
    var year: Int?
    var month: Int?
    var day: Int?
    var hour: Int?
    var minute = 0
    var zone: String?

    /// ISO 8601, with `XXXX` for a year that is not given; nil without a day.
    var text: String? {
      guard let month, let day else { return nil }
      var text = (year.map { pad($0, 4) } ?? "XXXX") + "-" + pad(month, 2) + "-" + pad(day, 2)
      guard let hour else { return text }
      text += "T" + pad(hour, 2) + ":" + pad(minute, 2)
      if let zone, let offset = Zones.offset(zone, year: year, month: month, day: day, hour: hour) {
        text += offset
      }
      return text
    }

    private func pad(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
  }

  /// The first moment in a range of tokens, and where it ends.
  func moment(from lower: Int, to upper: Int, tags: [Tag]) -> (moment: Moment, lower: Int, upper: Int)? {
    var moment = Moment()
    var first: Int?
    var last = lower
    var index = lower
    let tagAt = Dictionary(tags.map { ($0.lower, $0) }, uniquingKeysWith: { a, _ in a })
    while index < upper {
      if first != nil, index - last > 6 { break }
      if let end = step(at: index, upTo: upper, tagAt, &moment) {
        if first == nil { first = index }
        last = end
        index = end
      } else {
        index += 1
      }
    }
    guard let first, moment.text != nil else { return nil }
    return (moment, first, last)
  }

  /// Takes one part of a moment; returns the token after it, nil where there is none.
  private func step(at index: Int, upTo upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment) -> Int? {
    if let tag = tagAt[index] {
      for case .time(let word) in tag.concepts {
        switch word {
        case .month(let month):
          guard moment.month == nil else { continue }
          moment.month = month
          return dayAndYear(around: index, tag.upper, upTo: upper, &moment)
        case .noon where moment.hour == nil: moment.hour = 12
        case .midnight where moment.hour == nil: moment.hour = 0
        case .zone(let zone) where moment.zone == nil: moment.zone = zone
        case .weekday: break
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
    return numericDate(at: index, upTo: upper, &moment)
      ?? clock(at: index, upTo: upper, tagAt, &moment, marker: nil)
  }

  // MARK: Dates

  private func number(_ index: Int) -> Int? {
    guard index >= 0, index < reading.tokens.count, reading.tokens[index].kind == .number else { return nil }
    let word = reading.list.word(index)
    return word.utf8.count <= 4 ? Int(word) : nil
  }

  /// The day before or after a month's name, and the year after both.
  private func dayAndYear(around month: Int, _ after: Int, upTo upper: Int, _ moment: inout Moment) -> Int {
    var end = after
    var back = month - 1
    // “9th of September”, “4. Mai”
    while back >= 0, month - back <= 3,
      reading.tokens[back].kind == .word && reading.tokens[back].isShort || reading.tokens[back].isMark(".")
    {
      back -= 1
    }
    if let day = number(back), (1...31).contains(day), month - back <= 3, moment.day == nil,
      reading.list.word(back).utf8.count <= 2,
      moment.hour == nil || number(back) != moment.minute || reading.tokens[back].gap != .none
    {
      moment.day = day
    } else if let day = number(after), (1...31).contains(day) {
      moment.day = day
      end = after + 1
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

  /// `2025-05-04`, `21/08/2026`, `12.05.2025`, `2025年4月1日`.
  private func numericDate(at index: Int, upTo upper: Int, _ moment: inout Moment) -> Int? {
    guard moment.day == nil else { return nil }
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
    return end
  }

  // MARK: Clock times

  /// `8:30 a.m.`, `10.00`, `6 h 00`, `0001`, `午前5時`, `12noon`.
  private func clock(
    at index: Int, upTo upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment, marker: Concept.TimeWord?
  ) -> Int? {
    guard moment.hour == nil else { return nil }
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
      Year.value(reading.tokens[index], reading.list) == nil
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
    return end
  }

  private func means(_ tag: Tag?, _ word: Concept.TimeWord) -> Bool { tag?.means(.time(word)) ?? false }
}

/// Offsets of the zones that lexicons name.
enum Zones {
  /// The offset that a zone has at a local time, such as `-04:00`; nil where it cannot be told.
  ///
  /// - Parameter zone: an offset, or `us-5` and `eu+1` for places that keep summer time by the rules of the United
  ///   States (since 2007) and of the European Union (since 1996), with their offset in winter.
  static func offset(_ zone: String, year: Int?, month: Int, day: Int, hour: Int) -> String? {
    let rule = zone.prefix(2)
    guard rule == "us" || rule == "eu" else { return zone }
    guard let year, var hours = Int(zone.dropFirst(2)) else { return nil }
    let now = (month * 100 + day) * 100 + hour
    let start: Int
    let end: Int
    if rule == "us" {
      start = (300 + sunday(2, of: 3, year)) * 100 + 2
      end = (1100 + sunday(1, of: 11, year)) * 100 + 2
    } else {
      start = (300 + lastSunday(of: 3, year)) * 100 + 1 + hours
      end = (1000 + lastSunday(of: 10, year)) * 100 + 2 + hours
    }
    if now >= start, now < end { hours += 1 }
    let digits = String(abs(hours))
    return (hours < 0 ? "-" : "+") + (digits.utf8.count < 2 ? "0" : "") + digits + ":00"
  }

  private static func sunday(_ count: Int, of month: Int, _ year: Int) -> Int {
    let first = weekday(year, month, 1)
    return 1 + (7 - first) % 7 + 7 * (count - 1)
  }

  private static func lastSunday(of month: Int, _ year: Int) -> Int { 31 - weekday(year, month, 31) }

  /// The day of the week by Sakamoto's method, where 0 is Sunday.
  private static func weekday(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let y = month < 3 ? year - 1 : year
    return (y + y / 4 - y / 100 + y / 400 + shifts[month - 1] + day) % 7
  }
}
