public import WireText

/// The items that drafts are matched against: an immutable snapshot.
///
/// An index is a directory with immutable segments (`SegmentFormat`), changes of state (`ItemChanges`) and a
/// manifest that names them (`Manifest`). Opening maps the files and verifies a few kilobytes, whatever their size;
/// blocks are verified when they are first read. Writers replace the manifest and never touch a file that it names,
/// so readers in any number of processes share the pages and continue undisturbed.
public final class WireIndex: Sendable {
  /// The directory; empty for an index in memory.
  public let path: String
  /// Identifies the language data that it was made with.
  public let vocabulary: UInt64
  /// Grows with every change of the index.
  public let generation: Int
  let segments: [Segment]
  let changes: ItemChanges

  init(path: String, vocabulary: UInt64, generation: Int, segments: [Segment], changes: ItemChanges) {
    self.path = path
    self.vocabulary = vocabulary
    self.generation = generation
    self.segments = segments
    self.changes = changes
  }

  /// Opens the index in a directory.
  public convenience init(opening path: String) throws(IndexFault) {
    // A writer may remove files after the manifest was read; the next manifest names others.
    var attempt = 0
    while true {
      let manifest = try Self.manifest(in: path)
      do throws(IndexFault) {
        try self.init(manifest, in: path)
        return
      } catch {
        attempt += 1
        guard attempt < 5, case .missing = error, try Self.manifest(in: path) != manifest else {
          if case .missing(let file) = error { throw .damaged(file: file, reason: "the file is missing") }
          throw error
        }
      }
    }
  }

  convenience init(_ manifest: Manifest, in path: String) throws(IndexFault) {
    var segments: [Segment] = []
    for entry in manifest.segments {
      let file = try MappedFile(path: "\(path)/\(entry.name)")
      guard file.count == entry.bytes else {
        throw .damaged(file: file.path, reason: "it has \(file.count) bytes instead of \(entry.bytes)")
      }
      let segment = try Segment(file, expected: entry.sum)
      guard segment.header.vocabulary == manifest.vocabulary else { throw .otherVocabulary }
      segments.append(segment)
    }
    var changes = ItemChanges()
    if let entry = manifest.changes {
      let name = "\(path)/\(entry.name)"
      let bytes = try Self.read(name, limit: entry.bytes)
      guard bytes.count == entry.bytes, Checksum.sum(bytes) == entry.sum else {
        throw .damaged(file: name, reason: "it is not the file that the manifest names")
      }
      changes = try ItemChanges(bytes, path: name)
    }
    self.init(
      path: path, vocabulary: manifest.vocabulary, generation: manifest.generation, segments: segments,
      changes: changes)
  }

  /// An index in memory, for a set of sources that is used once.
  ///
  /// - Parameter items: later ones with the same id and version are added as well.
  public convenience init(items: some Sequence<IndexItem>, vocabulary: Vocabulary) throws(IndexFault) {
    var segments: [Segment] = []
    var source = items.makeIterator()
    var next = source.next()
    while next != nil {
      let name = "memory"
      var builder = try SegmentBuilder(descriptor: nil, path: name, vocabulary: vocabulary)
      while let item = next, !builder.isFull {
        _ = try builder.add(item)
        next = source.next()
      }
      let sum = try builder.finish()
      segments.append(try Segment(MappedFile(builder.contents, name: name), expected: sum))
    }
    self.init(
      path: "", vocabulary: vocabulary.identity, generation: 0, segments: segments, changes: ItemChanges())
  }

  static func manifest(in path: String) throws(IndexFault) -> Manifest {
    let name = "\(path)/\(Manifest.fileName)"
    do throws(IndexFault) {
      return try Manifest(read(name, limit: 16 << 20), path: name)
    } catch {
      if case .missing = error { throw .missing(path: path) }
      throw error
    }
  }

  /// Reads a file of at most `limit` bytes.
  private static func read(_ path: String, limit: Int) throws(IndexFault) -> [UInt8] {
    let file = try MappedFile(path: path)
    guard file.count <= limit else { throw .damaged(file: path, reason: "it is too large") }
    return Array(UnsafeRawBufferPointer(start: file.base, count: file.count))
  }
}

