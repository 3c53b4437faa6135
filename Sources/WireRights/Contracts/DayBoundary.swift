public import Foundation
public import WireText

/// Determines when days begin in a zone given by the caller; the machine's own zone is never used.
public struct DayBoundary: Sendable, Hashable {
  /// The zone.
  public var zone: TimeZone

  /// The days of a zone.
  public init(_ zone: TimeZone) { self.zone = zone }

  /// The first instant of a day.
  public func start(of day: CalendarDay) -> Instant {
    instants(ofLocal: day.ordinal * 86_400).earliest
  }

  /// The first instant after a day.
  public func end(of day: CalendarDay) -> Instant {
    instants(ofLocal: (day.ordinal + 1) * 86_400).earliest
  }

  /// The instant of a local time; for a day alone, its first instant.
  public func start(of time: CivilTime) -> Instant {
    instants(ofLocal: time.instant(atOffset: 0).seconds).earliest
  }

  /// The instant of a local time; for a day alone, the first instant after it.
  public func end(of time: CivilTime) -> Instant {
    let day: Int64 = time.secondOfDay == nil ? 86_400 : 0
    return instants(ofLocal: time.instant(atOffset: 0).seconds + day).latest
  }

  /// The instants at which clocks of the zone show a local time, given in seconds since 1970-01-01T00:00.
  ///
  /// The two differ only where clocks are turned back; a time that is skipped when clocks go forward is mapped to
  /// the instant of the change and the time after it.
  func instants(ofLocal seconds: Int64) -> (earliest: Instant, latest: Instant) {
    let before = offset(at: seconds - 86_400)
    let after = offset(at: seconds + 86_400)
    let candidates = [before, after].filter { offset(at: seconds - $0) == $0 }.map { seconds - $0 }
    let earliest = candidates.min() ?? seconds - before
    let latest = candidates.max() ?? seconds - before
    return (Instant(seconds: earliest), Instant(seconds: latest))
  }

  /// The offset from UTC, in seconds, of clocks of the zone that show a local time.
  func offset(ofLocal seconds: Int64) -> Int64 { seconds - instants(ofLocal: seconds).earliest.seconds }

  private func offset(at seconds: Int64) -> Int64 {
    Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
  }
}
