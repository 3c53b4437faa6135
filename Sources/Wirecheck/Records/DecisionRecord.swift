public import WireRights
internal import WireText

/// A decision on one use, as a stable record: what was asked, what came, and everything that led to it.
public struct DecisionRecord: Codable, Sendable, Hashable {
  /// The form of the record; it changes only with the form.
  public var schema = "wirecheck/decision/1"
  /// What was asked about.
  public var subject: Subject
  /// The use that was asked about.
  public var use: UseFacts
  /// `allow`, `allow-with-duty`, `needs-review` or `violation`.
  public var outcome: String
  /// The decision in one plain sentence.
  public var summary: String
  /// The decision on each action on each channel in each territory; the one that decides comes first.
  public var rulings: [Entry]
  /// What identifies the configuration and the policies, `sha256:…`.
  public var policy: String

  /// Whose copy was asked about.
  public struct Subject: Codable, Sendable, Hashable {
    /// The agency's identifier; nil where nothing says whose copy it is.
    public var agency: String?
    /// The agency's name.
    public var name: String?
    /// The document or notice that was read; nil for the agency's copy as such.
    public var document: String?

    /// A subject of the given parts.
    public init(agency: String?, name: String?, document: String?) {
      self.agency = agency
      self.name = name
      self.document = document
    }
  }

  /// The facts of a use; what is absent is not known.
  public struct UseFacts: Codable, Sendable, Hashable {
    /// What is done.
    public var actions: [String]
    /// By which channels.
    public var channels: [String]
    /// Where.
    public var territories: [String]
    /// When, ISO 8601, UTC.
    public var at: String
    /// `draft` or `publish`.
    public var stage: String
    /// What for.
    public var purposes: [String]
    /// Words taken.
    public var words: Int?
    /// Words of the whole item.
    public var sourceWords: Int?
  }

  /// The decision on one act at one place.
  public struct Entry: Codable, Sendable, Hashable {
    /// What is done.
    public var action: String
    /// By which channel.
    public var channel: String?
    /// Where.
    public var territory: String?
    /// `allow`, `allow-with-duty`, `needs-review` or `violation`.
    public var outcome: String
    /// The tier that decided, by name.
    public var tier: String
    /// The decision in one plain sentence.
    public var summary: String
    /// The clauses and facts that decided, the decisive one first.
    public var terms: [Term]
    /// What has to be done.
    public var duties: [DutyEntry]
    /// How far the newsroom's contracts reach.
    public var coverage: String
    /// What an advisory commands.
    public var obligations: [String]
    /// Before when it may not be made public, ISO 8601, UTC.
    public var notBefore: String?
    /// By when it has to be taken down again, ISO 8601, UTC.
    public var removeBy: String?
    /// Every tier that was tried, in order.
    public var trace: [TraceEntry]
  }

  /// Something that has to be done.
  public struct DutyEntry: Codable, Sendable, Hashable {
    /// What has to be done, for instance `credit`.
    public var kind: String
    /// The accepted forms of a credit, or the address or position.
    public var accepted: [String]
    /// Whether it is a polite request only.
    public var isRequest: Bool
    /// Whether the permission falls away without it.
    public var isCondition: Bool
    /// `met`, `altered`, `missing` or `unknown`.
    public var state: String
    /// The words that ask for it.
    public var words: String
  }

  /// One tier that was tried.
  public struct TraceEntry: Codable, Sendable, Hashable {
    /// The tier's name.
    public var tier: String
    /// What it did.
    public var effect: String
    /// What it found, in one plain sentence.
    public var finding: String
    /// The clauses and facts that it looked at.
    public var terms: [Term]
  }
}

extension DecisionRecord {
  /// The record of a decision.
  ///
  /// - Parameters:
  ///   - decision: what was decided.
  ///   - subject: whose copy it is about.
  ///   - use: what was asked.
  ///   - newsroom: the newsroom that it was decided for.
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
  /// The coverage as one word.
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
