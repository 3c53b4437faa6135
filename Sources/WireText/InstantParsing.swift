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
    var civil = CivilTime(self)
    civil.offset = nil
    return "\(civil.iso8601)Z"
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
  /// - of numbers: `24.11.2026 10:00`, `24/11/2026 10h00`, `11/24/2026 10:00:00 AM`, `2026/11/24 10.00`; where the order
  ///   of day and month is open, `isOrderUnclear` says so;
  /// - with the English name of the month, as people and programs write it: `Nov 24 2026`, `November 24th, 2026 at
  ///   10 a.m.`, `24. November 2026, 10:00`, `Tue Nov 24 10:00:00 UTC 2026`, `Tue Nov 24 2026 10:00:00 GMT+0200`;
  /// - with the time of day before either: `00:01 GMT 24 November 2026`;
  /// - date-time groups: `240600Z NOV 26`, `240600 GMT Nov 2026`;
  /// - counts since 1970, in seconds or milliseconds: `1795478400`, `1795478400000`.
  ///
  /// Zones are offsets, `Z`, the names of RFC 822 (`GMT`, `UT`, `UTC`, `EST` … `PDT`), and further names (`CET`, `MSK`,
  /// `JST` …), those of summer time in summer only, and of American zones without a season (`ET`). A name with several
  /// offsets (`IST`), or an unknown one in capitals, gives `possibleOffsets`; other words count as no zone.
  public init?(reading text: String) {
    var iso = TimeScanner(text)
    var (mail, date, year, clock, group, count) = (iso, iso, iso, iso, iso, iso)
    guard
      let time = iso.iso8601() ?? mail.rfc822() ?? date.dateFirst() ?? year.yearLast() ?? clock.timeFirst()
        ?? group.dateTimeGroup() ?? count.count()
    else { return nil }
    self = time
  }

  /// The date as ISO 8601, with the time of day and the offset where there are any: `2026-11-24T02:00:00+01:00`.
  package var iso8601: String {
    let date = "\(year.digits(4))-\(month.digits(2))-\(day.digits(2))"
    guard let second = secondOfDay else { return date }
    let clock = [second / 3600, second / 60 % 60, second % 60].map { $0.digits(2) }.joined(separator: ":")
    let zone = offset.map { offset in
      let minutes = abs(offset) / 60
      return "\(offset < 0 ? "-" : "+")\((minutes / 60).digits(2)):\((minutes % 60).digits(2))"
    }
    return "\(date)T\(clock)\(zone ?? "")"
  }
}
