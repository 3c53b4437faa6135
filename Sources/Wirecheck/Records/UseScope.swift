/// Where a document was decided on to be made public.
///
/// A check that is asked about other channels than the document goes out by must not stand in for the use that is made of
/// it: a usage statement counts by this.
public struct UseScope: Codable, Sendable, Hashable {
  /// How the channels and territories of a check relate to those by which the document goes out.
  public enum Basis: String, Codable, Sendable, Hashable {
    /// They are all that the site and the document name.
    case document
    /// The check named some of these channels.
    case part
    /// The check named others: what would be, not what is.
    case question
  }

  /// The channels.
  public var channels: [String]
  /// The territories.
  public var territories: [String]
  /// How they relate to the document's own.
  public var basis: Basis

  /// A scope of the given parts.
  public init(channels: [String], territories: [String], basis: Basis) {
    self.channels = channels
    self.territories = territories
    self.basis = basis
  }
}
