internal import Foundation
internal import WireDocuments
internal import WireRights
internal import WireText

extension WireItem {
  /// Whether the agency allows a version to be used at all.
  var statusTerms: ItemTerms.Status {
    switch status {
    case .canceled: .withdrawn
    case .withheld, .unknown: .held
    default: .usable
    }
  }

  /// The embargo of a version.
  var embargoTerms: ItemTerms.Embargo? {
    guard let raw = embargo else { return nil }
    if let until = embargoUntil { return .until(Instant(seconds: until)) }
    return raw.isEmpty ? .untilReleased : .unreadable(raw)
  }

  /// Whether a version has an embargo, in its fields or in its words.
  var isEmbargoed: Bool { embargo != nil || secretUntil != nil }

  /// When the embargo of a version ends; nil if that is unknown.
  var embargoEnd: Instant? {
    if let embargoUntil { return Instant(seconds: embargoUntil) }
    return embargo == nil ? secretUntil.flatMap { $0 == .max ? nil : Instant(seconds: $0) } : nil
  }

  /// The known rights in the item.
  ///
  /// - Parameters:
  ///   - newest: the newest version of the item.
  ///   - withdrawal: the withdrawal or hold in force, if any.
  ///   - time: when this version was published.
  ///   - text: its text, for the notices in it.
  ///   - newsroom: provides the agency and the notice parser.
  ///   - use: the use for which machine-readable expressions are evaluated beyond clauses; nil if there is none yet.
  func terms(
    newest: WireItem, withdrawal: WireItem?, time: Instant?, text: [UInt8], _ newsroom: Newsroom,
    for use: Use? = nil
  ) -> ItemTerms {
    let known = newsroom.agencies.agency(id: agency)
    var terms = ItemTerms(
      agency: agency.isEmpty ? nil : agency, names: known?.names ?? [],
      statements: statements(text: text, newsroom, use))
    if let page = known?.terms { terms.statements.append(page.statement(newsroom.notices)) }
    terms.status = withdrawal?.statusTerms ?? .usable
    terms.statusRecord = withdrawal?.statusRecord
    terms.embargo = newest.embargoTerms
    terms.expires = newest.expires.map { Instant(seconds: $0) }
    terms.services = services
    terms.published = time
    // A wire service delivers within moments, so an item counts as received when it was sent.
    terms.received = time
    terms.licences = rights.filter { $0.kind == .link }.map(\.text)
      .filter { newsroom.engine.licences.terms(for: $0) != nil }
    terms.creditForms = known?.creditForms ?? []
    terms.homeZone = homeZone(newsroom)
    return terms
  }

  /// The time zone of the agency's desks.
  func homeZone(_ newsroom: Newsroom) -> TimeZone? {
    newsroom.agencies.agency(id: agency).flatMap { TimeZone(identifier: $0.timeZone) }
  }

  /// Whether a notice in the text is an instruction about this one item, like an editor's note, and not a
  /// general notice of its agency: “Must credit Ida Holm”, “For use with this story only”.
  private static func isOrder(_ statement: RightsStatement) -> Bool {
    statement.holder == nil && statement.years.isEmpty && statement.allRightsReserved == nil
      && statement.licence == nil && statement.clauses.isEmpty
  }

  private func statements(text: [UInt8], _ newsroom: Newsroom, _ use: Use?) -> [SourcedStatement] {
    var statements: [SourcedStatement] = []
    for rights in rights where !onlyExplainsEmbargo(rights.key) {
      statements += newsroom.expressions.statements(
        kind: rights.kind, text: rights.text, key: rights.key, for: use)
    }
    let found = noticeRanges(within: text.count).map { String(decoding: text[$0.indices], as: UTF8.self) }
    for words in found + (noticeWords ?? []) {
      let statement = newsroom.notices.parse(words)
      statements.append(SourcedStatement(statement, source: "body", isInstruction: Self.isOrder(statement)))
    }
    for at in statements.indices { leaveOutRepeatedEmbargo(of: &statements[at].statement, newsroom) }
    return statements
  }
}
