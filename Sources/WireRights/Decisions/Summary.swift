internal import WireText

extension Decision {
  /// The decision as one plain sentence, without words of the copy.
  ///
  /// For instance: "publication on web in BG is permitted by clause 4.1 of NW-2024-07, with the credit "Northwire"".
  public var summary: String { deciding.summary }
}

extension Ruling {
  /// The ruling as one plain sentence, without words of the copy.
  public var summary: String {
    let subject = situation.phrase
    let basis = terms.first?.phrase ?? "nothing on file"
    let sentence: String =
      switch outcome {
      case .allow, .allowWithDuty: "\(subject) is \(leavePhrase)" + dutyPhrase
      case .needsReview: "\(subject) needs a person: \(reason.phrase(basis))" + limitPhrase
      case .violation: "\(subject) may not be done: \(reason.phrase(basis))" + limitPhrase
      }
    guard let notBefore else { return sentence }
    return sentence + ", not before \(notBefore.iso8601)"
  }

  /// What a permitted use rests on, without words of the copy; nil where nobody's leave is needed.
  public var basis: String? {
    switch reason {
    case .permissionOnFile(let reference): "the permission \(reference)"
    case .factsFree, .notReserved: nil
    default: terms.first?.phrase
    }
  }

  private var leavePhrase: String {
    switch reason {
    case .factsFree: "free: facts in new words are nobody's"
    case .notReserved: "free: the act is not reserved"
    default: "permitted by \(basis ?? "nothing on file")"
    }
  }

  /// What the newsroom's own contract lacks, if the decision is based on something else.
  private var limitPhrase: String {
    guard tier > .contract else { return "" }
    // “Nothing is said” holds only of what was understood.
    if tier == .standing, let unread = doubts.first(where: { $0.reason == .noticeUnread }) {
      return "; \(unread.reason.phrase(unread.terms.first?.phrase ?? "the notice"))"
    }
    if let step = trace.first(where: { $0.tier == .quotation }), step.effect == .passed,
      case .quotedBeyondLimits = step.reason
    {
      return "; \(step.summary)"
    }
    switch coverage {
    case .notInForce(let term, .ended): return "; \(term.phrase) is over"
    case .notInForce(let term, _): return "; \(term.phrase) has not begun"
    case .notCovered(let term, let gaps):
      return "; \(term.phrase) does not reach it\(Reason.list(gaps.map(\.words).sorted(), ": "))"
    case .unclear(let term, let gaps) where !gaps.isEmpty:
      return "; \(Reason.contractUnclear(gaps).phrase(term.phrase))"
    case .noContract, .unclear, .covered, .prohibited: return ""
    }
  }

  private var dutyPhrase: String {
    let phrases = duties.filter { !$0.isRequest }.map(\.phrase)
    return phrases.isEmpty ? "" : ", with \(phrases.joined(separator: " and "))"
  }
}

extension Situation {
  /// The situation in a few words, for instance `publication on web in BG`.
  public var phrase: String {
    var phrase = action.noun
    if let channel { phrase += " on \(channel)" }
    if let territory { phrase += territory == "worldwide" ? " worldwide" : " in \(territory)" }
    return phrase
  }
}

extension DutyRuling {
  fileprivate var phrase: String {
    guard kind == .credit else { return "the duty \"\(kind.rawValue)\"" }
    guard let form = accepted.first else { return "a credit" }
    return "the credit \"\(form)\""
  }
}

extension CitedTerm {
  /// What is cited, without its words, for instance `clause 4.1 of NW-2024-07`.
  public var phrase: String {
    switch origin {
    case .contract(_, let agreement, let clause, _):
      clause.map { "clause \($0) of \(agreement)" } ?? "contract \(agreement)"
    case .notice(let source, let holder, _):
      holder.map { "the notice of \($0)" } ?? "the notice in \(source)"
    case .licence(let id): "the licence \(id)"
    case .quotation(let profile): "the house limits for quoting (\(profile))"
    case .record: words
    }
  }
}

extension Action {
  /// The action as a noun, for instance `publication`.
  public var noun: String {
    switch self {
    case .use: "use"
    case .reproduce: "copying"
    case .publish: "publication"
    case .broadcast: "broadcasting"
    case .display: "display"
    case .communicate: "communication to the public"
    case .distribute: "distribution"
    case .redistribute: "redistribution"
    case .rewrite: "rewriting"
    case .derive: "adaptation"
    case .modify: "editing"
    case .translate: "translation"
    case .summarize: "summary"
    case .excerpt: "quotation"
    case .aggregate: "collection"
    case .index: "indexing"
    case .archive: "archiving"
    case .cache: "caching"
    case .print: "printing"
    case .link: "linking"
    case .frame: "framing"
    case .resell: "sale"
    case .sublicense: "sublicensing"
    case .scrape: "automated collection"
    case .tdm: "text and data mining"
    case .trainAI: "training of machine learning"
    case .aiInput: "input to a language model"
    case .remove: "removal"
    case .delete: "deletion"
    case .replace: "replacement"
    case .stopUse: "end of use"
    }
  }
}

