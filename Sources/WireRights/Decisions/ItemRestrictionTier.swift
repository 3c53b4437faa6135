internal import WireText

extension Matter {
  /// Tier 3: restrictions on this item in an instruction to editors; contracts lift them only explicitly.
  ///
  /// Truncated text, and words of an instruction that were not understood, may be such restrictions; so may an
  /// order to remove copies without a time.
  func itemRestrictionTier(waivers: Set<Waivable>) -> TierFinding {
    var finding = TierFinding()
    for statement in party.statements { noteUnread(statement, into: &finding) }
    for (statement, clause) in removals() {
      finding.add(.itemRestriction, .mayProhibit, .removalAsked, [statement.cite(clause.evidence)])
    }
    for (statement, clause) in restrictions() where finding.verdict == nil {
      examine(clause, of: statement, waivers: waivers, into: &finding)
    }
    if finding.verdict == nil, let term = brokenForm { finding.restrict(to: [], [term]) }
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

  /// The restrictions that apply to the action for this item.
  private func restrictions() -> [(SourcedStatement, Clause)] {
    party.statements.flatMap { statement in
      statement.statement.clauses
        .filter { isProhibited(by: $0) && statement.isRestriction($0) }
        .map { (statement, $0) }
    }
  }

  /// Orders of an instruction to remove copies without a time; an order that withdraws the item is a kill.
  private func removals() -> [(SourcedStatement, Clause)] {
    party.statements.filter { $0.isInstruction && $0.statement.advisory?.kind != .kill }.flatMap {
      statement in
      statement.statement.clauses
        .filter {
          $0.effect == .oblige && [.remove, .delete, .stopUse].contains($0.action)
            && applies($0, of: statement.statement) != .no
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
    if applies == .unknown {
      let unknown = unknownLimits(of: clause, in: statement.statement)
      return finding.add(.itemRestriction, .mayProhibit, .factsUnknown(unknown), [term])
    }
    finding.restrict(to: clause.constraints.map(\.kind), [term])
  }

  /// The words of an instruction that require this item to be unaltered or in full, if the use shows that it is not.
  ///
  /// A quotation is not a publication of the item.
  private var brokenForm: CitedTerm? {
    guard use.extent.isQuoted != true else { return nil }
    return party.statements.lazy.filter(\.isInstruction).compactMap { statement in
      statement.statement.duties.first { duty in
        switch duty.kind {
        case .unaltered: !duty.isRequest && action.changesWords
        case .wholeWork: !duty.isRequest && isPublishing && state(of: duty.kind) == .missing
        default: false
        }
      }.map { statement.cite($0.evidence) }
    }.first
  }
}

extension TierFinding {
  /// Sets the verdict that an instruction restricts the item.
  fileprivate mutating func restrict(to limits: [Constraint.Kind], _ terms: [CitedTerm]) {
    let verdict = Verdict(
      outcome: .violation, tier: .itemRestriction, reason: .restricted(limits), terms: terms)
    steps.append(verdict.step)
    self.verdict = verdict
  }
}

extension SourcedStatement {
  /// Whether a clause restricts this one item: an absolute prohibition of an instruction to editors.
  ///
  /// A text with another purpose, such as an embargo, may end with the agency's general notice: in it only limits
  /// and bans of sales and archives count, and bans of editing if nothing else is banned with them. Time limits,
  /// kills and holds belong to earlier tiers.
  func isRestriction(_ clause: Clause) -> Bool {
    guard clause.effect == .prohibit, clause.condition == .none, !clause.constraints.contains(where: \.isTime)
    else { return false }
    let isLimited =
      !clause.constraints.isEmpty || Waivable(rawValue: clause.action.rawValue) != nil
      || clause.action.changesWords && isInstruction && !bansPublication
    switch statement.advisory?.kind {
    case .kill, .hold: return false
    case .usageRestriction, .internal: return true
    case .embargo, .release, .correction, .update, .mandatoryCredit: return isLimited
    case nil: return isInstruction && isLimited || scope == .item && isBoundToPlace(clause)
    }
  }

  /// Whether a clause bars use in some places: an agency's general notice names none, so that such a bar is about this
  /// item, also where a copyright line follows: “NORWAY OUT. © 2026 Northwire.”
  ///
  /// Words that permit the same act are terms, and what they say against each other is for a person.
  private func isBoundToPlace(_ clause: Clause) -> Bool {
    clause.constraints.contains { $0.kind == .territory }
      && !statement.clauses.contains { $0.effect == .permit && $0.action == clause.action }
  }

  /// Whether it is a general notice that bans the use as such.
  private var bansPublication: Bool {
    statement.clauses.contains {
      $0.effect == .prohibit && $0.constraints.isEmpty && $0.action.prohibits(.publish)
    }
  }
}

extension Clause {
  /// Whether a contract explicitly lifts every limit of the restriction.
  fileprivate func isWaived(by waivers: Set<Waivable>) -> Bool {
    let names = constraints.isEmpty ? [action.rawValue] : constraints.map(\.kind.rawValue)
    return names.allSatisfy { name in Waivable(rawValue: name).map(waivers.contains) ?? false }
  }
}
