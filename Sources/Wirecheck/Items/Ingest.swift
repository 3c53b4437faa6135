public import WireDocuments
public import WireMatching
public import WireRights
internal import WireText

/// Adds what agencies delivered to an index: new items, new versions, and advisories about items.
///
/// Adding the same items again changes nothing. A withdrawal is a version of its item like any other, so that
/// it does not matter in which order an item and its kill arrive; see `ItemState`. An advisory with an
/// identifier of its own (kill, hold, embargo, release, correction, restriction) is attached to the items that
/// it names by identifier, slug or headline, and to all versions of their stories. If nothing that a kill or a
/// hold names is found, the items that it may refer to are marked for review until the named item arrives.
/// Items of different agencies are different items, even if they share an identifier; see `ItemNames`.
public struct Ingest: ~Copyable {
  /// The result so far, as numbers of items.
  public struct Tally: Sendable, Equatable {
    /// Items and versions that are new.
    public var added = 0
    /// Items whose text or state changed.
    public var changed = 0
    /// Items that were already there.
    public var unchanged = 0
    /// Withdrawals and holds among all of these.
    public var withdrawals = 0
    /// Items without an agency.
    public var withoutAgency = 0
    /// The identifiers of the first of them.
    public var unsigned: [String] = []
    /// Documents that have no text and are not withdrawals either.
    public var empty = 0
    /// Items older than what the index retains, which were not added.
    public var late = 0
    /// Items removed from the index because their retention period is over.
    public var expired = 0
    /// Advisories of which no named item was found.
    public var unmatched: [Unmatched] = []
  }

  /// An advisory of which no named item was found.
  public struct Unmatched: Sendable, Equatable {
    /// What it asks for.
    public var kind: Advisory.Kind
    /// The identifier or slug of what it names, otherwise its own identifier.
    public var name: String
    /// The number of items that it may refer to, by the words of their slugs and headlines; a kill or a hold
    /// marks them for review.
    public var similar = 0
  }

  private let reader: ItemReader
  private let writer: IndexWriter
  private let retention: Retention?
  /// The identifiers under which agencies' items are stored.
  private var names = ItemNames()
  /// Advisories of this ingest that may be about other items.
  private var advisories: [ItemAdvisory] = []
  /// The advisories in the index before this ingest; nil until the first item arrives.
  private var known: KnownAdvisories?
  /// Items with a text in this ingest that a known advisory may be about, or that follow other items.
  private var arrivals: [Arrival] = []
  /// The result so far.
  public private(set) var tally = Tally()

  /// An ingest into an index that is open for writing.
  ///
  /// - Parameter retention: which items are neither added nor kept; nil keeps all.
  public init(_ reader: ItemReader, into writer: IndexWriter, retention: Retention? = nil) {
    self.reader = reader
    self.writer = writer
    self.retention = retention
  }

  /// Adds a document.
  public mutating func add(_ document: Document) throws(IndexFault) { try add(reader.read(document)) }

  /// Adds documents in order; they are read on all cores.
  public mutating func add(_ documents: [Document]) throws(IndexFault) {
    let reader = self.reader
    for reading in parallelMap(documents, piece: 4, { reader.read($0) }) { try add(reading) }
  }

  /// How many items are named when a whole group is reported.
  private static let mostNamed = 5

  private mutating func add(_ reading: ItemReader.Reading) throws(IndexFault) {
    let reading = try names.settled(reading, in: writer.current)
    if let retention, retention.refuses(reading.item) {
      tally.late += 1
      return
    }
    let earlier: KnownAdvisories
    if let known { earlier = known } else { earlier = try KnownAdvisories(in: writer.current) }
    known = earlier
    let isWithdrawal = reading.record.status != .usable
    // A version without a text may still carry an embargo.
    guard
      !reading.item.text.isEmpty || isWithdrawal || reading.record.embargo != nil
        || reading.record.advisory != nil
    else {
      tally.empty += 1
      return
    }
    if reading.record.agency.isEmpty {
      tally.withoutAgency += 1
      if tally.unsigned.count < Self.mostNamed { tally.unsigned.append(reading.item.id) }
    }
    if isWithdrawal { tally.withdrawals += 1 }
    count(try writer.add(reading.item))
    if reading.record.advisory != nil {
      advisories.append(
        ItemAdvisory(
          id: reading.item.id, record: reading.record, time: reading.item.time, links: reading.withdraws,
          mustMatch: reading.mustMatch))
    }
    let arrival = Arrival(id: reading.item.id, record: reading.record)
    if reading.record.isCopy, earlier.mayBeAbout(arrival) { arrivals.append(arrival) }
  }

  /// Attaches advisories to the items that they name, and makes all changes visible at once.
  ///
  /// An advisory is attached to items that arrived earlier; items that arrive later are matched with the known
  /// advisories.
  ///
  /// - Returns: the updated index.
  public mutating func commit() throws(IndexFault) -> WireIndex {
    if let retention { tally.expired += try retention.apply(to: writer) }
    if let known, !advisories.isEmpty || !arrivals.isEmpty {
      let index = try writer.preview()
      try attachAdvisories(to: index, known)
      try attachArrivals(to: index, known)
    }
    advisories = []
    arrivals = []
    self.known = nil
    return try writer.commit()
  }

