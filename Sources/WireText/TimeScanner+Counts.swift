/// Times of messages and of machines.
extension TimeScanner {
  /// A date-time group: the day with the time of day, the zone, month and year: `270600Z NOV 26`.
  ///
  /// Sources: ACP 121 (Allied Communications Publication), for the letters of zones too; IPTC 7901, which names the zone.
  mutating func dateTimeGroup() -> CivilTime? {
    guard let day = number(2, exactly: true), let hour = number(2, exactly: true),
      let minute = number(2, exactly: true), digit == nil, hour <= 24, minute < 60
    else { return nil }
    _ = skipSpaces()
    let mark = at
    var zone = zoneName()
    _ = skipSpaces()
    if at < bytes.count, digit != nil {
      // `270600ZNOV26`
      at = mark + 1
      zone = ZoneName(letters: Array(zone.letters.prefix(1)), isCapital: zone.isCapital)
    }
    guard let month = monthName() else { return nil }
    let start = at
    guard let written = number(4), at == bytes.count, [2, 4].contains(at - start) else { return nil }
    let year = at - start == 2 ? Self.year(ofTwoDigits: written) : written
    let second = hour * 3600 + minute * 60
    guard var time = CivilTime(year: year, month: month, day: day, secondOfDay: second) else { return nil }
    guard let letter = zone.letters.first, zone.letters.count == 1 else {
      let zoned = with(time, zone)
      return zoned.offset == nil && zoned.namedOffsets.isEmpty ? nil : zoned
    }
    guard let hours = Self.hours(ofZone: letter) else { return nil }
    time.offset = hours * 3600
    return time
  }

  /// The hours that a zone of one letter is ahead of UTC: A to M, without J, to the east, N to Y to the west.
  private static func hours(ofZone letter: UInt8) -> Int? {
    switch letter {
    case 0x61...0x69: Int(letter) - 0x60
    case 0x6B...0x6D: Int(letter) - 0x61
    case 0x6E...0x79: 0x6D - Int(letter)
    case 0x7A: 0
    default: nil
    }
  }

  /// Seconds since 1970, of ten digits, which may have a fraction, or milliseconds, of thirteen.
  mutating func count() -> CivilTime? {
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    let hasFraction = digits.count == 10 && bytes.dropFirst(10).first == 0x2E
    let rest = bytes.dropFirst(digits.count + (hasFraction ? 1 : 0))
    guard digits.count == 10 || digits.count == 13, digits.first != 0x30,
      rest.isEmpty || hasFraction && rest.allSatisfy({ (0x30...0x39).contains($0) }),
      let seconds = number(10, exactly: true)
    else { return nil }
    // `2026112706` is an hour of a day.
    let (year, month, day) = (seconds / 1_000_000, seconds / 10_000 % 100, seconds / 100 % 100)
    let isHour = (1900..<2100).contains(year) && CivilTime(year: year, month: month, day: day) != nil
    guard digits.count == 13 || !isHour || seconds % 100 > 24 else { return nil }
    return CivilTime(Instant(seconds: Int64(seconds)))
  }
}
