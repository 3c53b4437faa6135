internal import WireMatching
internal import WireRights

/// WC201: a required credit that is missing.
enum CreditMissing: Rule {
  static let description = RuleDescription(
    id: "WC201", name: "credit-missing", level: .error,
    title: "The use is permitted with a credit, and the credit is missing",
    explanation: """
      Fires when a contract, a notice or a public licence permits the use on condition of a credit, and no accepted \
      form of it stands in the byline, the credit or source field, the first or last paragraph, or within two \
      sentences of the passage. Under a picture, in an address, denied, in a line that sends readers elsewhere ("Tags: …", \
      "Read more at …") or in the copied words themselves a name is no credit; a mark as in “(Northwire)” is. Where \
      the words are a picture's caption, the picture's own credit line counts instead: in or beside the caption, or in \
      the credit field. Before publication (`--stage draft`) it only names the duty, at level info.
      """,
    help: "Add the credit in one of the accepted forms")

  static func evaluate(_ subject: Subject) -> [Observation] {
    CreditDuty.all(in: subject).filter { $0.duty.state == .missing }.map { found in
      found.observation(
        subject,
        "the credit \(found.accepted) is missing\(found.usage.isUnderPicture ? " under the picture" : "")",
        help: "Add the credit \(found.accepted) to the \(found.line)")
    }
  }
}

/// WC202: a credit that differs from the accepted forms.
enum CreditAltered: Rule {
  static let description = RuleDescription(
    id: "WC202", name: "credit-altered", level: .error,
    title: "The use is permitted with a credit, and what stands there is not an accepted form of it",
    explanation: """
      Fires when something close to the credit that is owed stands where a credit may stand: misspelt, shortened, or \
      another agency's in its place. The accepted forms are those of the contract, else those of the agency.
      """,
    help: "Correct the credit to one of the accepted forms")

  static func evaluate(_ subject: Subject) -> [Observation] {
    CreditDuty.all(in: subject).compactMap { found in
      guard case .altered(let words) = found.duty.state else { return nil }
      // The words are in the draft near the passages, which may belong to an item that must not be shown yet.
      let isSecret = found.reuse.state.isUnderEmbargo(at: subject.occasion.now)
      return found.observation(
        subject,
        isSecret
          ? "the credit is not \(found.accepted)"
          : "the credit reads “\(words)” instead of \(found.accepted)",
        help: "Correct the \(found.usage.isUnderPicture ? "picture's credit" : "credit") to \(found.accepted)"
      )
    }
  }
}

/// WC205: a required link to the source that is missing.
enum LinkBackMissing: Rule {
  static let description = RuleDescription(
    id: "WC205", name: "link-back-missing", level: .warning,
    title: "The use is permitted with a link to the source, and the draft has none",
    explanation: """
      Fires when a contract, a notice or a public licence permits the use with a link to the source, and the draft does \
      not link to the address that the term names, or, where it names none, has no link at all: which pages are the \
      source's nobody can tell then. Drafts in formats whose links are not read, such as plain text, are left alone. It \
      is an error where the permission falls away without the link. Before publication (`--stage draft`) it only names \
      the duty, at level info.
      """,
    help: "Add a link to the source")

  static func evaluate(_ subject: Subject) -> [Observation] {
    CreditDuty.all(in: subject, .linkBack).filter { $0.duty.state == .missing }.map { found in
      // A term may instead specify a position in the text, such as the first paragraph.
      let named = found.duty.accepted.first { !$0.contains { $0.isWhitespace || $0 == "<" } }
      let address = " to \(named ?? "the source")"
      return found.observation(
        subject, "the link\(address) is missing", help: "Add a link\(address)",
        level: found.duty.isCondition ? .error : .warning)
    }
  }
}

/// A credit, or a link in addition to it, that a permitted use requires.
private struct CreditDuty {
  let reuse: ItemReuse
  let usage: Usage
  let duty: DutyRuling

  /// The unmet duties of usages that are permitted, or would be if the duties were met; at most one per usage.
  static func all(in subject: Subject, _ kind: Duty.Kind = .credit) -> [CreditDuty] {
    subject.reuses.flatMap { reuse in
      reuse.usages.compactMap { usage in
        let duty = usage.decision.duties.first { $0.kind == kind && !$0.isRequest && !$0.isMet }
        guard let duty, isOwed(duty, usage.decision) else { return nil }
        return CreditDuty(reuse: reuse, usage: usage, duty: duty)
      }
    }
  }

  /// Whether the use is permitted, or would be with the credit; words that were not understood do not waive a
  /// contract's credit.
  private static func isOwed(_ duty: DutyRuling, _ decision: Decision) -> Bool {
    if decision.outcome <= .allowWithDuty { return true }
    let obstacles = Obstacle.all(in: decision, coversContracts: true).map(\.kind)
    if obstacles.contains(.creditOwed) { return true }
    guard obstacles.contains(.termsUnread), case .contract = duty.term.origin else { return false }
    return true
  }

  /// The accepted forms, worded for a sentence.
  var accepted: String {
    duty.accepted.isEmpty ? "of the agency" : duty.accepted.map { "“\($0)”" }.joined(separator: " or ")
  }

  /// The line in which the credit belongs.
  var line: String { usage.isUnderPicture ? "picture's credit line" : "byline or credit line" }

  func observation(
    _ subject: Subject, _ what: String, help: String, level: Finding.Level = .error
  ) -> Observation {
    let isDraft = subject.occasion.stage == .draft
    return Observation(
      level: isDraft ? .info : level,
      message: "\(usage.overlap(with: reuse)); \(usage.decision.publication.summary); \(what)",
      places: usage.places, encounter: (reuse, usage), ruling: usage.decision.deciding,
      term: duty.term, help: [help])
  }
}

extension Decision {
  /// The ruling on publication, which is more relevant to a newsroom than one on copying; otherwise the deciding one.
  fileprivate var publication: Ruling { rulings.first { $0.situation.action == .publish } ?? deciding }
}
