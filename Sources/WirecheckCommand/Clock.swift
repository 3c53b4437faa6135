import Foundation
import WireText

/// The system clock, which is read only here.
enum Clock {
  /// The time that the user gave, otherwise the clock's.
  static func instant(given text: String?) throws(CommandFailure) -> (instant: Instant, isGiven: Bool) {
    guard let text else {
      return (Instant(seconds: Int64(Date().timeIntervalSince1970.rounded(.down))), false)
    }
    guard let instant = Instant(iso8601: text) else {
      throw .usage("`--now \(text)` is no time with a zone (write for instance 2026-11-20T10:00:00Z)")
    }
    return (instant, true)
  }
}
