internal import WireText

extension Step {
  /// The tier's finding as one plain sentence, without words of the copy.
  public var summary: String {
    let basis = terms.first?.phrase ?? "nothing on file"
    return reason.finding(basis) ?? reason.phrase(basis)
  }
}

extension Reason {
  /// The finding of a tier that decided nothing or permitted; nil for one that speaks against the use.
  fileprivate func finding(_ basis: String) -> String? {
    switch self {
    case .endsLater(let end): "\(basis) leaves time until \(end.iso8601)"
    case .nothingFound: "there is nothing on this"
    case .restrictionWaived: "\(basis) restricts the item, and the contract lifts that by name"
    case .permissionOnFile(let reference): "permission is on file: \(reference)"
    case .noticePermits, .contractPermits, .licencePermits: "\(basis) permits it"
    case .permitOutweighed: "\(basis) permits it, and as specific words prohibit it"
    case .noContract: "no contract is on file with the holder"
    case .contractNotInForce: "\(basis) is not in force at that time"
    case .contractDoesNotReach(let gaps):
      "\(basis) does not reach it\(Self.list(gaps.map(\.words).sorted(), ": "))"
    case .licenceNotes(let id): "what holds beside the terms of \(id)"
    case .veryShortExtract(let words): "\(words) words are a very short extract by \(basis)"
    case .quotedWithinLimits: "it is quoted within \(basis)"
    case .notAQuotation: "it is no quotation that the limits are about"
    case .factsFree: "\(basis) reserves the words, and facts in new words are free"
    case .notReserved: "the act is not reserved"
    default: nil
    }
  }
}

extension Coverage.Gap {
  /// Why a clause does not cover a use, in words.
  public var words: String {
    switch self {
    case .action: "it is for another act"
    case .channel: "it is for another channel"
    case .territory: "it is for another territory"
    case .purpose: "it is for another purpose"
    case .service: "it is for another service"
    case .extent: "it is for less of the item"
    case .age: "it is for younger items"
    }
  }
}
