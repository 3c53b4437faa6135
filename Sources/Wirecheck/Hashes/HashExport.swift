public import WireMatching
public import WireText

/// Makes a file of keyed hashes of an index, which holds no text.
public struct HashExport: Sendable {
  /// What was written, in numbers.
  public struct Tally: Sendable, Equatable {
    /// Items, all versions counted.
    public var items = 0
    /// Hashes of runs of words.
    public var hashes = 0
    /// Bytes of the file.
    public var bytes = 0
  }

  private let key: HashKey

  /// An export under a key.
  public init(_ key: HashKey) { self.key = key }

  /// Writes the items of an index into a file, atomically.
  ///
  /// Memory use is about the size of the index's text.
  ///
  /// - Parameters:
  ///   - index: the index.
  ///   - path: the file; it is replaced where there is one.
  ///   - made: the time that is recorded as that of the export.
  public func write(_ index: WireIndex, to path: String, made: Instant) throws(IndexFault) -> Tally {
    let bytes = try file(index, made: made)
    let slash = path.lastIndex(of: "/")
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    try AtomicFile.write(
      bytes.file, to: name, in: slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".")
    return bytes.tally
  }

  /// The file in memory.
  func file(_ index: WireIndex, made: Instant) throws(IndexFault) -> (file: [UInt8], tally: Tally) {
    var entries: [IndexEntry] = []
    try index.forEachEntry { entries.append($0) }
    // Versions of an item stand together, and no order of the index is left; `HashIndex` searches by this order.
    let order = entries.indices.map { number in
      (rank: key.mask.rank(ofItem: entries[number].id), id: entries[number].id, number: number)
    }.sorted { ($0.rank, $0.id, $0.number) < ($1.rank, $1.id, $1.number) }
    var items: [[UInt8]] = []
    var hashes: [KeyedTable.Entry] = []
    for (_, _, number) in order {
      let text = try index.text(of: entries[number])
      let words = Tokenizer().words(in: text, masking: entries[number].masked)
      let item = UInt32(items.count)
      items.append(HashedItem(entries[number], text: text, words: words.count).bytes)
      for run in key.runs.kept(words) {
        hashes.append(KeyedTable.Entry(hash: run.hash, item: item, place: run.place))
      }
    }
    hashes.sort { ($0.hash, $0.item, $0.place) < ($1.hash, $1.item, $1.place) }
    let file = HashFile.bytes(items, hashes, generation: index.generation, made: made, key)
    return (file, Tally(items: items.count, hashes: hashes.count, bytes: file.count))
  }
}
