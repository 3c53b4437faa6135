internal import WireText

/// Collects items and writes them as one segment.
///
/// Texts are written to the file as they arrive. For seeds, their words are kept in memory, and if there are many,
/// runs of seeds are written to disk (`SeedSorter`); of everything else, a few hundred bytes an item are kept until
/// `finish`.
struct SegmentBuilder: ~Copyable {
  private let tokenizer: Tokenizer
  private var writer: BlockWriter
  /// A path for temporary data that does not fit in memory; nil for a segment in memory.
  private let spillPath: String?
  private var header = SegmentFormat.Header()
  private var words: [Word] = []
  private var content: [UInt64] = []
  private var seeds: SeedSorter
  /// The item of each unit, and the number of its first content word there.
  private var units: [(item: UInt32, firstWord: UInt32)] = []
  /// The units of superseded items.
  private var superseded: [UInt32] = []
  private var counter = WordCounter()
  private var details: [UInt8] = []
  private var records: [UInt8] = []
  private var ids: [(hash: UInt64, item: UInt32)] = []
  private var textBytes: UInt64 = 0
  private let fullItems: Int

  /// A builder over an open, empty file, whose descriptor stays the caller's, or over memory.
  ///
  /// - Parameter fullItems: the most items for which all seeds are kept.
  init(
    descriptor: Int32?, path: String, vocabulary: Vocabulary, fullItems: Int = SegmentFormat.fullItems
  ) throws(IndexFault) {
    self.fullItems = fullItems
    tokenizer = Tokenizer(vocabulary)
    header.vocabulary = vocabulary.identity
    writer = BlockWriter(descriptor: descriptor, path: path)
    spillPath = descriptor == nil ? nil : "\(path)-spill"
    seeds = SeedSorter(spillingTo: spillPath)
    try writer.write([UInt8](repeating: 0, count: SegmentFormat.headerBytes))
  }

  /// The number of items so far.
  var count: Int { ids.count }
  /// The approximate number of bytes kept in memory.
  private var heldBytes: Int {
    details.count + records.count + counter.count * 48 + ids.count * 16 + units.count * 8
  }

  /// Adds an item and returns its number.
  mutating func add(_ item: IndexItem, isSuperseded: Bool = false) throws(IndexFault) -> UInt32 {
    guard item.text.count < Int(UInt32.max), item.id.utf8.count < 1 << 16, item.payload.count < 1 << 30 else {
      throw .tooLarge(
        reason: "item \(item.id.prefix(100)): its text, id or payload is larger than an index holds")
    }
    let number = UInt32(ids.count)
    words.removeAll(keepingCapacity: true)
    tokenizer.append(wordsOf: item.text, masking: item.masked, to: &words)
    content = words.content { words[$0].stem }
    counter.count(content[...], of: number + 1)
    var record = ItemRecord()
    record.firstUnit = UInt32(units.count)
    record.contentWords = UInt32(content.count)
    record.textOffset = textBytes
    record.textLength = UInt64(item.text.count)
    record.detailOffset = UInt64(details.count)
    record.idLength = UInt32(item.id.utf8.count)
    record.payloadLength = UInt32(item.payload.count)
    record.maskCount = UInt32(item.masked.count)
    record.version = Int64(item.version)
    record.time = item.time?.seconds ?? 0
    record.flags = (isSuperseded ? ItemRecord.superseded : 0) | (item.time == nil ? 0 : ItemRecord.timed)
    record.append(to: &records)
    details += item.id.utf8
    details += item.payload
    for mask in item.masked {
      details.append(littleEndian: UInt32(clamping: mask.lower))
      details.append(littleEndian: UInt32(clamping: mask.upper))
    }
    try addUnits(of: number)
    if isSuperseded { superseded += record.firstUnit..<UInt32(units.count) }
    ids.append((Self.hash(id: item.id), number))
    try writer.write(item.text)
    textBytes += UInt64(item.text.count)
    return number
  }

  /// Whether the segment has reached a size limit.
  var isFull: Bool {
    heldBytes > Self.mostHeldBytes || seeds.count > Self.mostSeeds || units.count > Self.mostUnits
  }

  private static let mostHeldBytes = 256 << 20
  private static let mostSeeds = 1 << 31
  private static let mostUnits = 1 << 22

  /// Writes the rest and returns the checksum of the header; the file is complete but not yet synced.
  mutating func finish() throws(IndexFault) -> UInt64 {
    header.items = UInt64(ids.count)
    header.units = UInt64(units.count)
    header.sections[SegmentFormat.Section.texts.rawValue] = (UInt64(SegmentFormat.headerBytes), textBytes)
    try writer.align()
    try section(.details, details)
    try section(.items, records)
    try writeIDs()
    try writeUnits()
    try section(.superseded, superseded)
    try writeWords()
    try writeSeeds()
    return try writeSums()
  }

