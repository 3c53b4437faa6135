public import Foundation

/// The publication that documents are checked for.
public struct Site: Sendable, Hashable {
  /// The identifier that reports and the ledger use.
  public var id: String
  /// Where it is published: ISO 3166 codes, or `worldwide`.
  public var territories: [String]
  /// By which channels, for instance `web`, `print`.
  public var channels: [String]
  /// Whether it earns money: advertising, subscriptions, a paywall.
  public var isCommercial: Bool
  /// The zone in which days begin and end.
  public var timeZone: TimeZone

  /// A site of the given parts.
  public init(
    id: String, territories: [String], channels: [String], isCommercial: Bool, timeZone: TimeZone
  ) {
    self.id = id
    self.territories = territories
    self.channels = channels
    self.isCommercial = isCommercial
    self.timeZone = timeZone
  }

  /// Whether items of an agency, by its identifier, are stories of the newsroom itself; none are of a site without a name.
  func isOwn(_ agency: String) -> Bool { !id.isEmpty && agency == id }
}
