/// How the value of a use lies to the values that a term names.
enum Overlap: Sendable, Hashable {
  /// The use lies wholly within the term's values.
  case inside
  /// A part of the use does, or may do beside others.
  case partly
  /// No part of the use does.
  case outside
  /// It cannot be told.
  case unknown

  /// How a use lies to several values together.
  static func union(_ parts: [Overlap]) -> Overlap {
    if parts.contains(.inside) { return .inside }
    if parts.contains(.partly) { return .partly }
    return parts.contains(.unknown) ? .unknown : .outside
  }
}

/// Yes, no, or nobody knows.
enum Truth: Sendable, Hashable {
  case yes, no, unknown

  /// The truth of a fact that may be unknown.
  init(_ fact: Bool?) { self = fact.map { $0 ? .yes : .no } ?? .unknown }

  /// Whether all hold: one that does not settles it, whatever else is unknown.
  static func all(_ truths: [Truth]) -> Truth {
    if truths.contains(.no) { return .no }
    return truths.contains(.unknown) ? .unknown : .yes
  }

  /// The opposite.
  var negated: Truth {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}