extension Reason {
  /// Why a use is refused or needs review, as the end of a sentence.
  func phrase(_ basis: String) -> String {
    switch self {
    case .withdrawn: "the agency withdrew the item"
    case .held: "the agency holds the item back"
    case .mayBeWithdrawn: "an advisory that names no item known here may have withdrawn it"
    case .statusUnclear(let word): "nobody knows what its status “\(word)” means"
    case .embargoed(let until), .embargoedButDraft(.some(let until)):
      "it is under embargo until \(until.iso8601)"
    case .embargoUnclear, .embargoedButDraft: "it is under embargo, and when that ends cannot be told"
    case .embargoOver: "the embargo is over"
    case .expired(let at): "its time of use ended at \(at.iso8601)"
    case .expiryUnclear: "when its time of use ends cannot be told"
    case .restricted(let kinds): "\(basis) restricts the item\(Self.list(kinds.map(\.rawValue), " by "))"
    case .factsUnknown([]): "\(basis) is about a part of the material, and whether that is used is not known"
    case .factsUnknown(let kinds):
      "\(basis) depends on facts that are not known\(Self.list(kinds.map(\.fact), ": "))"
    case .conditionUnmet: "\(basis) permits it on conditions that are not shown to be met"
    case .noticeProhibits(.beyondScope):
      "\(basis) permits only what its terms cover, and those are not on file"
    case .noticeProhibits(let condition): "\(basis) prohibits it\(Self.unless(condition))"
    case .rewritingNotNamed:
      "\(basis) prohibits use and does not name rewriting; facts are free, and how close the words are is to be seen"
    case .noticeTruncated: "\(basis) breaks off"
    case .noticeUnread: "\(basis) has words that were not understood"
    case .holderUnclear(let name):
      "the copy names \(name) as holder, and it is not known whether the contract covers that"
    case .contractUnclear(let gaps):
      "\(basis) depends on facts that are not known\(Self.list(gaps.map(\.fact).sorted(), ": "))"
    case .contractProhibits: "\(basis) prohibits it"
    case .contractUnreviewed: "\(basis) is drafted, not confirmed, and a person must read it"
    case .excerptExceeded(let taken, let limit): "\(taken) words were taken and \(basis) permits \(limit)"
    case .retentionPassed(let by): "\(basis) asked for removal by \(by.iso8601)"
    case .removalAsked: "\(basis) asks for copies to be removed, and when is for a person to tell"
    case .licenceForbidsChanges: "\(basis) does not permit changed copies"
    case .licenceForbidsCommercialUse: "\(basis) does not permit commercial use"
    case .licenceUnclear(let id): "the terms of the licence \(id) are not known for this use"
    case .licenceNarrowed: "the notice is narrower than the licence that it names"
    case .quotedBeyondLimits: "the quotation goes beyond \(basis)"
    case .quotationRefused: "\(basis) refuses quotation"
    case .reserved: "rights are reserved by \(basis) and nothing is granted for this use"
    case .rightsUnknown: "nothing is known of the rights"
    case .miningUnmentioned: "nothing is said of machine learning for this use"
    default: basis
    }
  }

  static func list(_ names: [String], _ lead: String) -> String {
    names.isEmpty ? "" : lead + names.joined(separator: ", ")
  }

  private static func unless(_ condition: Condition) -> String {
    switch condition {
    case .withoutPermission: " without permission"
    case .withoutWrittenPermission: " without written permission"
    case .withoutAgreement: " without an agreement"
    case .none, .beyondScope, .ifDutiesMet: ""
    }
  }
}

extension Coverage.Gap {
  /// The fact that a clause depends on.
  fileprivate var fact: String {
    switch self {
    case .action: "what is done"
    case .channel: "the channel"
    case .territory: "the territory"
    case .purpose: "what for"
    case .service: "the service that carried the item"
    case .extent: "how much is taken"
    case .age: "when the agency published the item"
    }
  }
}

extension Constraint.Kind {
  /// The fact that a limit depends on.
  fileprivate var fact: String {
    switch self {
    case .territory: "the territory"
    case .channel: "the channel"
    case .purpose: "what for"
    case .recipient: "who receives it"
    case .wordLimit: "how much is taken"
    case .count: "how often it was used"
    case .timeBefore, .timeAfter: "the time"
    }
  }
}
