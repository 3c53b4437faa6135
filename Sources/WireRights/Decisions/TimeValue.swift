internal import Foundation
internal import WireText

/// A time as written in a notice's constraint, from full instants to "until the speech".
///
///     2025-05-04T10:00:00-04:00   2025-03-23   XXXX-08-27T08:00   XXXX-11-03T08:00[America/New_York]
///     XXXX-XX-XXT13:00, a Thursday   XXXX-XX-15T05:00   2027-03   transmission+P14D   event:speech-start
struct TimeValue: Sendable, Hashable {
  /// The resolved time: an interval between two instants, equal if the time is exact, or unknown.
  enum Resolved: Sendable, Hashable {
    case span(earliest: Instant, latest: Instant)
    case unknown
  }

  private enum Form: Hashable {
    case calendar(Day, secondOfDay: Int64?, zone: Zone?)
    /// Somewhere between the start of the first day and the end of the last.
    case period(first: CalendarDay, last: CalendarDay)
    case after(Anchor, seconds: Int64)
    case event
  }
  private enum Day: Hashable {
    case date(year: Int?, month: Int, day: Int)
    /// The first day of the given weekday, or of any, after the item was sent.
    case next
    /// The first day with this number in its month after the item was sent.
    case ofMonth(Int)
  }
  private enum Zone: Hashable {
    case offset(Int64)
    case named(TimeZone)
  }
  private enum Anchor: String { case transmission, issue, receipt }
  private let form: Form
  /// The day of the week that the text names; a date on another day is invalid.
  private let weekday: Weekday?

  /// The time of a limit; nil if it has none of the known forms.
  init?(_ limit: Constraint) {
    if limit.isUncertain { return nil }
    self.init(limit.value, weekday: limit.weekday)
  }

  /// A time in one of the forms; nil for anything else.
  init?(_ text: String, weekday: Weekday? = nil) {
    self.weekday = weekday
    if text.hasPrefix("event:") {
      form = .event
    } else if let plus = text.firstIndex(of: "+"), let anchor = Anchor(rawValue: String(text[..<plus])) {
      guard let seconds = Self.duration(text[text.index(after: plus)...]) else { return nil }
      form = .after(anchor, seconds: seconds)
    } else if let calendar = Self.calendar(text) ?? Self.period(text) {
      form = calendar
    } else {
      return nil
    }
  }

  /// The time, if the text itself gives it with a zone.
  var fixed: Resolved? {
    guard case .calendar(.date(year: .some, _, _), .some, .some) = form else { return nil }
    return resolved(item: ItemTerms(agency: nil), endOfDay: false)
  }

  /// The time, resolved for an item.
  ///
  /// - Parameters:
  ///   - item: Supplies the agency's zone and the times from which relative forms count.
  ///   - endOfDay: Whether a day without a time means its end, as in "not after".
  func resolved(item: ItemTerms, endOfDay: Bool) -> Resolved {
    switch form {
    case .event:
      return .unknown
    case .after(let anchor, let seconds):
      let start = anchor == .receipt ? item.received : item.published
      guard let start else { return .unknown }
      let instant = start.later(bySeconds: seconds)
      return .span(earliest: instant, latest: instant)
    case .period(let first, let last):
      let zone = item.homeZone.map(Zone.named)
      let start = Self.span(local: Self.local(first, nil, endOfDay: false), zone: zone)
      let end = Self.span(local: Self.local(last, nil, endOfDay: true), zone: zone)
      guard case .span(let earliest, _) = start, case .span(_, let latest) = end else { return .unknown }
      return .span(earliest: earliest, latest: latest)
    case .calendar(.date(let year, let month, let day), let second, let zone):
      guard let day = Self.day(year: year, month: month, day: day, item: item),
        weekday == nil || weekday == day.weekday
      else { return .unknown }
      return Self.span(
        local: Self.local(day, second, endOfDay: endOfDay), zone: zone ?? item.homeZone.map(Zone.named))
    case .calendar(.next, let second, let zone):
      guard let weekday else { return .unknown }
      return next(second, zone ?? item.homeZone.map(Zone.named), item: item, endOfDay: endOfDay) {
        $0.weekday == weekday
      }
    case .calendar(.ofMonth(let number), let second, let zone):
      return next(second, zone ?? item.homeZone.map(Zone.named), item: item, endOfDay: endOfDay) {
        $0.day == number
      }
    }
  }

