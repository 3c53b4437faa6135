import WireRights
import WireText
import Wirecheck

/// What to do next about a decision that does not allow a use as it was asked.
///
/// Every line follows from why the ruling is what it is, and names the flag of `policy ask` that would settle a fact.
struct DecisionAdvice {
  private let ruling: Ruling
  /// Whose leave would do, as people write it.
  private let grantor: String

  /// The advice on a decision, in the order of what weighs most; empty where nothing is to be done.
  ///
  /// - Parameters:
  ///   - decision: what was decided.
  ///   - grantor: whose leave would do; nil where nobody is known.
  static func lines(_ decision: Decision, grantor: String?) -> [String] {
    let advice = DecisionAdvice(ruling: decision.deciding, grantor: grantor ?? "the holder")
    var lines: [String] = []
    for line in advice.facts + advice.steps where !lines.contains(line) { lines.append(line) }
    return lines
  }

  private init(ruling: Ruling, grantor: String) {
    self.ruling = ruling
    self.grantor = grantor
  }

  // MARK: Facts

  /// The flags for what is not known and might change the answer.
  private var facts: [String] {
    guard ruling.outcome == .needsReview else { return [] }
    var lines = ruling.doubts.flatMap { step in
      switch step.reason {
      case .contractUnclear(let gaps): gaps.sorted { $0.rawValue < $1.rawValue }.compactMap(Self.fact)
      case .factsUnknown(let kinds): kinds.compactMap(Self.fact)
      case .licenceForbidsCommercialUse: [Self.fact(Constraint.Kind.purpose)].compactMap(\.self)
      case .noticeUnread, .noticeTruncated, .removalAsked, .holderUnclear, .mayBeWithdrawn, .expiryUnclear:
        next(after: step.reason)
      default: [] as [String]
      }
    }
    if case .conditionUnmet = ruling.reason { lines += duties }
    return lines
  }

  private static func fact(_ gap: Coverage.Gap) -> String? {
    switch gap {
    case .channel: fact(Constraint.Kind.channel)
    case .territory: fact(Constraint.Kind.territory)
    case .purpose: fact(Constraint.Kind.purpose)
    case .extent: fact(Constraint.Kind.wordLimit)
    case .service: "name the service that carried the item: --service"
    case .age: "say when the agency published the item: --published"
    case .action: nil
    }
  }

  private static func fact(_ kind: Constraint.Kind) -> String? {
    switch kind {
    case .channel: "name the channel: --channel"
    case .territory: "name the territory: --territory"
    case .purpose: "say what for, and whether the site earns money: --purpose, --commercial"
    case .wordLimit:
      "say how much is taken, and of how much: --words, --source-words; --characters or --sentences if they are counted"
    case .count: "say which use of the item this is: --count"
    case .timeBefore, .timeAfter: "say when the agency published the item: --published"
    case .recipient: nil
    }
  }

  /// The duties of which nothing shows that they are met.
  private var duties: [String] {
    ruling.duties.filter { !$0.isRequest && !$0.isMet }.map { duty in
      duty.kind == .credit
        ? "give the credit, and say how it stands: --credit"
        : "meet the duty, and say so: --met \(duty.kind.rawValue)"
    }
  }

  // MARK: Steps

  private var steps: [String] {
    ruling.outcome < .needsReview ? [] : next(after: ruling.reason)
  }

  private func next(after reason: Reason) -> [String] {
    switch reason {
    case .withdrawn: return ["do not use it, and take down what stands already"]
    case .held: return ["wait until the agency releases it"]
    case .mayBeWithdrawn: return ["ask the agency's desk which item its advisory means"]
    case .statusUnclear: return ["ask the agency's desk whether it may be used"]
    case .embargoed(let until): return ["publish at \(until.iso8601) or later"]
    case .embargoUnclear, .embargoedButDraft: return ["ask the agency's desk when the embargo ends"]
    case .expired, .expiryUnclear: return ["ask \(grantor) whether it may be used for longer"]
    case .retentionPassed: return ["take the copy down"]
    case .removalAsked: return ["ask \(grantor) whether the copy has to go now"]
    case .restricted:
      return ["leave it out there; a contract lifts it only where a clause names it under `waives:`"]
    case .noticeTruncated, .noticeUnread:
      return ["have the rights desk read the words, and enter what they say as a contract"]
    case .holderUnclear(let name): return ["ask \(name) or the agency whether the contract covers it"]
    case .contractUnreviewed: return ["have the draft read: wirecheck policy check --confirm FILE --by NAME"]
    case .contractProhibits: return ["do not, unless the agency agrees otherwise in writing"]
    case .excerptExceeded(_, let limit): return ["take \(limit) words at most"]
    case .licenceForbidsChanges: return ["take the words as they are, or ask \(grantor) for leave"]
    case .licenceForbidsCommercialUse, .licenceNarrowed: return [leave]
    case .licenceUnclear: return ["read the licence itself, or ask \(grantor) for leave"]
    case .quotedBeyondLimits, .quotationRefused: return ["shorten the quotation, or \(leave)"]
    case .conditionUnmet: return duties
    case .noticeProhibits(let condition): return [prohibited(condition)]
    case .rewritingNotNamed: return ["compare the words with the item's, or \(leave)"]
    case .reserved, .rightsUnknown, .miningUnmentioned, .permitOutweighed: return [leaveOrContract]
    default: return []
    }
  }

  private var leave: String { "ask \(grantor) for leave, and give its reference: --permission" }

  private func prohibited(_ condition: Condition) -> String {
    switch condition {
    case .withoutPermission: leaveOrContract
    case .withoutWrittenPermission: "ask \(grantor) for leave in writing: --permission, --written"
    case .withoutAgreement, .none, .beyondScope, .ifDutiesMet: contract
    }
  }

  private var leaveOrContract: String {
    if case .noContract = ruling.coverage { return "\(leave); or \(contract)" }
    return contract
  }

  /// What a contract would have to say.
  private var contract: String {
    switch ruling.coverage {
    case .notInForce(let term, .ended): "renew \(term.phrase), or ask for leave for this use: --permission"
    case .notInForce(let term, _): "wait until \(term.phrase) begins, or ask for leave for this use"
    case .notCovered(_, let gaps):
      "ask \(grantor) for a clause that permits \(ruling.situation.phrase)"
        + (gaps == [.age] ? " of older items" : "")
    case .unclear: "have the rights desk read the clause for this use"
    case .noContract, .covered, .prohibited:
      "enter the contract with \(grantor) in wirecheck.yaml, if there is one"
    }
  }
}
