public import WireRights
internal import WireText

/// A decision on one use, as a stable record: the question, the answer, and everything that led to it.
public struct DecisionRecord: Codable, Sendable, Hashable {
  /// The schema of the record; it changes only if the format changes.
  public var schema = "wirecheck/decision/1"
  /// Whose copy the question is about.
  public var subject: Subject
  /// The use that the question is about.
  public var use: UseFacts
  /// `allow`, `allow-with-duty`, `needs-review` or `violation`.
  public var outcome: String
  /// The decision in one plain sentence.
  public var summary: String
  /// The decision on each action on each channel in each territory; the one that decides comes first.
  public var rulings: [Entry]
  /// SHA-256 that identifies the configuration and the policies, `sha256:…`.
  public var policy: String

  /// Whose copy the question is about.
  public struct Subject: Codable, Sendable, Hashable {
    /// The agency's identifier; nil if unknown.
    public var agency: String?
    /// The agency's name.
    public var name: String?
    /// The document or notice that was read; nil for the agency's copy in general.
    public var document: String?

    /// A subject of the given parts.
    public init(agency: String?, name: String?, document: String?) {
      self.agency = agency
      self.name = name
      self.document = document
    }
  }

  /// The facts of a use; absent facts are unknown.
  public struct UseFacts: Codable, Sendable, Hashable {
    /// The actions.
    public var actions: [String]
    /// The channels.
    public var channels: [String]
    /// The territories.
    public var territories: [String]
    /// The time of publication, ISO 8601, UTC.
    public var at: String
    /// `draft` or `publish`.
    public var stage: String
    /// The purposes.
    public var purposes: [String]
    /// Words taken.
    public var words: Int?
    /// Words of the whole item.
    public var sourceWords: Int?
  }

  /// The decision on one action on one channel in one territory.
  public struct Entry: Codable, Sendable, Hashable {
    /// The action.
    public var action: String
    /// The channel.
    public var channel: String?
    /// The territory.
    public var territory: String?
    /// `allow`, `allow-with-duty`, `needs-review` or `violation`.
    public var outcome: String
    /// The name of the tier that decided.
    public var tier: String
    /// The decision in one plain sentence.
    public var summary: String
    /// The clauses and facts that decided, the decisive one first.
    public var terms: [Term]
    /// The duties.
    public var duties: [DutyEntry]
    /// How far the newsroom's contracts cover the use.
    public var coverage: String
    /// What an advisory requires.
    public var obligations: [String]
    /// The earliest time of publication, ISO 8601, UTC.
    public var notBefore: String?
    /// The time by which it must be taken down again, ISO 8601, UTC.
    public var removeBy: String?
    /// Every tier that was tried, in order.
    public var trace: [TraceEntry]
  }

  /// A duty.
  public struct DutyEntry: Codable, Sendable, Hashable {
    /// The kind of duty, for instance `credit`.
    public var kind: String
    /// The accepted forms of a credit, or the address or position.
    public var accepted: [String]
    /// Whether it is only a polite request.
    public var isRequest: Bool
    /// Whether the permission depends on it.
    public var isCondition: Bool
    /// `met`, `altered`, `missing` or `unknown`.
    public var state: String
    /// The words that impose it.
    public var words: String
  }

  /// One tier that was tried.
  public struct TraceEntry: Codable, Sendable, Hashable {
    /// The tier's name.
    public var tier: String
    /// The tier's result.
    public var effect: String
    /// What it found, in one plain sentence.
    public var finding: String
    /// The clauses and facts that it considered.
    public var terms: [Term]
  }
}

extension DecisionRecord {
  /// The record of a decision.
  ///
  /// - Parameters:
  ///   - decision: the decision.
  ///   - subject: whose copy it is about.
  ///   - use: the use that was asked about.
  ///   - newsroom: the newsroom that it was made for.
  public init(_ decision: Decision, on subject: Subject, use: Use, _ newsroom: Newsroom) {
    self.subject = subject
    self.use = UseFacts(use)
    outcome = decision.outcome.rawValue
    summary = decision.summary
    let deciding = decision.rulings.firstIndex(of: decision.deciding) ?? 0
    var rulings = decision.rulings
    rulings.insert(rulings.remove(at: deciding), at: 0)
    self.rulings = rulings.map(Entry.init)
    policy = newsroom.policyID
  }
}

extension DecisionRecord.UseFacts {
  init(_ use: Use) {
    self.init(
      actions: use.actions.map(\.rawValue), channels: use.channels, territories: use.territories,
      at: use.instant.iso8601, stage: use.stage.rawValue, purposes: use.purposes.map(\.rawValue).sorted(),
      words: use.extent.words, sourceWords: use.extent.sourceWords)
  }
}

extension DecisionRecord.Entry {
  init(_ ruling: Ruling) {
    func term(_ cited: CitedTerm) -> Term { Term(cited, ruling: ruling, isSecret: false) }
    self.init(
      action: ruling.situation.action.rawValue, channel: ruling.situation.channel,
      territory: ruling.situation.territory, outcome: ruling.outcome.rawValue, tier: ruling.tier.name,
      summary: ruling.summary, terms: ruling.terms.map(term),
      duties: ruling.duties.map(DecisionRecord.DutyEntry.init), coverage: ruling.coverage.name,
      obligations: ruling.obligations.map(\.rawValue), notBefore: ruling.notBefore?.iso8601,
      removeBy: ruling.removeBy?.iso8601,
      trace: ruling.trace.map { step in
        DecisionRecord.TraceEntry(
          tier: step.tier.name, effect: step.effect.phrase, finding: step.summary,
          terms: step.terms.map(term))
      })
  }
}

extension DecisionRecord.DutyEntry {
  init(_ duty: DutyRuling) {
    let state =
      switch duty.state {
      case .met: "met"
      case .altered: "altered"
      case .missing: "missing"
      case .unknown: "unknown"
      }
    self.init(
      kind: duty.kind.rawValue, accepted: duty.accepted, isRequest: duty.isRequest,
      isCondition: duty.isCondition, state: state, words: duty.term.words)
  }
}

extension Coverage {
  /// The coverage as a single word.
  fileprivate var name: String {
    switch self {
    case .noContract: "no-contract"
    case .notInForce: "not-in-force"
    case .notCovered: "not-covered"
    case .unclear: "unclear"
    case .covered: "covered"
    case .prohibited: "prohibited"
    }
  }
}
