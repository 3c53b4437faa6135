internal import WireDocuments
internal import WireMatching
internal import WireRights
internal import WireText

/// WC502: an agency's notice left in the document.
enum NoticeLeftIn: Rule {
  static let description = RuleDescription(
    id: "WC502", name: "notice-left-in", level: .error,
    title: "A notice of an agency stands in the document",
    explanation: """
      Fires when the text or a note to editors, such as a page head, holds a rights notice or an advisory that names \
      an agency, for instance "This material may not be published, broadcast, rewritten or redistributed". It is an \
      error where no contract with that agency is in force: the notice is the strongest sign of whose copy the \
      document is. With a contract it is a warning.
      """,
    help: "Remove the notice if the contract does not ask for it; without a contract, remove the copy too")

  static func evaluate(_ subject: Subject) -> [Observation] {
    let inText = subject.draft.notices.compactMap { notice in
      observation(of: notice, at: .body([notice.range]), source: "body", subject)
    }
    let document = subject.draft.document
    let notes = document.fields.filter { $0.name == .editorsNote }.map { ($0.key, $0.text) }
    let inRights = document.textRights.filter { $0.kind == .note }.map { ($0.key, $0.text) }
    let inNotes = (notes + inRights).flatMap { key, note in
      let text = Array(note.utf8)
      return subject.newsroom.notices.notices(in: text, paragraphs: Paragraphs.lines(in: text))
        .compactMap { observation(of: $0, at: .document, source: key, subject) }
    }
    return inText + inNotes
  }

  private static func observation(
    of notice: FoundNotice, at places: Observation.Places, source: String, _ subject: Subject
  ) -> Observation? {
    guard let agency = agency(of: notice.statement, subject) else { return nil }
    let instant = subject.occasion.instant(of: subject.draft.document)
    let isLicensed = !subject.newsroom.contractsInForce(with: agency, at: instant).isEmpty
    let name = subject.newsroom.name(ofAgency: agency)
    let known = subject.newsroom.isConfigured
    return Observation(
      level: isLicensed || !known ? .warning : .error,
      message: "a notice of \(name) stands in the document"
        + (isLicensed || !known ? "" : ", and no contract with \(name) is in force"),
      places: places, term: notice.term(source: source),
      fact: isLicensed || !known ? nil : "no contract with \(name) is in force",
      help: [
        isLicensed
          ? "Remove the notice if the contract does not ask for it"
          : "Remove the notice and the copy that it belongs to"
      ])
  }

  /// The agency that a notice names, unless it is the newsroom itself.
  private static func agency(of statement: RightsStatement, _ subject: Subject) -> String? {
    let isAboutRights =
      !statement.clauses.isEmpty || statement.allRightsReserved != nil || !statement.years.isEmpty
    guard isAboutRights, let agency = statement.holder?.agency, agency != subject.newsroom.site.id else {
      return nil
    }
    return agency
  }
}

/// WC801: words that look like terms and were not understood.
enum NoticeUnknown: Rule {
  static let description = RuleDescription(
    id: "WC801", name: "notice-unknown", level: .warning,
    title: "Words that look like terms were found and no reading of them is sure",
    explanation: """
      Fires when a notice in the document, or the notice or licence of an item in it, has words that look like terms \
      and were not understood, breaks off, names a holder or licence that nobody knows, or asks for copies to be removed \
      and does not say when. Nothing is assumed to be allowed.
      """,
    help: "Have the rights desk read the words and enter the terms as a contract")

  static func evaluate(_ subject: Subject) -> [Observation] {
    let inItems = subject.reuses.flatMap { reuse in
      reuse.usages.compactMap { unreadTerms(of: reuse, $0) }
    }
    let inDraft = subject.draft.notices.compactMap { notice -> Observation? in
      guard let words = notice.statement.residue.first else { return nil }
      return Observation(
        level: .warning, message: "words that look like terms stand in the document and were not understood",
        places: .body(notice.statement.residue.map { $0.moved(by: notice.range.lower) }),
        term: CitedTerm(
          .notice(source: "body", holder: notice.statement.holder?.name, range: words),
          words: notice.statement.words(words)),
        help: [description.help])
    }
    return inItems + inDraft
  }

  /// An item's terms that prevented a decision because they could not be read.
  private static func unreadTerms(of reuse: ItemReuse, _ usage: Usage) -> Observation? {
    guard usage.decision.outcome >= .needsReview, usage.decision.deciding.tier > .timeGate else { return nil }
    for ruling in usage.decision.rulings {
      guard let doubt = ruling.doubts.first(where: { $0.reason.isUnreadTerms }) else { continue }
      let what =
        doubt.reason == .removalAsked
        ? "whose terms ask for copies to be removed and do not say when"
        : "whose terms were not understood as a whole"
      return Observation(
        level: .warning, message: "\(usage.overlap(with: reuse)), \(what)",
        places: usage.places, encounter: (reuse, usage), ruling: ruling,
        term: doubt.terms.first, help: [description.help])
    }
    return nil
  }
}

extension FoundNotice {
  /// The notice as a term: the first clause that prohibits, otherwise the whole notice.
  func term(source: String) -> CitedTerm {
    let whole = TextRange(0, statement.text.utf8.count)
    let range = statement.clauses.first { $0.effect == .prohibit }?.evidence ?? whole
    return CitedTerm(
      .notice(source: source, holder: statement.holder?.name, range: range), words: statement.words(range))
  }
}

extension TextRange {
  /// The range shifted by `count` bytes.
  func moved(by count: Int) -> TextRange { TextRange(lower + count, upper + count) }
}
