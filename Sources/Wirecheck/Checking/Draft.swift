internal import WireDocuments
internal import WireMatching
internal import WireRights
internal import WireText

/// A document prepared for checking: its text with sentences, quotations, boilerplate and possible places for credits.
struct Draft {
  let document: Document
  /// The text.
  let text: [UInt8]
  /// The paragraphs' ranges, in order.
  let paragraphs: [TextRange]
  let sentences: [TextRange]
  /// Ranges in quotation marks or after a dash that opens a paragraph, and paragraphs that are quotes as a
  /// whole, in order.
  let quoted: [TextRange]
  /// Notices, licences and advisories in the text.
  let notices: [FoundNotice]
  /// The ranges, in order, of the notices that say more than who holds the copyright.
  private let noticeRanges: [TextRange]
  /// Boilerplate ranges, in order, that are not the writer's prose: notices, datelines, credit marks.
  let boilerplate: [TextRange]
  /// All words outside the boilerplate, as the matcher compares them.
  let words: [Word]
  /// Link targets, the original that the document names and the web addresses in its text; nil if its reader
  /// does not look for links.
  let links: [String]?
  /// The record by which reports describe the document.
  let record: DocumentRecord

  init(_ document: Document, _ newsroom: Newsroom) {
    let document = document.dated(in: newsroom.site.timeZone)
    self.document = document
    text = document.body.utf8
    paragraphs = document.body.paragraphs.map(\.range)
    sentences = Sentences.ranges(in: text, paragraphs: paragraphs)
    let marks = Quotation.all(in: text, paragraphs: paragraphs).map(\.range)
    let blocks = document.body.paragraphs.filter { $0.role == .quote }.map(\.range)
    let dashed = DashQuotations.ranges(in: text, paragraphs: paragraphs)
    quoted = (marks + blocks + dashed).merged()
    notices = newsroom.notices.notices(in: text, paragraphs: paragraphs)
    noticeRanges = notices.filter { !$0.statement.isBareLine }.map(\.range).merged()
    boilerplate = Boilerplate.ranges(in: text, paragraphs: paragraphs, notices: notices, newsroom.agencies)
    words = Tokenizer().words(in: text, masking: boilerplate)
    links = Self.links(of: document)
    let origin = document.origin
    let id = document.id.flatMap { $0.isEmpty ? nil : $0 }
    let hash = sha256(text)
    record = DocumentRecord(
      id: id ?? origin.path, path: origin.path, item: origin.item, sha256: hash,
      words: words.writtenCount(in: text),
      name: id == nil ? Self.name(of: document, hash, newsroom.paths) : nil)
  }

  private static func links(of document: Document) -> [String]? {
    document.body.targets.map { targets in
      let originals = document.urls.filter { $0.name == .original }.map(\.text)
      return targets + originals
        + document.body.paragraphs.flatMap { addresses(in: document.body.utf8[$0.range.indices]) }
    }
  }

  /// The web addresses among the words of a text; only candidates are converted to strings.
  private static func addresses(in text: ArraySlice<UInt8>) -> [String] {
    guard mayHoldAddress(text) else { return [] }
    return text.split { $0 <= 0x20 }.filter(mayHoldAddress).flatMap { word in
      String(decoding: word, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
        .filter { $0.contains("://") || $0.hasPrefix("www.") }
    }
  }

  /// Whether a text contains `://` or `www.`.
  private static func mayHoldAddress(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      (0..<max(0, bytes.count - 2)).contains { at in
        switch bytes[at] {
        case UInt8(ascii: ":"): bytes[(at + 1)...].starts(with: "//".utf8)
        case UInt8(ascii: "w"): bytes[(at + 1)...].starts(with: "ww.".utf8)
        default: false
        }
      }
    }
  }

  private static func name(of document: Document, _ hash: String, _ paths: PathNames) -> String {
    let origin = document.origin
    if let address = document.address { return address }
    let path = origin.path == "-" ? "sha256:\(hash)" : paths.name(of: origin.path)
    return origin.item > 1 ? "\(path)#\(origin.item)" : path
  }

  /// The number (from 1) of the paragraph that contains a byte; 0 if none does.
  func paragraph(at byte: Int) -> Int {
    let index = paragraphs.firstIndex(endingAfter: byte)
    return index < paragraphs.count && paragraphs[index].lower <= byte ? index + 1 : 0
  }

  /// The words of a range of the text.
  func words(in range: TextRange) -> ArraySlice<Word> { words[words.indices(in: range)] }

  /// The number of characters in ranges, with the spaces and marks between words.
  func characters(in ranges: [TextRange]) -> Int {
    ranges.reduce(0) { $0 + String(decoding: text[$1.indices], as: UTF8.self).count }
  }

  /// A passage with its words counted as people count them; the matcher splits `state-of-the-art` into several.
  func written(_ passage: Passage) -> Passage {
    let matched = words(in: passage.draft)
    let written = matched.writtenCount(in: text)
    guard written < matched.count else { return passage }
    func share(_ count: Int) -> Int { (count * written + matched.count / 2) / matched.count }
    var passage = passage
    passage.words = share(passage.words)
    passage.identicalWords = min(passage.words, share(passage.identicalWords))
    passage.longestRun = min(passage.identicalWords, share(passage.longestRun))
    return passage
  }

  /// The number of words of a range that are inside quotation marks.
  func quotedWords(in range: TextRange) -> Int {
    var index = quoted.firstIndex(endingAfter: range.lower)
    var count = 0
    for word in words(in: range) {
      while index < quoted.count, quoted[index].upper <= Int(word.start) { index += 1 }
      guard index < quoted.count else { break }
      if quoted[index].contains(word.range) { count += 1 }
    }
    return count
  }

  /// Whether a range overlaps a notice that says more than who holds the copyright.
  func isNotice(_ range: TextRange) -> Bool { noticeRanges.overlap(range) }
}

extension Document {
  /// The address at which the document says it is published.
  var address: String? {
    [Field.Name.canonical, .permalink, .original].lazy
      .compactMap { name in urls.first { $0.name == name }?.text }.first { !$0.isEmpty }
  }
}
