internal import Foundation
internal import WireDocuments
internal import WireRights
internal import WireText

extension WireItem {
  /// Whether an agency lets a version be used at all.
  var statusTerms: ItemTerms.Status {
    switch Status.Value(rawValue: status) {
    case .canceled: .withdrawn
    case .withheld: .held
    default: .usable
    }
  }

  /// The embargo that a version carries.
  var embargoTerms: ItemTerms.Embargo? {
    guard let raw = embargo else { return nil }
    if let until = embargoUntil { return .until(Instant(seconds: until)) }
    return raw.isEmpty ? .untilReleased : .unreadable(raw)
  }

  /// Whether a version carries an embargo, in its fields or in its words.
  var isEmbargoed: Bool { embargo != nil || secretUntil != nil }

  /// When the embargo of a version ends; nil where nobody can tell.
  var embargoEnd: Instant? {
    if let embargoUntil { return Instant(seconds: embargoUntil) }
    return embargo == nil ? secretUntil.flatMap { $0 == .max ? nil : Instant(seconds: $0) } : nil
  }

  /// What is known of the rights in the item.
  ///
  /// - Parameters:
  ///   - newest: the newest version of the item.
  ///   - withdrawal: the withdrawal or hold that stands, if any.
  ///   - time: when this version came out.
  ///   - text: its text, for the notices in it.
  ///   - newsroom: knows the agency and reads notices.
  ///   - use: settles what expressions for machines say beyond clauses; nil where there is none yet.
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
    // A wire delivers within moments, so that an item was received when it was sent.
    terms.received = time
    terms.licences = rights.filter { $0.kind == RightsField.Kind.link.rawValue }.map(\.text)
      .filter { newsroom.engine.licences.terms(for: $0) != nil }
    terms.creditForms = known?.creditForms ?? []
    terms.homeZone = homeZone(newsroom)
    return terms
  }

  /// The zone of the agency's desks.
  func homeZone(_ newsroom: Newsroom) -> TimeZone? {
    newsroom.agencies.agency(id: agency).flatMap { TimeZone(identifier: $0.timeZone) }
  }

  /// Whether a notice in the text is an order on this one item, as an editors' note is, and no general notice of its
  /// agency: “Must credit Ida Holm”, “For use with this story only”.
  private static func isOrder(_ statement: RightsStatement) -> Bool {
    statement.holder == nil && statement.years.isEmpty && statement.allRightsReserved == nil
      && statement.licence == nil && statement.clauses.isEmpty
  }

  private func statements(text: [UInt8], _ newsroom: Newsroom, _ use: Use?) -> [SourcedStatement] {
    var statements: [SourcedStatement] = []
    for rights in rights where !onlyExplainsEmbargo(rights.key) {
      statements += newsroom.expressions.statements(
        kind: RightsField.Kind(rawValue: rights.kind), text: rights.text, key: rights.key, for: use)
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
