internal import Glibc
public import WireText

/// Changes an index: one writer at a time, readers are not affected, nothing is visible before `commit`.
///
///     let writer = try IndexWriter(at: path, vocabulary: vocabulary)
///     for item in items { try writer.add(item) }
///     try writer.commit()
///
/// Memory stays below about 800 MiB, however much is added. A writer that throws has changed nothing: discard it.
public final class IndexWriter {
  /// The effect of adding an item.
  public enum Outcome: Sendable, Equatable {
    /// It is new.
    case added
    /// The same id and version was there with another text, which is kept as superseded, or with other masked
    /// ranges or another time, which are replaced.
    case replaced
    /// The same text was there; its payload was replaced.
    case updated
    /// The same item was there, with the same payload.
    case unchanged
  }

  /// A segment that is or will be part of the index.
  private struct Part {
    var file: Manifest.File
    var segment: Segment
  }

  /// A version of an item, in a segment or in the current run.
  private struct Pending {
    var place: IndexPlace
    var version: Int
    var content: ItemContent
    var payload: UInt64
    var isRemoved = false
  }

  private let path: String
  private let vocabulary: Vocabulary
  private let lock: DirectoryLock
  private var manifest: Manifest
  private var parts: [Part]
  private var changes: ItemChanges
  /// The index, including everything since the last commit that is already in a segment.
  public private(set) var current: WireIndex
  private var run: SegmentRun?
  /// The items in `run`, by id.
  private var pending: [String: [Pending]] = [:]
  private var fileCount = 0

  /// Opens an index for changing; creates it if there is none.
  ///
  /// - Parameters:
  ///   - path: the directory; its parent must exist.
  ///   - vocabulary: the language data; must be the same as that of an existing index.
  public init(at path: String, vocabulary: Vocabulary) throws(IndexFault) {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .system("create", path, errno: errno) }
    lock = try DirectoryLock(path)
    self.path = path
    self.vocabulary = vocabulary
    let opened: WireIndex?
    do throws(IndexFault) {
      opened = try WireIndex(opening: path)
    } catch {
      guard case .missing = error else { throw error }
      opened = nil
    }
    current =
      opened
      ?? WireIndex(
        path: path, vocabulary: vocabulary.identity, generation: 0, segments: [], changes: ItemChanges())
    guard current.vocabulary == vocabulary.identity else { throw .otherVocabulary }
    manifest = opened == nil ? Manifest(vocabulary: vocabulary.identity) : try WireIndex.manifest(in: path)
    parts = zip(manifest.segments, current.segments).map { Part(file: $0, segment: $1) }
    changes = current.changes
  }

  /// Adds an item, or a version of one.
  ///
  /// - Returns: the effect; `.unchanged` for an item whose id, version and content are there already.
  @discardableResult
  public func add(_ item: IndexItem) throws(IndexFault) -> Outcome {
    let content = ItemContent(item.text, masked: item.masked, time: item.time)
    let payload = Checksum.sum(item.payload)
    var outcome = Outcome.added
    var isSuperseded = false
    let versions = try versions(of: item.id)
    if let same = versions.first(where: { $0.version == item.version && $0.content == content }) {
      if same.payload == payload { return .unchanged }
      setPayload(item.payload, of: same, id: item.id)
      return .updated
    }
    for known in versions {
      if known.version > item.version {
        isSuperseded = true
        continue
      }
      if known.version == item.version { outcome = .replaced }
      // A delivered text stays findable, even if another text took its version number.
      if known.version == item.version, known.content.text == content.text {
        remove(known, of: item.id)
      } else {
        changes.change(known.place) { $0.isSuperseded = true }
      }
    }
    if run?.isFull == true { try closeRun() }
    if run == nil { run = try SegmentRun(path: path, vocabulary: vocabulary) }
    guard let number = try run?.add(item, isSuperseded: isSuperseded) else { return outcome }
    let place = IndexPlace(segment: UInt32(parts.count), item: number)
    pending[item.id, default: []].append(
      Pending(place: place, version: item.version, content: content, payload: payload))
    return outcome
  }

  /// Removes an item in all its versions.
  ///
  /// - Returns: how many versions there were.
  @discardableResult
  public func remove(id: String) throws(IndexFault) -> Int {
    let versions = try versions(of: id)
    for version in versions { remove(version, of: id) }
    return versions.count
  }

  /// Removes the items all of whose versions were published before an instant; items without a time stay.
  ///
  /// - Parameters:
  ///   - instant: the first time that is kept.
  ///   - isMeant: whether an item may be removed; called with the first version encountered.
  /// - Returns: how many items there were.
  @discardableResult
  public func remove(
    before instant: Instant, where isMeant: (IndexEntry) -> Bool = { _ in true }
  ) throws(IndexFault) -> Int {
    var seen: Set<String> = []
    var count = 0
    for place in try current.places(before: instant) where !changes.isRemoved(place) {
      let entry = try current.entry(place)
      // Items added in this run are not old.
      guard seen.insert(entry.id).inserted, pending[entry.id] == nil, isMeant(entry) else { continue }
      let last = try current.entries(withID: entry.id).compactMap(\.time).max()
      guard let last, last < instant else { continue }
      try remove(id: entry.id)
      count += 1
    }
    return count
  }

  /// Replaces the payload of an item's versions: a change of state such as a kill, an embargo or a correction.
  ///
  /// - Parameters:
  ///   - id: the item.
  ///   - version: the version; nil for all.
  ///   - payload: returns the new payload; nil leaves a version unchanged.
  /// - Returns: how many versions were changed.
  @discardableResult
  public func setPayload(
    id: String, version: Int? = nil, _ payload: (IndexEntry) -> [UInt8]?
  ) throws(IndexFault) -> Int {
    var count = 0
    for known in try versions(of: id) where version == nil || known.version == version {
      let entry = try preview().entry(known.place)
      guard let new = payload(entry), new != entry.payload else { continue }
      setPayload(new, of: known, id: id)
      count += 1
    }
    return count
  }

  /// The index with all uncommitted changes, visible to the caller only.
  public func preview() throws(IndexFault) -> WireIndex {
    if run != nil { try closeRun() }
    return snapshot(generation: manifest.generation)
  }

  /// Makes all changes visible at once.
  ///
  /// - Parameter purging: whether files are rewritten until they hold nothing of a removed item.
  /// - Returns: the index as it is now.
  @discardableResult
  public func commit(purging: Bool = false) throws(IndexFault) -> WireIndex {
    if run != nil { try closeRun() }
    try merge(purging: purging)
    var next = manifest
    next.generation += 1
    next.segments = parts.map(\.file)
    next.changes = nil
    if !changes.isEmpty {
      let bytes = changes.bytes
      let name = "\(next.generation).changes"
      try AtomicFile.write(bytes, to: name, in: path)
      next.changes = Manifest.File(name: name, bytes: bytes.count, sum: Checksum.sum(bytes))
    }
    try AtomicFile.write(Array(next.text.utf8), to: Manifest.fileName, in: path)
    manifest = next
    AtomicFile.removeAll(
      in: path, except: Set(next.segments.map(\.name) + [next.changes?.name].compactMap { $0 }))
    current = snapshot(generation: next.generation)
    return current
  }
}

