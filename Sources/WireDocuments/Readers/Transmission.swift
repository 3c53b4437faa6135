import WireText

/// The transmission time, `212101 GMT Nov 18`: day, hour and minute, zone, month, year; some senders omit the zone.
struct Transmission {
  let raw: String
  /// The instant; nil without a zone.
  let instant: Instant?

  /// Nil for a line with another form.
  init?(_ line: String) {
    let words = line.split(separator: " ").prefix(4).map(String.init)
    guard let time = words.first, time.utf8.count == 6, let number = Int(time), number >= 0 else {
      return nil
    }
    let hasZone = words.count == 4 && CivilTime(reading: "2026-01-01 00:00 \(words[1])")?.offset != nil
    let rest = words.dropFirst(hasZone ? 2 : 1)
    guard rest.count >= 2, let month = TimeWords.month(rest[rest.startIndex]),
      let digits = Int(rest[rest.startIndex + 1].prefix { $0.isASCII && $0.isNumber })
    else { return nil }
    // Wires with this form date back to 1979.
    let year = digits < 70 ? 2000 + digits : digits < 100 ? 1900 + digits : digits
    let parts = [month, number / 10_000, number / 100 % 100, number % 100].map {
      $0 < 10 ? "0\($0)" : "\($0)"
    }
    let written = "\(year)-\(parts[0])-\(parts[1])T\(parts[2]):\(parts[3]):00"
    guard let zoned = Instant(reading: hasZone ? "\(written) \(words[1])" : written + "Z") else { return nil }
    raw = words.prefix(hasZone ? 4 : 3).joined(separator: " ")
    instant = hasZone ? zoned : nil
  }
}
