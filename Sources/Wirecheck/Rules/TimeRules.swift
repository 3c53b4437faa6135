internal import WireRights
internal import WireText

/// WC301: copy published before its embargo ends.
enum EmbargoBroken: Rule {
  static let description = RuleDescription(
    id: "WC301", name: "embargo-broken", level: .error,
    title: "The document would be public before the embargo of an item in it ends",
    explanation: """
      Fires when the time of publication (the document's own, else now) lies before the end of the embargo that the \
      item's newest version carries, or that the document itself states in its fields or its text. The item's words are shown in no report. Preparing a draft is free \
      (`--stage draft`).
      """,
    help: "Schedule the document after the end of the embargo")

  static func evaluate(_ subject: Subject) -> [Observation] {
    let inItems = subject.obstacles(.embargoed).map { encounter in
      var observation = encounter.observation(of: description)
      guard case .embargoed(let until) = encounter.obstacle.ruling.reason else { return observation }
      observation.fact = fact(until)
      observation.help = [help(until)]
      return observation
    }
    guard let hold = subject.ownHold, case .embargoed(let until) = hold.reason else { return inItems }
    return inItems + [hold.observation(of: description, fact: fact(until), help: help(until))]
  }

  private static func fact(_ end: Instant) -> String { "embargo until \(end.iso8601)" }
  private static func help(_ end: Instant) -> String { "Publish at \(end.iso8601) or later" }
}

/// WC302: an embargo that cannot be read.
enum EmbargoUnclear: Rule {
  static let description = RuleDescription(
    id: "WC302", name: "embargo-unclear", level: .error,
    title: "An item in the document carries an embargo whose end cannot be told",
    explanation: """
      Fires when the embargo of an item, or of the document itself, has no time, words that cannot be read as a time, words beside its time that may \
      shift it and were not understood (an event, a part of the day, a zone that is not known), or a day of the week \
      that is not its date's ("Tuesday 26 November" where that is a Thursday). It is an error: nothing that may be \
      under embargo passes until a person says otherwise. It warns where an earlier version of the item was under an \
      embargo that would not be over, and the newest one carries none and does not say that it was lifted. Preparing a \
      draft is free (`--stage draft`).
      """,
    help: "Ask the agency's desk when the embargo ends")

  static func evaluate(_ subject: Subject) -> [Observation] {
    var all = subject.obstacles(.embargoUnclear).map { $0.observation(of: description) }
    if let hold = subject.ownHold, case .embargoUnclear = hold.reason {
      all.append(hold.observation(of: description))
    }
    // A person has to decide, and until then nothing passes.
    for index in all.indices { all[index].level = description.level }
    return all + droppedEmbargoes(subject)
  }

  /// Embargoes that the newest version of an item no longer has although they have not ended.
  ///
  /// Each version is complete in itself, so the newest one decides; but the missing embargo may be a mistake.
  private static func droppedEmbargoes(_ subject: Subject) -> [Observation] {
    guard subject.occasion.stage == .publish else { return [] }
    return (subject.reuses + subject.secondary).compactMap { reuse in
      let state = reuse.state
      guard state.status == .usable, let earlier = state.embargoedBefore, let usage = reuse.usages.first
      else {
        return nil
      }
      let end = earlier.embargoEnd
      if let end, end <= subject.occasion.instant(of: subject.draft.document) { return nil }
      let until = end.map { " until \($0.iso8601)" } ?? ""
      let first = earlier.version.map { "version \($0)" } ?? "an earlier version"
      let newest = state.newest.version.map { "version \($0)" } ?? "the newest version"
      return Observation(
        level: .warning,
        message:
          "\(usage.overlap(with: reuse)): \(first) of the item was under embargo\(until), and \(newest) has none",
        places: usage.places, encounter: (reuse, usage),
        fact: "\(first): embargo\(until); \(newest): none",
        help: ["Ask the agency's desk whether the embargo was lifted"])
    }
  }
}

/// WC303: copy of an item that the agency withdrew or holds.
enum KilledItem: Rule {
  static let description = RuleDescription(
    id: "WC303", name: "killed-item", level: .error,
    title: "An item in the document was killed or is held back by its agency",
    explanation: """
      Fires when the newest version of a source item is a kill, a withdrawal or a hold, however the words were \
      taken and whatever contract is in force; or when such an order stands in the document itself. A killed item may be wrong or unlawful to publish. A hold is a warning \
      while the document is a draft (`--stage draft`), and so is an advisory that names no known item and may mean \
      this one by its slug or headline.
      """,
    help: "Remove the passages, and follow the agency's advisory where it asks for a notice to readers")

