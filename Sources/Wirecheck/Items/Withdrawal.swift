internal import WireDocuments
internal import WireMatching
internal import WireText

/// An item that withdraws or holds others.
struct Withdrawal {
  /// Its identifier.
  let id: String
  /// What the index keeps of it.
  let record: WireItem
  /// When it came out.
  let time: Instant?
  /// The items that its links name.
  let links: [String]

  /// What is written beside each item that it is about.
  var tombstone: WireItem {
    var record = record
    let state: Status.Value = record.status == Status.Value.withheld.rawValue ? .withheld : .canceled
    record.status = state.rawValue
    record.statusRecord = ItemReader.statusRecord(of: id, version: record.version, time: time, state: state)
    record.withdrawnBy = id
    record.notices = []
    record.advisory = nil
    record.follows = nil
    record.title = nil
    return record
  }

  /// Whether the bytes of an item may be those of an advisory, without reading them.
  static func mayBe(_ payload: [UInt8]) -> Bool {
    guard payload.count > key.count else { return false }
    return payload.indices.dropLast(key.count).contains { start in
      payload[start] == key[0] && payload[start..<(start + key.count)].elementsEqual(key)
    }
  }

  private static let key = Array("\"advisory\":".utf8)
}

/// An item with a text that has just come.
struct Arrival {
  let id: String
  let record: WireItem

  /// The names that it answers to.
  var names: [AdvisoryNames.Name] { AdvisoryNames.names(of: record, id: id) }
}

/// The items of an index that advisories name, and the versions of their stories.
struct Chains {
  /// Items that each advisory names, without the advisory itself.
  private(set) var named: [Set<String>]
  /// The items asked for of which there is a usable version.
  private(set) var usable: Set<String> = []
  /// The items before and after each in its story.
  private var neighbours: [String: [String]] = [:]

  /// Looks through the index once.
  ///
  /// - Parameters:
  ///   - names: what each advisory may mean.
  ///   - asked: items of which to tell whether there is a usable version.
  init(
    of index: WireIndex, names: [Set<AdvisoryNames.Name>], asked: Set<String>
  ) throws(IndexFault) {
    var wanted: [AdvisoryNames.Name: [Int]] = [:]
    for (number, set) in names.enumerated() {
      for name in set { wanted[name, default: []].append(number) }
    }
    var named = [Set<String>](repeating: [], count: names.count)
    var usable: Set<String> = []
    var neighbours: [String: [String]] = [:]
    try index.forEachEntry { entry in
      guard let item = WireItem(payload: entry.payload), item.status == Status.Value.usable.rawValue,
        item.advisory == nil
      else { return }
      if asked.contains(entry.id) { usable.insert(entry.id) }
      for name in AdvisoryNames.names(of: item, id: entry.id) {
        for number in wanted[name, default: []] { named[number].insert(entry.id) }
      }
      for other in item.follows ?? [] {
        neighbours[entry.id, default: []].append(other)
        neighbours[other, default: []].append(entry.id)
      }
    }
    (self.named, self.usable, self.neighbours) = (named, usable, neighbours)
  }

  /// The items with all versions of their stories.
  func closure(of ids: Set<String>) -> Set<String> {
    var result = ids
    var open = Array(ids)
    while let id = open.popLast() {
      for other in neighbours[id, default: []] where result.insert(other).inserted { open.append(other) }
    }
    return result
  }
}
