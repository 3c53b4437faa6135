internal import WireText

extension Matter {
  /// Tier 2: before the end of an embargo nothing is made public; after an expiry nothing is used.
  ///
  /// A gate whose time cannot be read is taken as closed, for a person to check. Preparing a draft is free.
  func timeGateTier() -> TierFinding {
    var finding = TierFinding()
    for gate in gates() where finding.verdict == nil { examine(gate, into: &finding) }
    finding.passIfSilent(.timeGate)
    return finding
  }

  private struct Gate {
    var isEmbargo: Bool
    /// Whether the use lies in the forbidden time.
    var isClosed: Truth
    /// The instant at which it opens or closes, where known.
    var instant: Instant?
    var raw: String
    var term: CitedTerm
  }

  private func examine(_ gate: Gate, into finding: inout TierFinding) {
    switch (gate.isEmbargo, gate.isClosed) {
    case (_, .no):
      finding.add(.timeGate, .passed, gate.isEmbargo ? .embargoOver : .nothingFound, [gate.term])
    case (true, _) where !isPublishing || action.staysInside:
      finding.add(.timeGate, .passed, .embargoedButDraft(until: gate.instant), [gate.term])
      finding.notBefore = [finding.notBefore, gate.instant].compactMap { $0 }.max()
    case (_, .yes):
      let instant = gate.instant ?? use.instant
      let verdict = Verdict(
        outcome: .violation, tier: .timeGate,
        reason: gate.isEmbargo ? .embargoed(until: instant) : .expired(at: instant), terms: [gate.term])
      finding.steps.append(verdict.step)
      finding.verdict = verdict
    case (true, .unknown):
      finding.add(.timeGate, .mayProhibit, .embargoUnclear(gate.raw), [gate.term])
    case (false, .unknown):
      finding.add(.timeGate, .mayProhibit, .expiryUnclear(gate.raw), [gate.term])
    }
  }

  private func gates() -> [Gate] {
    recordedGates() + party.statements.flatMap(gates(in:))
  }

  private func recordedGates() -> [Gate] {
    var gates: [Gate] = []
    if let embargo = item.embargo, !isReleasedOnRecord {
      gates.append(gate(embargo))
    }
    if let expires = item.expires, !action.staysInside {
      gates.append(
        Gate(
          isEmbargo: false, isClosed: Truth(use.instant >= expires), instant: expires, raw: "",
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
        isEmbargo: true, isClosed: Truth(use.instant < instant), instant: instant, raw: "",
        term: CitedTerm(.record, words: "embargo until \(instant.iso8601)"))
    case .untilReleased:
      Gate(
        isEmbargo: true, isClosed: .unknown, instant: nil, raw: "",
        term: CitedTerm(.record, words: "embargo until released"))
    case .unreadable(let raw):
      Gate(
        isEmbargo: true, isClosed: .unknown, instant: nil, raw: raw,
        term: CitedTerm(.record, words: "embargo: \(raw)"))
    }
  }

  private func gates(in statement: SourcedStatement) -> [Gate] {
    statement.statement.clauses.flatMap { clause -> [Gate] in
      guard clause.effect == .prohibit, reachesPublication(clause) else { return [] }
      var others = clause
      others.constraints.removeAll { $0.isTime }
      let scope = applies(others, of: statement.statement)
      return clause.constraints.filter(\.isTime).compactMap { constraint in
        let isEmbargo = constraint.kind == .timeBefore
        if isEmbargo && isReleased(statement) { return nil }
        let time = holds(constraint, for: .prohibit, in: statement.statement)
        return Gate(
          isEmbargo: isEmbargo, isClosed: .all([scope, time]),
          instant: instant(of: constraint, isEmbargo: isEmbargo), raw: constraint.value,
          term: statement.cite(clause.evidence))
      }
    }
  }

  /// The instant of a gate: the later end of an embargo that is in doubt, the earlier end of use.
  private func instant(of constraint: Constraint, isEmbargo: Bool) -> Instant? {
    let value = TimeValue(constraint)?.resolved(item: item, endOfDay: !isEmbargo)
    guard case .span(let earliest, let latest)? = value else { return nil }
    return isEmbargo ? latest : earliest
  }

  /// An embargo on publishing is one on everything that brings the story out, in whatever words.
  private func reachesPublication(_ clause: Clause) -> Bool {
    if clause.action.prohibits(action) { return true }
    return !action.staysInside && !action.isMining && [.publish, .communicate, .use].contains(clause.action)
  }
}

extension RightsStatement {
  /// The embargo that the statement puts on making an item public: the last where there are several; nil for none.
  ///
  /// - Parameter item: gives the agency's zone, and when the item came.
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

extension Constraint {
  /// Whether it is a limit in time.
  var isTime: Bool { kind == .timeBefore || kind == .timeAfter }
}
