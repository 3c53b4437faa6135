internal import WireText

/// One holder's terms and one situation: the input of every tier.
struct Matter: Sendable {
  let item: ItemTerms
  let party: Party
  let contracts: [Contract]
  let use: Use
  let evidence: Evidence
  let engine: DecisionEngine
  let situation: Situation

  var action: Action { situation.action }
  var isPublishing: Bool { use.stage == .publish }

  /// Tries the tiers in order until one decides, then lets the quotation limits soften the verdict where possible.
  func ruling() -> Ruling {
    let contract = contractTier()
    let tiers: [() -> TierFinding] = [
      withdrawalTier, timeGateTier, { itemRestrictionTier(waivers: contract.waivers) }, { contract.finding },
      publicLicenceTier, noticeTiers, standingTier,
    ]
    var proceedings = Proceedings()
    for tier in tiers where proceedings.verdict == nil { proceedings.take(tier()) }
    if let verdict = proceedings.verdict {
      if verdict.canBeSoftened {
        proceedings.take(quotationTier(instead: verdict))
      }
      // Beside words that were not understood nothing is silence.
      let isSilent = verdict.reason == .rightsUnknown || verdict.reason == .miningUnmentioned
      if verdict.tier > .contract, isSilent || !verdict.canBeSoftened { proceedings.take(unreadWords()) }
    }
    return proceedings.ruling(on: situation, coverage: contract.coverage)
  }
}

/// The finding of one tier.
struct TierFinding: Sendable {
  /// The steps taken, in order.
  var steps: [Step] = []
  /// Its decision, if any.
  var verdict: Verdict?
  /// The instant before which the copy may not be published.
  var notBefore: Instant?
  /// The instant by which copies must be removed.
  var removeBy: Instant?

  /// The finding of a tier that does not apply.
  static func passed(_ tier: Tier, _ reason: Reason = .nothingFound, _ terms: [CitedTerm] = []) -> TierFinding
  {
    TierFinding(steps: [Step(tier: tier, effect: .passed, reason: reason, terms: terms)])
  }

  /// The finding of a tier that decides.
  static func decided(_ verdict: Verdict) -> TierFinding {
    TierFinding(steps: [verdict.step], verdict: verdict)
  }

  /// Records a step, unless the tier passes anyway.
  mutating func add(_ tier: Tier, _ effect: Step.Effect, _ reason: Reason, _ terms: [CitedTerm] = []) {
    steps.append(Step(tier: tier, effect: effect, reason: reason, terms: terms))
  }

  /// Records that the tier passes, if it recorded nothing else.
  mutating func passIfSilent(_ tier: Tier) {
    if steps.isEmpty { add(tier, .passed, .nothingFound) }
  }
}

/// A tier's decision.
struct Verdict: Sendable {
  var outcome: Outcome
  var tier: Tier
  var reason: Reason
  var terms: [CitedTerm] = []
  var duties: [DutyRuling] = []
  var obligations: [Action] = []
  var removeBy: Instant?

  var step: Step { Step(tier: tier, effect: .decided(outcome), reason: reason, terms: terms) }

  /// Whether quoting within limits overrides it: never for withdrawals, embargoes and expiries, restrictions and
  /// contracts.
  var canBeSoftened: Bool {
    outcome >= .needsReview
      && [.publicLicence, .explicitPermit, .explicitProhibition, .standing].contains(tier)
  }
}

/// Collects the findings of the tiers, and derives the ruling from them.
struct Proceedings: Sendable {
  private(set) var verdict: Verdict?
  fileprivate private(set) var trace: [Step] = []
  private var notBefore: Instant?
  private var removeBy: Instant?

  /// Adds a tier's finding; its verdict replaces an earlier one.
  mutating func take(_ finding: TierFinding) {
    trace += finding.steps
    verdict = finding.verdict ?? verdict
    notBefore = finding.notBefore ?? notBefore
    removeBy = [finding.removeBy, finding.verdict?.removeBy, removeBy].compactMap { $0 }.min()
  }

  /// The ruling: the verdict, adjusted for doubts that may change it.
  func ruling(on situation: Situation, coverage: Coverage) -> Ruling {
    // The last tier always decides; this is a fallback.
    var verdict = verdict ?? Verdict(outcome: .needsReview, tier: .standing, reason: .rightsUnknown)
    if verdict.outcome == .violation, let doubt = trace.first(where: { $0.effect == .mayPermit }) {
      verdict = verdict.turnedIntoReview(by: doubt)
    }
    // Quoting within limits overrides possible prohibitions of notices, as it does actual ones.
    let last: Tier = verdict.tier == .quotation ? .contract : .standing
    let doubt = trace.first { $0.effect == .mayProhibit && $0.tier <= last }
    if let doubt, verdict.outcome < .needsReview { verdict = verdict.turnedIntoReview(by: doubt) }
    // Of several reasons for a review, a draft contract that has to be read is the one to act on.
    if verdict.outcome == .needsReview, verdict.tier > .contract,
      let draft = trace.first(where: { $0.reason == .contractUnreviewed })
    {
      verdict = verdict.turnedIntoReview(by: draft)
    }
    if let doubt = unclearGate(before: verdict) ?? unclearLicence(behind: verdict, coverage) {
      verdict = verdict.turnedIntoReview(by: doubt)
    }
    return Ruling(
      situation: situation, outcome: verdict.outcome, tier: verdict.tier, reason: verdict.reason,
      terms: verdict.terms, duties: verdict.duties, coverage: coverage, obligations: verdict.obligations,
      notBefore: notBefore, removeBy: removeBy, trace: trace)
  }
}

extension Proceedings {
  /// A withdrawal or an embargo that may be in force, where only the default decided: what may bar everybody is more to
  /// the point than that rights are reserved.
  fileprivate func unclearGate(before verdict: Verdict) -> Step? {
    guard verdict.outcome == .needsReview, verdict.tier == .standing else { return nil }
    return trace.first { $0.effect == .mayProhibit && $0.tier <= .timeGate }
  }

  /// What is not known of a public licence, where without a contract nothing but the default decided: that the licence
  /// may cover the use is more to the point than that rights are reserved.
  fileprivate func unclearLicence(behind verdict: Verdict, _ coverage: Coverage) -> Step? {
    guard verdict.outcome == .needsReview, verdict.tier == .standing, case .noContract = coverage else {
      return nil
    }
    let doubts = trace.filter { $0.tier == .publicLicence && $0.effect != .passed }
    return doubts.first { $0.effect == .mayProhibit } ?? doubts.first { $0.effect == .mayPermit }
  }
}

extension Verdict {
  /// The same verdict, turned into a review because of a doubt.
  fileprivate func turnedIntoReview(by doubt: Step) -> Verdict {
    var result = self
    result.outcome = .needsReview
    result.tier = doubt.tier
    result.reason = doubt.reason
    result.terms = doubt.terms + terms.filter { !doubt.terms.contains($0) }
    return result
  }
}
