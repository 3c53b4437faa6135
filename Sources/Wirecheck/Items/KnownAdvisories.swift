internal import WireMatching

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
    open = advisories.filter { $0.isOpen && !attached.contains($0.id) }
    for advisory in advisories {
      for name in AdvisoryNames(advisory.record).names { named[name, default: []].append(advisory) }
    }
  }
}
