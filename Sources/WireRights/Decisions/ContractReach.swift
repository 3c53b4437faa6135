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
  /// Whether a clause refuses to publish the item's words here, whole or in part.
  private var refusesWords = false
  /// The clause that reaches furthest, by its place among the clauses.
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

  /// The clause that reaches furthest; the contract where no clause permits anything.
  var nearestTerm: CitedTerm { nearest.map(cite) ?? contract.cited }

  /// Which way the contract leans, where nobody has confirmed it yet, and by which clause; nil where it is silent.
  var leaning: (effect: Step.Effect, term: CitedTerm)? {
    if let term = prohibition ?? possibleProhibition ?? exceeded?.term { return (.mayProhibit, term) }
    return (grant?.term ?? possible?.term).map { (.mayPermit, $0) }
  }

  private func cite(_ index: Int) -> CitedTerm { contract.clauses[index].cite(in: contract) }

  private mutating func read(_ index: Int, _ facts: ClauseFacts, in matter: Matter) {
    let clause = contract.clauses[index]
    let isProhibited = clause.prohibits.contains { $0.prohibits(matter.action) }
    let isPermitted = clause.permits.contains { $0.permits(matter.action) }
    // Of thousands of clauses most are about other acts, and say nothing beside one that is about this act.
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

  /// A clause about the action reaches further than any that is about another; then fewer gaps do.
  private func isNearer(_ gaps: Set<Coverage.Gap>) -> Bool {
    let known = (nearestGaps.contains(.action) ? 1 : 0, nearestGaps.count)
    let new = (gaps.contains(.action) ? 1 : 0, gaps.count)
    return new < known
  }

  /// The leave for excerpts: it has no limits of channel or territory, and holds where no clause permits more and none
  /// refuses to publish there.
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

  /// Adds what holds for the use beside the clause that permits it: duties of clauses that permit nothing, and the
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

/// The facts of a situation in the form in which thousands of clauses can be held against them.
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

  /// How the situation lies to each list that a clause has; a list that is empty holds for all.
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

  /// Whether the copy goes out within so many days of the item's own publication.
  private func ageOverlap(with days: Int) -> Overlap {
    guard let published = matter.item.published else { return .unknown }
    let end = published.later(bySeconds: Int64(days) * 86_400)
    return (matter.use.firstPublished ?? matter.use.instant) < end ? .inside : .outside
  }

  private func purposeOverlap(with purposes: [Purpose]) -> Overlap {
    let limit = Constraint(.purpose, purposes.map(\.rawValue).joined(separator: "|"))
    switch matter.holds(limit, for: .permit, in: RightsStatement(text: "")) {
    case .yes: return .inside
    case .no: return .outside
    case .unknown: return .unknown
    }
  }
}

extension ExcerptLimit {
  /// How an extent lies to the limit.
  enum Measured: Sendable, Hashable {
    case within
    case over(taken: Int, limit: Int)
    case unknown
  }

  /// The words that the paragraphs at the head of a news story may well hold; more may be further ones.
  var openingWords: Int? { paragraphs.map { min($0, 1000) * 75 } }

  /// Measures in words; a share is turned into words of the item.
  ///
  /// How long the paragraphs at the head are is not known, so that more than they usually hold is for a person.
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
