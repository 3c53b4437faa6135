/// A point in time, in whole seconds since 1970-01-01T00:00:00Z.
///
/// The core reads no clock: instants are passed in as values.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
  public var seconds: Int64

  /// The instant `seconds` after 1970-01-01T00:00:00Z.
  public init(seconds: Int64) { self.seconds = seconds }

  /// Earlier instants come first.
  public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

  /// The instant `delta` seconds later, or earlier if it is negative.
  public func advanced(bySeconds delta: Int64) -> Instant { Instant(seconds: seconds + delta) }
}
