internal import WireMatching
internal import WireYAML
internal import WireDocuments
internal import WireRights
internal import WireText

extension MatchRecord {
  init(_ usage: Usage, of reuse: ItemReuse, draftWords: Int) {
    let source = reuse.sourceShare(of: usage)
    self.init(
      kind: usage.kind, words: usage.words, identical: usage.identical, longestRun: usage.longestRun,
      draftPermille: min(1000, usage.words * 1000 / max(1, draftWords)), sourcePermille: source,
      attribution: usage.attribution, score: usage.score, disguised: usage.disguised,
      facts: usage.facts.map { [$0.shared, $0.all] })
  }
}

extension ItemReuse {
  /// The share of the item's words that are in a usage's passages, in thousandths.
  fileprivate func sourceShare(of usage: Usage) -> Int {
    if usage.isTranslation { return 1000 }
    let taken = content.words(in: usage.passages.map(\.source).merged())
    return min(1000, taken * 1000 / max(1, sourceWords))
  }
}

extension DocumentUses {
  /// - Parameters:
  ///   - scope: the places of publication that were decided on.
  ///   - isSecret: whether the document, or an item that it uses, is under embargo, so that its headline must
  ///     not be shown.
  init(_ draft: Draft, _ uses: [UseRecord], _ scope: UseScope, isSecret: Bool) {
    let document = draft.document
    self.init(
      document: draft.record, title: isSecret ? nil : document.headline, url: document.address,
      publishedAt: document.time(.published)?.instant?.iso8601, scope: scope, uses: uses)
  }
}

extension UseRecord {
  init(_ usage: Usage, of reuse: ItemReuse, draftWords: Int, _ newsroom: Newsroom) {
    let record = reuse.state.record
    let deciding = usage.decision.deciding
    var agreement: String?
    var clause: String?
    // A quotation within the house limits rests on these, whatever a contract says of other uses.
    let terms = deciding.tier == .quotation ? [] : deciding.terms
    // What a contract does not reach and something else permits rests on that.
    let isPermitted = deciding.outcome < .needsReview
    let limiting = isPermitted || deciding.tier == .quotation ? nil : deciding.limitingTerm
    for term in terms + [limiting].compactMap(\.self) {
      guard agreement == nil, case .contract(_, let number, let id, _) = term.origin else { continue }
      agreement = number
      clause = id
    }
    let credit = usage.decision.duties.first { $0.kind == .credit && !$0.isRequest }
    self.init(
      agency: record.agency, agencyName: newsroom.name(ofAgency: record.agency), item: reuse.match.source,
      version: record.version, sourcePublishedAt: reuse.state.entry.time?.iso8601, words: usage.words,
      identical: usage.identical, longestRun: usage.longestRun,
      draftPermille: min(1000, usage.words * 1000 / max(1, draftWords)),
      sourcePermille: reuse.sourceShare(of: usage), kind: usage.kind, attribution: usage.attribution,
      outcome: usage.decision.outcome.rawValue, agreement: agreement, clause: clause,
      basis: isPermitted && agreement == nil ? deciding.publicBasis : nil, creditOK: credit?.isMet,
      duties: OwedDuty.all(of: usage.decision),
      removeBy: isPermitted ? usage.decision.rulings.compactMap(\.removeBy).min()?.iso8601 : nil)
  }
}

extension Ruling {
  /// What a permission rests on where no contract gives it; nil for the limits for quoting, which are told otherwise.
  fileprivate var publicBasis: String? {
    if case .permissionOnFile = reason { return basis }
    switch terms.first?.origin {
    case .notice, .licence: return basis
    case .contract, .quotation, .record, nil: return nil
    }
  }
}

extension OwedDuty {
  /// The duties of a permitted use other than the credit; nil if there are none.
  static func all(of decision: Decision) -> [OwedDuty]? {
    guard decision.outcome == .allowWithDuty else { return nil }
    var owed: [OwedDuty] = []
    for duty in decision.duties where duty.kind != .credit && !duty.isRequest {
      let state: State =
        switch duty.state {
        case .met: .met
        case .missing, .altered: .missing
        case .unknown: .open
        }
      if !owed.contains(where: { $0.kind == duty.kind.rawValue }) {
        owed.append(OwedDuty(kind: duty.kind.rawValue, state: state))
      }
    }
    return owed.isEmpty ? nil : owed
  }
}

extension Term {
  /// A cited term as a record, with the facts on which its ruling is based.
  init(_ term: CitedTerm, ruling: Ruling?, isSecret: Bool) {
    self.init(
      origin: .standing, policy: "", clause: nil, agreement: nil, path: nil, line: nil, column: nil,
      words: term.words(isSecret: isSecret),
      decision: ruling?.outcome.rawValue ?? Outcome.needsReview.rawValue,
      facts: Self.facts(of: ruling))
    switch term.origin {
    case .contract(let agency, let number, let id, let place):
      (origin, policy, agreement, clause) = (.contract, agency, number, id)
      (path, line, column) = (place.file, place.position.line, place.position.column)
    case .notice(let source, let holder, _):
      (origin, policy) = (.notice, holder ?? (source == "body" ? "the item" : "the item (\(source))"))
    case .licence(let id): (origin, policy) = (.licence, id)
    case .quotation(let profile): (origin, policy) = (.quotation, profile)
    case .record: (origin, policy) = (.standing, "record")
    }
  }

  private static func facts(of ruling: Ruling?) -> [String: String] {
    guard let ruling else { return [:] }
    var facts = ["action": ruling.situation.action.rawValue]
    facts["channel"] = ruling.situation.channel
    facts["territory"] = ruling.situation.territory
    return facts
  }
}

extension CitedTerm {
  /// The words, unless they are part of the text of an item under embargo.
  fileprivate func words(isSecret: Bool) -> String {
    guard isSecret, case .notice(source: "body", _, _) = origin else { return words }
    return "words of the text, not shown before the embargo ends"
  }
}

extension Finding.Step {
  init(_ step: Step, isSecret: Bool) {
    self.init(
      tier: step.tier.name, effect: step.effect.phrase, terms: step.terms.map { $0.words(isSecret: isSecret) }
    )
  }
}

extension Tier {
  /// The tier's name as shown to users.
  var name: String {
    switch self {
    case .withdrawal: "withdrawal"
    case .timeGate: "time gate"
    case .itemRestriction: "restriction of the item"
    case .contract: "contract"
    case .publicLicence: "public licence"
    case .explicitPermit: "permit of the notice"
    case .explicitProhibition: "prohibition of the notice"
    case .quotation: "limits for quoting"
    case .standing: "standing rule"
    }
  }
}

extension Step.Effect {
  /// What the tier did, in a few words.
  var phrase: String {
    switch self {
    case .passed: "passed"
    case .mayProhibit: "may prohibit: a fact is not known"
    case .mayPermit: "may permit: a fact is not known"
    case .decided(let outcome): "decided: \(outcome.rawValue)"
    }
  }
}
