internal import WireDocuments
internal import WireMatching
internal import WireRights
internal import WireText

/// An item that is an advisory about other items.
struct ItemAdvisory {
  /// Its identifier.
  let id: String
  /// The record stored in the index.
  let record: WireItem
  /// When it was published.
  let time: Instant?
  /// The items that its links refer to.
  let links: [String]
  /// Whether it must be reported if nothing that it names is found.
  var mustMatch = false

  /// What it asks for; an item that withdraws others only by a link kills them.
  var kind: Advisory.Kind { record.advisoryKind ?? .kill }

  /// Whether it withdraws or holds items, and must be resolved to them.
  ///
  /// Plain sentences count only if they name an item, whether or not it is known here.
  var isOpen: Bool {
    kind.withdraws && (record.isPlain != true || AdvisoryNames.namesItem(record.orders ?? []))
  }

  /// The note that is stored with each item that it is about.
  ///
  /// - Parameter isPossible: whether it only may refer to the item, without naming it.
  func note(isPossible: Bool) -> IndexItem {
    var note = record
    note.advisoryKind = kind
    note.status = .usable
    note.withdrawnBy = id
    note.isPossible = isPossible ? true : nil
    note.notices = []
    note.advisory = isPossible ? record.advisory : nil
    note.isStory = nil
    note.isPlain = nil
    note.follows = nil
    note.title = nil
    if !isPossible, kind.withdraws {
      let state: Status.Value = kind == .hold ? .withheld : .canceled
      note.status = state
      note.statusRecord = ItemReader.statusRecord(of: id, version: record.version, time: time, state: state)
    }
    return IndexItem(
      id: "", version: Self.version(of: id, withdraws: !isPossible && kind.withdraws), payload: note.payload,
      text: [], time: time)
  }

  /// A version number for each advisory, so that several notes about an item can be stored side by side.
  ///
  /// Withdrawals sort after all versions of an item; all other notes sort before, so that they supersede none.
  static func version(of id: String, withdraws: Bool) -> Int {
    let number = Int(sha256(id.utf8).prefix(8), radix: 16) ?? 0
    return withdraws ? Int.max - number : -1 - number
  }

  /// Whether an encoded item may be an advisory, or a note of one about an item, judged without decoding it.
  static func mayBe(_ payload: [UInt8]) -> Bool {
    payload.first == WireItem.Field.advisory || payload.first == WireItem.Field.advisoryKind
  }
}
