internal import WireText

extension Matter {
  /// Tier 2: nothing may be published before the end of an embargo or used after an expiry, and no copy may remain
  /// after the day by which copies must be removed.
  ///
  /// A gate whose time cannot be read counts as possibly closed and needs review. Preparing a draft is free.
  func timeGateTier() -> TierFinding {
    var finding = TierFinding()
    for gate in gates() where finding.verdict == nil { examine(gate, into: &finding) }
    finding.passIfSilent(.timeGate)
    return finding
  }

  fileprivate struct Gate {
    /// The kind of time limit: an embargo, the end of use, or the end of keeping copies.
    enum Kind { case embargo, use, keeping }
    var kind: Kind
    /// Whether the use is in the forbidden period.
    var isClosed: Truth
    /// The instant at which it opens or closes, if known.
    var instant: Instant?
    var raw: String
    var term: CitedTerm
  }

  private func examine(_ gate: Gate, into finding: inout TierFinding) {
    switch (gate.kind, gate.isClosed) {
    case (.embargo, .no):
      finding.add(.timeGate, .passed, .embargoOver, [gate.term])
    case (_, .no):
      guard let end = gate.instant, use.instant < end else {
        return finding.add(.timeGate, .passed, .nothingFound, [gate.term])
      }
      finding.add(.timeGate, .passed, .endsLater(end), [gate.term])
      if gate.kind == .keeping { finding.removeBy = [finding.removeBy, end].compactMap { $0 }.min() }
    case (.embargo, _) where !isPublishing || action.staysInside:
      finding.add(.timeGate, .passed, .embargoedButDraft(until: gate.instant), [gate.term])
      finding.notBefore = [finding.notBefore, gate.instant].compactMap { $0 }.max()
    case (_, .yes):
      let verdict = Verdict(
        outcome: .violation, tier: .timeGate, reason: gate.closed(at: gate.instant ?? use.instant),
        terms: [gate.term])
      finding.steps.append(verdict.step)
      finding.verdict = verdict
    case (.embargo, .unknown):
      finding.add(.timeGate, .mayProhibit, .embargoUnclear(gate.raw), [gate.term])
    case (_, .unknown):
      finding.add(.timeGate, .mayProhibit, .expiryUnclear(gate.raw), [gate.term])
    }
  }

  private func gates() -> [Gate] {
    let lift = PastLift(in: party.statements) { end in
      instant(of: end, isEmbargo: true).map { $0 <= use.instant } ?? false
    }
    return recordedGates()
      + party.statements.enumerated().flatMap { number, statement in
        gates(in: statement) { lift?.ends($0, of: statement, at: number) ?? false }
      }
  }

  private func recordedGates() -> [Gate] {
    var gates: [Gate] = []
    if let embargo = item.embargo, !isReleasedOnRecord {
      gates.append(gate(embargo))
    }
    if let expires = item.expires, !action.staysInside {
      gates.append(
        Gate(
          kind: .use, isClosed: Truth(use.instant >= expires), instant: expires, raw: "",
          term: CitedTerm(.record, words: "use ends at \(expires.iso8601)")))
    }
    return gates
  }

  /// Whether a record says that the agency released the item.
  var isReleasedOnRecord: Bool { item.released.map { $0 <= use.instant } ?? false }

  private func gate(_ embargo: ItemTerms.Embargo) -> Gate {
    switch embargo {
    case .until(let instant):
      Gate(
        kind: .embargo, isClosed: Truth(use.instant < instant), instant: instant, raw: "",
        term: CitedTerm(.record, words: "embargo until \(instant.iso8601)"))
    case .untilReleased:
      Gate(
        kind: .embargo, isClosed: .unknown, instant: nil, raw: "",
        term: CitedTerm(.record, words: "embargo until released"))
    case .unreadable(let raw):
      Gate(
        kind: .embargo, isClosed: .unknown, instant: nil, raw: raw,
        term: CitedTerm(.record, words: "embargo: \(raw)"))
    }
  }

  /// - Parameter isLifted: whether words below an embargo say that it was lifted.
  private func gates(in statement: SourcedStatement, _ isLifted: (Clause) -> Bool) -> [Gate] {
    statement.statement.clauses.flatMap { clause -> [Gate] in
      guard clause.effect == .prohibit else { return [] }
      let endsKeeping = endsKeeping(clause)
      guard endsKeeping || reachesPublication(clause) else { return [] }
      var others = clause
      others.constraints.removeAll { $0.isTime }
      let scope = applies(others, of: statement.statement)
      guard scope != .no else { return [] }
      return clause.constraints.filter(\.isTime).compactMap { constraint in
        let isEmbargo = constraint.kind == .timeBefore
        if isEmbargo && (isReleased(statement) || isLifted(clause)) { return nil }
        // What counts from the end of an agreement has not begun under one.
        if constraint.isSinceAgreement, isUnderContract { return nil }
        let time = holds(constraint, for: .prohibit, in: statement.statement)
        return Gate(
          kind: isEmbargo ? .embargo : endsKeeping ? .keeping : .use, isClosed: .all([scope, time]),
          instant: instant(of: constraint, isEmbargo: isEmbargo), raw: constraint.value,
          term: statement.cite(clause.evidence))
      }
    }
  }

  private var isUnderContract: Bool {
    contracts.contains { !$0.isUnreviewed && $0.standing(at: use.instant) == .inForce }
  }

  /// The instant of a gate: if in doubt, the latest end of an embargo, or the earliest end of use.
  private func instant(of constraint: Constraint, isEmbargo: Bool) -> Instant? {
    let value = TimeValue(constraint)?.resolved(item: item, endOfDay: !isEmbargo)
    guard case .span(let earliest, let latest)? = value else { return nil }
    return isEmbargo ? latest : earliest
  }

  /// Whether copies must be removed after a time, including the published one: “delete after 30 days”.
  ///
  /// Words about keeping copies that a permission or an agreement lifts do not apply to copy under a contract.
  private func endsKeeping(_ clause: Clause) -> Bool {
    clause.action.isKind(of: .archive) && clause.condition == .none && action.leavesCopy
  }

  /// Whether an embargo covers the action: one on publishing covers everything that makes the story public.
  private func reachesPublication(_ clause: Clause) -> Bool {
    if clause.action.prohibits(action) { return true }
    return !action.staysInside && !action.isMining && [.publish, .communicate, .use].contains(clause.action)
  }
}

extension RightsStatement {
  /// The statement's embargo on publishing an item: the latest if there are several; nil if there is none.
  ///
  /// - Parameter item: supplies the agency's zone and the times of transmission and receipt.
  public func embargo(on item: ItemTerms) -> ItemTerms.Embargo? {
    let gates = clauses.filter { $0.effect == .prohibit }.flatMap(\.constraints)
      .filter { $0.kind == .timeBefore }
    let ends = gates.map { gate -> Instant? in
      guard case .span(_, let latest)? = TimeValue(gate)?.resolved(item: item, endOfDay: false) else {
        return nil
      }
      return latest
    }
    if let index = ends.firstIndex(of: nil) { return .unreadable(gates[index].value) }
    return ends.compactMap(\.self).max().map { .until($0) }
  }
}

extension Matter.Gate {
  /// Why the gate is closed.
  fileprivate func closed(at instant: Instant) -> Reason {
    switch kind {
    case .embargo: .embargoed(until: instant)
    case .use: .expired(at: instant)
    case .keeping: .retentionPassed(by: instant)
    }
  }
}

extension Constraint {
  /// Whether it is a limit in time.
  var isTime: Bool { kind == .timeBefore || kind == .timeAfter }
}
