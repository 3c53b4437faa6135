public import WireText

/// What is known about how duties and conditions are met.
public struct Evidence: Sendable, Hashable {
  /// The texts of the draft where a credit may appear; nil if they were not checked.
  public var credits: [CreditText]?
  /// Credit forms of other agencies, to distinguish a wrong credit from a missing one.
  public var otherCredits: [CreditForm]
  /// The targets of the draft's links; nil unless all are known.
  public var links: [String]?
  /// Duties other than credit that were checked, and whether they are met.
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

/// A permission for individual uses that the newsroom has on file.
public struct Permission: Sendable, Hashable {
  /// The reference under which it is filed.
  public var reference: String
  /// The agency or holder that gave it.
  public var grantor: String
  /// Whether it is in writing.
  public var isWritten: Bool
  /// When it was given; a written permission without a date counts as not written.
  public var granted: Instant?
  /// The first instant at which it is no longer valid; nil if it does not end.
  public var ends: Instant?
  /// The actions that it covers; empty for all except machine learning.
  public var actions: Set<Action>
  /// The channels that it covers; empty for all.
  public var channels: [String]
  /// The territories that it covers; empty for all.
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
