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
  /// Where the index holds that version.
  let newestEntry: IndexEntry
  /// The withdrawal or hold that stands, if any.
  var withdrawal: WireItem?
  /// All withdrawals and holds, oldest first, also those after which a version came that can be used.
  let withdrawals: [ItemVersion]
  /// The last version under an embargo, where the newest one carries none and nothing says that it was lifted.
  let embargoedBefore: WireItem?
  /// What advisories under other identifiers say of it.
  var notes: ItemNotes

  /// The state of the item that a match names; nil where the index does not hold it any more.
  init?(of match: Match, in archive: any ItemArchive) throws(IndexFault) {
    guard let entry = try archive.entry(of: match) else { return nil }
    self.init(of: entry, among: try archive.versions(of: match))
  }

  /// The state of the item with an identifier, of which its newest version that can be used is taken; nil where there is
  /// no such item.
  init?(ofItem id: String, in archive: any ItemArchive) throws(IndexFault) {
    let versions = try archive.versions(withID: id)
    guard
      let entry = versions.first(where: { WireItem(payload: $0.payload)?.isCopy ?? false }) ?? versions.first
    else { return nil }
    self.init(of: entry, among: versions)
  }

  /// The state of copy of an agency of which no item is known.
  init(ofAgency agency: String) {
    let entry = IndexEntry(
      id: "", version: 0, payload: WireItem(agency: agency).payload, masked: [], time: nil,
      isSuperseded: false,
      place: IndexPlace(segment: 0, item: 0))
    self.init(of: entry, among: [])
  }

  /// - Parameter versions: all that an index holds under the item's identifier, newest first.
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
    withdrawal = (standing.last { $0.item.status == Status.Value.canceled.rawValue } ?? standing.last)?.item
    notes = ItemNotes(versions.map(\.item), newest: newest, withdrawals: standing.map(\.item))
    let isOpen = !newest.isEmbargoed && newest.kind != .release && notes.released == nil
    embargoedBefore = isOpen ? usable.last { $0.item.isEmbargoed }?.item : nil
  }

  /// Whether the item may be used at all.
  var status: ItemTerms.Status { withdrawal.map(\.statusTerms) ?? .usable }

  /// The first withdrawal or hold after a version, or of which nobody knows that the version is newer.
  func withdrawal(after entry: IndexEntry) -> WireItem? {
    let version = ItemVersion(entry)
    return withdrawals.first { !version.isNewer(than: $0) }?.item
  }

  /// Whether its agency says anything that may stand in the way of its words, or correct them.
  var isWarnedOf: Bool {
    status != .usable || newest.isEmbargoed || embargoedBefore != nil || notes.isWarning
      || newestEntry.version > entry.version
  }

  /// The embargo that the newest version carries.
  var embargo: ItemTerms.Embargo? { newest.embargoTerms }

  /// Whether the item's words may not be shown to anybody at an instant.
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

  /// The state in the words of reports.
  func status(at instant: Instant) -> String {
    switch status {
    case .withdrawn: "canceled"
    case .held where !isReleased(at: instant): "withheld"
    case .usable, .held: isUnderEmbargo(at: instant) ? "embargoed" : "usable"
    }
  }

  /// What is known of the rights in the item.
  ///
  /// - Parameters:
  ///   - text: the item's text, for the notices in it.
  ///   - newsroom: knows the agency and reads notices.
  ///   - use: settles what expressions for machines say beyond clauses; nil where there is none yet.
  func terms(text: [UInt8], _ newsroom: Newsroom, for use: Use? = nil) -> ItemTerms {
    var terms = record.terms(
      newest: newest, withdrawal: withdrawal, time: entry.time, text: text, newsroom, for: use)
    terms.released = notes.released
    terms.mayBeWithdrawn = notes.mayBeWithdrawn
    terms.statements += notes.statements(newsroom)
    return terms
  }

  /// Whether the item carries an expression for machines, which a use may have to settle.
  var hasExpression: Bool { record.rights.contains { $0.kind == RightsField.Kind.expression.rawValue } }
}
