internal import WireText

extension Matter {
  /// Tier 9: what holds where nothing is granted and nothing prohibited in so many words.
  func standingTier() -> TierFinding {
    let reservation = reservation()
    if action.isMining { return .decided(mining(reservation)) }
    if action == .link {
      return .decided(Verdict(outcome: .allow, tier: .standing, reason: .notReserved, terms: reservation))
    }
    guard !reservation.isEmpty else {
      return .decided(Verdict(outcome: .needsReview, tier: .standing, reason: .rightsUnknown))
    }
    let isRefused = engine.profile == .strict && action.isReserved && !isFreeRewriting
    return .decided(
      Verdict(
        outcome: isRefused ? .violation : .needsReview, tier: .standing, reason: .reserved, terms: reservation
      ))
  }

  /// "All rights reserved" is no reservation against mining unless the profile is strict.
  private func mining(_ reservation: [CitedTerm]) -> Verdict {
    let isReserved = engine.profile == .strict && allRightsReserved() != nil
    return Verdict(
      outcome: isReserved ? .violation : .needsReview, tier: .standing,
      reason: isReserved ? .reserved : .miningUnmentioned, terms: reservation)
  }

  /// Facts are free: new words for them are refused by default only where they stay close to the item's.
  var isFreeRewriting: Bool {
    action == .rewrite && use.extent.similarity ?? 0 < engine.strongSimilarity
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
  /// Whether the formula "all rights reserved" reserves the act where nothing more is said.
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
