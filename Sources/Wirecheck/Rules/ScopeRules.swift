internal import WireRights

/// WC401: a territory that the terms do not cover.
enum TerritoryDenied: Rule {
  static let description = RuleDescription(
    id: "WC401", name: "territory-denied", level: .error,
    title: "The terms of an item leave out a territory where the document is published",
    explanation: """
      Fires when a contract's clauses, or a restriction of the item itself such as an OUT list, do not reach a \
      territory of the site. A document may narrow the site's territories in its front matter (`territories:`).
      """,
    help: "Limit the document to the territories that are covered, or remove the passages")

  static func evaluate(_ subject: Subject) -> [Observation] { subject.scope(.territory, of: description) }
}

/// WC402: a channel that the terms do not cover.
enum ChannelDenied: Rule {
  static let description = RuleDescription(
    id: "WC402", name: "channel-denied", level: .error,
    title: "The terms of an item leave out a channel by which the document goes out",
    explanation: """
      Fires when a contract's clauses, or a restriction of the item itself, do not reach a channel of the site: web, \
      mobile, print, newsletter, social, podcast, feed. A document may narrow the site's channels in its front matter \
      (`channels:`).
      """,
    help: "Leave the document out of that channel, or remove the passages")

  static func evaluate(_ subject: Subject) -> [Observation] { subject.scope(.channel, of: description) }
}

extension Obstacle.Kind {
  /// The subject of the obstacle.
  fileprivate var noun: String { self == .territory ? "territory" : "channel" }
}

extension Subject {
  /// The observations about a territory or channel that contracts or restrictions do not cover, citing the nearest
  /// clause.
  fileprivate func scope(_ kind: Obstacle.Kind, of rule: RuleDescription) -> [Observation] {
    obstacles(kind).map { encounter in
      let ruling = encounter.obstacle.ruling
      guard case .notCovered = ruling.coverage, ruling.tier > .contract else {
        return encounter.observation(of: rule)
      }
      let places = encounter.usage.decision.worst.filter {
        Obstacle.kind(of: $0, coversContracts: true) == kind
      }
      let values = Set(
        places.compactMap { kind == .territory ? $0.situation.territory : $0.situation.channel })
      var observation = encounter.observation(
        of: rule,
        because:
          "no clause of the contract with the agency reaches the \(kind.noun) \(values.sorted().joined(separator: ", "))"
      )
      observation.level = encounter.levelByRecord
      observation.term = ruling.limitingTerm
      return observation
    }
  }
}
