public import WireDocuments
public import WireMatching
internal import WireText

/// Puts what agencies delivered into an index: new items, new versions, kills and holds.
///
/// Adding the same items again changes nothing. A withdrawal is a version of its item like any other, so that it
/// does not matter in which order an item and its kill arrive; see `ItemState`. An advisory with an identifier of its
/// own attaches to the items that it names by identifier, slug or headline, and to all versions of their stories.
public struct Ingest: ~Copyable {
  /// What has been done, in numbers of items.
  public struct Tally: Sendable, Equatable {
    /// Items and versions that are new.
    public var added = 0
    /// Items whose text or state changed.
    public var changed = 0
    /// Items that were there.
    public var unchanged = 0
    /// Withdrawals and holds among all these.
    public var withdrawals = 0
    /// Items without any agency.
    public var withoutAgency = 0
    /// Documents without text that are no withdrawals either.
    public var empty = 0
    /// Items that came out before what the index keeps, and were not taken.
    public var late = 0
    /// Items of the index that were removed since their time is over.
    public var expired = 0
    /// Advisories that name nothing found: identifier or slug of each.
    public var unmatched: [String] = []
  }

  private let reader: ItemReader
  private let writer: IndexWriter
  private let retention: Retention?
  /// Withdrawals and holds of this ingest that may be about other items.
  private var advisories: [Withdrawal] = []
  /// Advisories of earlier ingests by what they name; nil until the first item comes.
  private var known: [AdvisoryNames.Name: [Withdrawal]]?
  /// Items with a text of this ingest that such an advisory may be about, or that follow others.
  private var arrivals: [Arrival] = []
  /// What has been done so far.
  public private(set) var tally = Tally()

  /// An ingest into an index that is open for writing.
  ///
  /// - Parameter retention: which items are neither taken nor kept; nil where all are.
  public init(_ reader: ItemReader, into writer: IndexWriter, retention: Retention? = nil) {
    self.reader = reader
    self.writer = writer
    self.retention = retention
  }

  /// Adds a document.
  public mutating func add(_ document: Document) throws(IndexFault) { try add(reader.read(document)) }

  /// Adds documents in their order; they are read on all cores.
  public mutating func add(_ documents: [Document]) throws(IndexFault) {
    let reader = self.reader
    for reading in parallelMap(documents, piece: 4, { reader.read($0) }) { try add(reading) }
  }

  private mutating func add(_ reading: ItemReader.Reading) throws(IndexFault) {
    let isWithdrawal = reading.record.status != Status.Value.usable.rawValue
    // A version without a text may still bring an embargo.
    guard !reading.item.text.isEmpty || isWithdrawal || reading.record.embargo != nil else {
      tally.empty += 1
      return
    }
    if let retention, retention.refuses(reading.item) {
      tally.late += 1
      return
    }
    if reading.record.agency.isEmpty { tally.withoutAgency += 1 }
    if isWithdrawal { tally.withdrawals += 1 }
    let earlier: [AdvisoryNames.Name: [Withdrawal]]
    if let known { earlier = known } else { earlier = try advisories(in: writer.current) }
    known = earlier
    count(try writer.add(reading.item))
    if reading.record.advisory != nil {
      advisories.append(
        Withdrawal(
          id: reading.item.id, record: reading.record, time: reading.item.time, links: reading.withdraws))
    } else {
      let arrival = Arrival(id: reading.item.id, record: reading.record)
      if arrival.record.follows != nil
        || !earlier.isEmpty && arrival.names.contains(where: { earlier[$0] != nil })
      {
        arrivals.append(arrival)
      }
    }
  }

  /// Attaches withdrawals and holds to the items that they name, and makes everything visible at once.
  ///
  /// An advisory finds what came before it; what comes after it finds the advisory.
  ///
  /// - Returns: the index as it is now.
  public mutating func commit() throws(IndexFault) -> WireIndex {
    if let retention { tally.expired += try retention.apply(to: writer) }
    if !advisories.isEmpty || !arrivals.isEmpty {
      let index = try writer.preview()
      try attachAdvisories(to: index)
      try attachArrivals(to: index)
    }
    advisories = []
    arrivals = []
    known = nil
    return try writer.commit()
  }

