/// Dates as people write them, with the time of day after or before them.
extension TimeScanner {
  /// A date of numbers or with the name of its month, and the time of day that may follow it.
  mutating func dateFirst() -> CivilTime? {
    skipWeekday()
    guard let date = numericDate() ?? namedDate() else { return nil }
    if at == bytes.count { return date }
    skipToClock()
    guard let second = dayTime() else { return nil }
    return finish(date, second)
  }

  /// A time of day and the date after it: `00:01 GMT 27 November 2026`, `06:00 Uhr, 27.11.2026`.
  mutating func timeFirst() -> CivilTime? {
    guard let second = dayTime().flatMap({ halfDay($0) }) else { return nil }
    _ = skipSpaces()
    skipClockWord()
    let mark = at
    for hasZone in [true, false] {
      at = mark
      let zone = hasZone ? zoneName() : nil
      _ = take(0x2C)
      _ = skipSpaces()
      skipWord(Self.dateWords)
      skipWeekday()
      guard var date = numericDate() ?? namedDate(), at == bytes.count else { continue }
      date.secondOfDay = second
      return with(date, zone)
    }
    return nil
  }

  /// The C library writes the time of day before the year: `Tue Nov 24 10:00:00 UTC 2026`.
  mutating func yearLast() -> CivilTime? {
    skipWeekday()
    guard let (month, day) = monthAndDay() else { return nil }
    let mark = at
    guard let second = timeOfDay(), bytes[mark..<at].contains(0x3A), let second = halfDay(second) else {
      return nil
    }
    _ = skipSpaces()
    let zone = zoneName()
    _ = skipSpaces()
    guard let year = number(4, exactly: true), at == bytes.count,
      let time = CivilTime(year: year, month: month, day: day, secondOfDay: second)
    else { return nil }
    return with(time, zone)
  }

  /// A date of numbers: `27.11.2026`, `27/11/26`, `2026/11/27`, `27. 11. 2026`.
  ///
  /// With dots the day comes first. Otherwise the month does, as in the United States, where it can; the order is
  /// unclear where the day can, too.
  private mutating func numericDate() -> CivilTime? {
    let mark = at
    if let date = numbers() { return date }
    at = mark
    return nil
  }

  private mutating func numbers() -> CivilTime? {
    let start = at
    guard let first = number(4) else { return nil }
    let width = at - start
    guard let mark: UInt8 = [0x2E, 0x2F, 0x2D].first(where: { take($0) }) else { return nil }
    if mark == 0x2E { _ = skipSpaces() }
    guard let second = number(2), take(mark) else { return nil }
    if mark == 0x2E { _ = skipSpaces() }
    if width == 4 {
      guard let day = number(2), digit == nil else { return nil }
      _ = take(0x2E)
      return CivilTime(year: first, month: second, day: day)
    }
    let last = at
    guard width <= 2, let written = number(4), digit == nil, [2, 4].contains(at - last) else { return nil }
    let isShort = at - last == 2
    // `27-11-26` may begin with the year.
    if isShort && mark == 0x2D { return nil }
    _ = mark == 0x2E && take(0x2E)
    let year = isShort ? Self.year(ofTwoDigits: written) : written
    let isDayFirst = first > 12 || mark == 0x2E && second <= 12
    var date = CivilTime(year: year, month: isDayFirst ? second : first, day: isDayFirst ? first : second)
    date?.isOrderUnclear = mark != 0x2E && first <= 12 && second <= 12 && first != second
    return date
  }

  /// A date with the name of its month, the day before or after it.
  private mutating func namedDate() -> CivilTime? {
    guard let (month, day) = monthAndDay(), let year = number(4, exactly: true), digit == nil else {
      return nil
    }
    return CivilTime(year: year, month: month, day: day)
  }

  private mutating func monthAndDay() -> (month: Int, day: Int)? {
    let before = dayOfMonth()
    guard let month = monthName(), let day = before ?? dayOfMonth() else { return nil }
    return (month, day)
  }

  private mutating func skipWeekday() {
    let mark = at
    let name = word()
    guard name.count >= 3, Self.weekdays.contains(where: { $0.starts(with: name) }) else {
      at = mark
      return
    }
    _ = take(0x2E)
    _ = take(0x2C)
    _ = skipSpaces()
  }

  /// The number of a day with what belongs to it: `24`, `24.`, `24th,`.
  private mutating func dayOfMonth() -> Int? {
    let mark = at
    guard let day = number(2), digit == nil, at == bytes.count || bytes[at] != 0x3A else {
      at = mark
      return nil
    }
    let end = at
    if !Self.ordinals.contains(word()) { at = end }
    _ = take(0x2E)
    _ = take(0x2C)
    _ = skipSpaces()
    return day
  }

  /// The month of a name or of its abbreviation, from 1.
  mutating func monthName() -> Int? {
    let name = word()
    guard name.count >= 3,
      let month = Self.monthNames.firstIndex(where: { $0.starts(with: name) })
        ?? (name.elementsEqual("sept".utf8) ? 8 : nil)
    else { return nil }
    _ = take(0x2E)
    _ = take(0x2C)
    _ = skipSpaces()
    return month + 1
  }

  /// Skips what stands between a date and its time of day: `2026-11-27T06h00`, `27.11.2026 um 6 Uhr`.
  private mutating func skipToClock() {
    _ = take(0x2C)
    _ = skipSpaces()
    if take(0x2D) { _ = skipSpaces() }
    skipWord(Self.clockPrepositions)
  }

  private static let ordinals: [[UInt8]] = ["st", "nd", "rd", "th"].map { Array($0.utf8) }
  private static let dateWords = ["on", "am"].map { Array($0.utf8) }
  private static let clockPrepositions = ["t", "at", "um", "kl", "alle", "ore", "om"].map { Array($0.utf8) }
  private static let weekdays: [[UInt8]] = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ].map { Array($0.utf8) }
}
