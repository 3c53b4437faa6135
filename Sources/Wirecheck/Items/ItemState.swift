internal import Foundation
internal import WireDocuments
public import WireMatching
internal import WireRights
internal import WireText

/// A source item with its state of today: what its newest version says holds for all of them.
///
/// A withdrawal or hold stands until a usable version is known to be newer than it.
public struct ItemState: Sendable {
  /// The version that a draft matched.
  public var entry: IndexEntry
  /// What is kept of that version.
  public var record: WireItem
  /// The newest version that is no withdrawal; the withdrawal where there is nothing else.
  var newest: WireItem
  /// The withdrawal or hold that stands, if any.
  var withdrawal: WireItem?

  /// The state of the item that a match names; nil where the index does not hold it any more.
  init?(of match: Match, in index: WireIndex) throws(IndexFault) {
    // Oldest first.
    let versions = try index.entries(withID: match.source).reversed().map(ItemVersion.init)
    guard let matched = try index.entry(of: match).map(ItemVersion.init) else { return nil }
    entry = matched.entry
    record = matched.item
    let usable = versions.filter { !$0.isWithdrawal }
    newest = usable.last?.item ?? matched.item
    let standing = versions.filter { version in
      version.isWithdrawal && !usable.contains { $0.isNewer(than: version) }
    }
    withdrawal = (standing.last { $0.item.status == Status.Value.canceled.rawValue } ?? standing.last)?.item
  }

  /// Whether the item may be used at all.
  var status: ItemTerms.Status {
    switch withdrawal.flatMap({ Status.Value(rawValue: $0.status) }) {
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
    terms.statusRecord = withdrawal?.statusRecord
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

/// One version of an item, with what tells its age.
private struct ItemVersion {
  let entry: IndexEntry
  let item: WireItem

  init(_ entry: IndexEntry) {
    self.entry = entry
    item = WireItem(payload: entry.payload) ?? WireItem(agency: "")
  }

  var isWithdrawal: Bool { item.status != Status.Value.usable.rawValue }

  /// Whether this version is known to be newer than a withdrawal: by number where both have one, else by time.
  func isNewer(than withdrawal: ItemVersion) -> Bool {
    if !withdrawal.item.isForeign, let own = number, let other = withdrawal.number { return own > other }
    guard let own = item.changed, let other = withdrawal.item.changed else { return false }
    return own > other
  }

  private var number: Int? { item.version.flatMap { Int($0) } }
}
