public import WireText
public import WireYAML

/// What a newsroom has agreed with an agency.
public struct Contract: Sendable {
  /// The agency's identifier.
  public var agency: String
  /// The agreement's number.
  public var agreement: String
  /// The first day on which it holds; nil where it has always held.
  public var from: CalendarDay?
  /// The last day on which it holds; nil where it does not end.
  public var until: CalendarDay?
  /// The first instant at which it holds, in the newsroom's zone.
  public var begins: Instant?
  /// The first instant at which it no longer holds, in the newsroom's zone.
  public var ends: Instant?
  /// Its terms, in the order of the file.
  public var clauses: [ContractClause]
  /// What may be taken of one item where no clause permits more.
  public var excerpt: ExcerptGrant?
  /// Decisions that the newsroom expects of it.
  public var cases: [ContractCase]
  /// Where it stands.
  public var place: PolicyPlace
  /// The page that it was drafted from; nil for one that people wrote.
  public var draft: ContractOrigin?
  /// Who confirmed it.
  public var confirmation: ContractConfirmation?

  /// Whether it holds at an instant, and if not, why.
  public func standing(at instant: Instant) -> Standing {
    if let begins, instant < begins { return .notBegun }
    if let ends, instant >= ends { return .ended }
    return .inForce
  }

  /// Whether a contract holds at an instant.
  public enum Standing: String, Sendable, Hashable { case inForce, notBegun, ended }
}

/// A place in a file of the newsroom's policies.
public struct PolicyPlace: Sendable, Hashable {
  /// The file as the user named it.
  public var file: String
  /// Line and column.
  public var position: YAMLValue.Position

  /// A place of the given parts.
  public init(file: String, position: YAMLValue.Position) {
    self.file = file
    self.position = position
  }
}

/// One clause of a contract: what it permits and prohibits, where, and what has to be done for it.
///
/// An empty list of channels, territories, purposes or services means all of them.
public struct ContractClause: Sendable {
  /// The clause's number; nil in the short form, where the contract is one clause.
  public var id: String?
  /// The clause's own words; in the short form, its keys and values as written.
  public var words: String
  /// The actions that it permits.
  public var permits: [Action] = []
  /// The actions that it prohibits.
  public var prohibits: [Action] = []
  /// The channels that it is about.
  public var channels: [Channel] = []
  /// The territories that it is about.
  public var territories: [Territory] = []
  /// The purposes that it is about.
  public var purposes: [Purpose] = []
  /// The agency's services that it is about.
  public var services: [String] = [] { didSet { serviceWords = Set(services.map(foldedWords)) } }
  /// The services' names as words, without case and marks.
  private(set) var serviceWords: Set<[String]> = []
  /// What has to be done; in a clause that permits nothing, for every use under the contract.
  public var duties: [ContractDuty] = []
  /// For how many days after the agency published an item the clause holds for it; nil where that does not count.
  public var withinDays: Int?
  /// For how many days after publication copy may stand.
  public var retentionDays: Int?
  /// The most that the permitted actions may take of one item.
  public var limit: ExcerptLimit?
  /// Restrictions of single items that this clause lifts by name.
  public var waives: [Waivable] = []
  /// Where it stands.
  public var place: PolicyPlace

  /// A clause with these words and nothing else.
  public init(id: String?, words: String, place: PolicyPlace) {
    self.id = id
    self.words = words
    self.place = place
  }
}

/// A restriction of a single item that a clause may lift: a kind of limit, or sales and archives.
public enum Waivable: String, Sendable, Hashable, CaseIterable {
  case territory, channel, purpose, recipient, count, resell, archive
}

/// Something that a contract makes a condition of use.
public struct ContractDuty: Sendable, Hashable {
  /// What has to be done.
  public var kind: Duty.Kind
  /// The forms of credit that are accepted; empty for other duties.
  public var forms: [CreditForm]

  /// A duty of the given parts.
  public init(_ kind: Duty.Kind, forms: [CreditForm] = []) {
    self.kind = kind
    self.forms = forms
  }
}

/// The most that may be taken of one item.
public struct ExcerptLimit: Sendable, Hashable {
  /// In words.
  public var words: Int?
  /// As a share of the item, 0 to 1.
  public var share: Double?
  /// As the paragraphs that the item opens with.
  public var paragraphs: Int?

  /// A limit of the given parts.
  public init(words: Int? = nil, share: Double? = nil, paragraphs: Int? = nil) {
    self.words = words
    self.share = share
    self.paragraphs = paragraphs
  }
}

/// A contract's leave to take short excerpts.
public struct ExcerptGrant: Sendable, Hashable {
  /// The most that may be taken.
  public var limit: ExcerptLimit
  /// Its words as they stand in the file.
  public var words: String
  /// Where it stands.
  public var place: PolicyPlace
}

/// A decision that the newsroom expects of a contract.
public struct ContractCase: Sendable {
  /// What the case shows.
  public var name: String
  /// What is done.
  public var action: Action
  /// On which channel.
  public var channel: Channel?
  /// In which territory.
  public var territory: Territory?
  /// How many words are taken; nil where the case does not say.
  public var words: Int?
  /// When the agency published the item; nil where the case does not say.
  public var published: Instant?
  /// When.
  public var at: Instant
  /// What for; nil for reporting the news.
  public var purpose: Purpose?
  /// Whether the site earns money; nil where the case does not say.
  public var isCommercial: Bool?
  /// The outcome that is expected.
  public var expect: Outcome
  /// The clause that is expected to decide.
  public var clause: String?
  /// Where it stands.
  public var place: PolicyPlace
}
