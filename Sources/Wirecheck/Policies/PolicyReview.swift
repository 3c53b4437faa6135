public import WireRights
public import WireText

/// Reviews a newsroom's contracts: clauses that contradict or never decide, expired contracts, failing cases,
/// unconfirmed readings.
public struct PolicyReview: Sendable {
  /// All findings, in the order of the contracts.
  public private(set) var findings: [PolicyFinding] = []

  /// Reviews the contracts.
  ///
  /// - Parameters:
  ///   - newsroom: the newsroom.
  ///   - now: the instant at which expired contracts are determined.
  ///   - page: returns the current version of the page that a contract was drafted from; nil if it cannot be read.
  public init(_ newsroom: Newsroom, at now: Instant, page: (Contract) -> TermsPage?) {
    for concern in ContractReview.concerns(in: newsroom.contracts, at: now) { add(concern) }
    for contract in newsroom.contracts {
      addChanges(of: contract, page: page(contract))
      for result in contract.caseResults(engine: newsroom.engine) { add(result) }
    }
  }

  private mutating func add(_ concern: ContractConcern) {
    let words = [concern.term, concern.other].compactMap { $0?.words }
    let place = concern.term.place
    switch concern.kind {
    case .contradiction:
      findings.append(PolicyFinding(PolicyRules.contradiction, concern.message, place: place, words: words))
    case .ended, .ending:
      findings.append(PolicyFinding(PolicyRules.ending, concern.message, place: place, words: words))
    case .unreviewed:
      findings.append(PolicyFinding(PolicyRules.unreviewed, concern.message, place: place, words: words))
    case .tooMany:
      findings.append(
        PolicyFinding(
          rule: nil, name: "too-many-clauses", message: concern.message, place: place, words: [],
          help: "Merge clauses that say the same"))
    case .unreachable:
      findings.append(
        PolicyFinding(
          rule: nil, name: "clause-unreachable", message: concern.message, place: place, words: words,
          help: "Remove the clause, or narrow the one that takes its place"))
    }
  }

  private mutating func addChanges(of contract: Contract, page: TermsPage?) {
    let name = "contract \(contract.agreement) with \(contract.agency)"
    if let confirmation = contract.confirmation, let terms = confirmation.terms,
      terms != contract.termsDigest
    {
      findings.append(
        PolicyFinding(
          PolicyRules.unreviewed, "the terms of \(name) changed since \(confirmation.by) confirmed them",
          place: contract.place, words: []))
    }
    if let digest = contract.draft?.digest, let page, page.digest != digest {
      findings.append(
        PolicyFinding(
          PolicyRules.unreviewed, "the page that \(name) was drafted from has changed",
          place: contract.place, words: []))
    }
  }

  private mutating func add(_ result: CaseResult) {
    let message: String
    switch result.verdict {
    case .passed: return
    case .failed(let what): message = "the case “\(result.subject)” fails: \(what)"
    case .error(let what): message = "the case “\(result.subject)” cannot be run: \(what)"
    }
    findings.append(
      PolicyFinding(
        rule: nil, name: "case-failed", message: message, place: result.place, words: [],
        help: "Correct the clause, or what the case expects"))
  }
}

extension CitedTerm {
  /// The place of a contract's term; nil for other terms.
  var place: PolicyPlace? {
    if case .contract(_, _, _, let place) = origin { return place }
    return nil
  }
}

extension Contract {
  /// SHA-256 of the terms, `sha256:…`, by which changes are detected.
  public var termsDigest: String { "sha256:" + sha256(fields: termLines) }
}
