internal import Foundation
internal import WireText

/// Offsets of the zones that lexicons and texts name.
enum Zones {
  /// The suffix of a zone for a local time as written.
  ///
  /// - Parameters:
  ///   - zone: an offset, `Z`, an abbreviation in capitals, or the name of a zone in the IANA time zone database.
  ///   - day: the day; its year is nil if the text gives none.
  ///   - seconds: the time of day, in seconds.
  /// - Returns: an offset such as `-04:00`, of an abbreviation with several meanings the one that ends an embargo
  ///   last; without a year, if clocks do not change on the same day every year, the name of the zone in brackets, as
  ///   in RFC 9557.
  static func suffix(
    _ zone: String, on day: (year: Int?, month: Int, day: Int), at seconds: Int64
  ) -> String {
    let years = day.year.map { $0...$0 } ?? anyYears
    if let name = ZoneName(abbreviation: zone.lowercased()) {
      return latest(name, years.map { ($0, day.month, day.day) }, Int(seconds))
    }
    guard let place = place(zone) else { return suffix(zone) }
    let offsets = years.compactMap { CalendarDay(year: $0, month: day.month, day: day.day) }
      .map { place.offset(ofLocal: $0.ordinal * 86_400 + seconds) }
    guard let first = offsets.first, offsets.allSatisfy({ $0 == first }) else { return suffix(zone) }
    return written(first)
  }

  /// The suffix of a zone for a time on an unknown day.
  static func suffix(_ zone: String) -> String {
    if let name = ZoneName(abbreviation: zone.lowercased()) {
      return latest(name, (1...12).map { (anyYears.lowerBound, $0, 1) }, 0)
    }
    return zone == "Z" ? "+00:00" : zone.contains("/") ? "[\(zone)]" : zone
  }

  /// The offset of an abbreviation by which a time on one of some days comes last.
  private static func latest(_ name: ZoneName, _ days: [(year: Int, month: Int, day: Int)], _ second: Int)
    -> String
  {
    let offsets = days.compactMap { CivilTime(year: $0.year, month: $0.month, day: $0.day) }
      .flatMap { name.offsets(on: $0, at: second) }
    return written(Int64(offsets.min() ?? 0))
  }

  /// The day boundaries of a zone that is given by name.
  private static func place(_ zone: String) -> DayBoundary? {
    zone.contains("/") ? TimeZone(identifier: zone).map { DayBoundary($0) } : nil
  }

  /// Years that include every possible date of a clock change, which depends on the day of the week.
  private static let anyYears = 2020...2033

  /// Whether a zone is one of the United States, by name or by its offset.
  static func isAmerican(_ zone: String) -> Bool { american.contains(zone) }

  private static let american: Set<String> = [
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    "-04:00", "-05:00", "-06:00", "-07:00", "-08:00",
    "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT",
  ]

  /// An offset in its written form: `+05:30`.
  private static func written(_ offset: Int64) -> String {
    let minutes = abs(offset) / 60
    func padded(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
    return (offset < 0 ? "-" : "+") + padded(minutes / 60) + ":" + padded(minutes % 60)
  }
}