  /// Attaches the advisories of this ingest to the items that they name.
  private mutating func attachAdvisories(to index: WireIndex) throws(IndexFault) {
    guard !advisories.isEmpty else { return }
    let chains = try Chains(
      of: index, names: advisories.map { AdvisoryNames($0.record).names },
      asked: Set(advisories.flatMap { [$0.id] + $0.links }))
    for (number, advisory) in advisories.enumerated() {
      // A version of the item itself withdraws that item, and no other with the same slug.
      let isOwn = chains.usable.contains(advisory.id)
      let named = isOwn ? [] : chains.named[number]
      let isFound = isOwn || !named.isEmpty || advisory.links.contains(where: chains.usable.contains)
      if !isFound { tally.unmatched += unmatched(advisory) }
      for id in chains.closure(of: named.union(advisory.links).union([advisory.id])).sorted()
      where id != advisory.id {
        try withdraw(id, by: advisory)
      }
    }
  }

  /// What an advisory that found nothing is called in the report.
  private func unmatched(_ advisory: Withdrawal) -> [String] {
    advisory.links.isEmpty ? [advisory.record.slug ?? advisory.id] : advisory.links
  }

  /// Attaches advisories of earlier ingests to the items of this one.
  private mutating func attachArrivals(to index: WireIndex) throws(IndexFault) {
    guard !arrivals.isEmpty else { return }
    let new = Set(advisories.map(\.id))
    for arrival in arrivals {
      var found: [Withdrawal] = []
      for name in arrival.names {
        for advisory in known?[name] ?? [] where !new.contains(advisory.id) {
          guard try !index.entries(withID: advisory.id).contains(where: Self.isUsable)
          else { continue }
          found.append(advisory)
        }
      }
      found += try withdrawals(ofChain: arrival, in: index)
      var seen: Set<String> = [arrival.id]
      for advisory in found where seen.insert(advisory.id).inserted {
        try withdraw(arrival.id, by: advisory)
      }
    }
  }

  /// The advisories of an index by what they name.
  private func advisories(in index: WireIndex) throws(IndexFault) -> [AdvisoryNames.Name: [Withdrawal]] {
    var known: [AdvisoryNames.Name: [Withdrawal]] = [:]
    try index.forEachEntry { entry in
      guard Withdrawal.mayBe(entry.payload), let item = WireItem(payload: entry.payload),
        item.advisory != nil, !item.isForeign
      else { return }
      let advisory = Withdrawal(id: entry.id, record: item, time: entry.time, links: [])
      for name in AdvisoryNames(item).names { known[name, default: []].append(advisory) }
    }
    return known
  }

  /// What withdrew the versions that an item follows, unless the item is newer than that.
  private func withdrawals(
    ofChain arrival: Arrival, in index: WireIndex
  ) throws(IndexFault) -> [Withdrawal] {
    var result: [Withdrawal] = []
    for id in arrival.record.follows ?? [] {
      for entry in try index.entries(withID: id) {
        guard let item = WireItem(payload: entry.payload), item.status != Status.Value.usable.rawValue,
          let changed = item.changed, let own = arrival.record.changed, own <= changed
        else { continue }
        result.append(
          Withdrawal(id: item.withdrawnBy ?? entry.id, record: item, time: entry.time, links: []))
      }
    }
    return result
  }

  /// Adds a version without text that withdraws or holds another item, above all of that item's own versions.
  private mutating func withdraw(_ id: String, by advisory: Withdrawal) throws(IndexFault) {
    // One number for each advisory, so that several withdrawals of an item stand beside each other.
    let number = Int(sha256(advisory.id.utf8).prefix(8), radix: 16) ?? 0
    let tombstone = IndexItem(
      id: id, version: Int.max - number, payload: advisory.tombstone.payload, text: [], time: advisory.time)
    count(try writer.add(tombstone))
  }

  private mutating func count(_ outcome: IndexWriter.Outcome) {
    switch outcome {
    case .added: tally.added += 1
    case .replaced, .updated: tally.changed += 1
    case .unchanged: tally.unchanged += 1
    }
  }

  private static func isUsable(_ entry: IndexEntry) -> Bool {
    guard let item = WireItem(payload: entry.payload) else { return false }
    return item.status == Status.Value.usable.rawValue && item.advisory == nil
  }
}
