internal import WireText

/// How one contract in force applies to a situation: what it grants, prohibits, or leaves open.
struct ContractReach: Sendable {
  /// A clause that permits the situation.
  struct Grant: Sendable {
    var term: CitedTerm
    var duties: [ContractDuty]
    var retentionDays: Int?
    var retentionTerm: CitedTerm?
  }

  let contract: Contract
  /// The clause that permits, with everything that applies with it.
  private(set) var grant: Grant?
  /// The clause that prohibits.
  private(set) var prohibition: CitedTerm?
  /// A clause that prohibits depending on an unknown fact.
  private(set) var possibleProhibition: CitedTerm?
  /// A clause that permits depending on unknown facts.
  private(set) var possible: (term: CitedTerm, unknown: Set<Coverage.Gap>)?
  /// The limit of a clause that is exceeded.
  private(set) var exceeded: (term: CitedTerm, taken: Int, limit: Int)?
  /// The gaps of the clause that comes nearest to covering the situation.
  private(set) var nearestGaps: Set<Coverage.Gap> = [.action]
  /// Whether a clause prohibits publishing the item's words here, whole or in part.
  private var refusesWords = false
  /// The index of the clause that comes nearest.
  private var nearest: Int?
  /// The restrictions of single items that clauses lift here.
  private(set) var waivers: Set<Waivable> = []

  init(of contract: Contract, in matter: Matter) {
    self.contract = contract
    let facts = ClauseFacts(of: matter)
    for index in contract.clauses.indices { read(index, facts, in: matter) }
    if grant == nil, !refusesWords, let excerpt = contract.excerpt { read(excerpt, in: matter) }
    finishGrant(for: matter.action, facts)
  }

  /// The clause that comes nearest; the contract if no clause permits anything.
  var nearestTerm: CitedTerm { nearest.map(cite) ?? contract.cited }

  /// What an unconfirmed contract would decide, and by which clause; nil if it does not cover the situation.
  var leaning: (effect: Step.Effect, term: CitedTerm)? {
    if let term = prohibition ?? possibleProhibition ?? exceeded?.term { return (.mayProhibit, term) }
    return (grant?.term ?? possible?.term).map { (.mayPermit, $0) }
  }

  private func cite(_ index: Int) -> CitedTerm { contract.clauses[index].cite(in: contract) }

  private mutating func read(_ index: Int, _ facts: ClauseFacts, in matter: Matter) {
    let clause = contract.clauses[index]
    let isProhibited = clause.prohibits.contains { $0.prohibits(matter.action) }
    let isPermitted = clause.permits.contains { $0.permits(matter.action) }
    // Of thousands of clauses most concern other acts, and are irrelevant once a clause concerns this act.
    let isNews = isPermitted || nearest == nil || nearestGaps.contains(.action)
    let refuses =
      matter.action.takesWords && clause.prohibits.contains { $0.isKind(of: .publish) || $0 == .use }
    guard isProhibited || refuses || !clause.waives.isEmpty || !clause.permits.isEmpty && isNews else {
      return
    }
    let overlaps = facts.overlaps(with: clause)
    let isHere = !overlaps.contains { $0.overlap == .outside }
    if refuses, isHere { refusesWords = true }
    if isProhibited, isHere {
      if !overlaps.contains(where: { $0.overlap == .unknown }) {
        prohibition = prohibition ?? cite(index)
      } else {
        possibleProhibition = possibleProhibition ?? cite(index)
      }
    }
    if overlaps.allSatisfy({ $0.overlap == .inside }) { waivers.formUnion(clause.waives) }
    guard !clause.permits.isEmpty, isNews else { return }
    let unknown = Set(overlaps.lazy.filter { $0.overlap == .unknown }.map(\.gap))
    var gaps = Set(overlaps.lazy.filter { $0.overlap == .outside || $0.overlap == .partly }.map(\.gap))
    if !isPermitted { gaps.insert(.action) }
    note(gaps, unknown, of: index, in: matter)
  }

  private mutating func note(
    _ gaps: Set<Coverage.Gap>, _ unknown: Set<Coverage.Gap>, of index: Int, in matter: Matter
  ) {
    if nearest == nil || isNearer(gaps) { (nearestGaps, nearest) = (gaps, index) }
    guard gaps.isEmpty else { return }
    guard unknown.isEmpty else {
      possible = possible ?? (cite(index), unknown)
      return
    }
    let clause = contract.clauses[index]
    switch clause.limit?.measure(matter.use.extent) {
    case .over(let taken, let limit):
      exceeded = exceeded ?? (cite(index), taken, limit)
      (nearestGaps, nearest) = ([.extent], index)
    case .unknown:
      possible = possible ?? (cite(index), [.extent])
    case .within, nil:
      grant = grant ?? Grant(term: cite(index), duties: clause.duties)
    }
  }

