public import WireText

/// Why a tier decided, doubted or passed.
public enum Reason: Sendable, Hashable {
  /// The tier has nothing on the item.
  case nothingFound

  // Withdrawal.
  /// The item was killed.
  case withdrawn
  /// The item is on hold.
  case held
  /// An advisory that names no known item may have withdrawn this one.
  case mayBeWithdrawn

  // Time.
  /// The embargo has not ended.
  case embargoed(until: Instant)
  /// There is an embargo, and when it ends cannot be told; the words as written.
  case embargoUnclear(String)
  /// The embargo is over or lifted.
  case embargoOver
  /// The embargo holds for publication; preparing the copy is free.
  case embargoedButDraft(until: Instant?)
  /// The item's time of use, or of its copies, is not over before then.
  case endsLater(Instant)
  /// The item's time of use is over.
  case expired(at: Instant)
  /// There is an end of use, and when it is cannot be told.
  case expiryUnclear(String)

  // Restrictions, notices.
  /// A restriction of this item applies, by these limits.
  case restricted([Constraint.Kind])
  /// A restriction applies and the contract lifts it by name.
  case restrictionWaived
  /// A term asks for facts that are not known.
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
  /// The notice prohibits use and does not speak of new wording for its facts, which are free.
  case rewritingNotNamed
  /// The notice breaks off, so that it may hold more.
  case noticeTruncated
  /// The notice has words that look like terms and were not understood.
  case noticeUnread
  /// The notice names a holder of whom nobody knows whether the contract binds them.
  case holderUnclear(String)

  // Contracts.
  /// No contract is on file.
  case noContract
  /// No contract is in force.
  case contractNotInForce
  /// No clause reaches the use.
  case contractDoesNotReach(Set<Coverage.Gap>)
  /// Whether a clause reaches the use hangs on facts that are not known.
  case contractUnclear(Set<Coverage.Gap>)
  /// A clause permits the use.
  case contractPermits
  /// A contract that was drafted by machine, and that nobody confirmed, speaks of the use.
  case contractUnreviewed
  /// A clause prohibits the use.
  case contractProhibits
  /// More was taken than the contract permits.
  case excerptExceeded(taken: Int, limit: Int)
  /// The copy has stood longer than the contract permits, or the item's own terms.
  case retentionPassed(by: Instant)
  /// The item's terms ask for copies to be removed, and do not say when.
  case removalAsked

  // Public licences.
  /// A public licence permits the use.
  case licencePermits(String)
  /// The licence does not permit changes.
  case licenceForbidsChanges(String)
  /// The licence does not permit commercial use.
  case licenceForbidsCommercialUse(String)
  /// What holds for the version of the licence, beside its terms.
  case licenceNotes(String)
  /// The licence is not known, or its version or elements are missing.
  case licenceUnclear(String)
  /// The notice is narrower than the licence that it names.
  case licenceNarrowed(String)

  // Quoting.
  /// So little is taken that the newsroom's limits for very short extracts leave it free.
  case veryShortExtract(words: Int)
  /// The passage is quoted within the newsroom's limits.
  case quotedWithinLimits
  /// The passage is quoted beyond the limits by less than double.
  case quotedBeyondLimits([QuotationLimits.Excess])
  /// The passage is quoted within the limits and the notice refuses quotation.
  case quotationRefused
  /// The limits for quoting do not apply.
  case notAQuotation

  // Where nothing is said.
  /// Rights are reserved and nothing is granted.
  case reserved
  /// Only a copyright line stands on the item, and facts in new words are nobody's.
  case factsFree
  /// The act is not among those that are reserved.
  case notReserved
  /// Nothing is known of the item's rights.
  case rightsUnknown
  /// Nothing is said of machine learning or text and data mining.
  case miningUnmentioned
}

/// A clause, or a fact of record, that a ruling rests on, with its own words.
public struct CitedTerm: Sendable, Hashable {
  /// Where the words stand.
  public enum Origin: Sendable, Hashable {
    /// A clause of a contract.
    case contract(agency: String, agreement: String, clause: String?, place: PolicyPlace)
    /// A notice: the format's own name of the field, and the bytes in the statement's text.
    case notice(source: String, holder: String?, range: TextRange)
    /// A public licence.
    case licence(id: String)
    /// The newsroom's limits for quoting.
    case quotation(profile: String)
    /// A fact of record, for instance the time of an embargo.
    case record
  }
  /// Where the words stand.
  public var origin: Origin
  /// The words.
  public var words: String

  /// A term of the given parts.
  public init(_ origin: Origin, words: String) {
    self.origin = origin
    self.words = words
  }
}
