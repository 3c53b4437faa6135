public import WireText

/// A problem in the newsroom's contracts that a person should look at.
public struct ContractConcern: Sendable, Hashable {
  /// The kind of problem.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Two clauses of equal rank say opposite things for the same facts.
    case contradiction
    /// A clause can never decide anything.
    case unreachable
    /// A contract has ended.
    case ended
    /// A contract ends soon.
    case ending
    /// A contract was drafted from a page and not confirmed.
    case unreviewed
    /// There are more clauses than are compared.
    case tooMany
  }
  /// The kind of problem.
  public var kind: Kind
  /// What was found, in one plain sentence.
  public var message: String
  /// The clause or contract.
  public var term: CitedTerm
  /// The conflicting clause, if any.
  public var other: CitedTerm?

  /// A concern of the given parts.
  public init(_ kind: Kind, _ message: String, term: CitedTerm, other: CitedTerm? = nil) {
    self.kind = kind
    self.message = message
    self.term = term
    self.other = other
  }
}

/// Reviews contracts for probable mistakes.
public enum ContractReview {
  /// How long before its end a contract is reported, in seconds.
  public static let notice: Int64 = 30 * 86_400
  /// The most clauses of one agency that are compared: each is compared with every other one.
  static let mostClauses = 1000

  /// Every concern, in the order of the contracts.
  ///
  /// Clauses are compared as regions of action, channel, territory, purpose, service and period. Where two regions
  /// overlap, a prohibition takes precedence over a permit. If it covers a part of the permit's channels,
  /// territories, purposes or services it is an exception, as contracts have them; if it covers everything that the
  /// permit does, the permit is unreachable; otherwise the two contradict each other.
  ///
  /// - Parameter now: determines which contracts have ended; these are not compared with others.
  public static func concerns(in contracts: [Contract], at now: Instant) -> [ContractConcern] {
    let live = contracts.filter { $0.standing(at: now) != .ended }
    return contracts.flatMap { standing(of: $0, at: now) }
      + Set(live.map(\.agency)).sorted().flatMap { agency in
        concerns(with: agency, in: live.filter { $0.agency == agency })
      }
  }

  private static func concerns(with agency: String, in contracts: [Contract]) -> [ContractConcern] {
    let (first, isCut) = contracts.withClauses(atMost: mostClauses)
    let concerns = Overlay(first).concerns()
    guard isCut, let term = contracts.first?.cited else { return concerns }
    let message =
      "the contracts with \(agency) have more than \(mostClauses) clauses; the rest was not compared"
    return concerns + [ContractConcern(.tooMany, message, term: term)]
  }

  private static func standing(of contract: Contract, at now: Instant) -> [ContractConcern] {
    var concerns: [ContractConcern] = []
    let name = "contract \(contract.agreement) with \(contract.agency)"
    if contract.isUnreviewed {
      let page = contract.draft.map { " from \($0.page)" } ?? ""
      concerns.append(
        ContractConcern(
          .unreviewed, "\(name) was drafted\(page), and nobody confirmed it", term: contract.cited))
    }
    guard let ends = contract.ends, let last = contract.until else { return concerns }
    if now >= ends {
      concerns.append(ContractConcern(.ended, "\(name) ended on \(last)", term: contract.cited))
    } else if ends.seconds - now.seconds <= notice {
      concerns.append(ContractConcern(.ending, "\(name) ends on \(last)", term: contract.cited))
    }
    return concerns
  }
}

extension [Contract] {
  /// The contracts with their first clauses, and whether any were cut off.
  func withClauses(atMost limit: Int) -> (contracts: [Contract], isCut: Bool) {
    var left = limit
    var isCut = false
    let contracts = map { contract in
      var contract = contract
      isCut = isCut || contract.clauses.count > left
      contract.clauses = [ContractClause](contract.clauses.prefix(left))
      left -= contract.clauses.count
      return contract
    }
    return (contracts, isCut)
  }
}

/// The clauses of all contracts with one agency, for comparison.
private struct Overlay {
  private struct Layer {
    var term: CitedTerm
    var clause: ContractClause
    var region: TermRegion
  }

  private let space: TermSpace
  private var permits: [Layer] = []
  private var prohibitions: [Layer] = []
  private var silent: [CitedTerm] = []

  init(_ contracts: [Contract]) {
    space = TermSpace(contracts)
    for contract in contracts {
      for clause in contract.clauses {
        let term = clause.cite(in: contract)
        let permitted = space.permitted(by: clause, in: contract)
        let prohibited = space.prohibited(by: clause, in: contract)
        if !permitted.isEmpty { permits.append(Layer(term: term, clause: clause, region: permitted)) }
        // A clause that is limited by the item's age replaces no other clause.
        if !prohibited.isEmpty, clause.withinDays == nil {
          prohibitions.append(Layer(term: term, clause: clause, region: prohibited))
        }
        if clause.isSilent { silent.append(term) }
      }
    }
  }

  func concerns() -> [ContractConcern] {
    silent.map {
      ContractConcern(.unreachable, "\($0.phrase) permits, prohibits and asks for nothing", term: $0)
    }
      + permits.flatMap { concerns(ofPermit: $0) } + hiddenPermits() + hiddenProhibitions()
  }

