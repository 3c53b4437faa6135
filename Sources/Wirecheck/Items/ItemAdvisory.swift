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
  static func mayBe(_ payload: [UInt8]) -> Bool { payload.starts(with: start) }

  /// Items are written with their keys in order, so that what an advisory asks for comes first.
  private static let start = Array("{\"advisory".utf8)
}

/// An item with a text that has just come.
struct Arrival {
  let id: String
  let record: WireItem

  /// The names that it answers to.
  var names: [AdvisoryNames.Name] { AdvisoryNames.names(of: record, id: id) }
}

/// The advisories that an index holds, with the items that each was found to be about.
struct KnownAdvisories {
  /// Advisories by the names that they may mean.
  private(set) var named: [AdvisoryNames.Name: [ItemAdvisory]] = [:]
  /// Kills and holds that name nothing found.
  private(set) var open: [ItemAdvisory] = []
  /// The items that each advisory may mean.
  private(set) var possible: [String: Set<String>] = [:]

  /// Whether one of them may be about an item that comes.
  func mayBeAbout(_ arrival: Arrival) -> Bool {
    arrival.record.follows != nil || !open.isEmpty
      || !named.isEmpty && arrival.names.contains { named[$0] != nil }
  }

  /// Looks through the index once, without reading what is no advisory.
  init(in index: WireIndex) throws(IndexFault) {
    var advisories: [ItemAdvisory] = []
    var attached: Set<String> = []
    var possible: [String: Set<String>] = [:]
    try index.forEachEntry { entry in
      guard ItemAdvisory.mayBe(entry.payload), let item = WireItem(payload: entry.payload) else { return }
      if let advisory = item.withdrawnBy {
        if item.isPossible == true {
          if item.kind != nil { possible[advisory, default: []].insert(entry.id) }
        } else {
          attached.insert(advisory)
        }
      } else if item.advisory != nil {
        advisories.append(ItemAdvisory(id: entry.id, record: item, time: entry.time, links: []))
      }
    }
    self.possible = possible
    open = advisories.filter { $0.kind.withdraws && !attached.contains($0.id) }
    for advisory in advisories {
      for name in AdvisoryNames(advisory.record).names { named[name, default: []].append(advisory) }
    }
  }
}

/// The items of an index that advisories name, and the versions of their stories.
struct Chains {
  /// Items that each advisory names.
  private(set) var named: [Set<String>]
  /// Items that each advisory that withdraws may mean, without those that it names.
  private(set) var similar: [Set<String>]
  /// The items asked for of which there is a usable version.
  private(set) var usable: Set<String> = []
  /// The items before and after each in its story.
  private var neighbours: [String: [String]] = [:]

  /// Looks through the index once.
  ///
  /// - Parameters:
  ///   - advisories: what is looked for.
  ///   - asked: items of which to tell whether there is a usable version.
  init(of index: WireIndex, for advisories: [ItemAdvisory], asked: Set<String>) throws(IndexFault) {
    var wanted: [AdvisoryNames.Name: [Int]] = [:]
    for (number, advisory) in advisories.enumerated() {
      for name in AdvisoryNames(advisory.record).names { wanted[name, default: []].append(number) }
    }
    let resemblances = advisories.map { $0.kind.withdraws ? Resemblance($0) : nil }
    var named = [Set<String>](repeating: [], count: advisories.count)
    var similar = named
    var usable: Set<String> = []
    var neighbours: [String: [String]] = [:]
    try index.forEachEntry { entry in
      guard let item = WireItem(payload: entry.payload), item.isCopy else { return }
      if item.advisory == nil, asked.contains(entry.id) { usable.insert(entry.id) }
      for name in AdvisoryNames.names(of: item, id: entry.id) {
        for number in wanted[name, default: []] where advisories[number].id != entry.id {
          named[number].insert(entry.id)
        }
      }
      for (number, resemblance) in resemblances.enumerated() where resemblance?.mayMean(item) ?? false {
        similar[number].insert(entry.id)
      }
      for other in item.follows ?? [] {
        neighbours[entry.id, default: []].append(other)
        neighbours[other, default: []].append(entry.id)
      }
    }
    (self.named, self.similar, self.usable, self.neighbours) = (named, similar, usable, neighbours)
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
