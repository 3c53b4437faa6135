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

  /// What is known of the rights in the item.
  ///
  /// - Parameters:
  ///   - newest: the newest version of the item.
  ///   - withdrawal: the withdrawal or hold that stands, if any.
  ///   - time: when this version came out.
  ///   - text: its text, for the notices in it.
  ///   - newsroom: knows the agency and reads notices.
  func terms(
    newest: WireItem, withdrawal: WireItem?, time: Instant?, text: [UInt8], _ newsroom: Newsroom
  ) -> ItemTerms {
    let known = newsroom.agencies.agency(id: agency)
    var terms = ItemTerms(
      agency: agency.isEmpty ? nil : agency, names: known.map { [$0.name] + $0.aliases } ?? [],
      statements: statements(text: text, newsroom.notices))
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
    terms.creditForms = (known?.credits ?? []).compactMap { CreditForm($0) }
    terms.homeZone = known.flatMap { TimeZone(identifier: $0.timeZone) }
    return terms
  }

  private func statements(text: [UInt8], _ parser: NoticeParser) -> [SourcedStatement] {
    var statements: [SourcedStatement] = []
    for rights in rights {
      let isInstruction = rights.kind == RightsField.Kind.terms.rawValue
      guard isInstruction || rights.kind == RightsField.Kind.notice.rawValue else { continue }
      let statement = isInstruction ? instruction(rights.text, parser) : parser.parse(rights.text)
      statements.append(SourcedStatement(statement, source: rights.key, isInstruction: isInstruction))
    }
    for range in noticeRanges(within: text.count) {
      let words = String(decoding: text[range.indices], as: UTF8.self)
      statements.append(SourcedStatement(parser.parse(words), source: "body"))
    }
    return statements
  }

  /// What a field for terms says: words in it are terms by their place, so what was not understood is unread.
  private func instruction(_ text: String, _ parser: NoticeParser) -> RightsStatement {
    var statement = parser.parse(text)
    let words = text.split { $0 == " " || $0 == "\n" }.count
    if !statement.isNotice, statement.residue.isEmpty, words >= Self.fewestWords {
      statement.residue = [TextRange(0, text.utf8.count)]
    }
    return statement
  }

  /// Shorter fields, such as `ANY`, are marks of a feed rather than terms.
  private static let fewestWords = 4
}
