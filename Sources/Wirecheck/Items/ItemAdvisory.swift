internal import WireDocuments
internal import WireMatching
internal import WireRights
internal import WireText

/// An item that is an advisory about others.
struct ItemAdvisory {
  /// Its identifier.
  let id: String
  /// What the index keeps of it.
  let record: WireItem
  /// When it came out.
  let time: Instant?
  /// The items that its links name.
  let links: [String]
  /// Whether somebody has to know where it names nothing found.
  var isNews = false

  /// What it asks for; items of which only a link says that they withdraw others kill them.
  var kind: Advisory.Kind { record.kind ?? .kill }

  /// Whether it withdraws or holds what it means, and somebody has to know which that is.
  ///
  /// Plain sentences do where they name an item, known here or not.
  var isOpen: Bool {
    kind.withdraws && (record.isPlain != true || AdvisoryNames.namesItem(record.orders ?? []))
  }

  /// What is written beside each item that it is about.
  ///
  /// - Parameter isPossible: whether it may mean the item, and does not name it.
  func note(isPossible: Bool) -> IndexItem {
    var note = record
    note.advisoryKind = kind.rawValue
    note.status = Status.Value.usable.rawValue
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
      note.status = state.rawValue
      note.statusRecord = ItemReader.statusRecord(of: id, version: record.version, time: time, state: state)
    }
    return IndexItem(
      id: "", version: Self.version(of: id, withdraws: !isPossible && kind.withdraws), payload: note.payload,
      text: [], time: time)
  }

  /// One number for each advisory, so that several about an item stand beside each other.
  ///
  /// Withdrawals come after all versions of an item; what lets it be used comes before, so that it supersedes none.
  static func version(of id: String, withdraws: Bool) -> Int {
    let number = Int(sha256(id.utf8).prefix(8), radix: 16) ?? 0
    return withdraws ? Int.max - number : -1 - number
  }

  /// Whether the bytes of an item may be those of an advisory or of what one says of an item, without reading them.
  static func mayBe(_ payload: [UInt8]) -> Bool {
    payload.first == WireItem.Field.advisory || payload.first == WireItem.Field.advisoryKind
  }
}
