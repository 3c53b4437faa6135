internal import WireText

extension Matter {
  /// The duties of a statement.
  func duties(of statement: SourcedStatement, isCondition: Bool) -> [DutyRuling] {
    statement.statement.duties.map { ruling(on: $0, of: statement, isCondition: isCondition) }
  }

  /// The duties that instructions on this item add to any permission, for instance a mandatory credit.
  func itemDuties() -> [DutyRuling] {
    party.statements.filter { $0.isInstruction || $0.statement.advisory != nil }
      .flatMap { duties(of: $0, isCondition: false) }
  }

  /// The verdict of a tier that permits, with or without duties.
  func permitted(
    _ tier: Tier, _ reason: Reason, _ terms: [CitedTerm], duties: [DutyRuling]
  ) -> Verdict {
    Verdict(
      outcome: duties.isEmpty ? .allow : .allowWithDuty, tier: tier, reason: reason, terms: terms,
      duties: duties)
  }

  /// A duty of a statement.
  func ruling(on duty: Duty, of statement: SourcedStatement, isCondition: Bool) -> DutyRuling {
    let forms = duty.kind == .credit ? duty.value.map(forms(ofCredit:)) ?? [] : []
    return ruling(
      on: duty.kind, forms: forms, value: duty.value, isRequest: duty.isRequest,
      isCondition: isCondition && !duty.isRequest, term: statement.cite(duty.evidence))
  }

  /// A duty and its state; for a credit without its own forms, the agency's accepted forms apply.
  func ruling(
    on kind: Duty.Kind, forms: [CreditForm], value: String?, isRequest: Bool, isCondition: Bool,
    term: CitedTerm
  ) -> DutyRuling {
    var result = DutyRuling(
      kind: kind, accepted: [value].compactMap { $0 }, isRequest: isRequest, isCondition: isCondition,
      state: .unknown, term: term)
    if kind == .credit {
      let forms = forms.isEmpty ? usualCredits : forms
      result.accepted = forms.map(\.text)
      result.state = creditState(forms)
    } else {
      result.state = state(of: kind, value)
    }
    return result
  }

  /// The accepted forms of a credit as written; the agency's own names are interchangeable.
  private func forms(ofCredit value: String) -> [CreditForm] {
    let wanted = foldedWords(value)
    let isOwn =
      party.name == nil && (item.names + item.creditForms.map(\.text)).contains { foldedWords($0) == wanted }
    return [CreditForm(value)].compactMap { $0 }
      + (isOwn ? item.creditForms.filter { foldedWords($0.text) != wanted } : [])
  }

  private var usualCredits: [CreditForm] {
    if let name = party.name { return [CreditForm(name)].compactMap { $0 } }
    if !item.creditForms.isEmpty { return item.creditForms }
    let holder = party.statements.lazy.compactMap(\.statement.holder?.name).first
    return [holder ?? item.names.first ?? item.agency].compactMap { $0.flatMap { CreditForm($0) } }
  }

  private func creditState(_ forms: [CreditForm]) -> DutyRuling.State {
    guard let places = evidence.credits else { return .unknown }
    // A credit without a name cannot be looked for.
    guard !forms.isEmpty else { return evidence.duties[.credit].map(Self.state) ?? .unknown }
    switch CreditCheck.find(forms, in: places, others: evidence.otherCredits) {
    case .accepted(let form): return .met(form.text)
    case .altered(let found, _): return .altered(found)
    case .missing: return .missing
    }
  }

  /// The state of other duties: from the evidence, else from the use.
  ///
  /// - Parameter value: the address or position that the duty names.
  func state(of kind: Duty.Kind, _ value: String? = nil) -> DutyRuling.State {
    if let isMet = evidence.duties[kind] { return Self.state(isMet) }
    switch kind {
    case .linkBack: return linkState(value)
    case .unaltered: return use.actions.contains(where: \.changesWords) ? .missing : .unknown
    case .wholeWork: return use.actions.contains(.excerpt) || isCut ? .missing : .unknown
    default: return .unknown
    }
  }

  /// Whether the draft links to an address; without an address, whether it has any link at all, since the source's
  /// pages are not known.
  private func linkState(_ value: String?) -> DutyRuling.State {
    guard let links = evidence.links else { return .unknown }
    guard !links.isEmpty else { return .missing }
    guard let wanted = value.flatMap(WebAddress.init) else { return .unknown }
    return links.first { WebAddress($0)?.isPart(of: wanted) == true }.map { .met($0) } ?? .missing
  }

  /// Whether too few of the item's words are taken for it to be reproduced in full.
  private var isCut: Bool {
    guard let words = use.extent.words, let all = use.extent.sourceWords else { return false }
    return Double(words) < Double(all) * Self.wholeShare
  }

  /// The least share of an item's words in a full copy: headlines, datelines and credits may be left out.
  private static let wholeShare = 0.8

  private static func state(_ isMet: Bool) -> DutyRuling.State { isMet ? .met("") : .missing }
}

extension [DutyRuling] {
  /// These duties, and of others those that ask for something else: their kind or the accepted forms differ.
  func adding(_ others: [DutyRuling]) -> [DutyRuling] {
    func demand(_ duty: DutyRuling) -> [String] { [duty.kind.rawValue] + duty.accepted }
    var known = Set(map(demand))
    return self + others.filter { known.insert(demand($0)).inserted }
  }
}