extension WireIndex {
  /// The size of the index in numbers.
  ///
  /// - Complexity: linear in the number of items.
  public func statistics() throws(IndexFault) -> IndexStatistics {
    var result = IndexStatistics()
    result.generation = generation
    result.segments = segments.count
    for segment in segments {
      result.bytes += segment.byteCount
      result.textBytes += segment.bounds(.texts).count
      result.seeds += Int(segment.header.seeds)
      result.items += segment.itemCount
    }
    result.removed = changes.removed.values.reduce(0, +)
    result.items -= result.removed
    try forEachEntry { if $0.isSuperseded { result.superseded += 1 } }
    return result
  }

  /// Passes on every item that is not removed, in the order in which they were added.
  public func forEachEntry(_ body: (IndexEntry) -> Void) throws(IndexFault) {
    for (number, segment) in segments.enumerated() {
      for item in 0..<UInt32(segment.itemCount) {
        let place = IndexPlace(segment: UInt32(number), item: item)
        if !changes.isRemoved(place) { body(try entry(place)) }
      }
    }
  }

  /// The versions of an item that are not removed, newest first.
  public func entries(withID id: String) throws(IndexFault) -> [IndexEntry] {
    var result: [IndexEntry] = []
    for (number, segment) in segments.enumerated() {
      for item in try segment.items(withID: id) {
        let place = IndexPlace(segment: UInt32(number), item: item)
        if !changes.isRemoved(place) { result.append(try entry(place)) }
      }
    }
    // Of several texts delivered under one version the last one is the newest.
    return result.sorted { $0.age > $1.age }
  }

  /// The item of a match from this snapshot, without a search; nil for a match without a place in an index.
  public func entry(of match: Match) throws(IndexFault) -> IndexEntry? {
    guard let place = match.place, Int(place.segment) < segments.count,
      Int(place.item) < segments[Int(place.segment)].itemCount
    else { return nil }
    return try entry(place)
  }

  /// The places of the items published before an instant, including removed ones.
  func places(before instant: Instant) throws(IndexFault) -> [IndexPlace] {
    var result: [IndexPlace] = []
    for (number, segment) in segments.enumerated() {
      for item in 0..<UInt32(segment.itemCount) {
        let record = try segment.record(item)
        guard record.flags & ItemRecord.timed != 0, record.time < instant.seconds else { continue }
        result.append(IndexPlace(segment: UInt32(number), item: item))
      }
    }
    return result
  }

  /// An item's text.
  public func text(of entry: IndexEntry) throws(IndexFault) -> [UInt8] {
    guard Int(entry.place.segment) < segments.count else { return [] }
    let segment = segments[Int(entry.place.segment)]
    return try segment.withText(segment.record(entry.place.item)) { Array($0) }
  }

  /// Reads everything and compares it with its checksums.
  ///
  /// - Throws: `IndexFault.damaged` for the first error.
  public func verify() throws(IndexFault) {
    for segment in segments { try segment.verify() }
    for (number, segment) in segments.enumerated() {
      var ids = 0
      var superseded: [Int] = []
      for item in 0..<UInt32(segment.itemCount) {
        let place = IndexPlace(segment: UInt32(number), item: item)
        if try segment.items(withID: entry(place).id).contains(item) { ids += 1 }
        let record = try segment.record(item)
        if record.flags & ItemRecord.superseded != 0 { superseded += try segment.units(of: record) }
      }
      guard ids == segment.itemCount else { throw segment.damage("its table of ids is not complete") }
      guard try superseded == segment.supersededUnits() else {
        throw segment.damage("its table of superseded units is not that of its items")
      }
    }
    for place in changes.changes.keys
    where place.segment >= segments.count || place.item >= segments[Int(place.segment)].itemCount {
      throw .damaged(file: path, reason: "a change belongs to no item")
    }
  }

  func entry(_ place: IndexPlace) throws(IndexFault) -> IndexEntry {
    let item = try segments[Int(place.segment)].item(place.item)
    let change = changes[place]
    let record = item.record
    return IndexEntry(
      id: item.id, version: Int(record.version), payload: change?.payload ?? item.payload,
      masked: item.masked,
      time: record.flags & ItemRecord.timed == 0 ? nil : Instant(seconds: record.time),
      isSuperseded: isSuperseded(place, record), place: place)
  }

  /// Whether the index holds a higher version of an item.
  func isSuperseded(_ place: IndexPlace, _ record: ItemRecord) -> Bool {
    record.flags & ItemRecord.superseded != 0 || changes[place]?.isSuperseded == true
  }
}

extension IndexEntry {
  /// The sort key of an item's versions, the newest last.
  fileprivate var age: (Int, Int, UInt32, UInt32) {
    (version, isSuperseded ? 0 : 1, place.segment, place.item)
  }
}
