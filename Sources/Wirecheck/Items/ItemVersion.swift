internal import WireDocuments
internal import WireMatching

/// One version of an item, with what tells its age.
struct ItemVersion {
  let entry: IndexEntry
  let item: WireItem

  init(_ entry: IndexEntry) {
    self.entry = entry
    item = WireItem(of: entry)
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
