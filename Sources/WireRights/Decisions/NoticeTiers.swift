internal import WireText

extension Matter {
  /// Tiers 6 and 7: what notices permit and prohibit in so many words.
  ///
  /// Notices about the item come before those about a feed, these before those about a site; of equal ones the
  /// later comes first. The first that speaks of the use decides. Within a notice a permit holds against a
  /// prohibition only where it is the more specific.
  func noticeTiers() -> TierFinding {
    var finding = TierFinding()
    for rank in ranks() where finding.verdict == nil { examine(rank, into: &finding) }
    if finding.verdict == nil, let unread = party.statements.lazy.compactMap(\.firstResidue).first {
      finding.add(.explicitProhibition, .mayProhibit, .noticeUnread, [unread])
    }
    finding.passIfSilent(.explicitProhibition)
    return finding
  }

  private struct Candidate {
    var statement: SourcedStatement
    var clause: Clause
    var applies: Truth
    var term: CitedTerm { statement.cite(clause.evidence) }
  }

  /// Statements that weigh the same, the weightiest first; without a date a statement weighs as much as any.
  private func ranks() -> [[SourcedStatement]] {
    let scopes = Set(party.statements.map(\.scope)).sorted(by: >)
    return scopes.flatMap { scope -> [[SourcedStatement]] in
      let members = party.statements.filter { $0.scope == scope }
      guard members.allSatisfy({ $0.issued != nil }) else { return [members] }
      let times = Set(members.compactMap(\.issued)).sorted(by: >)
      return times.map { time in members.filter { $0.issued == time } }
    }
  }

  private func examine(_ statements: [SourcedStatement], into finding: inout TierFinding) {
    let prohibitions = candidates(.prohibit, in: statements)
    let standing = prohibitions.filter { $0.applies == .yes && lifting($0) == nil }
    permit(in: statements, against: standing, into: &finding)
    guard finding.verdict == nil else { return }
    if let prohibition = standing.first {
      finding.decide(verdict(on: prohibition, among: standing))
    } else if let doubtful = prohibitions.first(where: { $0.applies == .unknown && lifting($0) == nil }) {
      let unknown = unknownLimits(of: doubtful.clause, in: doubtful.statement.statement)
      finding.add(.explicitProhibition, .mayProhibit, .factsUnknown(unknown), [doubtful.term])
    } else if let lifted = prohibitions.first(where: { $0.applies == .yes }), let permission = lifting(lifted)
    {
      var verdict = Verdict(
        outcome: .allow, tier: .explicitProhibition, reason: .permissionOnFile(permission.reference),
        terms: [lifted.term])
      verdict.duties = lifted.statement.statement.duties.map {
        ruling(on: $0, of: lifted.statement, isCondition: false)
      }
      if !verdict.duties.isEmpty { verdict.outcome = .allowWithDuty }
      finding.decide(verdict)
    }
  }

  private func lifting(_ candidate: Candidate) -> Permission? {
    permission(lifting: candidate.clause.condition, from: candidate.statement)
  }

  private func candidates(_ effect: Effect, in statements: [SourcedStatement]) -> [Candidate] {
    statements.flatMap { statement -> [Candidate] in
      guard effect == .permit || !statement.isSettledBefore else { return [] }
      return statement.statement.clauses.filter { isAbout($0, effect) }.map {
        Candidate(statement: statement, clause: $0, applies: applies($0, of: statement.statement))
      }
    }
  }

  private func isAbout(_ clause: Clause, _ effect: Effect) -> Bool {
    guard clause.effect == effect else { return false }
    if effect == .permit { return clause.action.permits(action) || minesByPurpose(clause) }
    return !clause.constraints.contains(where: \.isTime)
      && (clause.action.prohibits(action) || minesByPurpose(clause))
  }

  /// A clause on any action "for training" is about training.
  private func minesByPurpose(_ clause: Clause) -> Bool {
    (action == .trainAI || action == .tdm)
      && clause.constraints.contains {
        $0.kind == .purpose && $0.members.contains(Purpose.aiTraining.rawValue)
      }
  }

  // MARK: Permits

  private func permit(
    in statements: [SourcedStatement], against prohibitions: [Candidate], into finding: inout TierFinding
  ) {
    for candidate in candidates(.permit, in: statements) where candidate.applies != .no {
      if candidate.statement.statement.isTruncated {
        finding.add(.explicitPermit, .passed, .noticeTruncated, [candidate.term])
      } else if let stronger = prohibitions.first(where: { !candidate.clause.isNarrower(than: $0.clause) }) {
        finding.add(.explicitPermit, .passed, .permitOutweighed, [candidate.term, stronger.term])
      } else if candidate.applies == .unknown {
        let unknown = unknownLimits(of: candidate.clause, in: candidate.statement.statement)
        finding.add(.explicitPermit, .mayPermit, .factsUnknown(unknown), [candidate.term])
      } else {
        return finding.decide(verdict(onPermit: candidate))
      }
    }
  }

  private func verdict(onPermit candidate: Candidate) -> Verdict {
    var verdict = Verdict(
      outcome: .allow, tier: .explicitPermit, reason: .noticePermits, terms: [candidate.term])
    let isConditional = candidate.clause.condition == .ifDutiesMet
    verdict.duties = candidate.statement.statement.duties.map {
      ruling(on: $0, of: candidate.statement, isCondition: isConditional)
    }
    if !verdict.duties.isEmpty { verdict.outcome = .allowWithDuty }
    guard isConditional && isPublishing else { return verdict }
    let conditions = verdict.duties.filter(\.isCondition)
    if let open = conditions.first(where: { !$0.isMet && $0.state != .unknown }) {
      verdict.outcome = .violation
      verdict.reason = .conditionUnmet
      verdict.terms.append(open.term)
    } else if conditions.contains(where: { $0.state == .unknown }) {
      verdict.outcome = .needsReview
      verdict.reason = .conditionUnmet
    }
    return verdict
  }

  // MARK: Prohibitions

  /// A prohibition beyond a scope that is nowhere on file is for a person to judge.
  private func verdict(on prohibition: Candidate, among standing: [Candidate]) -> Verdict {
    let decisive = standing.first { $0.clause.condition != .beyondScope } ?? prohibition
    let others = standing.map(\.term).filter { $0 != decisive.term }
    return Verdict(
      outcome: decisive.clause.condition == .beyondScope ? .needsReview : .violation,
      tier: .explicitProhibition, reason: .noticeProhibits(decisive.clause.condition),
      terms: [decisive.term] + others)
  }
}

extension TierFinding {
  /// Takes a verdict, and notes it.
  fileprivate mutating func decide(_ verdict: Verdict) {
    steps.append(verdict.step)
    self.verdict = verdict
  }
}

extension Clause {
  /// Whether a permit is more specific than a prohibition: narrower in action, part or limits.
  fileprivate func isNarrower(than other: Clause) -> Bool { specificity > other.specificity }

  private var specificity: Int {
    action.narrowness + constraints.count + (target == nil ? 0 : 1)
  }
}

extension SourcedStatement {
  /// Whether its prohibitions were settled by the tiers of withdrawals, gates and restrictions.
  fileprivate var isSettledBefore: Bool { statement.advisory != nil && statement.advisory?.kind != .release }

  /// The first words that look like terms and were not understood.
  fileprivate var firstResidue: CitedTerm? { statement.residue.first.map(cite) }
}
