/// A word of a lexicon section whose keys the engine knows; the raw values number the cases.
protocol ConceptWord: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == UInt8 {}

extension ConceptWord {
  /// The key of the word: the case's name in lower case, separated by hyphens (`prohibit-next`).
  var key: String {
    "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : String($1) }
  }
}

/// The words among concepts as a bit set, so that a membership test needs no iteration.
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
      case .constraint(let limit): bits |= Self.constraint | (limit.isOfClients ? Self.clients : 0)
      case .territory: bits |= Self.constraint
      case .duty: bits |= Self.duty
      case .target: bits |= Self.target
      case .genitive, .dative: bits |= Self.ending
      case .licence: bits |= Self.licence
      case .time: bits |= Self.time
      }
    }
  }

  func has(_ word: Concept.EffectWord) -> Bool { bits & Self.bit(word) != 0 }
  func has(_ word: Concept.ConditionWord) -> Bool { bits & Self.bit(word) != 0 }
  func has(_ word: Concept.HolderWord) -> Bool { bits & Self.bit(word) != 0 }
  func has(_ word: Concept.AdvisoryWord) -> Bool { bits & Self.bit(word) != 0 }
  func has(_ word: Concept.DiscourseWord) -> Bool { bits & Self.bit(word) != 0 }
  /// Whether it contains a word of prose.
  var isDiscourse: Bool { bits & Self.discourse != 0 }
  var hasAction: Bool { bits & Self.action != 0 }
  var hasConstraint: Bool { bits & Self.constraint != 0 }
  var hasDuty: Bool { bits & Self.duty != 0 }
  var hasTarget: Bool { bits & Self.target != 0 }
  var hasLicence: Bool { bits & Self.licence != 0 }
  /// Whether it contains recipients that are identified by whose clients they are, or by where they are.
  var hasClients: Bool { bits & Self.clients != 0 }
  /// Whether it contains a word of advisories.
  var isAdvisory: Bool { bits & Self.advisories != 0 }
  /// Whether it contains only words of dates and times.
  var isTimeOnly: Bool { bits == Self.time }
  /// Whether it contains only words that distinguish prose from a notice.
  var isDiscourseOnly: Bool { bits & ~Self.prose == 0 }
  /// Whether it contains a word that only signals terms.
  var isSignal: Bool { bits & Self.signals != 0 }
  /// Whether it contains a word that only indicates the manner of a sentence.
  var isCue: Bool { bits & Self.cues != 0 }
  /// Whether it contains more than words that signal terms or indicate the manner of a sentence.
  var isMoreThanSigns: Bool { bits & ~(Self.signals | Self.cues) != 0 }

  /// Adds the meanings of another phrase.
  mutating func formUnion(_ other: ConceptBits) { bits |= other.bits }

  // Each section has bits of its own: more than it has words, which a test verifies.
  private static func bit(_ word: Concept.EffectWord) -> UInt128 { 1 << UInt128(word.rawValue) }
  private static func bit(_ word: Concept.ConditionWord) -> UInt128 { 1 << (16 + UInt128(word.rawValue)) }
  private static func bit(_ word: Concept.HolderWord) -> UInt128 { 1 << (38 + UInt128(word.rawValue)) }
  private static func bit(_ word: Concept.AdvisoryWord) -> UInt128 { 1 << (70 + UInt128(word.rawValue)) }
  private static func bit(_ word: Concept.DiscourseWord) -> UInt128 { 1 << (88 + UInt128(word.rawValue)) }
  private static func words<Word>(_ words: [Word], _ bit: (Word) -> UInt128) -> UInt128 {
    words.reduce(0) { $0 | bit($1) }
  }
  private static let discourse = words(Concept.DiscourseWord.allCases.filter { !$0.isNeutral }, bit)
  private static let prose = words(Concept.DiscourseWord.allCases, bit)
  private static let signals = words(Concept.DiscourseWord.allCases.filter(\.isSignal), bit)
  private static let cues = words(Concept.DiscourseWord.allCases.filter(\.isCue), bit)
  private static let advisories = words(Concept.AdvisoryWord.allCases, bit)
  private static let action: UInt128 = 1 << 120
  private static let constraint: UInt128 = 1 << 121
  private static let duty: UInt128 = 1 << 122
  private static let target: UInt128 = 1 << 123
  private static let ending: UInt128 = 1 << 124
  private static let licence: UInt128 = 1 << 125
  private static let time: UInt128 = 1 << 126
  private static let clients: UInt128 = 1 << 127
}

extension Constraint {
  /// Whether it means recipients that are identified by words next to it: see `SentenceSettler`.
  fileprivate var isOfClients: Bool { kind == .recipient && ["clients", "customers-in"].contains(value) }
}
