internal import Foundation
internal import WireDocuments
public import WireMatching
internal import WireRights
internal import WireText

/// A source item in its present state: what its newest version says applies to all versions.
///
/// A withdrawal or hold remains in force until a usable version is known to be newer than it.
public struct ItemState: Sendable {
  /// The version that a draft matched.
  public var entry: IndexEntry
  /// The stored record of that version.
  public var record: WireItem
  /// The newest version that is not a withdrawal; the withdrawal if there is nothing else.
  var newest: WireItem
  /// The index entry of that version.
  let newestEntry: IndexEntry
  /// The withdrawal or hold in force, if any.
  var withdrawal: WireItem?
  /// All withdrawals and holds, oldest first, including those that a usable version followed.
  let withdrawals: [ItemVersion]
  /// The last version under an embargo, if the newest one has none and nothing says that the embargo was lifted.
  let embargoedBefore: WireItem?
  /// What advisories under other identifiers say about it.
  var notes: ItemNotes

  /// The state of the item that a match names; nil if the index no longer has it.
  init?(of match: Match, in archive: any ItemArchive) throws(IndexFault) {
    guard let entry = try archive.entry(of: match) else { return nil }
    self.init(of: entry, among: try archive.versions(of: match))
  }

  /// The state of the item with an identifier, based on its newest usable version; nil if there is no such item.
  init?(ofItem id: String, in archive: any ItemArchive) throws(IndexFault) {
    let versions = try archive.versions(withID: id)
    guard
      let entry = versions.first(where: { WireItem(payload: $0.payload)?.isCopy ?? false }) ?? versions.first
    else { return nil }
    self.init(of: entry, among: versions)
  }

  /// The state of an agency's copy when no item is known.
  init(ofAgency agency: String) {
    let entry = IndexEntry(
      id: "", version: 0, payload: WireItem(agency: agency).payload, masked: [], time: nil,
      isSuperseded: false,
      place: IndexPlace(segment: 0, item: 0))
    self.init(of: entry, among: [])
  }

  /// - Parameter versions: all entries that the index has under the item's identifier, newest first.
  private init(of entry: IndexEntry, among versions: [IndexEntry]) {
    let versions = ItemVersion.oldestFirst(versions.map(ItemVersion.init))
    let matched = ItemVersion(entry)
    self.entry = entry
    record = matched.item
    let usable = versions.filter { !$0.isWithdrawal && !$0.item.isForeign }
    newest = usable.last?.item ?? matched.item
    newestEntry = usable.last?.entry ?? entry
    let standing = versions.filter { version in
      version.isWithdrawal && !usable.contains { $0.isNewer(than: version) }
    }
    withdrawals = versions.filter(\.isWithdrawal)
    withdrawal = (standing.last { $0.item.status == .canceled } ?? standing.last)?.item
    notes = ItemNotes(versions.map(\.item), newest: newest, withdrawals: standing.map(\.item))
    let isOpen = !newest.isEmbargoed && newest.advisoryKind != .release && notes.released == nil
    embargoedBefore = isOpen ? usable.last { $0.item.isEmbargoed }?.item : nil
  }

  /// Whether the item may be used at all.
  var status: ItemTerms.Status { withdrawal.map(\.statusTerms) ?? .usable }

  /// The first withdrawal or hold that a version is not known to be newer than.
  func withdrawal(after entry: IndexEntry) -> WireItem? {
    let version = ItemVersion(entry)
    return withdrawals.first { !version.isNewer(than: $0) }?.item
  }

  /// Whether its agency says anything that may restrict the use of its words, or correct them.
  var hasWarnings: Bool {
    status != .usable || newest.isEmbargoed || embargoedBefore != nil || notes.isWarning
      || newestEntry.version > entry.version
  }

  /// The embargo of the newest version.
  var embargo: ItemTerms.Embargo? { newest.embargoTerms }

  /// Whether the item's words must not be shown to anybody at an instant.
  func isUnderEmbargo(at instant: Instant) -> Bool {
    if isReleased(at: instant) { return false }
    let secret = [newest.secretUntil, record.secretUntil, notes.secretUntil].compactMap(\.self).max()
    if let secret, instant.seconds < secret { return true }
    switch embargo {
    case .until(let end): return instant < end
    case .untilReleased, .unreadable: return true
    case nil: return false
    }
  }

  private func isReleased(at instant: Instant) -> Bool { notes.released.map { $0 <= instant } ?? false }

  /// The state, as reports name it.
  func status(at instant: Instant) -> String {
    switch status {
    case .withdrawn: "canceled"
    case .held where !isReleased(at: instant): "withheld"
    case .usable, .held: isUnderEmbargo(at: instant) ? "embargoed" : "usable"
    }
  }

  /// The known rights in the item.
  ///
  /// - Parameters:
  ///   - text: the item's text, for the notices in it.
  ///   - newsroom: provides the agency and the notice parser.
  ///   - use: the use for which machine-readable expressions are evaluated beyond clauses; nil if there is none yet.
  func terms(text: [UInt8], _ newsroom: Newsroom, for use: Use? = nil) -> ItemTerms {
    var terms = record.terms(
      newest: newest, withdrawal: withdrawal, time: entry.time, text: text, newsroom, for: use)
    terms.released = notes.released
    terms.mayBeWithdrawn = notes.mayBeWithdrawn
    terms.statements += notes.statements(newsroom)
    return terms
  }

  /// Whether the item has a machine-readable expression, whose evaluation may depend on the use.
  var hasExpression: Bool { record.rights.contains { $0.kind == .expression } }
}
