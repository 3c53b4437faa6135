internal import WireDocuments
public import WireMatching
internal import WireRights
internal import WireText

/// The distinct notices in delivered copy, so that a person can confirm how each was read.
///
/// Notices that differ only in years, dates and other numbers count as one. Bare copyright lines and withdrawals are
/// left out: they contain no terms that a person would have to confirm.
public struct DeliveredNotices: Sendable {
  /// One notice.
  private struct Notice {
    var agency: String
    var statement: RightsStatement
    var items: Int
    var example: String
  }

  private var notices: [String: Notice] = [:]

  /// Collects the notices of an index.
  ///
  /// - Throws: `IndexFault` if the index turns out to be damaged.
  public init(in index: WireIndex, _ newsroom: Newsroom) throws(IndexFault) {
    var collected = self
    var fault: IndexFault?
    try index.forEachEntry { entry in
      guard !entry.isSuperseded, fault == nil else { return }
      do throws(IndexFault) { try collected.add(entry, of: index, newsroom) } catch { fault = error }
    }
    if let fault { throw fault }
    self = collected
  }

  private mutating func add(_ entry: IndexEntry, of index: WireIndex, _ newsroom: Newsroom) throws(IndexFault)
  {
    guard let item = WireItem(payload: entry.payload), !item.isForeign else { return }
    for rights in item.rights where [.notice, .terms].contains(rights.kind) {
      add(rights.text, of: item, id: entry.id, newsroom)
    }
    guard !item.notices.isEmpty else { return }
    let text = try index.text(of: entry)
    for range in item.noticeRanges(within: text.count) {
      add(String(decoding: text[range.indices], as: UTF8.self), of: item, id: entry.id, newsroom)
    }
  }

  private mutating func add(_ text: String, of item: WireItem, id: String, _ newsroom: Newsroom) {
    let key = Self.identifier(of: text, agency: item.agency)
    if notices[key] != nil {
      notices[key]?.items += 1
    } else {
      let statement = newsroom.notices.parse(text)
      guard statement.hasTerms else { return }
      notices[key] = Notice(agency: item.agency, statement: statement, items: 1, example: id)
    }
  }

  /// SHA-256 of the agency and a notice's words without numbers, `sha256:…`.
  static func identifier(of text: String, agency: String) -> String {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return "sha256:" + sha256(fields: [agency] + words)
  }

  /// The identifiers of all notices.
  public var identifiers: Set<String> { Set(notices.keys) }

  /// One finding for each notice that is not confirmed, the most frequent first.
  public func findings(confirmed: Set<String>) -> [PolicyFinding] {
    let open = notices.filter { !confirmed.contains($0.key) }
    return open.sorted { ($1.value.items, $0.key) < ($0.value.items, $1.key) }.map { key, notice in
      let agency = notice.agency.isEmpty ? "an agency that is not known" : notice.agency
      let unread = notice.statement.residue.isEmpty ? "" : ", and parts of it were not understood"
      let items = notice.items == 1 ? "1 item" : "\(notice.items) items"
      return PolicyFinding(
        PolicyRules.unreviewed,
        "a notice in \(items) of \(agency), first in \(notice.example), was read and nobody confirmed it\(unread) (\(key))",
        place: nil, words: [notice.statement.text])
    }
  }
}

extension RightsStatement {
  /// Whether it contains anything that a person would have to confirm.
  fileprivate var hasTerms: Bool {
    if advisory?.kind == .kill || advisory?.kind == .hold { return false }
    return !clauses.isEmpty || !duties.isEmpty || licence != nil || !residue.isEmpty
  }
}
