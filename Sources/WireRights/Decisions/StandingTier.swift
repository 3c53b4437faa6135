internal import WireText

extension Matter {
  /// Tier 9: the default if nothing is explicitly granted or prohibited.
  func standingTier() -> TierFinding {
    let reservation = reservation()
    if let permission = leaveOnFile() {
      let owed = party.statements.flatMap { duties(of: $0, isCondition: false) }
      return .decided(
        permitted(.standing, .permissionOnFile(permission.reference), reservation, duties: owed))
    }
    if action.isMining { return .decided(mining(reservation)) }
    if action == .link {
      return .decided(Verdict(outcome: .allow, tier: .standing, reason: .notReserved, terms: reservation))
    }
    guard !reservation.isEmpty else {
      return .decided(Verdict(outcome: .needsReview, tier: .standing, reason: .rightsUnknown))
    }
    if isFreeBesideALine {
      return .decided(permitted(.standing, .factsFree, reservation, duties: [courtesy(reservation[0])]))
    }
    let isRefused = engine.profile == .strict && action.isReserved && !isFreeRewriting
    return .decided(
      Verdict(
        outcome: isRefused ? .violation : .needsReview, tier: .standing, reason: .reserved, terms: reservation
      ))
  }

  /// The permission that lifts what is reserved, or without any words the agency's own for its copy.
  ///
  /// It has to come from whoever made each of the statements that reserve something.
  private func leaveOnFile() -> Permission? {
    let reserving = party.statements.filter { $0.statement.isNotice && $0.statement.holder != nil }
    let found = reserving.map { permission(lifting: .withoutPermission, from: $0) }
    if !found.isEmpty { return found.contains(nil) ? nil : found[0] }
    return party.agency.flatMap(permission(ofAgency:))
  }

  /// "All rights reserved" reserves mining only in the strict profile.
  private func mining(_ reservation: [CitedTerm]) -> Verdict {
    let isReserved = engine.profile == .strict && allRightsReserved() != nil
    return Verdict(
      outcome: isReserved ? .violation : .needsReview, tier: .standing,
      reason: isReserved ? .reserved : .miningUnmentioned, terms: reservation)
  }

  /// Whether the act rewrites facts, which are free: by default only wording close to the item's is refused.
  var isFreeRewriting: Bool {
    action == .rewrite && use.extent.similarity ?? 0 < DecisionEngine.strongSimilarity
  }

  /// Whether only a copyright line speaks against rewriting the facts, in words that are known to be new.
  ///
  /// Without the formula "all rights reserved" the outcome is one step milder in the standard profile: the line
  /// reserves the wording, whose use needs review, and leaves the facts free. It is not milder if the copy's own
  /// words are taken, since a copyright line names the owner and grants nothing.
  private var isFreeBesideALine: Bool {
    engine.profile == .standard && use.extent.similarity != nil && isFreeRewriting
      && allRightsReserved() == nil
      && party.statements.allSatisfy(\.statement.clauses.isEmpty)
  }

  /// The credit that is requested for facts from an item.
  private func courtesy(_ term: CitedTerm) -> DutyRuling {
    ruling(on: .credit, forms: [], value: nil, isRequest: true, isCondition: false, term: term)
  }

  /// The words that reserve rights: the formula, else a copyright line, else words that reserve one right.
  private func reservation() -> [CitedTerm] {
    if let formula = allRightsReserved() { return [formula] }
    let notices = party.statements.filter(\.statement.isNotice)
    if let line = notices.first(where: { $0.statement.holder != nil || !$0.statement.years.isEmpty }) {
      return [line.citedWhole]
    }
    for notice in notices {
      if let clause = notice.statement.clauses.first(where: \.isReservation) {
        return [notice.cite(clause.evidence)]
      }
    }
    return []
  }

  private func allRightsReserved() -> CitedTerm? {
    party.statements.lazy.compactMap { statement in
      statement.statement.allRightsReserved.map(statement.cite)
    }.first
  }
}

extension Clause {
  /// Whether it reserves a right rather than restricting some uses: a prohibition that the holder may lift.
  fileprivate var isReservation: Bool {
    effect == .prohibit && constraints.isEmpty && target == nil
      && (condition == .withoutPermission || condition == .withoutWrittenPermission)
  }
}

extension Action {
  /// Whether the formula "all rights reserved" reserves the act if nothing else is said.
  fileprivate var isReserved: Bool {
    switch self {
    case .use, .reproduce, .publish, .broadcast, .communicate, .display, .distribute, .redistribute, .derive,
      .rewrite, .modify, .translate, .summarize, .aggregate, .archive, .resell, .sublicense, .excerpt, .print:
      true
    case .link, .frame, .index, .cache, .scrape, .tdm, .trainAI, .aiInput, .remove, .delete, .replace,
      .stopUse:
      false
    }
  }
}
