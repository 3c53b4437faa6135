/// How the value of a use overlaps the values that a term names.
enum Overlap: Sendable, Hashable {
  /// The use lies completely within the term's values.
  case inside
  /// A part of the use does, or may do so among other things.
  case partly
  /// No part of the use does.
  case outside
  /// Unknown.
  case unknown

  /// The overlap of a use with the union of several values.
  static func union(_ parts: [Overlap]) -> Overlap {
    if parts.contains(.inside) { return .inside }
    if parts.contains(.partly) { return .partly }
    return parts.contains(.unknown) ? .unknown : .outside
  }
}

/// Three-valued (Kleene) truth: yes, no or unknown.
enum Truth: Sendable, Hashable {
  case yes, no, unknown

  /// The truth of a fact that may be unknown.
  init(_ fact: Bool?) { self = fact.map { $0 ? .yes : .no } ?? .unknown }

  /// The conjunction: a single false value decides, whatever else is unknown.
  static func all(_ truths: [Truth]) -> Truth {
    if truths.contains(.no) { return .no }
    return truths.contains(.unknown) ? .unknown : .yes
  }

  /// The negation.
  var negated: Truth {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}
