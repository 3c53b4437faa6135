internal import WireDocuments
internal import WireRights
internal import WireText

/// A document's restriction on its own publication: an embargo, a kill or a hold in its fields, its notes to editors
/// or its text, or an embargo in its headline label.
///
/// Such words come with pasted copy, or from the desk itself; either way they bind the publisher. A page head is such
/// a note: press releases have their embargo there.
struct DocumentHold {
  /// Why the document may not be published.
  let reason: Reason
  private let ruling: Ruling
  private let term: CitedTerm?
  private let places: Observation.Places

  /// The restriction if it is in force, or if its end cannot be determined; nil if there is none, or it has ended.
  init?(of draft: Draft, _ newsroom: Newsroom, on occasion: Occasion) {
    let orders = draft.notices.filter(\.statement.holdsItem)
    guard
      !orders.isEmpty || draft.document.embargo != nil
        || HeadlineLabel.ownEmbargo(of: draft.document, newsroom.notices) != nil
        || newsroom.notices.statements(inFieldsOf: draft.document).contains(where: \.holdsItem)
    else { return nil }
    var terms = newsroom.terms(of: draft.document)
    // A draft is still to be released by those who check it.
    if draft.document.status?.value != .unknown { terms.unknownStatus = nil }
    terms.homeZone = terms.homeZone ?? newsroom.site.timeZone
    terms.published = terms.published ?? occasion.now
    if let end = draft.document.embargo.flatMap({ newsroom.end(of: $0, on: terms) }) {
      terms.embargo = .until(end)
    }
    let use = Use(
      [.publish], on: occasion.channels(of: draft.document, newsroom.site),
      in: occasion.territories(of: draft.document, newsroom.site), at: occasion.instant(of: draft.document),
      stage: occasion.stage)
    ruling = newsroom.engine.decide(on: terms, contracts: [], use: use, evidence: Evidence()).deciding
    if ruling.tier <= .timeGate, ruling.outcome >= .needsReview {
      (reason, term) = (ruling.reason, ruling.terms.first)
    } else if let doubt = ruling.doubts.first(where: { $0.reason.isEmbargo }) {
      (reason, term) = (doubt.reason, doubt.terms.first)
    } else {
      return nil
    }
    places = orders.isEmpty ? .document : .body(orders.map(\.range))
  }

  /// Whether it is a kill or a hold.
  var isWithdrawal: Bool { ruling.tier == .withdrawal }

  /// The restriction as an observation of a rule; a refusal has the rule's level.
  func observation(of rule: RuleDescription, fact: String? = nil, help: String? = nil) -> Observation {
    let isUnclear = reason != ruling.reason
    return Observation(
      level: ruling.outcome == .violation ? rule.level : min(rule.level, .warning),
      message: isUnclear
        ? "the document itself is under embargo, and when that ends cannot be told"
        : "the document itself: \(ruling.summary)",
      places: places, ruling: ruling, term: term, fact: fact ?? "the document's own words to editors",
      help: [help ?? rule.help])
  }
}

extension Reason {
  /// Whether there is an embargo whose end cannot be determined.
  fileprivate var isEmbargo: Bool {
    if case .embargoUnclear = self { return true }
    return false
  }
}

extension RightsStatement {
  /// Whether it keeps what it is about from being published, for good or for a time.
  fileprivate var holdsItem: Bool { [.kill, .hold, .embargo].contains(advisory?.kind) }
}
