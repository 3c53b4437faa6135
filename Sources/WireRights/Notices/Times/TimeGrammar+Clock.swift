/// Times of day and their zones.
extension TimeGrammar {
  /// `8:30 a.m.`, `10.00`, `6 h 00`, `0001`, `午前5時`, `12noon`, “two o'clock”.
  func clock(
    at index: Int, upTo upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment, marker: Concept.TimeWord?
  ) -> Int? {
    guard moment.hour == nil, index < upper, let time = time(at: index, upTo: upper, tagAt) else {
      return nil
    }
    var (hour, end) = (time.hour, end(ofUnit: time.upper, upTo: upper, tagAt))
    var isClock = marker != nil || time.isClock
    var half = marker
    if let tag = tagAt[end] {
      for case .time(let word) in tag.concepts
      where word == .am || word == .pm || word == .noon || word == .midnight {
        half = word
        end = tag.upper
        isClock = true
      }
    }
    guard isClock, hour < 25, time.minute < 60 else { return nil }
    if half == .pm, hour < 12 { hour += 12 }
    if half == .am, hour == 12 { hour = 0 }
    if half == .midnight, hour == 12 { hour = 24 }
    moment.hour = hour
    moment.minute = time.minute
    for at in index..<end { tagAt[at].map { moment.takeHome(of: $0) } }
    return zone(behind: end, upTo: upper, tagAt, &moment)
  }