  private static func local(_ day: CalendarDay, _ second: Int64?, endOfDay: Bool) -> Int64 {
    day.ordinal * 86_400 + (second ?? (endOfDay ? 86_400 : 0))
  }

  /// The first time on such a day after the item was sent.
  private func next(
    _ second: Int64?, _ zone: Zone?, item: ItemTerms, endOfDay: Bool, where isMeant: (CalendarDay) -> Bool
  ) -> Resolved {
    guard let sent = item.published ?? item.received else { return .unknown }
    // Starts a day earlier, because in some zones it is still that day.
    let today = CivilTime(sent.later(bySeconds: -86_400))
    var day = CalendarDay(year: today.year, month: today.month, day: today.day)
    for _ in 0..<Self.daysAround {
      guard let candidate = day else { return .unknown }
      if isMeant(candidate) {
        let span = Self.span(local: Self.local(candidate, second, endOfDay: endOfDay), zone: zone)
        if case .span(let earliest, _) = span, earliest > sent { return span }
      }
      day = candidate.next
    }
    return .unknown
  }

  /// Two months and the last day, which is too early: not every month has a 31st.
  private static let daysAround = 65

  /// The interval of a local time; without a zone, from the easternmost to the westernmost clocks.
  private static func span(local: Int64, zone: Zone?) -> Resolved {
    switch zone {
    case .offset(let offset):
      let instant = Instant(seconds: local - offset)
      return .span(earliest: instant, latest: instant)
    case .named(let zone):
      let instants = DayBoundary(zone).instants(ofLocal: local)
      return .span(earliest: instants.earliest, latest: instants.latest)
    case nil:
      return .span(
        earliest: Instant(seconds: local - 14 * 3600), latest: Instant(seconds: local + 12 * 3600))
    }
  }

  /// A date; if its year is missing, the next such date after receipt, or one up to 45 days before it.
  private static func day(year: Int?, month: Int, day: Int, item: ItemTerms) -> CalendarDay? {
    if let year { return CalendarDay(year: year, month: month, day: day) }
    guard let receipt = item.received ?? item.published else { return nil }
    let earliest = receipt.later(bySeconds: -45 * 86_400).seconds
    let first = 1970 + Int(clamping: earliest / 31_556_952) - 1
    // Within eight years of any year there is a 29 February.
    for candidate in first...(first + 10) {
      if let found = CalendarDay(year: candidate, month: month, day: day),
        found.ordinal * 86_400 >= earliest
      {
        return found
      }
    }
    return nil
  }

