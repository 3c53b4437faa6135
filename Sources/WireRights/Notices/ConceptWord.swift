/// A word of one of the sections of a lexicon whose keys the engine knows; its raw value counts the cases.
protocol ConceptWord: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == UInt8 {}

extension ConceptWord {
  /// The key of the word: the case's name in small letters, parted with hyphens (`prohibit-next`).
  var key: String {
    "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : String($1) }
  }
}

/// The words among concepts as bits, so that asking for one costs no walk over them.
struct ConceptBits: Sendable, Hashable {
  private var bits: UInt128 = 0

  init(_ concepts: [Concept]) {
    for concept in concepts {
      switch concept {
      case .effect(let word): bits |= Self.bit(word)
      case .condition(let word): bits |= Self.bit(word)
      case .holder(let word): bits |= Self.bit(word)
      case .advisory(let word): bits |= Self.bit(word)
      case .discourse(let word): bits |= Self.bit(word)
      case .action: bits |= Self.action
      case .constraint, .territory: bits |= Self.constraint
      case .duty: bits |= Self.duty
      case .target: bits |= Self.target
      case .genitive, .dative, .licence, .time: break
      }
    }
  }

  func has(_ word: Concept.EffectWord) -> Bool { bits & Self.bit(word) != 0 }
  func has(_ word: Concept.ConditionWord) -> Bool { bits & Self.bit(word) != 0 }
  func has(_ word: Concept.HolderWord) -> Bool { bits & Self.bit(word) != 0 }
  func has(_ word: Concept.AdvisoryWord) -> Bool { bits & Self.bit(word) != 0 }
  func has(_ word: Concept.DiscourseWord) -> Bool { bits & Self.bit(word) != 0 }
  /// Whether a word of prose is among them.
  var isDiscourse: Bool { bits & Self.discourse != 0 }
  var hasAction: Bool { bits & Self.action != 0 }
  var hasConstraint: Bool { bits & Self.constraint != 0 }
  var hasDuty: Bool { bits & Self.duty != 0 }
  var hasTarget: Bool { bits & Self.target != 0 }

  // Each section has bits of its own: more of them than it has words, which a test makes sure of.
  private static func bit(_ word: Concept.EffectWord) -> UInt128 { 1 << UInt128(word.rawValue) }
  private static func bit(_ word: Concept.ConditionWord) -> UInt128 { 1 << (24 + UInt128(word.rawValue)) }
  private static func bit(_ word: Concept.HolderWord) -> UInt128 { 1 << (48 + UInt128(word.rawValue)) }
  private static func bit(_ word: Concept.AdvisoryWord) -> UInt128 { 1 << (74 + UInt128(word.rawValue)) }
  private static func bit(_ word: Concept.DiscourseWord) -> UInt128 { 1 << (96 + UInt128(word.rawValue)) }
  private static let discourse = Concept.DiscourseWord.allCases.reduce(UInt128(0)) {
    $1.isNeutral ? $0 : $0 | bit($1)
  }
  private static let action: UInt128 = 1 << 120
  private static let constraint: UInt128 = 1 << 121
  private static let duty: UInt128 = 1 << 122
  private static let target: UInt128 = 1 << 123
}
