internal import WireText

/// How far one contract in force reaches a situation: what it grants, refuses, or leaves open.
struct ContractReach: Sendable {
  /// A clause that permits the situation.
  struct Grant: Sendable {
    var term: CitedTerm
    var duties: [ContractDuty]
    var retentionDays: Int?
    var retentionTerm: CitedTerm?
  }

  let contract: Contract
  /// The clause that permits, with everything that hangs on it.
  private(set) var grant: Grant?
  /// The clause that prohibits.
  private(set) var prohibition: CitedTerm?
  /// A clause that prohibits if a fact that is not known is so.
  private(set) var possibleProhibition: CitedTerm?
  /// A clause that permits if facts that are not known are so.
  private(set) var possible: (term: CitedTerm, unknown: Set<Coverage.Gap>)?
  /// The limit that a clause sets, where more is taken.
  private(set) var exceeded: (term: CitedTerm, taken: Int, limit: Int)?
  /// Where the clause that reaches furthest does not reach.
  private(set) var nearestGaps: Set<Coverage.Gap> = [.action]
  /// The clause that reaches furthest; the contract where no clause permits anything.
  private(set) var nearestTerm: CitedTerm
  private var hasPermit = false
  /// The restrictions of single items that clauses lift here.
  private(set) var waivers: Set<Waivable> = []

  init(of contract: Contract, in matter: Matter) {
    self.contract = contract
    nearestTerm = contract.cited
    for clause in contract.clauses { read(clause, in: matter) }
    if grant == nil, let excerpt = contract.excerpt { read(excerpt, in: matter) }
    finishGrant(in: matter)
  }

  private mutating func read(_ clause: ContractClause, in matter: Matter) {
    let term = clause.cite(in: contract)
    let (gaps, unknown) = clause.gaps(in: matter)
    if clause.prohibits.contains(where: { $0.prohibits(matter.action) }) {
      let touches = clause.overlaps(in: matter)
      if !touches.contains(.outside) {
        if !touches.contains(.unknown) {
          prohibition = prohibition ?? term
        } else {
          possibleProhibition = possibleProhibition ?? term
        }
      }
    }
    if gaps.isEmpty && unknown.isEmpty { waivers.formUnion(clause.waives) }
    guard !clause.permits.isEmpty else { return }
    let isPermitted = clause.permits.contains { $0.permits(matter.action) }
    note(isPermitted ? gaps : gaps.union([.action]), unknown, of: clause, term, in: matter)
  }

  private mutating func note(
    _ gaps: Set<Coverage.Gap>, _ unknown: Set<Coverage.Gap>, of clause: ContractClause, _ term: CitedTerm,
    in matter: Matter
  ) {
    if !hasPermit || isNearer(gaps) { (nearestGaps, nearestTerm) = (gaps, term) }
    hasPermit = true
    guard gaps.isEmpty else { return }
    guard unknown.isEmpty else {
      possible = possible ?? (term, unknown)
      return
    }
    switch clause.limit?.measure(matter.use.extent) {
    case .over(let taken, let limit):
      exceeded = exceeded ?? (term, taken, limit)
      (nearestGaps, nearestTerm) = ([.extent], term)
    case .unknown:
      possible = possible ?? (term, [.extent])
    case .within, nil:
      grant = grant ?? Grant(term: term, duties: clause.duties)
    }
  }

  /// A clause about the action reaches further than any that is about another; then fewer gaps do.
  private func isNearer(_ gaps: Set<Coverage.Gap>) -> Bool {
    let known = (nearestGaps.contains(.action) ? 1 : 0, nearestGaps.count)
    let new = (gaps.contains(.action) ? 1 : 0, gaps.count)
    return new < known
  }