  /// A clause about the action is nearer than any about another; otherwise the one with fewer gaps is.
  private func isNearer(_ gaps: Set<Coverage.Gap>) -> Bool {
    let known = (nearestGaps.contains(.action) ? 1 : 0, nearestGaps.count)
    let new = (gaps.contains(.action) ? 1 : 0, gaps.count)
    return new < known
  }

  /// Reads the permission for excerpts: it has no limits of channel or territory, and applies if no clause permits
  /// more and none prohibits publication there.
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

  /// Adds what applies in addition to the permitting clause: duties of clauses that permit nothing, and the
  /// retention of these and of those that permit this act.
  private mutating func finishGrant(for action: Action, _ facts: ClauseFacts) {
    guard var grant else { return }
    exceeded = nil
    for clause in contract.clauses {
      let isGeneral = clause.permits.isEmpty && clause.prohibits.isEmpty
      let isAboutAct = clause.permits.isEmpty || clause.permits.contains { $0.permits(action) }
      guard isGeneral || clause.retentionDays != nil && isAboutAct,
        !facts.overlaps(with: clause).contains(where: { $0.overlap == .outside })
      else { continue }
      if isGeneral {
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

/// The facts of a situation, prepared for comparison with thousands of clauses.
private struct ClauseFacts {
  private let matter: Matter
  private let channel: Channel?
  private let territory: Territory?
  private let carriers: [[String]]?

  init(of matter: Matter) {
    self.matter = matter
    channel = matter.situation.channel.flatMap(Channel.init)
    territory = matter.situation.territory.flatMap { Territory($0) }
    carriers = matter.item.services.map { $0.map(foldedWords) }
  }

  /// How the situation overlaps each list of a clause; an empty list covers everything.
  func overlaps(with clause: ContractClause) -> [(gap: Coverage.Gap, overlap: Overlap)] {
    var result: [(gap: Coverage.Gap, overlap: Overlap)] = []
    if !clause.channels.isEmpty {
      result.append((.channel, .union(clause.channels.map { Channel.overlap(of: channel, with: $0) })))
    }
    if !clause.territories.isEmpty {
      let parts = clause.territories.map { Territory.overlap(of: territory, with: $0) }
      result.append((.territory, .union(parts)))
    }
    if let days = clause.withinDays { result.append((.age, ageOverlap(with: days))) }
    if !clause.purposes.isEmpty { result.append((.purpose, purposeOverlap(with: clause.purposes))) }
    if !clause.services.isEmpty {
      let isCarried = carriers?.contains(where: clause.serviceWords.contains)
      result.append((.service, isCarried.map { $0 ? .inside : .outside } ?? .unknown))
    }
    return result
  }

  /// Whether the copy is published within `days` days of the item's own publication.
  private func ageOverlap(with days: Int) -> Overlap {
    guard let published = matter.item.published else { return .unknown }
    let end = published.later(bySeconds: Int64(days) * 86_400)
    return (matter.use.firstPublished ?? matter.use.instant) < end ? .inside : .outside
  }

  private func purposeOverlap(with purposes: [Purpose]) -> Overlap {
    matter.overlap(withPurposes: purposes.map(\.rawValue), in: RightsStatement(text: ""))
  }
}

extension ExcerptLimit {
  /// The result of comparing an extent with the limit.
  enum Measured: Sendable, Hashable {
    case within
    case over(taken: Int, limit: Int)
    case unknown
  }

  /// An estimate of the words in a news story's opening paragraphs; more may be from further paragraphs.
  var openingWords: Int? { paragraphs.map { min($0, 1000) * 75 } }

  /// Compares in words; a share is converted to words of the item.
  ///
  /// The actual length of the opening paragraphs is not known, so anything above the estimate is for a person to check.
  func measure(_ extent: Extent) -> Measured {
    guard let taken = extent.words else { return .unknown }
    if let openingWords, taken > openingWords { return .unknown }
    var limits = [words].compactMap { $0 }
    if let share {
      guard let whole = extent.sourceWords else { return .unknown }
      limits.append(Int((Double(whole) * share).rounded(.down)))
    }
    guard let limit = limits.min() else { return .within }
    return taken <= limit ? .within : .over(taken: taken, limit: limit)
  }
}
