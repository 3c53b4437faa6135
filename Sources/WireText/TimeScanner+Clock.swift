/// Times of day and their zones.
extension TimeScanner {
  /// A time of day as people write it, in seconds: `06:00`, `06.00`, `06h00`, `0600`, and `6 a.m.` or `6 Uhr`; nil for
  /// others.
  mutating func dayTime() -> Int? {
    let mark = at
    guard let hour = number(2), hour <= 24 else { return nil }
    if take(0x68) || take(0x48) {
      guard digit != nil else { return hour * 3600 }
      guard let minute = number(2, exactly: true), minute < 60 else { return nil }
      return Self.second(hour, minute, 0)
    }
    if take(0x2E) {
      guard let minute = number(2, exactly: true), minute < 60 else { return nil }
      guard take(0x2E) else { return Self.second(hour, minute, 0) }
      guard let second = number(2, exactly: true), second <= 60 else { return nil }
      return Self.second(hour, minute, second)
    }
    let end = at
    at = mark
    if let second = timeOfDay() { return second }
    at = end
    guard digit == nil, at == bytes.count || bytes[at] != 0x3A else { return nil }
    // An hour alone is one where the half of the day or a word says so.
    _ = skipSpaces()
    let next = word()
    at = end
    let isHour =
      Self.halves.contains(next) ? (1...12).contains(hour) : ZoneName.clockWords.contains(next)
    return isHour ? Self.second(hour, 0, 0) : nil
  }

  /// A time of day with the half of the day that may follow it: `am`, `p.m.`; nil if the half has no
  /// such hour.
  mutating func halfDay(_ second: Int) -> Int? {
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
  mutating func timeOfDay() -> Int? {
    guard let hour = number(2), hour <= 24 else { return nil }
    let isExtended = take(0x3A)
    guard let minute = number(2, exactly: true), minute < 60 else { return nil }
    var second = 0
    if isExtended ? take(0x3A) : digit != nil {
      guard let value = number(2, exactly: true), value <= 60 else { return nil }
      second = value
      if take(0x2E) || take(0x2C) { while digit != nil { at += 1 } }
    }
    return Self.second(hour, minute, second)
  }

  private static func second(_ hour: Int, _ minute: Int, _ second: Int) -> Int? {
    // A leap second counts as the second before it.
    let total = hour * 3600 + minute * 60 + min(second, 59)
    return total <= 86_400 ? total : nil
  }

  /// Reads the half of the day, if there is one, and the zone, which must end the text.
  mutating func finish(_ date: CivilTime, _ second: Int) -> CivilTime? {
    guard let second = halfDay(second) else { return nil }
    var time = date
    time.secondOfDay = second
    return zone(of: time)
  }

  /// A time with the zone that is written next, which must end the text; nil if something else follows.
  private mutating func zone(of time: CivilTime) -> CivilTime? {
    _ = skipSpaces()
    skipClockWord()
    guard at < bytes.count else { return time }
    let sign = bytes[at]
    if sign == 0x2B || sign == 0x2D { return offset(of: time) }
    // `(MEZ)` alone, not the comment behind an offset.
    let isBracketed = take(0x28)
    let name = zoneName()
    if isBracketed {
      let time = with(time, name)
      return take(0x29) && at == bytes.count && (time.offset ?? time.namedOffsets.first) != nil ? time : nil
    }
    // ECMAScript writes the offset after the name: `GMT+0200`.
    if name.letters.elementsEqual("gmt".utf8) || name.letters.elementsEqual("utc".utf8), at < bytes.count,
      bytes[at] == 0x2B || bytes[at] == 0x2D
    {
      return offset(of: time)
    }
    guard !name.letters.isEmpty else { return nil }
    let time = with(time, name)
    _ = skipSpaces()
    return at == bytes.count || (time.offset ?? time.namedOffsets.first) != nil && isEnd ? time : nil
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

  func with(_ time: CivilTime, _ zone: ZoneName?) -> CivilTime {
    var time = time
    let offsets = zone?.offsets(on: time, at: time.secondOfDay ?? 0) ?? []
    if offsets.count == 1 { time.offset = offsets.first } else { time.namedOffsets = offsets }
    return time
  }

  mutating func zoneName() -> ZoneName {
    let start = at
    let letters = word()
    return ZoneName(letters: letters, isCapital: bytes[start..<at].allSatisfy { $0 & 0x20 == 0 })
  }

  /// Skips a word that says that a number is a time of day: `06:00 Uhr`, `0600 hrs`.
  mutating func skipClockWord() {
    guard skipWord(ZoneName.clockWords) else { return }
    _ = skipSpaces()
  }

  /// Skips one of some words, which may be abbreviated with a dot, and the space behind it.
  @discardableResult
  mutating func skipWord(_ words: [[UInt8]]) -> Bool {
    let mark = at
    guard words.contains(word()) else {
      at = mark
      return false
    }
    _ = take(0x2E)
    _ = skipSpaces()
    return true
  }

  /// Whether the text ends here, or with a comment that names the zone: `+0000 (UTC)`, `+01:00[Europe/Berlin]`.
  private var isEnd: Bool {
    at == bytes.count || bytes[at] == 0x28 && bytes.last == 0x29 || bytes[at] == 0x5B && bytes.last == 0x5D
  }

  private static let halves = ["am", "pm", "a", "p"].map { Array($0.utf8) }
}
