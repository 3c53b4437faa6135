public import WireText

/// The decision about the use of an item: the worst outcome over every action, channel and territory, with the reasons.
public struct Decision: Sendable, Hashable {
  /// One ruling for each action on each channel in each territory, in the order of the use.
  public var rulings: [Ruling]
  /// The ruling that decides: the first of the worst.
  public var deciding: Ruling

  /// The outcome of the whole use.
  public var outcome: Outcome { deciding.outcome }

  /// A decision from rulings; the first of the worst decides.
  init(first: Ruling, rest: [Ruling]) {
    rulings = [first] + rest
    deciding = rest.reduce(first) { $1.outcome > $0.outcome ? $1 : $0 }
  }

  /// The rulings with the outcome of the whole.
  public var worst: [Ruling] { rulings.filter { $0.outcome == outcome } }

  /// Every duty of every ruling, each once.
  public var duties: [DutyRuling] {
    var result: [DutyRuling] = []
    for duty in rulings.flatMap(\.duties) where !result.contains(duty) { result.append(duty) }
    return result
  }
}

/// The outcome of a use; worse outcomes come last.
public enum Outcome: String, Sendable, Hashable, Comparable, CaseIterable, Codable {
  /// Nothing prohibits it and there are no duties.
  case allow
  /// It is allowed if the duties are met.
  case allowWithDuty = "allow-with-duty"
  /// A person has to decide: a fact or a term is not known.
  case needsReview = "needs-review"
  /// A term or a recorded fact prohibits it.
  case violation

  /// Worse outcomes come last.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .allow: 0
    case .allowWithDuty: 1
    case .needsReview: 2
    case .violation: 3
    }
  }
}

/// The tiers of a decision in order of precedence; the first that is decisive holds.
public enum Tier: Int, Sendable, Hashable, Comparable, CaseIterable, Codable {
  /// Kill and hold.
  case withdrawal = 1
  /// Embargo and expiry.
  case timeGate
  /// A restriction of this item: territory, channel, recipient, count, purpose, sales, archives.
  case itemRestriction
  /// A contract with the holder.
  case contract
  /// A public licence on the item.
  case publicLicence
  /// What the notice permits.
  case explicitPermit
  /// What the notice prohibits.
  case explicitProhibition
  /// The newsroom's quotation limits.
  case quotation
  /// The default if nothing applies.
  case standing

  /// Tiers of higher precedence come first.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// One act in one place: an action on one channel in one territory.
public struct Situation: Sendable, Hashable {
  /// The action.
  public var action: Action
  /// The channel; nil if unknown.
  public var channel: String?
  /// The territory, ISO 3166; nil if unknown.
  public var territory: String?

  /// A situation of the given parts.
  public init(_ action: Action, channel: String?, territory: String?) {
    self.action = action
    self.channel = channel
    self.territory = territory
  }
}

/// The decision for one situation, with everything that led to it.
public struct Ruling: Sendable, Hashable {
  /// The situation that it is about.
  public var situation: Situation
  /// The outcome.
  public var outcome: Outcome
  /// The tier that decided.
  public var tier: Tier
  /// The reason.
  public var reason: Reason
  /// The clauses or facts that decided, the decisive one first.
  public var terms: [CitedTerm]
  /// The duties, and whether they are met.
  public var duties: [DutyRuling]
  /// How far the newsroom's contracts cover the use.
  public var coverage: Coverage
  /// Actions that an advisory orders, for instance removal.
  public var obligations: [Action]
  /// The instant before which it may not be published, if it may be prepared now.
  public var notBefore: Instant?
  /// The instant by which it must be taken down again.
  public var removeBy: Instant?
  /// Every tier that was tried, in order.
  public var trace: [Step]

  /// Unknowns that might change the outcome.
  public var doubts: [Step] { trace.filter { $0.effect == .mayProhibit || $0.effect == .mayPermit } }
}

/// One tier of a ruling: what it found.
public struct Step: Sendable, Hashable {
  /// The effect of a tier on a ruling.
  public enum Effect: Sendable, Hashable {
    /// It does not apply.
    case passed
    /// It may prohibit the use, which is therefore not allowed without a person's decision.
    case mayProhibit
    /// It may permit the use, which is therefore not refused without a person's decision.
    case mayPermit
    /// It decides, unless a later tier softens it or a doubt remains.
    case decided(Outcome)
  }
  /// The tier.
  public var tier: Tier
  /// Its effect.
  public var effect: Effect
  /// The reason.
  public var reason: Reason
  /// The clauses or facts that it examined.
  public var terms: [CitedTerm]
}

/// A duty and whether it is met.
public struct DutyRuling: Sendable, Hashable {
  /// Whether a duty is met.
  public enum State: Sendable, Hashable {
    /// It is met, in the way given.
    case met(String)
    /// There is an attempt that differs: the words that were found.
    case altered(String)
    /// It was looked for and not found.
    case missing
    /// It was not checked.
    case unknown
  }
  /// The kind of duty.
  public var kind: Duty.Kind
  /// The accepted forms of a credit; the address or position for other duties.
  public var accepted: [String]
  /// Whether it is a polite request only.
  public var isRequest: Bool
  /// Whether the permission depends on it.
  public var isCondition: Bool
  /// Whether it is met.
  public var state: State
  /// The words that require it.
  public var term: CitedTerm

  /// Whether it is known to be met.
  public var isMet: Bool {
    if case .met = state { return true }
    return false
  }
}

/// How far the newsroom's contracts cover a situation.
public enum Coverage: Sendable, Hashable {
  /// There is no contract on file with the holder.
  case noContract
  /// There is one on file whose period has not begun or has ended.
  case notInForce(CitedTerm, Contract.Standing)
  /// There is one in force that does not cover the use.
  case notCovered(CitedTerm, Set<Gap>)
  /// There is one in force that may cover the use; the facts named are not known.
  case unclear(CitedTerm, Set<Gap>)
  /// A clause permits the use.
  case covered(CitedTerm)
  /// A clause prohibits the use.
  case prohibited(CitedTerm)

  /// A dimension in which a contract does not cover the use.
  public enum Gap: String, Sendable, Hashable, CaseIterable, Codable {
    case action, channel, territory, purpose, service, extent, age
  }
}
