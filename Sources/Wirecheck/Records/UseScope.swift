/// The places of publication that a decision is about.
///
/// A check of other channels than those the document is published on must not replace the record of its actual use:
/// usage statements count by this.
public struct UseScope: Codable, Sendable, Hashable {
  /// How the channels and territories of a check relate to those of the document.
  public enum Basis: String, Codable, Sendable, Hashable {
    /// They are exactly those that the site and the document name.
    case document
    /// The check named some of these channels.
    case part
    /// The check named others: a hypothetical use, not the actual one.
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
