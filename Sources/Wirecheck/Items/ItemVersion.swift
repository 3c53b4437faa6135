internal import WireDocuments
internal import WireMatching

/// One version of an item, with what determines its age.
struct ItemVersion {
  let entry: IndexEntry
  let item: WireItem

  init(_ entry: IndexEntry) {
    self.entry = entry
    item = WireItem(of: entry)
  }

  var isWithdrawal: Bool { item.status != .usable }

  /// Whether this version is known to be newer than a withdrawal: by number if both have one, otherwise by time.
  func isNewer(than withdrawal: ItemVersion) -> Bool {
    if !withdrawal.item.isForeign, let own = number, let other = withdrawal.number { return own > other }
    guard let own = item.changed, let other = withdrawal.item.changed else { return false }
    return own > other
  }

  /// Versions in order of age: by number if all have one, otherwise by time if all have one.
  ///
  /// - Parameter versions: newest first, as in the index, which substitutes the time for a missing number.
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
