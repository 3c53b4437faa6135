internal import WireRights
internal import WireText

/// Why a use is not allowed: a decision's ruling, classified by what the newsroom has to do about it.
struct Obstacle: Hashable {
  /// The kinds; each is the subject of one rule.
  enum Kind: Hashable {
    case withdrawn, embargoed, embargoUnclear
    case notInForce, retentionPassed, territory, channel, excerptExceeded
    case changesForbidden, commercialUseForbidden, quotation, creditOwed
    case prohibited, notLicensed, termsUnread, unclear
  }

  let kind: Kind
  let ruling: Ruling

  /// The obstacles in a decision: of its worst rulings, the most specific of each group.
  ///
  /// Withdrawals and embargoes are reported alone. A specific contract limit (territory, channel, time, extent) hides
  /// an obstacle that only says that something is prohibited.
  ///
  /// - Parameter coversContracts: whether all contracts are known, so that a missing contract means that there is
  ///   none.
  static func all(in decision: Decision, coversContracts: Bool) -> [Obstacle] {
    guard decision.outcome >= .needsReview else { return [] }
    var found: [Obstacle] = []
    // Rulings on publication are more relevant to a newsroom than those on the copying that precedes it.
    let worst =
      decision.worst.filter { $0.situation.action != .reproduce }
      + decision.worst.filter { $0.situation.action == .reproduce }
    for ruling in worst {
      let obstacle = Obstacle(
        kind: kind(of: ruling, coversContracts: coversContracts), ruling: ruling)
      if !found.contains(where: { $0.kind == obstacle.kind }) { found.append(obstacle) }
    }
    let best = found.map { rank($0.kind) }.min() ?? 0
    let kept = found.filter { rank($0.kind) == best }
    return best == 1 ? kept : Array(kept.sorted { order($0.kind) < order($1.kind) }.prefix(1))
  }

  /// Whether it says that the item may not be published at all, or not yet, by anybody.
  var isEmbargoOrWithdrawal: Bool { Self.rank(kind) == 0 }

  /// 0 for obstacles that are reported alone, 1 for limits of a permission, 2 for the rest.
  private static func rank(_ kind: Kind) -> Int {
    switch kind {
    case .withdrawn, .embargoed, .embargoUnclear: 0
    case .notInForce, .retentionPassed, .territory, .channel, .excerptExceeded, .changesForbidden,
      .commercialUseForbidden, .quotation, .creditOwed:
      1
    case .prohibited, .notLicensed, .termsUnread, .unclear: 2
    }
  }

  private static func order(_ kind: Kind) -> Int {
    switch kind {
    case .withdrawn, .prohibited: 0
    case .embargoed, .notLicensed: 1
    case .embargoUnclear, .termsUnread: 2
    default: 3
    }
  }

  /// The obstacle in one ruling.
  static func kind(of ruling: Ruling, coversContracts: Bool) -> Kind {
    switch ruling.reason {
    case .withdrawn, .held, .mayBeWithdrawn: return .withdrawn
    case .embargoed: return .embargoed
    case .embargoUnclear, .embargoedButDraft: return .embargoUnclear
    case .retentionPassed: return .retentionPassed
    case .excerptExceeded: return .excerptExceeded
    case .licenceForbidsChanges: return .changesForbidden
    case .licenceForbidsCommercialUse: return .commercialUseForbidden
    case .quotedBeyondLimits, .quotationRefused: return .quotation
    case .restricted(let limits), .factsUnknown(let limits):
      if limits.contains(.territory) { return .territory }
      return limits.contains(.channel) ? .channel : .prohibited
    case .contractProhibits, .expired: return .prohibited
    case .conditionUnmet:
      return ruling.duties.contains { duty in
        duty.isCondition
          && (duty.kind == .credit && !duty.isMet || duty.kind == .linkBack && duty.state == .missing)
      } ? .creditOwed : .unclear
    case let reason where reason.isUnreadTerms: return .termsUnread
    default: return kind(of: ruling.coverage, ruling, coversContracts: coversContracts)
    }
  }

  /// If notices decide, or no terms do, the contract's coverage shows what is missing.
  private static func kind(of coverage: Coverage, _ ruling: Ruling, coversContracts: Bool) -> Kind {
    switch coverage {
    case .notInForce: return .notInForce
    case .notCovered(_, let gaps):
      if gaps.contains(.territory) { return .territory }
      if gaps.contains(.channel) { return .channel }
      return gaps.contains(.extent) ? .excerptExceeded : .prohibited
    // A drafted contract that no person has confirmed does not count.
    case .unclear(_, let gaps) where gaps.isEmpty: return coversContracts ? .notLicensed : .unclear
    case .unclear: return .unclear
    case .noContract:
      if case .noticeProhibits = ruling.reason { return .prohibited }
      // A permission that may exist must not be reported as missing.
      if ruling.mayHaveUnreadLeave { return .termsUnread }
      return coversContracts ? .notLicensed : .unclear
    case .covered, .prohibited:
      return ruling.outcome == .violation ? .prohibited : .unclear
    }
  }
}

extension Ruling {
  /// Whether terms that could not be read may permit the use.
  var mayHaveUnreadLeave: Bool {
    doubts.contains { $0.effect == .mayPermit && $0.reason.isUnreadTerms }
  }

  /// The clause that limits the contract, if the contract does not cover the use.
  var limitingTerm: CitedTerm? {
    switch coverage {
    case .notInForce(let term, _), .notCovered(let term, _), .unclear(let term, _), .prohibited(let term):
      term
    case .noContract, .covered: nil
    }
  }
}

extension Reason {
  /// Whether the reason is that terms could not be fully read.
  var isUnreadTerms: Bool {
    switch self {
    case .noticeUnread, .noticeTruncated, .removalAsked, .holderUnclear, .licenceUnclear, .expiryUnclear: true
    default: false
    }
  }
}
