internal import WireMatching
internal import WireText

/// What a file of hashes stores of an item: enough to decide on a use of it, and no word of its prose.
///
/// Headline, slug and the words of advisories are left out. Notices and rights fields are stored, since without
/// them a check would allow what an item forbids; they are sealed under the key with everything else.
struct HashedItem: Record {
  var id = ""
  var version = 0
  /// When it was published, in seconds since 1970.
  var time: Int64?
  var isSuperseded = false
  /// Words of the whole item, without those of notices and datelines.
  var words = 0
  /// SHA-256 of its text.
  var sha256 = ""
  var record = WireItem()

  init() {}

  init(_ entry: IndexEntry, text: [UInt8], words: Int) {
    id = entry.id
    version = entry.version
    time = entry.time?.seconds
    isSuperseded = entry.isSuperseded
    self.words = words
    sha256 = Wirecheck.sha256(text)
    record = WireItem(of: entry)
    let notices = record.noticeRanges(within: text.count)
    if !notices.isEmpty {
      record.noticeWords = notices.map { String(decoding: text[$0.indices], as: UTF8.self) }
    }
    record.notices = []
    record.title = nil
    record.slug = nil
    record.follows = nil
    record.advisory = nil
  }

  /// The item as an entry of an index.
  func entry(at place: IndexPlace) -> IndexEntry {
    IndexEntry(
      id: id, version: version, payload: record.payload, masked: [], time: time.map { Instant(seconds: $0) },
      isSuperseded: isSuperseded, place: place)
  }

  /// The item as bytes, padded with zeros to a multiple of 256 so that the length reveals little.
  var bytes: [UInt8] {
    let plain = recordBytes
    return plain + [UInt8](repeating: 0, count: (256 - plain.count % 256) % 256)
  }

  mutating func code(with coder: inout some RecordCoder) {
    coder.field(1, &id)
    coder.field(2, &version)
    coder.field(3, &time)
    coder.field(4, &isSuperseded)
    coder.field(5, &words)
    coder.field(6, &sha256)
    coder.field(7, &record)
  }
}