extension IndexWriter {
  /// The versions of an item that are not removed, committed or not.
  private func versions(of id: String) throws(IndexFault) -> [Pending] {
    var result = (pending[id] ?? []).filter { !$0.isRemoved }
    for entry in try current.entries(withID: id) where !changes.isRemoved(entry.place) {
      let text = try current.text(of: entry)
      let payload = changes[entry.place]?.payload ?? entry.payload
      result.append(
        Pending(
          place: entry.place, version: entry.version,
          content: ItemContent(text, masked: entry.masked, time: entry.time), payload: Checksum.sum(payload)))
    }
    return result
  }

  private func remove(_ known: Pending, of id: String) {
    changes.change(known.place) { $0.isRemoved = true }
    update(known, of: id) { $0.isRemoved = true }
  }

  private func setPayload(_ payload: [UInt8], of known: Pending, id: String) {
    changes.change(known.place) { $0.payload = payload }
    update(known, of: id) { $0.payload = Checksum.sum(payload) }
  }

  private func update(_ known: Pending, of id: String, _ body: (inout Pending) -> Void) {
    guard var versions = pending[id], let index = versions.firstIndex(where: { $0.place == known.place })
    else {
      return
    }
    body(&versions[index])
    pending[id] = versions
  }

  private func closeRun() throws(IndexFault) {
    guard let done = run else { return }
    run = nil
    parts.append(try written(done))
    pending = [:]
    current = snapshot(generation: manifest.generation)
  }

  /// All segments so far, with all changes.
  private func snapshot(generation: Int) -> WireIndex {
    WireIndex(
      path: path, vocabulary: vocabulary.identity, generation: generation, segments: parts.map(\.segment),
      changes: changes)
  }

  private func written(_ run: SegmentRun) throws(IndexFault) -> Part {
    fileCount += 1
    let (file, segment) = try run.close(name: "\(manifest.generation + 1)-\(fileCount).segment")
    return Part(file: file, segment: segment)
  }

  /// Merges segments that are many and small, or mostly removed, into one.
  private func merge(purging: Bool) throws(IndexFault) {
    while let range = MergePolicy.next(
      parts.enumerated().map { number, part in
        (
          bytes: part.segment.bounds(.texts).count, items: part.segment.itemCount,
          removed: changes.removed[UInt32(number)] ?? 0
        )
      }, purging: purging)
    {
      let index = snapshot(generation: 0)
      let run = try SegmentRun(path: path, vocabulary: vocabulary)
      for number in range { try run.add(segment: number, of: index) }
      let merged: [Part] = run.count > 0 ? [try written(run)] : []
      var numbers: [UInt32: UInt32] = [:]
      for number in parts.indices where !range.contains(number) {
        numbers[UInt32(number)] = UInt32(
          number < range.lowerBound ? number : number - range.count + merged.count)
      }
      parts.replaceSubrange(range, with: merged)
      changes = changes.renumbered(numbers)
    }
  }
}