  static func evaluate(_ subject: Subject) -> [Observation] {
    let inItems = subject.obstacles(.withdrawn).map { encounter in
      var observation = encounter.observation(of: description)
      if case .mayBeWithdrawn = encounter.obstacle.ruling.reason {
        observation.help = ["Ask the agency's desk which item its advisory means"]
        return observation
      }
      observation.fact = encounter.reuse.terms.statusRecord ?? "an advisory of the agency withdraws the item"
      return observation
    }
    guard let hold = subject.ownHold, hold.isWithdrawal else { return inItems }
    return inItems + [
      hold.observation(of: description, help: "Find out whose order it is, and follow or remove it")
    ]
  }
}

/// WC304: words that a later version or a correction changed.
enum CorrectionPending: Rule {
  static let description = RuleDescription(
    id: "WC304", name: "correction-pending", level: .error,
    title: "Words in the document were corrected by their agency since",
    explanation: """
      Fires when the document has words of an item that a later version of the story does not have any more, or that a \
      correction of the item quotes. The later words are shown beside them where they are known. It is an error where \
      the agency asks for the item to be replaced ("please use the corrected version"), also where updates followed, or \
      withdrew the version with these words before it sent another; else a warning. What the \
      later version left as it was, and what the document says in the corrected words already, is passed over.
      """,
    help: "Take the corrected words, and correct what is published")

  static func evaluate(_ subject: Subject) -> [Observation] {
    (subject.reuses + subject.secondary).flatMap { reuse in
      reuse.corrections.compactMap { correction in
        guard let usage = reuse.usages.first else { return nil }
        return observation(reuse, usage, correction)
      }
    }
  }

  private static func observation(
    _ reuse: ItemReuse, _ usage: Usage, _ correction: Correction
  ) -> Observation {
    var usage = usage
    if !correction.changes.isEmpty { usage.passages = correction.changes }
    let corrected = reuse.corrected(by: correction)
    let message =
      if correction.later != nil {
        usage.words == 1
          ? "1 word of \(reuse.name(version: correction.earlier)) stands otherwise in \(corrected.name)"
          : "\(usage.words) words of \(reuse.name(version: correction.earlier)) stand otherwise in \(corrected.name)"
      } else if correction.changes.isEmpty {
        "\(reuse.name) was corrected by \(correction.id) after the version in the document"
      } else {
        "\(usage.words == 1 ? "1 word of \(reuse.name) is" : "\(usage.words) words of \(reuse.name) are") "
          + "what \(correction.id) corrects"
      }
    let obligation = correction.obligation
    let withdrawal = correction.withdrawal.map {
      $0.statusRecord ?? "the agency withdrew the earlier version"
    }
    return Observation(
      level: obligation == nil && withdrawal == nil ? .warning : description.level,
      message: message + (withdrawal == nil ? "" : ", and the agency had withdrawn the earlier version"),
      places: usage.places, encounter: (corrected, usage), term: obligation ?? correction.words,
      fact: withdrawal ?? "\(corrected.name) is later than the version in the document",
      help: [description.help])
  }
}

/// WC305: a contract that is not in force when the document is published.
enum LicenceNotInForce: Rule {
  static let description = RuleDescription(
    id: "WC305", name: "licence-not-in-force", level: .error,
    title: "The contract with the agency has ended, or has not begun, when the document is public",
    explanation: """
      Fires when a contract with the item's agency is on file, and the time of publication lies outside its period, \
      counted in days of the newsroom's zone.
      """,
    help: "Renew the contract, or remove the passages")

  static func evaluate(_ subject: Subject) -> [Observation] {
    subject.obstacles(.notInForce).map { encounter in
      let ruling = encounter.obstacle.ruling
      guard case .notInForce(let term, let standing) = ruling.coverage else {
        return encounter.observation(of: description)
      }
      let state = standing == .ended ? "had ended" : "had not begun"
      let instant = subject.occasion.instant(of: subject.draft.document)
      var observation = encounter.observation(
        of: description,
        because: "the contract with the agency \(state) when it is public (\(instant.iso8601))")
      observation.level = encounter.levelByRecord
      observation.term = term
      return observation
    }
  }
}

/// WC306: copy published for longer than the contract permits.
enum RetentionPassed: Rule {
  static let description = RuleDescription(
    id: "WC306", name: "retention-passed", level: .error,
    title: "Copy is or has been public for longer than its terms permit",
    explanation: """
      Fires in scans of published documents when a clause limits for how long items may stand (`retention:`) and \
      that time is over; and wherever an item's own terms say when copies are to be gone ("delete after 30 days") and \
      the document is public after that.
      """,
    help: "Take the passages down")

  static func evaluate(_ subject: Subject) -> [Observation] {
    subject.obstacles(.retentionPassed).map { $0.observation(of: description) }
  }
}