  // MARK: Advisories of this ingest

  /// Attaches the advisories of this ingest to the items that they name.
  private mutating func attachAdvisories(to index: WireIndex, _ known: KnownAdvisories) throws(IndexFault) {
    let chains = try Chains(
      of: index, for: advisories,
      asked: Set(advisories.flatMap { [$0.id] + $0.links + ($0.record.follows ?? []) }))
    for (number, advisory) in advisories.enumerated() {
      // A version of the item itself is about that item, and not about others with the same slug.
      let isOwn = chains.usable.contains(advisory.id)
      let named = isOwn ? [] : chains.named[number]
      let linked = advisory.links + (advisory.record.follows ?? [])
      let isFound = isOwn || !named.isEmpty || linked.contains(where: chains.usable.contains)
      for id in chains.closure(of: named.union(advisory.links).union([advisory.id])).sorted()
      where id != advisory.id {
        try attach(advisory, to: id)
      }
      if isFound {
        try forget(known.possible[advisory.id], of: advisory)
      } else {
        try reportUnmatched(advisory, chains.similar[number])
      }
    }
  }

  /// Reports an advisory of which no named item was found, and attaches it as possible to the items that it may
  /// refer to.
  private mutating func reportUnmatched(_ advisory: ItemAdvisory, _ similar: Set<String>) throws(IndexFault) {
    for id in similar.sorted() { try attach(advisory, to: id, isPossible: true) }
    if advisory.mustMatch {
      let names = advisory.links.isEmpty ? [advisory.record.slug ?? advisory.id] : advisory.links
      tally.unmatched += names.map { Unmatched(kind: advisory.kind, name: $0, similar: similar.count) }
    }
  }

  // MARK: Items of this ingest

  /// Attaches advisories of earlier ingests to the items of this one.
  private mutating func attachArrivals(to index: WireIndex, _ known: KnownAdvisories) throws(IndexFault) {
    let new = Set(advisories.map(\.id))
    let open = known.open.filter { !new.contains($0.id) }.map { (advisory: $0, means: Resemblance($0)) }
    var found: Set<String> = []
    for arrival in arrivals {
      var seen: Set<String> = [arrival.id]
      for advisory in try naming(arrival, known, besides: new, in: index) + inherited(by: arrival, in: index)
      where seen.insert(advisory.id).inserted {
        try attach(advisory, to: arrival.id)
        if found.insert(advisory.id).inserted { try forget(known.possible[advisory.id], of: advisory) }
      }
    }
    for arrival in arrivals where !open.isEmpty {
      let item = Resemblance.Item(arrival.record)
      for (advisory, means) in open where !found.contains(advisory.id) && means.mayMean(item) {
        try attach(advisory, to: arrival.id, isPossible: true)
      }
    }
  }

  /// The advisories of earlier ingests that name an item.
  private func naming(
    _ arrival: Arrival, _ known: KnownAdvisories, besides new: Set<String>, in index: WireIndex
  ) throws(IndexFault) -> [ItemAdvisory] {
    var result: [ItemAdvisory] = []
    for name in arrival.names {
      for advisory in known.named[name, default: []] where !new.contains(advisory.id) {
        if try !index.entries(withID: advisory.id).contains(where: Self.isUsable) { result.append(advisory) }
      }
    }
    return result
  }

  /// What advisories say about the versions that an item follows, unless the item is newer than the advisory.
  private func inherited(by arrival: Arrival, in index: WireIndex) throws(IndexFault) -> [ItemAdvisory] {
    var result: [ItemAdvisory] = []
    for id in arrival.record.follows ?? [] {
      for entry in try index.entries(withID: id) {
        guard let item = WireItem(payload: entry.payload), item.isPossible != true,
          item.isForeign || item.status != .usable,
          let changed = item.changed, let own = arrival.record.changed, own <= changed
        else { continue }
        result.append(
          ItemAdvisory(id: item.withdrawnBy ?? entry.id, record: item, time: entry.time, links: []))
      }
    }
    return result
  }

  // MARK: Writing

  /// Stores an advisory's statement about another item, as a version of that item without text.
  private mutating func attach(
    _ advisory: ItemAdvisory, to id: String, isPossible: Bool = false
  ) throws(IndexFault) {
    var note = advisory.note(isPossible: isPossible)
    note.id = id
    count(try writer.add(note))
  }

  /// Removes an advisory's possible items, because the item that it names has arrived.
  private func forget(_ ids: Set<String>?, of advisory: ItemAdvisory) throws(IndexFault) {
    guard let ids else { return }
    var settled = WireItem(agency: advisory.record.agency)
    settled.withdrawnBy = advisory.id
    settled.isPossible = true
    let payload = settled.payload
    for id in ids {
      try writer.setPayload(id: id, version: ItemAdvisory.version(of: advisory.id, withdraws: false)) { _ in
        payload
      }
    }
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
    return item.isCopy && item.advisory == nil
  }
}
