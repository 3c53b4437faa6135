internal import WireText

extension Matter {
  /// Tier 5: public licences that the item or its notices name.
  ///
  /// A licence on a picture or another work does not cover the text, no licence covers material of third parties,
  /// and a notice that is narrower than the licence it names takes precedence over it.
  func publicLicenceTier() -> TierFinding {
    let named = namedLicences()
    guard !action.isMining, !named.isEmpty else { return .passed(.publicLicence) }
    var finding = TierFinding()
    var verdicts: [Verdict] = []
    for licence in named {
      var single = TierFinding()
      examine(licence, into: &single)
      finding.steps += single.steps
      if let verdict = single.verdict { verdicts.append(verdict) }
    }
    // Licences of one holder on one item are combined: the strictest applies, in whatever order they are.
    finding.verdict = verdicts.max { $0.outcome < $1.outcome }
    return finding
  }

  private struct NamedLicence {
    var reference: String
    var term: CitedTerm
    var statement: SourcedStatement?
  }

  private func namedLicences() -> [NamedLicence] {
    let inNotices = party.statements.compactMap { statement -> NamedLicence? in
      guard let licence = statement.statement.licence, licence.target == nil else { return nil }
      return NamedLicence(reference: licence.id, term: statement.cite(licence.evidence), statement: statement)
    }
    let inFields =
      party.name != nil
      ? []
      : item.licences.map {
        NamedLicence(reference: $0, term: CitedTerm(.licence(id: $0), words: $0), statement: nil)
      }
    return inNotices + inFields
  }

  private func examine(_ named: NamedLicence, into finding: inout TierFinding) {
    guard let licence = engine.licences.terms(for: named.reference) else {
      return finding.add(.publicLicence, .mayPermit, .licenceUnclear(named.reference), [named.term])
    }
    let terms = [CitedTerm(.licence(id: named.reference), words: licence.title), named.term]
    if let breach = breach(of: licence, reference: named.reference, terms: terms) {
      switch breach {
      case .certain(let reason):
        let verdict = Verdict(outcome: .violation, tier: .publicLicence, reason: reason, terms: terms)
        finding.steps.append(verdict.step)
        finding.verdict = verdict
        return
      case .possible(let reason):
        finding.add(.publicLicence, .mayProhibit, reason, terms)
      }
    }
    switch reach(of: licence.permits, for: .permit) {
    case .no where !licence.permits.contains(where: { $0.actions.contains { $0.permits(action) } }):
      finding.add(.publicLicence, .passed, .nothingFound, terms)
    case .no, .unknown:
      finding.add(.publicLicence, .mayPermit, .licenceUnclear(named.reference), terms)
    case .yes:
      grant(licence, named: named, terms: terms, into: &finding)
    }
  }

  private func grant(
    _ licence: LicenceTerms, named: NamedLicence, terms: [CitedTerm], into finding: inout TierFinding
  ) {
    if let narrower = named.statement.flatMap(narrowing) {
      return finding.add(.publicLicence, .passed, .licenceNarrowed(named.reference), terms + [narrower])
    }
    let stated = statedDuties(named)
    // How the author wants to be credited is what the licence asks for.
    let isCreditStated = stated.contains { $0.kind == .credit && !$0.accepted.isEmpty && !$0.isRequest }
    let own = licence.duties.filter { isOwed($0) && !($0 == .credit && isCreditStated) }
    let owed =
      own.map {
        ruling(on: $0, forms: [], value: nil, isRequest: false, isCondition: false, term: terms[0])
      } + stated
    let verdict = permitted(.publicLicence, .licencePermits(named.reference), terms, duties: owed)
    let notes = licence.notes(for: licence.version(namedBy: named.reference))
    if !notes.isEmpty {
      finding.add(
        .publicLicence, .passed, .licenceNotes(named.reference),
        notes.map { CitedTerm(.licence(id: named.reference), words: $0.text) })
    }
    finding.steps.append(verdict.step)
    finding.verdict = verdict
  }

  /// The duties that stand beside a licence: in the same notice, in instructions on the item, and in fields that state
  /// nothing but a duty, such as Creative Commons' `attributionName`.
  private func statedDuties(_ named: NamedLicence) -> [DutyRuling] {
    let beside = party.statements.filter { $0.statement.statesOnlyDuties }
    let stated = ([named.statement].compactMap(\.self) + beside).flatMap {
      duties(of: $0, isCondition: false)
    }
    return [].adding(stated + itemDuties())
  }

  /// The duties to indicate changes and to share alike apply to changed copies only.
  private func isOwed(_ duty: Duty.Kind) -> Bool {
    (duty != .shareAlike && duty != .indicateChanges) || use.actions.contains(where: \.changesWords)
  }

  private enum Breach {
    case certain(Reason)
    case possible(Reason)
  }

  private func breach(of licence: LicenceTerms, reference: String, terms: [CitedTerm]) -> Breach? {
    var doubt: Reason?
    for rule in licence.prohibits where rule.actions.contains(where: { $0.prohibits(action) }) {
      let reason: Reason =
        rule.purpose == .commercial
        ? .licenceForbidsCommercialUse(reference) : .licenceForbidsChanges(reference)
      switch holds(rule, for: .prohibit) {
      case .yes: return .certain(reason)
      case .unknown: doubt = doubt ?? reason
      case .no: break
      }
    }
    return doubt.map(Breach.possible)
  }

  private func reach(of rules: [LicenceTerms.Rule], for effect: Effect) -> Truth {
    let truths = rules.filter { $0.actions.contains { $0.permits(action) } }.map { holds($0, for: effect) }
    if truths.contains(.yes) { return .yes }
    return truths.contains(.unknown) ? .unknown : .no
  }

  private func holds(_ rule: LicenceTerms.Rule, for effect: Effect) -> Truth {
    let limits =
      [rule.purpose.map { Constraint(.purpose, $0.rawValue) }].compactMap { $0 }
      + [rule.territory.map { Constraint(.territory, $0.code) }].compactMap { $0 }
    return .all(limits.map { holds($0, for: effect, in: RightsStatement(text: "")) })
  }

  /// A clause of the same notice that prohibits the use in spite of the licence.
  ///
  /// The licence is the permission that "without permission" refers to; it does not lift an absolute prohibition.
  private func narrowing(_ statement: SourcedStatement) -> CitedTerm? {
    let clause = statement.statement.clauses.first { clause in
      isProhibited(by: clause) && !clause.constraints.contains(where: \.isTime)
        && clause.condition != .withoutPermission
        && applies(clause, of: statement.statement) != .no
    }
    return clause.map { statement.cite($0.evidence) }
  }
}

extension RightsStatement {
  /// Whether it states duties and nothing else.
  fileprivate var statesOnlyDuties: Bool {
    !duties.isEmpty && clauses.isEmpty && licence == nil && holder == nil && residue.isEmpty
  }
}
