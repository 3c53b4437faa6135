public import WireDocuments
public import WireMatching
internal import WireText

/// Puts what agencies delivered into an index: new items, new versions, kills and holds.
///
/// Adding the same items again changes nothing. A withdrawal is a version of its item like any other, so that it
/// does not matter in which order an item and its kill arrive; see `ItemState`.
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
    /// Advisories that name nothing found: identifier or slug of each.
    public var unmatched: [String] = []
  }

  private let reader: ItemReader
  private let writer: IndexWriter
  /// Advisories that name an item by its slug, by agency and slug.
  private var bySlug: [Slug: [ItemReader.Reading]] = [:]
  /// Items that advisories name by identifier.
  private var byID: Set<String> = []
  /// What has been done so far.
  public private(set) var tally = Tally()

  /// An ingest into an index that is open for writing.
  public init(_ reader: ItemReader, into writer: IndexWriter) {
    self.reader = reader
    self.writer = writer
  }

  /// Adds a document.
  public mutating func add(_ document: Document) throws(IndexFault) {
    let reading = reader.read(document)
    let isWithdrawal = reading.record.status != Status.Value.usable.rawValue
    // A version without a text may still bring an embargo.
    guard !reading.item.text.isEmpty || isWithdrawal || reading.record.embargo != nil else {
      tally.empty += 1
      return
    }
    if reading.record.agency.isEmpty { tally.withoutAgency += 1 }
    if isWithdrawal { tally.withdrawals += 1 }
    count(try writer.add(reading.item))
    for id in reading.withdraws where id != reading.item.id {
      try withdraw(id, by: reading)
      byID.insert(id)
    }
    guard reading.withdrawsBySlug else { return }
    if let slug = reading.record.slug {
      bySlug[Slug(agency: reading.record.agency, slug), default: []].append(reading)
    } else {
      tally.unmatched.append(reading.item.id)
    }
  }

  /// Makes everything visible, withdrawals by slug among it.
  ///
  /// - Returns: the index as it is now.
  public mutating func commit() throws(IndexFault) -> WireIndex {
    var index = try writer.commit()
    for id in byID.sorted() where try index.entries(withID: id).allSatisfy(Self.isWithdrawal) {
      tally.unmatched.append(id)
    }
    byID = []
    guard !bySlug.isEmpty else { return index }
    let found = try items(in: index)
    for (slug, readings) in bySlug.sorted(by: { $0.key < $1.key }) {
      for reading in readings {
        let ids = found[slug, default: []]
        if ids.isEmpty { tally.unmatched.append(reading.record.slug ?? slug.slug) }
        for id in ids.sorted() where id != reading.item.id { try withdraw(id, by: reading) }
      }
    }
    bySlug = [:]
    index = try writer.commit()
    return index
  }

  /// Adds a version without text that withdraws another item, above all of that item's own versions.
  private mutating func withdraw(_ id: String, by reading: ItemReader.Reading) throws(IndexFault) {
    var record = reading.record
    record.status = Status.Value.canceled.rawValue
    record.statusRecord = ItemReader.statusRecord(of: reading, state: .canceled)
    record.withdrawnBy = reading.item.id
    record.notices = []
    // One number for each advisory, so that several withdrawals of an item stand beside each other.
    let number = Int(sha256(reading.item.id.utf8).prefix(8), radix: 16) ?? 0
    let tombstone = IndexItem(
      id: id, version: Int.max - number, payload: record.payload, text: [], time: reading.item.time)
    count(try writer.add(tombstone))
  }

  private mutating func count(_ outcome: IndexWriter.Outcome) {
    switch outcome {
    case .added: tally.added += 1
    case .replaced, .updated: tally.changed += 1
    case .unchanged: tally.unchanged += 1
    }
  }

  private static func isWithdrawal(_ entry: IndexEntry) -> Bool {
    WireItem(payload: entry.payload)?.status != Status.Value.usable.rawValue
  }

  /// The items that advisories name by slug, in one look through the index; withdrawals apart.
  private func items(in index: WireIndex) throws(IndexFault) -> [Slug: Set<String>] {
    var ids: [Slug: Set<String>] = [:]
    try index.forEachEntry { entry in
      guard let item = WireItem(payload: entry.payload), item.status == Status.Value.usable.rawValue,
        let slug = item.slug.map({ Slug(agency: item.agency, $0) }), bySlug[slug] != nil
      else { return }
      ids[slug, default: []].insert(entry.id)
    }
    return ids
  }
}

/// An agency's slug without regard to case.
private struct Slug: Hashable, Comparable {
  let agency: String
  let slug: String

  init(agency: String, _ slug: String) {
    self.agency = agency
    self.slug = slug.lowercased()
  }

  static func < (a: Self, b: Self) -> Bool { (a.agency, a.slug) < (b.agency, b.slug) }
}
