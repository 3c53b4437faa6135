/// What the values of times, counts and lengths say.
///
/// A time is an instant, an event, or a period that starts at one (`publication+P30D`); a count is a number or
/// `systematic`; a length is a unit with a number (`words:75`).
extension Constraint {
  /// The value of a count for bulk use, whatever the number.
  static let systematic = "systematic"

  /// Whether it bars or permits use in bulk: systematic copying, whatever the number.
  var isSystematic: Bool { kind == .count && value == Self.systematic }

  /// Whether a time is a period that starts at an event: “within 30 days of publication”.
  var isPeriod: Bool { value.contains("+P") }

  /// Whether a time is a period that starts when the copy is received.
  var isSinceReceipt: Bool { value.hasPrefix("receipt+") }

  /// The event that periods of contracts count from: “within 30 days of the end of this agreement”.
  static let endOfAgreement = "event:end-of-agreement"
  /// A gate at an instant that the text leaves open.
  static let unknownGate = Constraint(.timeBefore, "unknown")

  /// Whether a time counts from the end of an agreement.
  var isSinceAgreement: Bool { value.hasPrefix(Self.endOfAgreement) }

  /// The unit and the number of a length, for instance `words` and 75; nil for another value.
  var length: (unit: Substring, count: Int)? {
    let parts = value.split(separator: ":")
    guard parts.count == 2, let count = digits(parts[1].utf8) else { return nil }
    return (parts[0], count)
  }
}
