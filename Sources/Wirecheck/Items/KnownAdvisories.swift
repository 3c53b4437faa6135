internal import WireMatching

/// An item with a text that was added in this ingest.
struct Arrival {
  let id: String
  let record: WireItem

  /// The names under which it can be found.
  var names: [AdvisoryNames.Name] { AdvisoryNames.names(of: record, id: id) }
}

/// The advisories in an index, with the items that each was attached to.
struct KnownAdvisories {
  /// Advisories by the names that they may refer to.
  private(set) var named: [AdvisoryNames.Name: [ItemAdvisory]] = [:]
  /// Kills and holds of which no named item was found.
  private(set) var open: [ItemAdvisory] = []
  /// The items that each advisory may refer to.
  private(set) var possible: [String: Set<String>] = [:]

  /// Whether one of them may be about a newly added item.
  func mayBeAbout(_ arrival: Arrival) -> Bool {
    arrival.record.follows != nil || !open.isEmpty
      || !named.isEmpty && arrival.names.contains { named[$0] != nil }
  }

  /// Scans the index once, decoding only advisories.
  init(in index: WireIndex) throws(IndexFault) {
    var advisories: [ItemAdvisory] = []
    var attached: Set<String> = []
    var possible: [String: Set<String>] = [:]
    try index.forEachEntry { entry in
      guard ItemAdvisory.mayBe(entry.payload), let item = WireItem(payload: entry.payload) else { return }
      if let advisory = item.withdrawnBy {
        if item.isPossible == true {
          if item.advisoryKind != nil { possible[advisory, default: []].insert(entry.id) }
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