  private static func calendar(_ text: String) -> Form? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    guard let day = day(bytes[..<10]) else { return nil }
    guard bytes.count > 10 else { return .calendar(day, secondOfDay: nil, zone: nil) }
    guard bytes[10] == 0x54, let clock = clock(bytes[11...]) else { return nil }
    return .calendar(day, secondOfDay: clock.second, zone: clock.zone)
  }

  /// `YYYY-MM`, `YYYY`: a month or year without a day.
  private static func period(_ text: String) -> Form? {
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].count == 4, let year = digits(parts[0]) else { return nil }
    let month = parts.count == 2 ? digits(parts[1]).flatMap { parts[1].count == 2 ? $0 : nil } : nil
    guard parts.count == 1 || month != nil,
      let first = CalendarDay(year: year, month: month ?? 1, day: 1),
      let last = CalendarDay(lastOf: month ?? 12, year: year)
    else { return nil }
    return .period(first: first, last: last)
  }

  /// `YYYY-MM-DD`, with `X` for the digits of a missing year, or for all digits.
  private static func day(_ bytes: ArraySlice<UInt8>) -> Day? {
    if bytes.elementsEqual("XXXX-XX-XX".utf8) { return .next }
    if bytes.starts(with: "XXXX-XX-".utf8) {
      return digits(bytes[8..<10]).flatMap { (1...31).contains($0) ? .ofMonth($0) : nil }
    }
    guard let month = digits(bytes[5..<7]), let day = digits(bytes[8..<10]) else { return nil }
    let isYearMissing = bytes[0..<4].allSatisfy { $0 == 0x58 }
    let year = isYearMissing ? nil : digits(bytes[0..<4])
    // 2000 is a leap year, so that 29 February without a year is valid.
    guard isYearMissing || year != nil, CalendarDay(year: year ?? 2000, month: month, day: day) != nil else {
      return nil
    }
    return .date(year: year, month: month, day: day)
  }

  /// `HH:MM`, `HH:MM:SS`, followed by `Z`, `±HH:MM` or the name of a zone in brackets.
  private static func clock(_ bytes: ArraySlice<UInt8>) -> (second: Int64, zone: Zone?)? {
    let end = bytes.firstIndex { [0x5A, 0x2B, 0x2D, 0x5B].contains($0) } ?? bytes.endIndex
    let parts = bytes[..<end].split(separator: 0x3A, omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count == 2 }) else { return nil }
    let numbers = parts.compactMap { digits($0) }
    guard numbers.count == parts.count, numbers[0] < 24 || numbers.dropFirst().allSatisfy({ $0 == 0 }),
      numbers[0] <= 24, numbers[1] < 60
    else { return nil }
    let second = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? min(numbers[2], 59) : 0)
    if end == bytes.endIndex { return (Int64(second), nil) }
    if bytes[end] == 0x5A { return end + 1 == bytes.endIndex ? (Int64(second), .offset(0)) : nil }
    if bytes[end] == 0x5B {
      guard bytes.last == 0x5D else { return nil }
      let name = String(decoding: bytes[(end + 1)...].dropLast(), as: UTF8.self)
      return TimeZone(identifier: name).map { (Int64(second), .named($0)) }
    }
    let zone = bytes[(end + 1)...].filter { $0 != 0x3A }
    guard zone.count == 4, let hours = digits(zone[..<2]), let minutes = digits(zone[2...]) else {
      return nil
    }
    guard hours <= 14, minutes < 60 else { return nil }
    let offset = Int64(hours * 3600 + minutes * 60)
    return (Int64(second), .offset(bytes[end] == 0x2D ? -offset : offset))
  }

  /// More than a thousand years, in seconds; a longer duration is not plausible in a notice.
  private static let longestDuration: Int64 = 1 << 35

  /// An ISO 8601 duration of weeks, days, hours and minutes, in seconds.
  static func seconds(_ text: String) -> Int64? { duration(text[...]) }

  private static func duration(_ text: Substring) -> Int64? {
    var bytes = Array(text.utf8)[...]
    guard bytes.popFirst() == 0x50, !bytes.isEmpty else { return nil }
    var seconds: Int64 = 0
    var isTime = false
    while let first = bytes.first {
      if first == 0x54 {
        guard !isTime, bytes.count > 1 else { return nil }
        isTime = true
        bytes = bytes.dropFirst()
        continue
      }
      let number = bytes.prefix { (0x30...0x39).contains($0) }
      guard let value = digits(number), let unit = bytes.dropFirst(number.count).first else { return nil }
      guard seconds < longestDuration else { return nil }
      switch (unit, isTime) {
      case (0x57, false): seconds += Int64(value) * 604_800
      case (0x44, false): seconds += Int64(value) * 86_400
      case (0x48, true): seconds += Int64(value) * 3600
      case (0x4D, true): seconds += Int64(value) * 60
      default: return nil
      }
      bytes = bytes.dropFirst(number.count + 1)
    }
    return seconds
  }
}
