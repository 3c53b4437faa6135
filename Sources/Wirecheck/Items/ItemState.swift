internal import Foundation
internal import WireDocuments
public import WireMatching
internal import WireRights
internal import WireText

/// A source item with its state of today: what its newest version says holds for all of them.
public struct ItemState: Sendable {
  /// The version that a draft matched.
  public var entry: IndexEntry
  /// What is kept of that version.
  public var record: WireItem
  /// What is kept of the newest version.
  var newest: WireItem

  /// The state of the item that a match names; nil where the index does not hold it any more.
  init?(of match: Match, in index: WireIndex) throws(IndexFault) {
    let versions = try index.entries(withID: match.source)
    guard let entry = try index.entry(of: match), let newest = versions.first else {
      return nil
    }
    self.entry = entry
    record = WireItem(payload: entry.payload) ?? WireItem(agency: "")
    self.newest = WireItem(payload: newest.payload) ?? record
  }

  /// Whether the item may be used at all.
  var status: ItemTerms.Status {
    switch Status.Value(rawValue: newest.status) {
    case .canceled: .withdrawn
    case .withheld: .held
    default: .usable
    }
  }

  /// The embargo that the newest version carries.
  var embargo: ItemTerms.Embargo? {
    guard let raw = newest.embargo else { return nil }
    if let until = newest.embargoUntil { return .until(Instant(seconds: until)) }
    return raw.isEmpty ? .untilReleased : .unreadable(raw)
  }

  /// Whether the item's words may not be shown to anybody at an instant.
  func isUnderEmbargo(at instant: Instant) -> Bool {
    switch embargo {
    case .until(let end): instant < end
    case .untilReleased, .unreadable: true
    case nil: false
    }
  }

  /// The state in the words of reports.
  func status(at instant: Instant) -> String {
    switch status {
    case .withdrawn: "canceled"
    case .held: "withheld"
    case .usable: isUnderEmbargo(at: instant) ? "embargoed" : "usable"
    }
  }

  /// What is known of the rights in the item.
  ///
  /// - Parameters:
  ///   - text: the item's text, for the notices in it.
  ///   - newsroom: knows the agency and reads notices.
  func terms(text: [UInt8], _ newsroom: Newsroom) -> ItemTerms {
    let agency = newsroom.agencies.agency(id: record.agency)
    var terms = ItemTerms(
      agency: record.agency.isEmpty ? nil : record.agency,
      names: agency.map { [$0.name] + $0.aliases } ?? [], statements: statements(text: text, newsroom.notices)
    )
    terms.status = status
    terms.statusRecord = newest.statusRecord
    terms.embargo = embargo
    terms.expires = newest.expires.map { Instant(seconds: $0) }
    terms.services = record.services
    terms.published = entry.time
    // A wire delivers within moments, so that an item was received when it was sent.
    terms.received = entry.time
    terms.licences = record.rights.filter { $0.kind == RightsField.Kind.link.rawValue }.map(\.text)
      .filter { newsroom.engine.licences.terms(for: $0) != nil }
    terms.creditForms = (agency?.credits ?? []).compactMap { CreditForm($0) }
    terms.homeZone = agency.flatMap { TimeZone(identifier: $0.timeZone) }
    return terms
  }

  private func statements(text: [UInt8], _ parser: NoticeParser) -> [SourcedStatement] {
    var statements: [SourcedStatement] = []
    for rights in record.rights {
      let isInstruction = rights.kind == RightsField.Kind.terms.rawValue
      guard isInstruction || rights.kind == RightsField.Kind.notice.rawValue else { continue }
      let statement = isInstruction ? instruction(rights.text, parser) : parser.parse(rights.text)
      statements.append(SourcedStatement(statement, source: rights.key, isInstruction: isInstruction))
    }
    for range in record.noticeRanges(within: text.count) {
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
