internal import WireText

extension Matter {
  /// Tiers 6 and 7: what notices explicitly permit and prohibit.
  ///
  /// Notices about the item take precedence over those about a feed, these over those about a site; of equal ones
  /// the later takes precedence. The first that mentions the use decides. Within a notice a permit overrides a
  /// prohibition only if it is more specific.
  func noticeTiers() -> TierFinding {
    var finding = TierFinding()
    for rank in ranks() where finding.verdict == nil { examine(rank, into: &finding) }
    finding.passIfSilent(.explicitProhibition)
    return finding
  }

  private struct Candidate {
    var statement: SourcedStatement
    /// The index of the statement among those of its precedence.
    var index: Int
    var clause: Clause
    var applies: Truth
    var term: CitedTerm { statement.cite(clause.evidence) }
  }

  /// Statements grouped by equal precedence, the highest first; a statement without a date equals any other.
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
    let prohibitions = candidates(.prohibit, in: statements).filter { lifting($0) == nil }
    let standing = prohibitions.filter { $0.applies == .yes }
    let doubtful = prohibitions.filter { $0.applies == .unknown }
    var verdicts = PermitVerdicts(shared: statements.flatMap { duties(of: $0, isCondition: false) })
    let permits = permits(in: statements, against: standing, into: &finding).map { permit in
      (
        verdict: verdict(onPermit: permit, &verdicts),
        doubts: doubtful.filter { !permit.clause.isNarrower(than: $0.clause) },
        opposed: standing.filter { permit.clause.contradicts($0.clause) }
          + withheld(from: permit, in: statements)
      )
    }
    // Any permit that holds is sufficient, so the best of them decides.
    let best = permits.min { Self.outcome($0) < Self.outcome($1) }
    if let best {
      noteDoubts(best.doubts, into: &finding)
      for stronger in best.opposed {
        finding.add(.explicitProhibition, .mayProhibit, .permitOutweighed, [stronger.term])
      }
      finding.decide(verdicts.withShared(best.verdict))
    } else if let prohibition = standing.first {
      finding.decide(verdict(on: prohibition, among: standing))
    } else if !doubtful.isEmpty {
      noteDoubts(doubtful, into: &finding)
    } else if let verdict = verdictOnLifted(in: statements) {
      finding.decide(verdict)
    }
  }

  /// The prohibitions of something that an unlimited permit includes: “you may republish our stories”, “reproduction
  /// prohibited without permission”.
  private func withheld(from permit: Candidate, in statements: [SourcedStatement]) -> [Candidate] {
    guard permit.clause.condition == .none, permit.clause.constraints.isEmpty, permit.clause.action != .use
    else { return [] }
    return statements.enumerated().flatMap { index, statement in
      statement.statement.clauses
        .filter {
          $0.effect == .prohibit && $0.action == .reproduce && permit.clause.action.permits($0.action)
            && $0.condition != .beyondScope && $0.constraints.isEmpty
            && ($0.target == nil || $0.target == permit.clause.target)
            && permission(lifting: $0.condition, from: statement) == nil
        }
        .map { Candidate(statement: statement, index: index, clause: $0, applies: .yes) }
    }
  }

  private static func outcome(
    _ permit: (verdict: Verdict, doubts: [Candidate], opposed: [Candidate])
  ) -> Outcome {
    permit.doubts.isEmpty && permit.opposed.isEmpty
      ? permit.verdict.outcome : max(permit.verdict.outcome, .needsReview)
  }

  private func noteDoubts(_ doubtful: [Candidate], into finding: inout TierFinding) {
    for candidate in doubtful {
      let unknown = unknownLimits(of: candidate.clause, in: candidate.statement.statement)
      finding.add(.explicitProhibition, .mayProhibit, .factsUnknown(unknown), [candidate.term])
    }
  }

  /// If a prohibition would apply and a permission on file lifts it, the permission decides.
  private func verdictOnLifted(in statements: [SourcedStatement]) -> Verdict? {
    let lifted = candidates(.prohibit, in: statements).lazy.compactMap { candidate in
      candidate.applies == .yes ? lifting(candidate).map { (candidate, $0) } : nil
    }.first
    return lifted.map { candidate, permission in
      permitted(
        .explicitProhibition, .permissionOnFile(permission.reference), [candidate.term],
        duties: duties(of: candidate.statement, isCondition: false))
    }
  }

  private func lifting(_ candidate: Candidate) -> Permission? {
    permission(lifting: candidate.clause.condition, from: candidate.statement)
  }

  private func candidates(_ effect: Effect, in statements: [SourcedStatement]) -> [Candidate] {
    statements.enumerated().flatMap { index, statement in
      statement.statement.clauses
        .filter { isAbout($0, effect) && !(effect == .prohibit && statement.isSettled($0)) }
        .map {
          Candidate(
            statement: statement, index: index, clause: $0, applies: applies($0, of: statement.statement))
        }
    }
  }

  private func isAbout(_ clause: Clause, _ effect: Effect) -> Bool {
    guard clause.effect == effect else { return false }
    if effect == .permit { return isPermitted(by: clause) }
    return isProhibited(by: clause) && !clause.constraints.contains(where: \.isTime)
  }

  /// Words of a notice that look like terms and were not understood; a permission that relies on the notice or on
  /// its silence then needs review.
  func unreadWords() -> TierFinding {
    var finding = TierFinding()
    for statement in party.statements {
      guard let words = statement.statement.residue.first else { continue }
      finding.add(.explicitProhibition, .mayProhibit, .noticeUnread, [statement.cite(words)])
    }
    return finding
  }

  // MARK: Permits

  /// The permits that hold; records the doubtful ones on the way.
  private func permits(
    in statements: [SourcedStatement], against prohibitions: [Candidate], into finding: inout TierFinding
  ) -> [Candidate] {
    var permits: [Candidate] = []
    for candidate in candidates(.permit, in: statements) where candidate.applies != .no {
      if candidate.statement.statement.isTruncated {
        finding.add(.explicitPermit, .passed, .noticeTruncated, [candidate.term])
      } else if let stronger = prohibitions.first(where: { !candidate.clause.isNarrower(than: $0.clause) }) {
        finding.add(.explicitPermit, .passed, .permitOutweighed, [candidate.term, stronger.term])
      } else if candidate.applies == .unknown {
        let unknown = unknownLimits(of: candidate.clause, in: candidate.statement.statement)
        finding.add(.explicitPermit, .mayPermit, .factsUnknown(unknown), [candidate.term])
      } else {
        permits.append(candidate)
      }
    }
    return permits
  }

  /// The verdicts on permits so far: those of one statement owe the same, and a statement for machines may hold thousands.
  private struct PermitVerdicts {
    struct Key: Hashable {
      var index: Int
      var isConditional: Bool
    }
    /// The duties of every statement of the same precedence.
    let shared: [DutyRuling]
    var found: [Key: Verdict] = [:]

    /// A verdict with the duties of the other statements, too, which are added to the one that decides only.
    func withShared(_ verdict: Verdict) -> Verdict {
      var verdict = verdict
      verdict.duties = verdict.duties.adding(shared)
      return verdict
    }
  }

  /// The verdict on a permit, with the duties of its own statement.
  private func verdict(onPermit candidate: Candidate, _ verdicts: inout PermitVerdicts) -> Verdict {
    let key = PermitVerdicts.Key(
      index: candidate.index, isConditional: candidate.clause.condition == .ifDutiesMet)
    if var verdict = verdicts.found[key] {
      verdict.terms[0] = candidate.term
      return verdict
    }
    let owed = duties(of: candidate.statement, isCondition: key.isConditional)
    var leave = permitted(.explicitPermit, .noticePermits, [candidate.term], duties: owed)
    if !verdicts.shared.isEmpty { leave.outcome = .allowWithDuty }
    let verdict = heldToConditions(leave)
    verdicts.found[key] = verdict
    return verdict
  }

  /// A permission, adjusted for its conditions if the use publishes the work.
  func heldToConditions(_ leave: Verdict) -> Verdict {
    var verdict = leave
    guard isPublishing else { return verdict }
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

  /// The verdict on a prohibition.
  ///
  /// A prohibition beyond a scope that is not on file needs review, and so does rewriting the facts of an item whose
  /// notice does not mention rewriting.
  private func verdict(on prohibition: Candidate, among standing: [Candidate]) -> Verdict {
    let named = standing.filter { !isFreeRewriting || $0.clause.action.changesWords }
    let decisive =
      (named.isEmpty ? standing : named).first { $0.clause.condition != .beyondScope } ?? prohibition
    let others = standing.map(\.term).filter { $0 != decisive.term }
    let condition = decisive.clause.condition
    return Verdict(
      outcome: condition == .beyondScope || named.isEmpty ? .needsReview : .violation,
      tier: .explicitProhibition, reason: named.isEmpty ? .rewritingNotNamed : .noticeProhibits(condition),
      terms: [decisive.term] + others)
  }
}

extension TierFinding {
  /// Sets a verdict and records its step.
  fileprivate mutating func decide(_ verdict: Verdict) {
    steps.append(verdict.step)
    self.verdict = verdict
  }
}

extension SourcedStatement {
  /// Whether a prohibition was handled by the tiers for withdrawals, time and restrictions.
  fileprivate func isSettled(_ clause: Clause) -> Bool {
    let kind = statement.advisory?.kind
    return kind == .kill || kind == .hold || isRestriction(clause)
  }
}
