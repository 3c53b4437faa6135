/// Decides what may be done with an item: a pure function of the known facts about the item and the use.
///
/// The tiers of `Tier` are tried in order, for every action on every channel in every territory. The first that is
/// decisive holds. A tier that depends on unknown facts does not decide: if it might prohibit, the ruling is at
/// least a review; if it might permit, a refusal by a later tier becomes a review. So nothing is allowed because of
/// an unknown.
public struct DecisionEngine: Sendable {
  /// How to treat silence.
  public enum Profile: String, Sendable, Hashable, CaseIterable, Codable {
    /// Reserved rights are a prohibition.
    case strict
    /// Reserved rights are for a person to judge.
    case standard
  }

  /// How to treat silence.
  public var profile: Profile
  /// The newsroom's quotation limits.
  public var quotation: QuotationLimits
  /// The known public licences.
  public var licences: LicenceCatalogue
  /// Rewritten passages of at least this similarity, 0 to 1, count as taken in the strict profile.
  static let strongSimilarity = 0.5

  /// An engine with these settings.
  public init(profile: Profile, quotation: QuotationLimits, licences: LicenceCatalogue) {
    self.profile = profile
    self.quotation = quotation
    self.licences = licences
  }

  /// The decision on a use of an item.
  ///
  /// - Parameters:
  ///   - item: The known rights in the item.
  ///   - contracts: Every contract of the newsroom; those with parties other than the holders are ignored.
  ///   - use: The use; without actions it counts as any use.
  ///   - evidence: The evidence about credits, duties and permissions.
  public func decide(
    on item: ItemTerms, contracts: [Contract], use: Use, evidence: Evidence = Evidence()
  ) -> Decision {
    let parties = Party.all(of: item)
    let rulings = Situation.all(of: use).map { situation in
      worst(
        parties.map { party in
          Matter(
            item: item, party: party.concerned(with: situation.action),
            contracts: contracts.filter { party.isBound(by: $0) }, use: use,
            evidence: evidence, engine: self, situation: situation
          ).ruling()
        })
    }
    return Decision(first: rulings[0], rest: Array(rulings.dropFirst()))
  }

  /// The first of the worst rulings.
  private func worst(_ rulings: [Ruling]) -> Ruling {
    rulings.dropFirst().reduce(rulings[0]) { $1.outcome > $0.outcome ? $1 : $0 }
  }
}

extension Situation {
  /// Every action of a use on every channel in every territory; at least one situation.
  static func all(of use: Use) -> [Situation] {
    let actions = use.actions.isEmpty ? [.use] : use.actions
    let channels: [String?] = use.channels.isEmpty ? [nil] : use.channels
    let territories: [String?] = use.territories.isEmpty ? [nil] : use.territories
    return actions.flatMap { action in
      channels.flatMap { channel in
        territories.map { Situation(action, channel: channel, territory: $0) }
      }
    }
  }
}