  /// The leave for excerpts: it has no limits of channel or territory, and holds where no clause permits more.
  private mutating func read(_ excerpt: ExcerptGrant, in matter: Matter) {
    guard matter.action.takesWords else { return }
    let term = contract.cite(excerpt)
    switch excerpt.limit.measure(matter.use.extent) {
    case .within:
      let credits = contract.clauses.flatMap(\.duties).filter { $0.kind == .credit }
      grant = Grant(term: term, duties: credits.isEmpty ? [ContractDuty(.credit)] : [credits[0]])
      exceeded = nil
    case .over(let taken, let limit):
      if nearestGaps.contains(.action) {
        exceeded = exceeded ?? (term, taken, limit)
      } else {
        nearestGaps.insert(.extent)
      }
    case .unknown:
      possible = possible ?? (term, [.extent])
    }
  }

  /// Adds what holds for every use under the contract: duties and retention of clauses that permit nothing.
  private mutating func finishGrant(in matter: Matter) {
    guard var grant else { return }
    exceeded = nil
    for clause in contract.clauses where !clause.overlaps(in: matter).contains(.outside) {
      if clause.permits.isEmpty && clause.prohibits.isEmpty {
        grant.duties += clause.duties.filter { !grant.duties.contains($0) }
      }
      if let days = clause.retentionDays, days < grant.retentionDays ?? .max {
        grant.retentionDays = days
        grant.retentionTerm = clause.cite(in: contract)
      }
    }
    self.grant = grant
  }
}

extension ContractClause {
  /// How the situation lies to each list that the clause has; a list that is empty holds for all.
  func overlaps(in matter: Matter) -> [Overlap] { dimensions(in: matter).map(\.overlap) }

  /// Where the clause, read as a permit, does not reach, and where that cannot be told.
  func gaps(in matter: Matter) -> (gaps: Set<Coverage.Gap>, unknown: Set<Coverage.Gap>) {
    let dimensions = dimensions(in: matter)
    let gaps = dimensions.filter { $0.overlap == .outside || $0.overlap == .partly }.map(\.gap)
    let unknown = dimensions.filter { $0.overlap == .unknown }.map(\.gap)
    return (Set(gaps), Set(unknown))
  }

  private func dimensions(in matter: Matter) -> [(gap: Coverage.Gap, overlap: Overlap)] {
    var result: [(gap: Coverage.Gap, overlap: Overlap)] = []
    if !channels.isEmpty {
      let parts = channels.map { Channel.overlap(of: matter.situation.channel, with: $0.rawValue) }
      result.append((.channel, .union(parts)))
    }
    if !territories.isEmpty {
      let parts = territories.map { Territory.overlap(of: matter.situation.territory, with: $0.code) }
      result.append((.territory, .union(parts)))
    }
    if !purposes.isEmpty { result.append((.purpose, purposeOverlap(in: matter))) }
    if !services.isEmpty { result.append((.service, serviceOverlap(in: matter))) }
    return result
  }

  private func purposeOverlap(in matter: Matter) -> Overlap {
    let limit = Constraint(.purpose, purposes.map(\.rawValue).joined(separator: "|"))
    switch matter.holds(limit, for: .permit, in: RightsStatement(text: "")) {
    case .yes: return .inside
    case .no: return .outside
    case .unknown: return .unknown
    }
  }

  private func serviceOverlap(in matter: Matter) -> Overlap {
    guard let carriers = matter.item.services else { return .unknown }
    let named = Set(services.map(foldedWords))
    return carriers.contains { named.contains(foldedWords($0)) } ? .inside : .outside
  }
}

extension ExcerptLimit {
  /// How an extent lies to the limit.
  enum Measured: Sendable, Hashable {
    case within
    case over(taken: Int, limit: Int)
    case unknown
  }

  /// Measures in words; a share is turned into words of the item.
  func measure(_ extent: Extent) -> Measured {
    guard let taken = extent.words else { return .unknown }
    var limits = [words].compactMap { $0 }
    if let share {
      guard let whole = extent.sourceWords else { return .unknown }
      limits.append(Int((Double(whole) * share).rounded(.down)))
    }
    guard let limit = limits.min() else { return .within }
    return taken <= limit ? .within : .over(taken: taken, limit: limit)
  }
}
