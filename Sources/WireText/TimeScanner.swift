/// Reads times from left to right.
struct TimeScanner {
  let bytes: [UInt8]
  var at = 0

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
    guard let second = timeOfDay(), let date = CivilTime(year: year, month: month, day: day) else {
      return nil
    }
    return finish(date, second)
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
    guard let written = number(4) else { return nil }
    let year = at - before == 2 ? Self.year(ofTwoDigits: written) : written
    guard let date = CivilTime(year: year, month: month + 1, day: day) else { return nil }
    if at == bytes.count { return date }
    guard skipSpaces(), let second = timeOfDay() else { return nil }
    return finish(date, second)
  }

  var digit: Int? {
    at < bytes.count && (0x30...0x39).contains(bytes[at]) ? Int(bytes[at]) - 0x30 : nil
  }

  /// A number of at most `width` digits, or of exactly as many.
  mutating func number(_ width: Int, exactly: Bool = false) -> Int? {
    var value = 0
    var count = 0
    while count < width, let digit {
      value = value * 10 + digit
      count += 1
      at += 1
    }
    return count == width || (!exactly && count > 0) ? value : nil
  }

  /// The year of two digits, from 1970 to 2069.
  static func year(ofTwoDigits year: Int) -> Int { year + (year < 70 ? 2000 : 1900) }

  mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  @discardableResult
  mutating func skipSpaces() -> Bool {
    let start = at
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    return at > start
  }

  /// The letters that come next, in lower case.
  mutating func word() -> [UInt8] {
    let start = at
    while at < bytes.count, (0x41...0x5A).contains(bytes[at] & 0xDF) { at += 1 }
    return bytes[start..<at].map { $0 | 0x20 }
  }

  static let monthNames = MonthNames.english.map { Array($0.utf8) }
  private static let months = monthNames.map { Array($0.prefix(3)) }
}
