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

  /// Versions in the order of their age: by number where all have one, else by time where all have that.
  ///
  /// - Parameter versions: newest first, as an index holds them, which takes a time for the number that is missing.
  static func oldestFirst(_ versions: [ItemVersion]) -> [ItemVersion] {
    let versions = Array(versions.reversed())
    let own = versions.filter { !$0.item.isForeign }
    guard own.contains(where: { $0.number != nil }), own.contains(where: { $0.number == nil }),
      versions.allSatisfy({ $0.item.changed != nil })
    else { return versions }
    return versions.enumerated().sorted {
      ($0.element.item.changed ?? 0, $0.offset) < ($1.element.item.changed ?? 0, $1.offset)
    }.map(\.element)
  }

  private var number: Int? { item.version.flatMap { Int($0) } }
}
