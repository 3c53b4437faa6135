internal import WireMatching
internal import WireText

/// What drafts are matched against: items with their texts, or hashes of them.
protocol ItemArchive: Sendable {
  /// How run records identify the archive; nil if it could not be found again.
  var record: RunRecord.IndexIdentity? { get }
  /// The reuse of items in a draft, strongest first.
  ///
  /// - Parameter site: the publication; its own stories in the archive rank last as a source.
  func matches(of draft: Draft, for site: Site) throws(IndexFault) -> [Match]
  /// The item that a match of this archive names.
  func entry(of match: Match) throws(IndexFault) -> IndexEntry?
  /// The versions of the item that a match names, newest first.
  func versions(of match: Match) throws(IndexFault) -> [IndexEntry]
  /// The versions of the item with an identifier, newest first; empty if there is no such item.
  func versions(withID id: String) throws(IndexFault) -> [IndexEntry]
  /// What is known of an item's text.
  func content(of entry: IndexEntry) throws(IndexFault) -> ItemContent
}

/// What is known of an item's text.
enum ItemContent {
  /// The text, and the ranges of its boilerplate.
  case text([UInt8], masked: [TextRange])
  /// Only the number of words and a digest; passages give the source's words by number.
  case digest(words: Int, sha256: String)

  /// The text; empty if it is not available.
  var text: [UInt8] {
    if case .text(let text, _) = self { return text }
    return []
  }

  /// Whether the text is available.
  var hasText: Bool {
    if case .text = self { return true }
    return false
  }

  /// Words of the whole item.
  var wordCount: Int {
    switch self {
    case .text(let text, let masked): Tokenizer().words(in: text, masking: masked).writtenCount(in: text)
    case .digest(let words, _): words
    }
  }

  /// SHA-256 of the text.
  var digest: String {
    switch self {
    case .text(let text, _): sha256(text)
    case .digest(_, let sha256): sha256
    }
  }

  /// The number of words in ranges of the source that do not overlap.
  func words(in ranges: [TextRange]) -> Int {
    switch self {
    case .text(let text, _):
      ranges.filter { $0.upper <= text.count }.reduce(0) {
        let part = Array(text[$1.indices])
        return $0 + Tokenizer().words(in: part).writtenCount(in: part)
      }
    case .digest: ranges.reduce(0) { $0 + $1.count }
    }
  }
}

extension Site {
  /// Whether an item ranks last: it claims only words that no other item has, so that agency copy is not hidden
  /// by the newsroom's own copy of it, or by an item without an agency.
  ///
  /// - Parameter payload: the item's payload in the index.
  fileprivate func yields(_ payload: [UInt8]) -> Bool {
    let agency = WireItem(payload: payload)?.agency ?? ""
    return agency.isEmpty || isOwn(agency)
  }
}

/// An index with texts.
struct TextArchive: ItemArchive {
  let index: WireIndex
  let matcher: Matcher

  var record: RunRecord.IndexIdentity? {
    // An index in memory has no path.
    index.path.isEmpty ? nil : RunRecord.IndexIdentity(id: index.identity, items: index.itemCount)
  }

  func matches(of draft: Draft, for site: Site) throws(IndexFault) -> [Match] {
    try matcher.matches(
      of: draft.text, masking: draft.boilerplate,
      rankingLast: { site.yields($0.payload) })
  }

  func entry(of match: Match) throws(IndexFault) -> IndexEntry? { try index.entry(of: match) }

  func versions(of match: Match) throws(IndexFault) -> [IndexEntry] { try versions(withID: match.source) }

  func versions(withID id: String) throws(IndexFault) -> [IndexEntry] { try index.entries(withID: id) }

  func content(of entry: IndexEntry) throws(IndexFault) -> ItemContent {
    .text(try index.text(of: entry), masked: entry.masked)
  }
}

/// Keyed hashes of an index.
struct HashArchive: ItemArchive {
  let index: HashIndex

  var record: RunRecord.IndexIdentity? {
    RunRecord.IndexIdentity(id: "hashes:\(index.identity)", items: index.itemCount)
  }

  func matches(of draft: Draft, for site: Site) throws(IndexFault) -> [Match] {
    try index.matcher.matches(
      of: draft.words,
      rankingLast: { place throws(IndexFault) in
        site.yields(try index.item(Int(place.item)).entry(at: place).payload)
      },
      name: { place throws(IndexFault) in
        let item = try index.item(Int(place.item))
        return (item.id, item.version)
      })
  }

  func entry(of match: Match) throws(IndexFault) -> IndexEntry? {
    guard let place = match.place else { return nil }
    return try index.item(Int(place.item)).entry(at: place)
  }

  func versions(of match: Match) throws(IndexFault) -> [IndexEntry] {
    guard let place = match.place else { return [] }
    return try versions(of: Int(place.item))
  }

  func versions(withID id: String) throws(IndexFault) -> [IndexEntry] {
    guard let number = try index.number(ofItem: id) else { return [] }
    return try versions(of: number)
  }

  private func versions(of number: Int) throws(IndexFault) -> [IndexEntry] {
    try index.versions(of: number).map { item, number in
      item.entry(at: IndexPlace(segment: 0, item: UInt32(number)))
    }
  }

  func content(of entry: IndexEntry) throws(IndexFault) -> ItemContent {
    let item = try index.item(Int(entry.place.item))
    return .digest(words: item.words, sha256: item.sha256)
  }
}
