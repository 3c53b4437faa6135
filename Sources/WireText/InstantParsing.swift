extension Instant {
  /// Reads a time in any form that `CivilTime(reading:)` knows; nil if no zone is written.
  ///
  /// The machine's zone is never assumed.
  public init?(reading text: String) {
    guard let instant = CivilTime(reading: text)?.instant else { return nil }
    self = instant
  }

  /// Reads ISO 8601 only; nil if no zone is written.
  public init?(iso8601 text: String) {
    var scanner = TimeScanner(text)
    guard let instant = scanner.iso8601()?.instant else { return nil }
    self = instant
  }

  /// The instant as ISO 8601 in UTC, for instance `2026-11-24T02:00:00Z`.
  public var iso8601: String {
    let civil = CivilTime(self)
    let second = civil.secondOfDay ?? 0
    return "\(civil.year.digits(4))-\(civil.month.digits(2))-\(civil.day.digits(2))"
      + "T\((second / 3600).digits(2)):\((second / 60 % 60).digits(2)):\((second % 60).digits(2))Z"
  }
}

extension CivilTime {
  /// Reads a date, or a date with a time, in the forms that news metadata uses.
  ///
  /// - ISO 8601, extended or basic, with `T` or a space, with or without seconds, fractions and zone:
  ///   `2026-11-24`, `2026-11-24T10:00:00+02:00`, `2026-11-24 10:00:00 -0400`, `20261124T100000Z`,
  ///   `20261124T100000-0500`;
  /// - RFC 822 and RFC 2822: `Tue, 24 Nov 2026 10:00:00 +0200`, the weekday is not checked, a year of two digits
  ///   counts from 1970 to 2069;
  /// - `11/24/2026 10:00:00 AM`, month first, as Movable Type writes it.
  ///
  /// Zones are offsets, `Z`, and the names of RFC 822 (`GMT`, `UT`, `UTC`, `EST` … `PDT`). Any other name is read
  /// as no zone.
  public init?(reading text: String) {
    var iso = TimeScanner(text)
    var mail = TimeScanner(text)
    var slashes = TimeScanner(text)
    guard let time = iso.iso8601() ?? mail.rfc822() ?? slashes.monthFirst() else { return nil }
    self = time
  }
}

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
    guard skipSpaces(), var second = timeOfDay() else { return nil }
    let mark = at
    _ = skipSpaces()
    let half = word()
    if half.elementsEqual("am".utf8) || half.elementsEqual("pm".utf8) {
      guard (3600..<13 * 3600).contains(second) else { return nil }
      second = second % 43_200 + (half.first == 0x70 ? 43_200 : 0)
    } else {
      at = mark
    }
    return finish(year, month, day, second)
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

  /// Reads the zone, which must end the text.
  private mutating func finish(_ year: Int, _ month: Int, _ day: Int, _ second: Int) -> CivilTime? {
    guard let (offset, isValid) = zone(), isValid else { return nil }
    return CivilTime(year: year, month: month, day: day, secondOfDay: second, offset: offset)
  }

  private mutating func zone() -> (offset: Int?, isValid: Bool)? {
    _ = skipSpaces()
    guard at < bytes.count else { return (nil, true) }
    let sign = bytes[at]
    if sign == 0x2B || sign == 0x2D {
      at += 1
      guard let hour = number(2, exactly: true), hour < 24 else { return nil }
      var minute = 0
      if take(0x3A) || digit != nil {
        guard let value = number(2, exactly: true), value < 60 else { return nil }
        minute = value
      }
      _ = skipSpaces()
      // A comment with the zone's name may follow: `+0000 (UTC)`.
      let isEnd = at == bytes.count || (bytes[at] == 0x28 && bytes.last == 0x29)
      return ((sign == 0x2D ? -1 : 1) * (hour * 3600 + minute * 60), isEnd)
    }
    let name = word()
    guard !name.isEmpty, at == bytes.count else { return nil }
    return (Self.zones.first { $0.name.elementsEqual(name) }.map { $0.hours * 3600 }, true)
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

  private static let months: [[UInt8]] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { Array($0.utf8) }

  private static let zones: [(name: [UInt8], hours: Int)] = [
    ("z", 0), ("gmt", 0), ("ut", 0), ("utc", 0), ("est", -5), ("edt", -4), ("cst", -6), ("cdt", -5),
    ("mst", -7), ("mdt", -6), ("pst", -8), ("pdt", -7),
  ].map { (Array($0.0.utf8), $0.1) }
}
