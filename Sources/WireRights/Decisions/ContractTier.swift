internal import WireText

/// What the contracts with one holder say about a situation.
struct ContractAnswer: Sendable {
  /// The tier's finding.
  var finding: TierFinding
  /// How far the contracts cover the use.
  var coverage: Coverage
  /// The restrictions of single items that clauses in force lift here.
  var waivers: Set<Waivable> = []
}

extension Matter {
  /// Tier 4: contracts in force with the holder.
  ///
  /// A prohibiting clause takes precedence over every permitting one. A permitting clause satisfies each condition
  /// of the holder's notices. If no clause covers the use, later tiers decide and `coverage` says what was missing.
  /// An unconfirmed machine draft decides nothing; if it would matter and no confirmed contract decides, a person
  /// has to.
  func contractTier() -> ContractAnswer {
    var answer = agreedAnswer()
    for contract in contracts
    where contract.isUnreviewed && contract.standing(at: use.instant) == .inForce {
      let (effect, term) = ContractReach(of: contract, in: self).leaning ?? (.passed, contract.cited)
      // If a confirmed contract decides, a draft can only make the result stricter.
      if effect != .mayProhibit, answer.finding.verdict != nil { continue }
      if case .noContract = answer.coverage {
        answer.coverage = .unclear(term, [])
      } else if effect == .passed {
        continue
      }
      answer.finding.add(.contract, effect, .contractUnreviewed, [term])
    }
    return answer
  }

  /// What the contracts written or confirmed by people say.
  private func agreedAnswer() -> ContractAnswer {
    let agreed = contracts.filter { !$0.isUnreviewed }
    let inForce = agreed.filter { $0.standing(at: use.instant) == .inForce }
    guard !inForce.isEmpty else { return without(agreed) }
    let reaches = inForce.map { ContractReach(of: $0, in: self) }
    let waivers = Set(reaches.flatMap(\.waivers))
    if let reach = reaches.first(where: { $0.prohibition != nil }), let term = reach.prohibition {
      return ContractAnswer(
        finding: .decided(
          Verdict(outcome: .violation, tier: .contract, reason: .contractProhibits, terms: [term])),
        coverage: .prohibited(term), waivers: waivers)
    }
    var answer = bestPermit(of: reaches)
    answer.waivers = waivers
    // If another contract that is not in force would cover the use, that is the gap to report, not the channel.
    if case .notCovered = answer.coverage, answer.finding.verdict == nil,
      let other = agreed.first(where: {
        $0.standing(at: use.instant) != .inForce && ContractReach(of: $0, in: self).grant != nil
      })
    {
      answer.coverage = .notInForce(other.cited, other.standing(at: use.instant))
      answer.finding.add(.contract, .passed, .contractNotInForce, [other.cited])
    }
    for reach in reaches {
      if let term = reach.possibleProhibition {
        answer.finding.add(.contract, .mayProhibit, .contractUnclear([.service]), [term])
      }
    }
    return answer
  }

  private func without(_ contracts: [Contract]) -> ContractAnswer {
    guard let contract = contracts.first(where: { $0.standing(at: use.instant) == .ended }) ?? contracts.first
    else {
      return ContractAnswer(finding: .passed(.contract, .noContract), coverage: .noContract)
    }
    return ContractAnswer(
      finding: .passed(.contract, .contractNotInForce, [contract.cited]),
      coverage: .notInForce(contract.cited, contract.standing(at: use.instant)))
  }

  private func bestPermit(of reaches: [ContractReach]) -> ContractAnswer {
    if let grant = reaches.lazy.compactMap(\.grant).first { return granted(grant) }
    if let reach = reaches.first(where: { $0.exceeded != nil }), let exceeded = reach.exceeded {
      let verdict = Verdict(
        outcome: .violation, tier: .contract,
        reason: .excerptExceeded(taken: exceeded.taken, limit: exceeded.limit), terms: [exceeded.term])
      return ContractAnswer(
        finding: .decided(verdict), coverage: .notCovered(exceeded.term, [.extent]))
    }
    if let reach = reaches.first(where: { $0.possible != nil }), let possible = reach.possible {
      let step = Step(
        tier: .contract, effect: .mayPermit, reason: .contractUnclear(possible.unknown),
        terms: [possible.term])
      return ContractAnswer(
        finding: TierFinding(steps: [step]), coverage: .unclear(possible.term, possible.unknown))
    }
    let nearest = reaches.min { $0.nearestGaps.count < $1.nearestGaps.count } ?? reaches[0]
    let term = nearest.nearestTerm
    return ContractAnswer(
      finding: .passed(.contract, .contractDoesNotReach(nearest.nearestGaps), [term]),
      coverage: .notCovered(term, nearest.nearestGaps))
  }

  private func granted(_ grant: ContractReach.Grant) -> ContractAnswer {
    let owed = grant.duties.map { duty in
      ruling(
        on: duty.kind, forms: duty.forms, value: nil, isRequest: false, isCondition: false, term: grant.term)
    }
    var verdict = permitted(.contract, .contractPermits, [grant.term], duties: owed + itemDuties())
    if let days = grant.retentionDays {
      let end = (use.firstPublished ?? use.instant).later(bySeconds: Int64(days) * 86_400)
      verdict.removeBy = end
      if use.instant >= end {
        verdict.outcome = .violation
        verdict.reason = .retentionPassed(by: end)
        verdict.terms = [grant.retentionTerm ?? grant.term]
      }
    }
    let steps = strangers().map { statement, holder in
      Step(
        tier: .contract, effect: .mayProhibit, reason: .holderUnclear(holder.name),
        terms: [statement.cite(holder.range)])
    }
    return ContractAnswer(
      finding: TierFinding(steps: steps + [verdict.step], verdict: verdict), coverage: .covered(grant.term))
  }

  /// Statements that prohibit this use, by a holder who is not known to be bound by the contract.
  private func strangers() -> [(SourcedStatement, Holder)] {
    party.statements.compactMap { statement in
      guard let holder = item.stranger(in: statement.statement) else { return nil }
      let isAboutUse = statement.statement.clauses.contains { clause in
        isProhibited(by: clause)
          && applies(clause, of: statement.statement) != .no
          && permission(lifting: clause.condition, from: statement) == nil
      }
      return isAboutUse ? (statement, holder) : nil
    }
  }
}
