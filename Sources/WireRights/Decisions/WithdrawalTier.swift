internal import WireText

extension Matter {
  /// Tier 1: a kill prohibits any use, a hold prohibits publication.
  func withdrawalTier() -> TierFinding {
    let kills = advisories(.kill)
    if item.status == .withdrawn || !kills.isEmpty {
      let commanded = kills.flatMap { $0.statement.clauses.filter { $0.effect == .oblige }.map(\.action) }
      return .decided(
        Verdict(
          outcome: .violation, tier: .withdrawal, reason: .withdrawn, terms: statusTerms(kills),
          obligations: commanded.isEmpty ? [.remove] : commanded))
    }
    let holds = advisories(.hold).filter { !isReleased($0) }
    let isHeld = item.status == .held && !isReleasedOnRecord
    guard isHeld || !holds.isEmpty else { return doubtedWithdrawal() }
    if isPublishing && !action.staysInside {
      return .decided(
        Verdict(outcome: .violation, tier: .withdrawal, reason: .held, terms: statusTerms(holds)))
    }
    return TierFinding(steps: [
      Step(tier: .withdrawal, effect: .mayProhibit, reason: .held, terms: statusTerms(holds))
    ])
  }

  /// The doubt caused by a status that is not known, or by an advisory that names no known item and may mean this one;
  /// needs review.
  private func doubtedWithdrawal() -> TierFinding {
    if let word = item.unknownStatus, isPublishing, !action.staysInside, !isReleasedOnRecord {
      return TierFinding(steps: [
        Step(
          tier: .withdrawal, effect: .mayProhibit, reason: .statusUnclear(word),
          terms: [CitedTerm(.record, words: "status of the item: \(word)")])
      ])
    }
    guard let words = item.mayBeWithdrawn, !action.staysInside else { return .passed(.withdrawal) }
    return TierFinding(steps: [
      Step(
        tier: .withdrawal, effect: .mayProhibit, reason: .mayBeWithdrawn,
        terms: [CitedTerm(.record, words: words)])
    ])
  }

  private func advisories(_ kind: Advisory.Kind) -> [SourcedStatement] {
    party.statements.filter { $0.statement.advisory?.kind == kind }
  }

  private func statusTerms(_ statements: [SourcedStatement]) -> [CitedTerm] {
    let cited = statements.compactMap { statement in
      statement.statement.advisory.map { statement.cite($0.evidence) }
    }
    let isRecorded = item.status == .withdrawn || item.status == .held && !isReleasedOnRecord
    let record = item.statusRecord ?? "status of the item: \(item.status.rawValue)"
    return (isRecorded ? [CitedTerm(.record, words: record)] : []) + cited
  }

  /// Whether a later release lifts a hold or an embargo; an undated one lifts nothing.
  func isReleased(_ statement: SourcedStatement) -> Bool {
    let releases = advisories(.release).compactMap(\.issued) + [item.released].compactMap { $0 }
    return releases.contains { release in
      release <= use.instant && (statement.issued.map { $0 <= release } ?? true)
    }
  }
}