  private func concerns(ofPermit permit: Layer) -> [ContractConcern] {
    var concerns: [ContractConcern] = []
    for prohibition in prohibitions where isContradiction(permit, prohibition) {
      let common = permit.region.intersection(prohibition.region)
      let isPeriodCut = common[.period] != permit.region[.period]
      concerns.append(
        ContractConcern(
          .contradiction,
          "\(permit.term.phrase) permits and \(prohibition.term.phrase) prohibits "
            + space.example(in: common, isPeriodNamed: isPeriodCut),
          term: permit.term, other: prohibition.term))
    }
    let isShadowed = permit.region.isCovered(by: prohibitions.map(\.region))
    // One that prohibits all of it says more than the first of several that do so together.
    let whole = prohibitions.first { permit.region.isPart(of: $0.region) }
    if isShadowed,
      let first = whole ?? prohibitions.first(where: { !$0.region.intersection(permit.region).isEmpty })
    {
      let by = first.term.phrase + (whole == nil ? " and others prohibit" : " prohibits")
      concerns.append(
        ContractConcern(
          .unreachable, "\(permit.term.phrase) never permits anything: \(by) all of it",
          term: permit.term, other: first.term))
    }
    return concerns
  }

  /// Whether two clauses contradict each other about an action that the permit names, neither being an exception to
  /// the other.
  ///
  /// A prohibition is an exception if it covers only a part of what the permit covers: one of its channels,
  /// territories, purposes or services. A prohibition that is wider than the permit in every respect leaves nothing
  /// of it, which is reported separately.
  private func isContradiction(_ permit: Layer, _ prohibition: Layer) -> Bool {
    let named = permit.clause.permits.contains { action in
      prohibition.clause.prohibits.contains { $0.prohibits(action) }
    }
    guard named, !permit.region.intersection(prohibition.region).isEmpty else { return false }
    let isException = [TermRegion.Dimension.channel, .territory, .purpose, .service].contains { dimension in
      prohibition.region[dimension].isStrictSubset(of: permit.region[dimension])
    }
    return !isException && !isShadow(prohibition, of: permit)
  }

  /// Whether a prohibition covers everything that a permit covers, and more.
  private func isShadow(_ prohibition: Layer, of permit: Layer) -> Bool {
    let limits = TermRegion.Dimension.allCases.dropFirst()
    let isWider = limits.contains { permit.region[$0].isStrictSubset(of: prohibition.region[$0]) }
    return isWider && permit.region.isPart(of: prohibition.region)
  }

  /// Permits that are hidden by an earlier one without a limit of its own.
  private func hiddenPermits() -> [ContractConcern] {
    permits.indices.compactMap { index in
      let earlier = permits[..<index].first {
        $0.clause.limit == nil && $0.clause.withinDays == nil && permits[index].region.isPart(of: $0.region)
      }
      return earlier.map { hidden(permits[index], by: $0) }
    }
  }

  private func hiddenProhibitions() -> [ContractConcern] {
    prohibitions.indices.compactMap { index in
      prohibitions[..<index].first { prohibitions[index].region.isPart(of: $0.region) }
        .map { hidden(prohibitions[index], by: $0) }
    }
  }

  private func hidden(_ layer: Layer, by earlier: Layer) -> ContractConcern {
    ContractConcern(
      .unreachable,
      "\(layer.term.phrase) never decides: \(earlier.term.phrase) comes first and says all of it",
      term: layer.term, other: earlier.term)
  }
}

extension ContractClause {
  /// Whether the clause has no effect of any kind.
  fileprivate var isSilent: Bool {
    permits.isEmpty && prohibits.isEmpty && duties.isEmpty && waives.isEmpty && retentionDays == nil
  }
}

extension TermSpace {
  /// An example of a situation in a region, for instance `publication on web in BG`.
  ///
  /// - Parameter isPeriodNamed: whether to name the start of the period.
  func example(in region: TermRegion, isPeriodNamed: Bool) -> String {
    func one<Value>(_ dimension: TermRegion.Dimension, _ values: [Value], _ count: Int? = nil) -> Value? {
      let numbers = region[dimension]
      // Omits a fact for which all values are covered.
      guard numbers.count < (count ?? values.count) else { return nil }
      return numbers.min().flatMap { $0 < values.count ? values[$0] : nil }
    }
    let action =
      region[.action].contains(where: { actions[$0] == .publish })
      ? Action.publish : region[.action].min().map { actions[$0] } ?? .use
    var phrase = action.noun
    if let channel = one(.channel, channels) { phrase += " on \(channel.rawValue)" }
    if let territory = one(.territory, territories) { phrase += " in \(territory.code)" }
    if let purpose = one(.purpose, purposes) { phrase += " for \(purpose.rawValue)" }
    if let service = one(.service, services, services.count + 1) { phrase += " of the service \(service)" }
    if isPeriodNamed, let start = region[.period].min(), start > 0 {
      phrase += " from \(edges[start - 1].iso8601)"
    }
    return phrase
  }
}
