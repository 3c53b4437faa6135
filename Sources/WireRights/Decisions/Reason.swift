public import WireText

/// Why a tier decided, doubted or passed.
public enum Reason: Sendable, Hashable {
  /// The tier does not apply to the item.
  case nothingFound

  // Withdrawal.
  /// The item was killed.
  case withdrawn
  /// The item is on hold.
  case held
  /// An advisory that names no known item may have withdrawn this one.
  case mayBeWithdrawn
  /// The status of the item is a word that is not known, so that it may be withdrawn or held; the word as written.
  case statusUnclear(String)

  // Time.
  /// The embargo has not ended.
  case embargoed(until: Instant)
  /// There is an embargo whose end cannot be determined; the words as written.
  case embargoUnclear(String)
  /// The embargo has ended or was lifted.
  case embargoOver
  /// The embargo applies to publication; the copy may be prepared.
  case embargoedButDraft(until: Instant?)
  /// The period of use of the item, or of its copies, ends only then.
  case endsLater(Instant)
  /// The period of use of the item has ended.
  case expired(at: Instant)
  /// There is an end of use that cannot be determined.
  case expiryUnclear(String)

  // Restrictions, notices.
  /// A restriction of this item applies, because of these limits.
  case restricted([Constraint.Kind])
  /// A restriction applies and the contract lifts it explicitly.
  case restrictionWaived
  /// A term depends on facts that are not known.
  case factsUnknown([Constraint.Kind])
  /// Permission is on file.
  case permissionOnFile(String)
  /// The notice permits the use.
  case noticePermits
  /// The notice permits the use and prohibits it in words at least as specific.
  case permitOutweighed
  /// The notice permits the use on a condition that is not met.
  case conditionUnmet
  /// The notice prohibits the use unless the condition is lifted.
  case noticeProhibits(Condition)
  /// The notice prohibits use and does not mention rewriting of its facts, which are free.
  case rewritingNotNamed
  /// The notice is truncated, so that it may say more.
  case noticeTruncated
  /// The notice has words that look like terms and were not understood.
  case noticeUnread
  /// The notice names a holder who is not known to be bound by the contract.
  case holderUnclear(String)

  // Contracts.
  /// No contract is on file.
  case noContract
  /// No contract is in force.
  case contractNotInForce
  /// No clause covers the use.
  case contractDoesNotReach(Set<Coverage.Gap>)
  /// Whether a clause covers the use depends on facts that are not known.
  case contractUnclear(Set<Coverage.Gap>)
  /// A clause permits the use.
  case contractPermits
  /// An unconfirmed contract that was drafted by machine covers the use.
  case contractUnreviewed
  /// A clause prohibits the use.
  case contractProhibits
  /// More is taken than the contract permits.
  case excerptExceeded(taken: Int, limit: Int)
  /// The copy has been online longer than the contract, or the item's own terms, permit.
  case retentionPassed(by: Instant)
  /// The item's terms require copies to be removed, without a time.
  case removalAsked

  // Public licences.
  /// A public licence permits the use.
  case licencePermits(String)
  /// The licence does not permit changes.
  case licenceForbidsChanges(String)
  /// The licence does not permit commercial use.
  case licenceForbidsCommercialUse(String)
  /// Remarks on the version of the licence, in addition to its terms.
  case licenceNotes(String)
  /// The licence is not known, or its version or elements are missing.
  case licenceUnclear(String)
  /// The notice is narrower than the licence that it names.
  case licenceNarrowed(String)

  // Quoting.
  /// The newsroom's limits for very short extracts permit so few words.
  case veryShortExtract(words: Int)
  /// The passage is quoted within the newsroom's limits.
  case quotedWithinLimits
  /// The quoted passage exceeds the newsroom's limits by less than double.
  case quotedBeyondLimits([QuotationLimits.Excess])
  /// The passage is quoted within the limits and the notice prohibits quotation.
  case quotationRefused
  /// The quotation limits do not apply.
  case notAQuotation

  // Defaults.
  /// Rights are reserved and nothing is granted.
  case reserved
  /// The item has only a copyright line, and facts in new words are free.
  case factsFree
  /// The act is not among the reserved ones.
  case notReserved
  /// Nothing is known about the item's rights.
  case rightsUnknown
  /// Nothing is said about machine learning or text and data mining.
  case miningUnmentioned
}

/// A clause or a recorded fact on which a ruling is based, with its own words.
public struct CitedTerm: Sendable, Hashable {
  /// The origin of the words.
  public enum Origin: Sendable, Hashable {
    /// A clause of a contract.
    case contract(agency: String, agreement: String, clause: String?, place: PolicyPlace)
    /// A notice: the format's own name of the field, and the bytes in the statement's text.
    case notice(source: String, holder: String?, range: TextRange)
    /// A public licence.
    case licence(id: String)
    /// The newsroom's limits for quoting.
    case quotation(profile: String)
    /// A recorded fact, for instance the time of an embargo.
    case record
  }
  /// The origin of the words.
  public var origin: Origin
  /// The words.
  public var words: String

  /// A term of the given parts.
  public init(_ origin: Origin, words: String) {
    self.origin = origin
    self.words = words
  }
}
