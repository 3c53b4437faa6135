/// The page from which a contract was drafted by machine.
public struct ContractOrigin: Sendable, Hashable {
  /// The page's path or address.
  public var page: String
  /// SHA-256 of the words that were read, `sha256:…`, to detect later changes of the page; nil if not given.
  public var digest: String?

  /// An origin of the given parts.
  public init(page: String, digest: String?) {
    self.page = page
    self.digest = digest
  }
}

/// A person's confirmation that a contract states what was agreed.
public struct ContractConfirmation: Sendable, Hashable {
  /// Who confirmed it.
  public var by: String
  /// The day of the confirmation.
  public var on: CalendarDay
  /// SHA-256 of the terms that were confirmed, `sha256:…`, to detect later changes; nil if not given.
  public var terms: String?

  /// A confirmation of the given parts.
  public init(by: String, on: CalendarDay, terms: String?) {
    self.by = by
    self.on = on
    self.terms = terms
  }
}

extension Contract {
  /// Whether it was drafted by machine and not confirmed, so that it decides nothing until a person has read it.
  public var isUnreviewed: Bool { draft != nil && confirmation == nil }
}
