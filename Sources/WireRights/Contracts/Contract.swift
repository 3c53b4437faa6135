public import WireText
public import WireYAML

/// A newsroom's contract with an agency.
public struct Contract: Sendable {
  /// The agency's identifier.
  public var agency: String
  /// The agreement's number.
  public var agreement: String
  /// The first day on which it is in force; nil if it has no start.
  public var from: CalendarDay?
  /// The last day on which it is in force; nil if it has no end.
  public var until: CalendarDay?
  /// The first instant at which it is in force, in the newsroom's zone.
  public var begins: Instant?
  /// The first instant at which it is no longer in force, in the newsroom's zone.
  public var ends: Instant?
  /// Its terms, in the order of the file.
  public var clauses: [ContractClause]
  /// How much may be taken of one item if no clause permits more.
  public var excerpt: ExcerptGrant?
  /// Decisions that the newsroom expects under it.
  public var cases: [ContractCase]
  /// Its position in the file.
  public var place: PolicyPlace
  /// The page that it was drafted from; nil for one written by people.
  public var draft: ContractOrigin?
  /// The confirmation by a person, if any.
  public var confirmation: ContractConfirmation?

  /// Whether it is in force at an instant, and if not, why.
  public func standing(at instant: Instant) -> Standing {
    if let begins, instant < begins { return .notBegun }
    if let ends, instant >= ends { return .ended }
    return .inForce
  }

  /// Whether a contract is in force at an instant.
  public enum Standing: String, Sendable, Hashable { case inForce, notBegun, ended }
}

/// A position in a file of the newsroom's policies.
public struct PolicyPlace: Sendable, Hashable {
  /// The file as the user named it.
  public var file: String
  /// Line and column.
  public var position: YAMLValue.Position

  /// A position of the given parts.
  public init(file: String, position: YAMLValue.Position) {
    self.file = file
    self.position = position
  }
}

/// One clause of a contract: what it permits and prohibits, in what scope, and with which duties.
///
/// An empty list of channels, territories, purposes or services means all of them.
public struct ContractClause: Sendable {
  /// The clause's number; nil in the short form, in which the contract is a single clause.
  public var id: String?
  /// The clause's own words; in the short form, its keys and values as written.
  public var words: String
  /// The actions that it permits.
  public var permits: [Action] = []
  /// The actions that it prohibits.
  public var prohibits: [Action] = []
  /// The channels that it applies to.
  public var channels: [Channel] = []
  /// The territories that it applies to.
  public var territories: [Territory] = []
  /// The purposes that it applies to.
  public var purposes: [Purpose] = []
  /// The agency's services that it applies to.
  public var services: [String] = [] { didSet { serviceWords = Set(services.map(foldedWords)) } }
  /// The services' names as words, without case and punctuation.
  private(set) var serviceWords: Set<[String]> = []
  /// The duties; in a clause that permits nothing, they apply to every use under the contract.
  public var duties: [ContractDuty] = []
  /// The number of days after the agency published an item for which the clause applies to it; nil if unlimited.
  public var withinDays: Int?
  /// The number of days after publication for which copy may stay online; nil if unlimited.
  public var retentionDays: Int?
  /// The most that the permitted actions may take of one item.
  public var limit: ExcerptLimit?
  /// Restrictions of single items that this clause lifts explicitly.
  public var waives: [Waivable] = []
  /// Its position in the file.
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
  /// The kind of duty.
  public var kind: Duty.Kind
  /// The accepted forms of credit; empty for other duties.
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
  /// As a number of the item's opening paragraphs.
  public var paragraphs: Int?

  /// A limit of the given parts.
  public init(words: Int? = nil, share: Double? = nil, paragraphs: Int? = nil) {
    self.words = words
    self.share = share
    self.paragraphs = paragraphs
  }
}

/// A contract's permission to take short excerpts.
public struct ExcerptGrant: Sendable, Hashable {
  /// The most that may be taken.
  public var limit: ExcerptLimit
  /// Its words as written in the file.
  public var words: String
  /// Its position in the file.
  public var place: PolicyPlace
}

/// A decision that the newsroom expects under a contract.
public struct ContractCase: Sendable {
  /// What the case demonstrates.
  public var name: String
  /// The action.
  public var action: Action
  /// The channel.
  public var channel: Channel?
  /// The territory.
  public var territory: Territory?
  /// The number of words taken; nil if not stated.
  public var words: Int?
  /// When the agency published the item; nil if not stated.
  public var published: Instant?
  /// When the action happens.
  public var at: Instant
  /// The purpose; nil for reporting the news.
  public var purpose: Purpose?
  /// Whether the site is commercial; nil if not stated.
  public var isCommercial: Bool?
  /// The expected outcome.
  public var expect: Outcome
  /// The clause that is expected to decide.
  public var clause: String?
  /// Its position in the file.
  public var place: PolicyPlace
}
