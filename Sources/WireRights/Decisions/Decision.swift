public import WireText

/// What may be done with an item: the worst over every action, channel and territory of the use, and why.
public struct Decision: Sendable, Hashable {
  /// One ruling for each action on each channel in each territory, in the order of the use.
  public var rulings: [Ruling]
  /// The ruling that decides: the first of the worst.
  public var deciding: Ruling

  /// The outcome of the whole use.
  public var outcome: Outcome { deciding.outcome }

  /// The rulings as given, with the first of the worst picked out.
  init(first: Ruling, rest: [Ruling]) {
    rulings = [first] + rest
    deciding = rest.reduce(first) { $1.outcome > $0.outcome ? $1 : $0 }
  }

  /// The rulings that are no better than the whole.
  public var worst: [Ruling] { rulings.filter { $0.outcome == outcome } }

  /// Every duty of every ruling, each once.
  public var duties: [DutyRuling] {
    var result: [DutyRuling] = []
    for duty in rulings.flatMap(\.duties) where !result.contains(duty) { result.append(duty) }
    return result
  }
}

/// What a use comes to; worse outcomes come last.
public enum Outcome: String, Sendable, Hashable, Comparable, CaseIterable, Codable {
  /// Nothing stands against it and nothing has to be done.
  case allow
  /// It may be done if the duties are met.
  case allowWithDuty = "allow-with-duty"
  /// A person has to look: a fact or a term is not known.
  case needsReview = "needs-review"
  /// A term or a fact of record stands against it.
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

/// The steps of a decision in order of precedence; the first that is decisive holds.
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
  /// The newsroom's limits for quoting.
  case quotation
  /// What holds where nothing is said.
  case standing

  /// What takes precedence comes first.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// One act at one place: an action on one channel in one territory.
public struct Situation: Sendable, Hashable {
  /// What is done.
  public var action: Action
  /// By which channel; nil where it is not known.
  public var channel: String?
  /// Where, ISO 3166; nil where it is not known.
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
  /// What was decided on.
  public var situation: Situation
  /// What it comes to.
  public var outcome: Outcome
  /// The tier that decided.
  public var tier: Tier
  /// Why.
  public var reason: Reason
  /// The clauses or facts that decided, the decisive one first.
  public var terms: [CitedTerm]
  /// What has to be done, and whether it is.
  public var duties: [DutyRuling]
  /// How far the newsroom's contracts reach.
  public var coverage: Coverage
  /// What an advisory commands, for instance removal.
  public var obligations: [Action]
  /// The instant before which it may not be made public, where it may be prepared now.
  public var notBefore: Instant?
  /// The instant by which it has to be taken down again.
  public var removeBy: Instant?
  /// Every tier that was tried, in order.
  public var trace: [Step]

  /// What is not known and might change the outcome.
  public var doubts: [Step] { trace.filter { $0.effect == .mayProhibit || $0.effect == .mayPermit } }
}

/// One tier of a ruling: what it found.
public struct Step: Sendable, Hashable {
  /// What a tier does to a ruling.
  public enum Effect: Sendable, Hashable {
    /// It has nothing to say.
    case passed
    /// It may stand against the use, which therefore is not allowed without a person.
    case mayProhibit
    /// It may permit the use, which therefore is not refused without a person.
    case mayPermit
    /// It decides, unless a later tier softens it or a doubt remains.
    case decided(Outcome)
  }
  /// The tier.
  public var tier: Tier
  /// What it does.
  public var effect: Effect
  /// Why.
  public var reason: Reason
  /// The clauses or facts that it looked at.
  public var terms: [CitedTerm]
}

/// A duty and whether it is met.
public struct DutyRuling: Sendable, Hashable {
  /// Whether a duty is met.
  public enum State: Sendable, Hashable {
    /// It is, in the way shown.
    case met(String)
    /// It is attempted and differs: the words that were found.
    case altered(String)
    /// It was looked for and is not there.
    case missing
    /// Nobody looked.
    case unknown
  }
  /// What has to be done.
  public var kind: Duty.Kind
  /// The accepted forms of a credit; the address or position for other duties.
  public var accepted: [String]
  /// Whether it is a polite request only.
  public var isRequest: Bool
  /// Whether the permission falls away without it.
  public var isCondition: Bool
  /// Whether it is met.
  public var state: State
  /// The words that ask for it.
  public var term: CitedTerm

  /// Whether it is known to be met.
  public var isMet: Bool {
    if case .met = state { return true }
    return false
  }
}

/// How far the newsroom's contracts reach in a situation.
public enum Coverage: Sendable, Hashable {
  /// None is on file with the holder.
  case noContract
  /// One is on file, and its period has not begun or is over.
  case notInForce(CitedTerm, Contract.Standing)
  /// One is in force and does not reach the use.
  case notCovered(CitedTerm, Set<Gap>)
  /// One is in force and may reach the use; the facts named are not known.
  case unclear(CitedTerm, Set<Gap>)
  /// A clause permits the use.
  case covered(CitedTerm)
  /// A clause prohibits the use.
  case prohibited(CitedTerm)

  /// Where a contract does not reach.
  public enum Gap: String, Sendable, Hashable, CaseIterable, Codable {
    case action, channel, territory, purpose, service, extent, age
  }
}
