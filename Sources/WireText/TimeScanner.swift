/// Reads times from left to right.
struct TimeScanner {
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) {
    // No form is longer; a longer text leaves a rest that no form accepts.
    let trimmed = text.utf8.drop { $0 <= 0x20 }.prefix(80)
    var end = trimmed.endIndex
    while end > trimmed.startIndex, trimmed[trimmed.index(before: end)] <= 0x20 {
      end = trimmed.index(before: end)
    }
    self.bytes = Array(trimmed[..<end])
  }

  mutating func iso8601() -> CivilTime? {
    guard let year = number(4, exactly: true) else { return nil }
    let isExtended = take(0x2D)
    guard let month = number(2, exactly: true) else { return nil }
    guard !isExtended || take(0x2D), let day = number(2, exactly: true) else { return nil }
    if at == bytes.count { return CivilTime(year: year, month: month, day: day) }
    guard take(0x54) || take(0x74) || skipSpaces() || digit != nil else { return nil }
    guard let second = timeOfDay() else { return nil }
    return finish(year, month, day, second)
  }

  mutating func rfc822() -> CivilTime? {
    _ = word()
    if take(0x2E) || take(0x2C) {}
    _ = skipSpaces()
    guard let day = number(2) else { return nil }
    _ = skipSpaces() || take(0x2D)
    let name = word().prefix(3)
    guard let month = Self.months.firstIndex(where: { $0.elementsEqual(name) }) else { return nil }
    _ = take(0x2E)
    _ = skipSpaces() || take(0x2D)
    let before = at
    guard var year = number(4) else { return nil }
    if at - before == 2 { year += year < 70 ? 2000 : 1900 }
    if at == bytes.count { return CivilTime(year: year, month: month + 1, day: day) }
    guard skipSpaces(), let second = timeOfDay() else { return nil }
    return finish(year, month + 1, day, second)
  }

  mutating func monthFirst() -> CivilTime? {
    guard let month = number(2), take(0x2F), let day = number(2), take(0x2F),
      let year = number(4, exactly: true)
    else { return nil }
    if at == bytes.count { return CivilTime(year: year, month: month, day: day) }
    guard skipSpaces(), let second = timeOfDay() else { return nil }
    return finish(year, month, day, second)
  }

  /// A date with the name of its month, the day before or after it.
  mutating func namedMonth() -> CivilTime? {
    skipWeekday()
    var day = dayOfMonth()
    guard let month = monthName() else { return nil }
    if day == nil { day = dayOfMonth() }
    guard let day else { return nil }
    // The time may stand before the year, as the C library writes it.
    let early = clock()
    let mark = at
    let zone = early == nil ? nil : zoneName()
    if zone?.letters.isEmpty ?? true { at = mark }
    _ = skipSpaces()
    guard let year = number(4, exactly: true) else { return nil }
    if let early {
      guard at == bytes.count else { return nil }
      let time = CivilTime(year: year, month: month, day: day, secondOfDay: early)
      return time.map { with($0, zone) }
    }
    if at == bytes.count { return CivilTime(year: year, month: month, day: day) }
    _ = take(0x2C)
    _ = skipSpaces()
    let word = word()
    _ = skipSpaces()
    guard word.isEmpty || word.elementsEqual("at".utf8), let second = clock() else { return nil }
    return finish(year, month, day, second)
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
  private mutating func monthName() -> Int? {
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

  /// A time of day with minutes, or an hour of a half day: `10:00`, `10 a.m.`; nil and nothing read for others.
  private mutating func clock() -> Int? {
    let mark = at
    if let second = timeOfDay(), bytes[mark..<at].contains(0x3A), let time = halfDay(second) {
      _ = skipSpaces()
      return time
    }
    at = mark
    if let hour = number(2), digit == nil, (1...12).contains(hour) {
      let end = at
      if let time = halfDay(hour * 3600), at > end {
        _ = skipSpaces()
        return time
      }
    }
    at = mark
    return nil
  }

  /// A time of day with the half of the day that may follow it: `am`, `p.m.`; nil if the half has no
  /// such hour.
  private mutating func halfDay(_ second: Int) -> Int? {
    let mark = at
    _ = skipSpaces()
    var half = word()
    if half.count == 1, take(0x2E) { half += word() }
    guard half.elementsEqual("am".utf8) || half.elementsEqual("pm".utf8) else {
      at = mark
      return second
    }
    _ = take(0x2E)
    let isAfternoon = half.first == 0x70
    // Systems append the half to the hours of a whole day, too: `14:00 PM`.
    if isAfternoon, (13 * 3600..<24 * 3600).contains(second) { return second }
    guard (3600..<13 * 3600).contains(second) else { return nil }
    return second % 43_200 + (isAfternoon ? 43_200 : 0)
  }

  /// `hh:mm[:ss[.f…]]` or `hhmm[ss[.f…]]`, in seconds.
  private mutating func timeOfDay() -> Int? {
    guard let hour = number(2), hour <= 24 else { return nil }
    let isExtended = take(0x3A)
    guard let minute = number(2, exactly: true), minute < 60 else { return nil }
    var second = 0
    if isExtended ? take(0x3A) : digit != nil {
      guard let value = number(2, exactly: true), value <= 60 else { return nil }
      second = value
      if take(0x2E) || take(0x2C) { while digit != nil { at += 1 } }
    }
    // A leap second counts as the second before it.
    let total = hour * 3600 + minute * 60 + min(second, 59)
    return total <= 86_400 ? total : nil
  }

  /// Reads the half of the day, if there is one, and the zone, which must end the text.
  private mutating func finish(_ year: Int, _ month: Int, _ day: Int, _ second: Int) -> CivilTime? {
    guard let second = halfDay(second),
      let time = CivilTime(year: year, month: month, day: day, secondOfDay: second)
    else { return nil }
    return zone(of: time)
  }

  /// A time with the zone that is written next, which must end the text; nil if something else follows.
  private mutating func zone(of time: CivilTime) -> CivilTime? {
    _ = skipSpaces()
    guard at < bytes.count else { return time }
    let sign = bytes[at]
    if sign == 0x2B || sign == 0x2D { return offset(of: time) }
    let name = zoneName()
    // ECMAScript writes the offset after the name: `GMT+0200`.
    if name.letters.elementsEqual("gmt".utf8) || name.letters.elementsEqual("utc".utf8), at < bytes.count,
      bytes[at] == 0x2B || bytes[at] == 0x2D
    {
      return offset(of: time)
    }
    guard !name.letters.isEmpty else { return nil }
    let time = with(time, name)
    _ = skipSpaces()
    return at == bytes.count || (time.offset ?? time.possibleOffsets?.lowerBound) != nil && isEnd ? time : nil
  }

  /// A time with the offset in digits that begins here.
  private mutating func offset(of time: CivilTime) -> CivilTime? {
    let isWest = bytes[at] == 0x2D
    at += 1
    let start = at
    guard let hour = number(2), hour < 24 else { return nil }
    // `-5`, but not `-5:30`
    guard at - start == 2 || at == bytes.count else { return nil }
    var minute = 0
    if take(0x3A) || digit != nil {
      guard let value = number(2, exactly: true), value < 60 else { return nil }
      minute = value
    }
    _ = skipSpaces()
    guard isEnd else { return nil }
    var time = time
    time.offset = (isWest ? -1 : 1) * (hour * 3600 + minute * 60)
    return time
  }

  private func with(_ time: CivilTime, _ zone: ZoneName?) -> CivilTime {
    var time = time
    guard let offsets = zone?.offsets(on: time, at: time.secondOfDay ?? 0) else { return time }
    if offsets.count == 1 { time.offset = offsets.lowerBound } else { time.possibleOffsets = offsets }
    return time
  }

  private mutating func zoneName() -> ZoneName {
    let start = at
    let letters = word()
    return ZoneName(letters: letters, isCapital: bytes[start..<at].allSatisfy { $0 & 0x20 == 0 })
  }

  /// Whether the text ends here, or with a comment that names the zone: `+0000 (UTC)`, `+01:00[Europe/Berlin]`.
  private var isEnd: Bool {
    at == bytes.count || bytes[at] == 0x28 && bytes.last == 0x29 || bytes[at] == 0x5B && bytes.last == 0x5D
  }

  private var digit: Int? {
    at < bytes.count && (0x30...0x39).contains(bytes[at]) ? Int(bytes[at]) - 0x30 : nil
  }

  /// A number of at most `width` digits, or of exactly as many.
  private mutating func number(_ width: Int, exactly: Bool = false) -> Int? {
    var value = 0
    var count = 0
    while count < width, let digit {
      value = value * 10 + digit
      count += 1
      at += 1
    }
    return count == width || (!exactly && count > 0) ? value : nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpaces() -> Bool {
    let start = at
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    return at > start
  }

  /// The letters that come next, in lower case.
  private mutating func word() -> [UInt8] {
    let start = at
    while at < bytes.count, (0x41...0x5A).contains(bytes[at] & 0xDF) { at += 1 }
    return bytes[start..<at].map { $0 | 0x20 }
  }

  private static let ordinals: [[UInt8]] = ["st", "nd", "rd", "th"].map { Array($0.utf8) }
  private static let monthNames: [[UInt8]] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ].map { Array($0.utf8) }
  private static let months = monthNames.map { Array($0.prefix(3)) }
  private static let weekdays: [[UInt8]] = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ].map { Array($0.utf8) }
}
