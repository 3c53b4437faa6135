public import WireText

/// What is known of how duties and conditions are met.
public struct Evidence: Sendable, Hashable {
  /// The places of the draft where a credit may stand; nil where nobody looked.
  public var credits: [CreditText]?
  /// Credit forms of other agencies, to tell a wrong credit from a missing one.
  public var otherCredits: [CreditForm]
  /// Where links of the draft lead; nil where that is not known of all of them.
  public var links: [String]?
  /// Duties other than credit that were looked at, and whether they are met.
  public var duties: [Duty.Kind: Bool]
  /// Permissions on file.
  public var permissions: [Permission]

  /// Evidence of the given parts.
  public init(
    credits: [CreditText]? = nil, otherCredits: [CreditForm] = [], links: [String]? = nil,
    duties: [Duty.Kind: Bool] = [:], permissions: [Permission] = []
  ) {
    self.credits = credits
    self.otherCredits = otherCredits
    self.links = links
    self.duties = duties
    self.permissions = permissions
  }
}

/// A permission for single uses that the newsroom has on file.
public struct Permission: Sendable, Hashable {
  /// What it is filed under.
  public var reference: String
  /// The agency or holder that gave it.
  public var grantor: String
  /// Whether it is in writing.
  public var isWritten: Bool
  /// When it was given; a written permission without a date does not count as written.
  public var granted: Instant?
  /// The first instant at which it no longer holds; nil where it does not end.
  public var ends: Instant?
  /// The actions that it is for; empty for all, those of machine learning excepted.
  public var actions: Set<Action>
  /// The channels that it is for; empty for all.
  public var channels: [String]
  /// The territories that it is for; empty for all.
  public var territories: [String]

  /// A permission of the given parts.
  public init(
    reference: String, grantor: String, isWritten: Bool, granted: Instant?, ends: Instant? = nil,
    actions: Set<Action> = [], channels: [String] = [], territories: [String] = []
  ) {
    self.reference = reference
    self.grantor = grantor
    self.isWritten = isWritten
    self.granted = granted
    self.ends = ends
    self.actions = actions
    self.channels = channels
    self.territories = territories
  }
}
