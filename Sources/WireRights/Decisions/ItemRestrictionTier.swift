internal import WireText

extension Matter {
  /// Tier 3: what an instruction to editors restricts for this item; contracts lift it only by name.
  ///
  /// Words that break off, and words of an instruction that were not understood, may be such restrictions.
  func itemRestrictionTier(waivers: Set<Waivable>) -> TierFinding {
    var finding = TierFinding()
    for statement in party.statements { noteUnread(statement, into: &finding) }
    for (statement, clause) in restrictions() where finding.verdict == nil {
      examine(clause, of: statement, waivers: waivers, into: &finding)
    }
    finding.passIfSilent(.itemRestriction)
    return finding
  }

  private func noteUnread(_ statement: SourcedStatement, into finding: inout TierFinding) {
    if statement.statement.isTruncated {
      finding.add(.itemRestriction, .mayProhibit, .noticeTruncated, [statement.citedWhole])
    }
    guard statement.isInstruction || statement.statement.advisory != nil else { return }
    if let words = statement.statement.residue.first {
      finding.add(.itemRestriction, .mayProhibit, .noticeUnread, [statement.cite(words)])
    }
  }

  /// The prohibitions of advisories; kills, holds and time limits belong to the tiers before.
  private func restrictions() -> [(SourcedStatement, Clause)] {
    party.statements.filter(\.isHandling).flatMap { statement in
      statement.statement.clauses
        .filter {
          $0.effect == .prohibit && $0.action.prohibits(action) && !$0.constraints.contains(where: \.isTime)
        }
        .map { (statement, $0) }
    }
  }

  private func examine(
    _ clause: Clause, of statement: SourcedStatement, waivers: Set<Waivable>, into finding: inout TierFinding
  ) {
    let term = statement.cite(clause.evidence)
    let applies = applies(clause, of: statement.statement)
    if applies == .no { return }
    if clause.isWaived(by: waivers) {
      return finding.add(.itemRestriction, .passed, .restrictionWaived, [term])
    }
    if let permission = permission(lifting: clause.condition, from: statement) {
      return finding.add(.itemRestriction, .passed, .permissionOnFile(permission.reference), [term])
    }
    if applies == .unknown {
      let unknown = unknownLimits(of: clause, in: statement.statement)
      return finding.add(.itemRestriction, .mayProhibit, .factsUnknown(unknown), [term])
    }
    let verdict = Verdict(
      outcome: .violation, tier: .itemRestriction, reason: .restricted(clause.constraints.map(\.kind)),
      terms: [term])
    finding.steps.append(verdict.step)
    finding.verdict = verdict
  }
}

extension SourcedStatement {
  /// Whether it instructs editors on this item, kills, holds and releases aside.
  var isHandling: Bool {
    switch statement.advisory?.kind {
    case nil, .kill, .hold, .release: false
    default: true
    }
  }
}

extension Clause {
  /// Whether a contract lifts every limit of the restriction by name.
  fileprivate func isWaived(by waivers: Set<Waivable>) -> Bool {
    let names = constraints.isEmpty ? [action.rawValue] : constraints.map(\.kind.rawValue)
    return names.allSatisfy { name in Waivable(rawValue: name).map(waivers.contains) ?? false }
  }
}
