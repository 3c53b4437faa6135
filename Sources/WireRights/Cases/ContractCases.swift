extension Contract {
  /// Runs the contract's own cases.
  ///
  /// Each is decided for copy of the agency with all rights reserved, without further facts, while the draft is
  /// still being written: the cases test the terms, not the credit of some draft.
  public func caseResults(engine: DecisionEngine) -> [CaseResult] {
    cases.map { example in
      let decision = decision(on: example, engine: engine)
      return CaseResult(place: example.place, subject: example.name, verdict: verdict(on: example, decision))
    }
  }

  /// What the engine decides in a case.
  func decision(on example: ContractCase, engine: DecisionEngine) -> Decision {
    var item = ItemTerms(agency: agency, names: [agency], statements: [])
    item.published = example.published
    var use = Use(
      [example.action], on: example.channel.map { [$0.rawValue] } ?? [],
      in: example.territory.map { [$0.code] } ?? [], at: example.at, stage: .draft,
      purposes: [example.purpose ?? .newsReporting], isCommercial: example.isCommercial)
    use.extent.words = example.words
    return engine.decide(on: item, contracts: [self], use: use)
  }

  private func verdict(on example: ContractCase, _ decision: Decision) -> CaseResult.Verdict {
    if let clause = example.clause, !clauses.contains(where: { $0.id == clause }) {
      return .error("the contract has no clause `\(clause)`")
    }
    guard decision.outcome == example.expect else {
      return .failed("expected `\(example.expect.rawValue)`, came `\(decision.outcome.rawValue)`")
    }
    guard let clause = example.clause else { return .passed }
    let deciding = decision.deciding.terms.compactMap(\.contractClause)
    guard deciding.contains(clause) else {
      let came = deciding.first.map { "clause `\($0)`" } ?? "no clause"
      return .failed("expected clause `\(clause)` to decide, came \(came)")
    }
    return .passed
  }
}

extension CitedTerm {
  /// The number of the contract's clause that the decision cites.
  var contractClause: String? {
    guard case .contract(_, _, let clause, _) = origin else { return nil }
    return clause
  }
}
