public import Foundation

/// The publication that documents are checked for.
public struct Site: Sendable, Hashable {
  /// The identifier that reports and the ledger use.
  public var id: String
  /// Where it is published: ISO 3166 country codes, or `worldwide`.
  public var territories: [String]
  /// The channels it is published on, for instance `web`, `print`.
  public var channels: [String]
  /// Whether it is commercial: advertising, subscriptions, a paywall.
  public var isCommercial: Bool
  /// The time zone that determines where days begin and end.
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

  /// Whether an agency identifier is the newsroom's own; never for a site without a name.
  func isOwn(_ agency: String) -> Bool { !id.isEmpty && agency == id }
}
