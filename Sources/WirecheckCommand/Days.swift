import ArgumentParser
import Foundation
import WireReports
import WireRights

/// Days in a time zone, as given on the command line.
enum Days {
  /// The time zone with a name.
  static func zone(_ name: String) throws -> TimeZone {
    guard let zone = TimeZone(identifier: name) else {
      throw ValidationError(
        "there is no time zone `\(TerminalText.escaped(name))`; write for instance Europe/Paris or UTC")
    }
    return zone
  }

  /// A day written as `YYYY-MM-DD`.
  static func day(_ text: String, option: String) throws -> CalendarDay {
    guard let day = CalendarDay(iso: text) else {
      throw ValidationError("\(option): `\(TerminalText.escaped(text))` is no day; write YYYY-MM-DD")
    }
    return day
  }

  /// Rejects an empty period.
  static func demandOrder(_ first: CalendarDay, _ end: CalendarDay) throws {
    if end < first { throw ValidationError("--to \(end) is before --from \(first)") }
    if end == first {
      throw ValidationError(
        "--to \(end) is the day after the last one, so it must be later than --from \(first)")
    }
  }
}