  /// The whole segment, if it was built in memory.
  var contents: [UInt8] { writer.contents }

  /// The hash by which an id is looked up.
  static func hash(id: String) -> UInt64 { Checksum.sum(Array(id.utf8)) }

  private mutating func addUnits(of item: UInt32) throws(IndexFault) {
    var start = 0
    repeat {
      let end = min(content.count, start + SegmentFormat.unitWords)
      try seeds.add(content[start..<end], unit: UInt32(units.count))
      units.append((item, UInt32(start)))
      start = end
    } while start < content.count
  }

  private mutating func section<Value: BitwiseCopyable>(
    _ section: SegmentFormat.Section, _ values: [Value]
  ) throws(IndexFault) {
    begin(section)
    try writer.write(values)
    try end(section)
  }

  private mutating func begin(_ section: SegmentFormat.Section) {
    header.sections[section.rawValue].offset = UInt64(writer.offset)
  }

  private mutating func end(_ section: SegmentFormat.Section) throws(IndexFault) {
    header.sections[section.rawValue].length =
      UInt64(writer.offset) - header.sections[section.rawValue].offset
    try writer.align()
  }

  private mutating func writeIDs() throws(IndexFault) {
    ids.sort { $0 < $1 }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(ids.count * 16)
    for id in ids {
      bytes.append(littleEndian: id.hash)
      bytes.append(littleEndian: UInt64(id.item))
    }
    try section(.ids, bytes)
  }

  private mutating func writeUnits() throws(IndexFault) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(units.count * 8)
    for unit in units {
      bytes.append(littleEndian: unit.item)
      bytes.append(littleEndian: unit.firstWord)
    }
    try section(.units, bytes)
  }

  private mutating func writeWords() throws(IndexFault) {
    let sorted = counter.sorted()
    let bits = SegmentFormat.bits(for: sorted.count)
    var buckets = [UInt32](repeating: 0, count: (1 << Int(bits)) + 1)
    var packed: [UInt64] = []
    packed.reserveCapacity(sorted.count)
    for (word, items) in sorted {
      buckets[SegmentFormat.bucket(word, bits) + 1] += 1
      packed.append(SegmentFormat.wordRemainder(word, bits) << 24 | UInt64(min(items, 0xFF_FFFF)))
    }
    for bucket in 1..<buckets.count { buckets[bucket] += buckets[bucket - 1] }
    header.words = UInt64(packed.count)
    header.wordBits = bits
    try section(.words, packed)
    try section(.wordBuckets, buckets)
  }

  private mutating func writeSeeds() throws(IndexFault) {
    let isWinnowed = count > fullItems
    let most =
      isWinnowed
      ? Int(Double(textBytes) * SegmentFormat.winnowedShare / SegmentFormat.winnowedSeedBytes) : .max
    let bits = SegmentFormat.bits(for: isWinnowed ? min(most, seeds.count) / 4 : seeds.count)
    header.seedBits = bits
    begin(.seeds)
    var starts = SpillList<UInt32>(spillingTo: spillPath)
    var total: UInt32 = 0
    header.density = try seeds.forEachPartition(bits: bits, atMost: most) {
      seeds, buckets throws(IndexFault) in
      try writer.write(seeds)
      try starts.append(
        buckets.map { count in
          defer { total += count }
          return total
        })
    }
    try starts.append([total])
    header.seeds = UInt64(total)
    try end(.seeds)
    begin(.seedBuckets)
    try starts.forEachPiece { piece throws(IndexFault) in try writer.write(piece) }
    try end(.seedBuckets)
  }

  /// Writes the checksums, then the header in its place at the front.
  private mutating func writeSums() throws(IndexFault) -> UInt64 {
    try writer.alignToBlock()
    let sums = writer.sums
    try section(.sums, sums)
    let sumsOfSums = Self.blockSums(of: sums)
    begin(.sumsOfSums)
    try writer.write(sumsOfSums)
    header.sections[SegmentFormat.Section.sumsOfSums.rawValue].length = UInt64(sumsOfSums.count * 8)
    try writer.finish()
    header.root = sumsOfSums.withUnsafeBytes { bytes in
      bytes.baseAddress.map { Checksum.sum($0, bytes.count) } ?? 0
    }
    let bytes = header.bytes
    try writer.replaceStart(with: bytes)
    return Checksum.sum(bytes)
  }

  /// The checksum of each block of the checksums.
  private static func blockSums(of sums: [UInt64]) -> [UInt64] {
    sums.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: SegmentFormat.blockBytes).compactMap { at in
        bytes.baseAddress.map { Checksum.sum($0 + at, min(SegmentFormat.blockBytes, bytes.count - at)) }
      }
    }
  }
}
