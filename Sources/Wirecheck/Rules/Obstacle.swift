internal import WireRights
internal import WireText

/// What stands in the way of a use: a decision's ruling, told by what a newsroom has to do about it.
struct Obstacle: Hashable {
  /// The kinds, each the matter of one rule.
  enum Kind: Hashable {
    case withdrawn, embargoed, embargoUnclear
    case notInForce, retentionPassed, territory, channel, excerptExceeded
    case changesForbidden, commercialUseForbidden, quotation, creditOwed
    case prohibited, notLicensed, termsUnread, unclear
  }

  let kind: Kind
  let ruling: Ruling

  /// The obstacles of a decision: of its worst rulings, the most telling of each group.
  ///
  /// Withdrawals and gates stand alone. What says where a contract ends (territory, channel, time, extent) leaves
  /// out what says only that something is prohibited.
  ///
  /// - Parameter coversContracts: whether all contracts are known, so that none on file means that there is none.
  static func all(in decision: Decision, coversContracts: Bool) -> [Obstacle] {
    guard decision.outcome >= .needsReview else { return [] }
    var found: [Obstacle] = []
    // What is made public says more to a newsroom than the copying that comes before.
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

  /// Whether it says that the item may not be public at all, or not yet, whoever uses it.
  var isGate: Bool { Self.rank(kind) == 0 }

  /// 0 for what stands alone, 1 for what says where a leave ends, 2 for the rest.
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

  /// What stands in the way in one ruling.
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

  /// Where notices or silence decide, the contract's reach tells what is missing.
  private static func kind(of coverage: Coverage, _ ruling: Ruling, coversContracts: Bool) -> Kind {
    switch coverage {
    case .notInForce: return .notInForce
    case .notCovered(_, let gaps):
      if gaps.contains(.territory) { return .territory }
      if gaps.contains(.channel) { return .channel }
      return gaps.contains(.extent) ? .excerptExceeded : .prohibited
    // A drafted contract that nobody has read is none.
    case .unclear(_, let gaps) where gaps.isEmpty: return coversContracts ? .notLicensed : .unclear
    case .unclear: return .unclear
    case .noContract:
      if case .noticeProhibits = ruling.reason { return .prohibited }
      // A leave that may exist is no lack of one.
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

  /// The clause that says where the contract ends, where it does not reach the use.
  var limitingTerm: CitedTerm? {
    switch coverage {
    case .notInForce(let term, _), .notCovered(let term, _), .unclear(let term, _), .prohibited(let term):
      term
    case .noContract, .covered: nil
    }
  }
}

extension Reason {
  /// Whether terms stand in the way because nobody could read them as a whole.
  var isUnreadTerms: Bool {
    switch self {
    case .noticeUnread, .noticeTruncated, .removalAsked, .holderUnclear, .licenceUnclear, .expiryUnclear: true
    default: false
    }
  }
}
