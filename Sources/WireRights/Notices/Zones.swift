/// Offsets of the zones that lexicons name.
enum Zones {
  /// The offset that a zone has at a local time, such as `-04:00`; nil where it cannot be told.
  ///
  /// - Parameter zone: an offset, or `us-5` and `eu+1` for places that keep summer time by the rules of the United
  ///   States (since 2007) and of the European Union (since 1996), with their offset in winter.
  static func offset(_ zone: String, year: Int?, month: Int, day: Int, hour: Int) -> String? {
    let rule = zone.prefix(2)
    // Written as all offsets are: “Z” says the same.
    guard rule == "us" || rule == "eu" else { return zone == "Z" ? "+00:00" : zone }
    guard let year, var hours = Int(zone.dropFirst(2)) else { return nil }
    let now = (month * 100 + day) * 100 + hour
    let start: Int
    let end: Int
    if rule == "us" {
      start = (300 + sunday(2, of: 3, year)) * 100 + 2
      end = (1100 + sunday(1, of: 11, year)) * 100 + 2
    } else {
      start = (300 + lastSunday(of: 3, year)) * 100 + 1 + hours
      end = (1000 + lastSunday(of: 10, year)) * 100 + 2 + hours
    }
    if now >= start, now < end { hours += 1 }
    let digits = String(abs(hours))
    return (hours < 0 ? "-" : "+") + (digits.utf8.count < 2 ? "0" : "") + digits + ":00"
  }

  /// Whether a zone is one of the United States, by name or by its offset.
  static func isAmerican(_ zone: String) -> Bool {
    zone.hasPrefix("us") || ["-04:00", "-05:00", "-06:00", "-07:00", "-08:00"].contains(zone)
  }

  private static func sunday(_ count: Int, of month: Int, _ year: Int) -> Int {
    1 + (7 - daysSinceSunday(year, month, 1)) % 7 + 7 * (count - 1)
  }

  private static func lastSunday(of month: Int, _ year: Int) -> Int {
    31 - daysSinceSunday(year, month, 31)
  }

  private static func daysSinceSunday(_ year: Int, _ month: Int, _ day: Int) -> Int {
    (CalendarDay(year: year, month: month, day: day)?.weekday.rawValue ?? 0) % 7
  }
}
