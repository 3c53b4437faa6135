/// The page that a contract was drafted from by machine.
public struct ContractOrigin: Sendable, Hashable {
  /// The page's path or address.
  public var page: String
  /// SHA-256 of the words that were read, `sha256:…`, to see whether the page changed since; nil where not said.
  public var digest: String?

  /// An origin of the given parts.
  public init(page: String, digest: String?) {
    self.page = page
    self.digest = digest
  }
}

/// The word of a person that a contract says what was agreed.
public struct ContractConfirmation: Sendable, Hashable {
  /// Who confirmed it.
  public var by: String
  /// When.
  public var on: CalendarDay
  /// SHA-256 of the terms that were confirmed, `sha256:…`, to see whether they changed since; nil where not said.
  public var terms: String?

  /// A confirmation of the given parts.
  public init(by: String, on: CalendarDay, terms: String?) {
    self.by = by
    self.on = on
    self.terms = terms
  }
}

extension Contract {
  /// Whether a machine drafted it and nobody confirmed it, so that it decides nothing before a person has read it.
  public var isUnreviewed: Bool { draft != nil && confirmation == nil }
}