  /// The numbers of a time of day, and whether they can mean nothing else.
  func time(at index: Int, upTo upper: Int, _ tagAt: [Int: Tag]) -> (
    hour: Int, minute: Int, upper: Int, isClock: Bool
  )? {
    if let tag = tagAt[index], let hour = tag.number {
      guard (0...24).contains(hour) else { return nil }
      return (hour, 0, end(ofHour: tag.upper, tagAt) ?? tag.upper, end(ofHour: tag.upper, tagAt) != nil)
    }
    guard reading.tokens[index].kind == .number, !isPartOfNumber(index) else { return nil }
    let word = reading.list.word(index)
    let next = index + 1
    let parts = word.split(separator: ".")
    if parts.count == 2, parts[1].utf8.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]) {
      return (hour, minute, next, true)
    }
    guard let value = Int(word) else { return nil }
    if word.utf8.count == 4, value <= 2400, value % 100 < 60,
      Year.value(reading.tokens[index], reading.list) == nil || isHours(next, tagAt)
        || value % 15 == 0 && isDated(next, tagAt)
    {
      return (value / 100, value % 100, next, true)
    }
    guard word.utf8.count <= 2 else { return nil }
    if next + 1 < upper, reading.tokens[next].isMark(":") || means(tagAt[next], .hour),
      let minute = number(next + 1), minute < 60, reading.list.word(next + 1).utf8.count == 2
    {
      let hasSeconds = next + 3 < upper && reading.tokens[next + 2].isMark(":") && number(next + 3) != nil
      return (value, minute, next + (hasSeconds ? 4 : 2), true)
    }
    guard let end = end(ofHour: next, tagAt) else { return (value, 0, next, false) }
    return (value, 0, end, true)
  }

  /// The token after an hour word such as “Uhr”; nil for another word.
  private func end(ofHour index: Int, _ tagAt: [Int: Tag]) -> Int? {
    if let tag = tagAt[index] { return means(tag, .hour) ? tag.upper : nil }
    // “Před 18. hodinou”
    guard index < reading.tokens.count, reading.tokens[index].isMark("."), reading.tokens[index].gap == .none,
      let tag = tagAt[index + 1], means(tag, .hour)
    else { return nil }
    return tag.upper
  }

  /// The token after a unit that follows a time of day, if one does: “10:00 hours”, “18時30分”.
  private func end(ofUnit index: Int, upTo upper: Int, _ tagAt: [Int: Tag]) -> Int {
    guard let tag = tagAt[index], reading.zones.localTime(at: index, upTo: upper, in: reading.list) == nil,
      means(tag, .hour) || means(tag, .hourUnit) || means(tag, .minute)
    else { return index }
    return tag.upper
  }

  /// Whether a number is part of a longer one, such as that of a release: `24-1021`.
  private func isPartOfNumber(_ index: Int) -> Bool {
    index > 1 && reading.tokens[index].gap == .none && reading.tokens[index - 1].isMark("-")
      && reading.tokens[index - 1].gap == .none && reading.list.word(index).utf8.count > 2
  }

  /// Whether a word shows that a number before it, which could be a year, is a time: `2000 GMT`, `1900 hrs`.
  private func isHours(_ index: Int, _ tagAt: [Int: Tag]) -> Bool {
    if ZoneNames.isAbbreviation(at: index, in: reading.list) { return true }
    return (tagAt[index]?.concepts ?? []).contains {
      switch $0 {
      case .time(.zone), .time(.hourUnit), .time(.hour): true
      default: false
      }
    }
  }

  /// Whether a day of the week with its date follows a number that could be a year: `1800 Saturday 18 April`.
  private func isDated(_ index: Int, _ tagAt: [Int: Tag]) -> Bool {
    guard let tag = tagAt[index], tag.isWeekday else { return false }
    let day =
      tag.upper < reading.tokens.count && reading.tokens[tag.upper].isMark(",") ? tag.upper + 1 : tag.upper
    return number(day).map { (1...31).contains($0) } ?? false || tagAt[day]?.month != nil
  }

  // MARK: Zones

  /// Reads the zone right after a time of day; returns the token after both.
  ///
  /// An unknown name next to a word for the time, as in “Ruritanian time”, makes the moment uncertain.
  func zone(behind end: Int, upTo upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment) -> Int {
    guard moment.zone == nil else { return end }
    if let after = offset(at: end, upTo: upper, &moment) { return after }
    var index = end
    // “14:00 (Paris)”, “14 Uhr in New York”
    while index < upper, index <= end + 2, tagAt[index]?.isSmall ?? reading.tokens[index].isMark("(") {
      index = tagAt[index]?.upper ?? index + 1
    }
    // Zone names of the lexicon are read as a separate part.
    guard index < upper, reading.tokens[index].gap < .line,
      !(tagAt[index]?.concepts.contains(where: \.isZone) ?? false)
    else { return end }
    if let after = zone(beside: index, upTo: upper, tagAt, &moment) { return after }
    if tagAt[index] != nil { return end }
    if let after = unknownZone(at: index, upTo: upper, tagAt) {
      moment.isUncertain = true
      return after
    }
    return end
  }

  /// Reads a zone further after a time of day, in brackets: “14:00 on 5 May (Paris time)”.
  func bracketedZone(behind end: Int, upTo upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment) {
    for index in end..<max(end, min(upper - 1, end + Self.longestGap)) where reading.tokens[index].isMark("(")
    {
      guard moment.zone == nil, !moment.isUncertain else { return }
      _ = zone(beside: index + 1, upTo: upper, tagAt, &moment)
    }
  }

  /// Reads a zone by its name, with a word for the time before or after it, or that word alone, which leaves the
  /// zone open.
  private func zone(
    beside index: Int, upTo upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment
  ) -> Int? {
    if let after = zone(named: index, upTo: upper, &moment) { return after }
    guard let local = localTime(at: index, upTo: upper) else { return nil }
    let name = tagAt[local].flatMap { $0.isSmall ? $0.upper : nil } ?? local
    if let after = zone(named: name, upTo: upper, &moment) { return after }
    moment.isUncertain = true
    return local
  }

  /// Reads the name of a zone or a town, with a word for the time after it.
  private func zone(named index: Int, upTo upper: Int, _ moment: inout Moment) -> Int? {
    guard let name = reading.zones.zone(at: index, upTo: upper, in: reading.list) else { return nil }
    moment.zone = name.zone
    if let after = offset(at: name.upper, upTo: upper, &moment) { return after }
    return localTime(at: name.upper, upTo: upper) ?? name.upper
  }

  private func localTime(at index: Int, upTo upper: Int) -> Int? {
    reading.zones.localTime(at: index, upTo: upper, in: reading.list)
  }

  /// Whether unknown words are the name of a zone: before a word for the time, or as an abbreviation.
  private func unknownZone(at index: Int, upTo upper: Int, _ tagAt: [Int: Tag]) -> Int? {
    var at = index
    while at < upper, at <= index + Self.longestZone, reading.tokens[at].kind == .word,
      reading.tokens[at].gap < .line
    {
      if let after = localTime(at: at, upTo: upper) { return after }
      if tagAt[at] != nil { return nil }
      at += 1
    }
    let token = reading.tokens[index]
    let isAbbreviation = token.kind == .word && token.isUpper && (2...5).contains(token.upper - token.lower)
    return isAbbreviation ? index + 1 : nil
  }

  /// The most words of the name of an unknown zone.
  private static let longestZone = 3

  /// An offset in digits right after a time or the name of a zone: `+02:00`, `GMT+1`, `Z`.
  ///
  /// - Returns: the token after it; nil if there is none.
  func offset(at index: Int, upTo upper: Int, _ moment: inout Moment) -> Int? {
    guard index < upper, reading.tokens[index].gap == .none else { return nil }
    if reading.tokens[index].kind == .word {
      guard reading.list.word(index) == "z" else { return nil }
      moment.zone = "Z"
      return index + 1
    }
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
    guard whole <= 14, minutes < 60, moment.zone != nil || digits > 1 else { return nil }
    func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    moment.zone = sign + padded(whole) + ":" + padded(minutes)
    return end
  }
}
