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
  private var slugs: [(slug: String, reading: ItemReader.Reading)] = []
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
    guard !reading.item.text.isEmpty || isWithdrawal else {
      tally.empty += 1
      return
    }
    if reading.record.agency.isEmpty { tally.withoutAgency += 1 }
    if isWithdrawal { tally.withdrawals += 1 }
    count(try writer.add(reading.item))
    for id in reading.withdraws where id != reading.item.id { try withdraw(id, by: reading) }
    if reading.withdrawsBySlug, let slug = reading.record.slug { slugs.append((slug, reading)) }
  }

  /// Makes everything visible, withdrawals by slug among it.
  ///
  /// - Returns: the index as it is now.
  public mutating func commit() throws(IndexFault) -> WireIndex {
    var index = try writer.commit()
    guard !slugs.isEmpty else { return index }
    for (slug, reading) in slugs {
      let ids = try Self.ids(withSlug: slug, of: reading, in: index)
      if ids.isEmpty { tally.unmatched.append(slug) }
      for id in ids { try withdraw(id, by: reading) }
    }
    slugs = []
    index = try writer.commit()
    return index
  }

  /// Adds a version without text that withdraws another item.
  private mutating func withdraw(_ id: String, by reading: ItemReader.Reading) throws(IndexFault) {
    let version = reading.item.time.map { Int(clamping: $0.seconds) } ?? Int(Int32.max)
    let tombstone = IndexItem(
      id: id, version: version, payload: reading.record.payload, text: [], time: reading.item.time)
    count(try writer.add(tombstone))
  }

  private mutating func count(_ outcome: IndexWriter.Outcome) {
    switch outcome {
    case .added: tally.added += 1
    case .replaced, .updated: tally.changed += 1
    case .unchanged: tally.unchanged += 1
    }
  }

  /// The items of the same agency that carry a slug, the advisory itself apart.
  private static func ids(
    withSlug slug: String, of reading: ItemReader.Reading, in index: WireIndex
  ) throws(IndexFault) -> [String] {
    let wanted = slug.lowercased()
    var ids: Set<String> = []
    try index.forEachEntry { entry in
      guard entry.id != reading.item.id, let item = WireItem(payload: entry.payload),
        item.agency == reading.record.agency, item.slug?.lowercased() == wanted
      else { return }
      ids.insert(entry.id)
    }
    return ids.sorted()
  }
}
