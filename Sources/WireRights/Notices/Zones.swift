internal import Foundation

/// Offsets of the zones that lexicons and texts name.
enum Zones {
  /// What a zone adds to a local time as written.
  ///
  /// - Parameters:
  ///   - zone: an offset, `Z`, or the name of a zone in the IANA time zone database.
  ///   - day: the day; its year is nil where the text gives none.
  ///   - seconds: the time of day, in seconds.
  /// - Returns: an offset such as `-04:00`; without a year, where the clocks are not changed on the same day every year,
  ///   the name of the zone in brackets, as RFC 9557 writes it.
  static func suffix(
    _ zone: String, on day: (year: Int?, month: Int, day: Int), at seconds: Int64
  ) -> String {
    guard let place = place(zone) else { return suffix(zone) }
    let years = day.year.map { $0...$0 } ?? anyYears
    let offsets = years.compactMap { CalendarDay(year: $0, month: day.month, day: day.day) }
      .map { place.offset(ofLocal: $0.ordinal * 86_400 + seconds) }
    guard let first = offsets.first, offsets.allSatisfy({ $0 == first }) else { return suffix(zone) }
    return written(first)
  }

  /// What a zone adds to a time on a day that is not known.
  static func suffix(_ zone: String) -> String {
    zone == "Z" ? "+00:00" : zone.contains("/") ? "[\(zone)]" : zone
  }

  /// The days of a zone that goes by a name.
  private static func place(_ zone: String) -> DayBoundary? {
    zone.contains("/") ? TimeZone(identifier: zone).map { DayBoundary($0) } : nil
  }

  /// Years enough for every date of a change of clocks, which go by the day of the week.
  private static let anyYears = 2020...2033

  /// Whether a zone is one of the United States, by name or by its offset.
  static func isAmerican(_ zone: String) -> Bool { american.contains(zone) }

  private static let american: Set<String> = [
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    "-04:00", "-05:00", "-06:00", "-07:00", "-08:00",
  ]

  /// An offset as it is written: `+05:30`.
  private static func written(_ offset: Int64) -> String {
    let minutes = abs(offset) / 60
    func padded(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
    return (offset < 0 ? "-" : "+") + padded(minutes / 60) + ":" + padded(minutes % 60)
  }
}
