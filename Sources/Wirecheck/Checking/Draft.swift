internal import WireDocuments
internal import WireRights
internal import WireText

/// A document prepared for checking: its text with sentences, quotations, furniture and places for credits.
struct Draft {
  let document: Document
  /// The text.
  let text: [UInt8]
  /// The paragraphs' ranges, in order.
  let paragraphs: [TextRange]
  let sentences: [TextRange]
  /// Words in quotation marks and paragraphs that are quotes as a whole, in order.
  let quoted: [TextRange]
  /// Notices, licences and advisories that stand in the text.
  let notices: [FoundNotice]
  /// Where these stand, in order.
  private let noticeRanges: [TextRange]
  /// Ranges in order that are no prose of the writer: notices, datelines, credit marks.
  let furniture: [TextRange]
  /// All words outside the furniture.
  let words: [Word]
  /// What reports say of the document.
  let record: DocumentRecord

  init(_ document: Document, _ newsroom: Newsroom) {
    self.document = document
    text = document.body.utf8
    paragraphs = document.body.paragraphs.map(\.range)
    sentences = Sentences.ranges(in: text, paragraphs: paragraphs)
    let marks = Quotation.all(in: text, paragraphs: paragraphs).map(\.range)
    let blocks = document.body.paragraphs.filter { $0.role == .quote }.map(\.range)
    quoted = Furniture.inOrder(marks + blocks)
    notices = newsroom.notices.notices(in: text, paragraphs: paragraphs)
    noticeRanges = Furniture.inOrder(notices.map(\.range))
    furniture = Furniture.ranges(in: text, paragraphs: paragraphs, notices: notices, newsroom.agencies)
    words = Tokenizer().words(in: text, masking: furniture)
    let id = document.id.flatMap { $0.isEmpty ? nil : $0 } ?? document.origin.path
    record = DocumentRecord(
      id: id, path: document.origin.path, item: document.origin.item, sha256: sha256(text), words: words.count
    )
  }

  /// The number of the paragraph that holds a byte, from 1; 0 where none does.
  func paragraph(at byte: Int) -> Int {
    let index = paragraphs.firstIndex(endingAfter: byte)
    return index < paragraphs.count && paragraphs[index].lower <= byte ? index + 1 : 0
  }

  /// The words of a range of the text.
  func words(in range: TextRange) -> ArraySlice<Word> {
    let first = words.partitioningIndex { Int($0.end) > range.lower }
    var end = first
    while end < words.count, Int(words[end].start) < range.upper { end += 1 }
    return words[first..<end]
  }

  /// How many of the words in a range stand in quotation marks.
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

  /// Where a credit for passages may stand.
  func creditPlaces(near passages: [TextRange]) -> CreditPlaces {
    let names: Set<Field.Name> = [.byline, .author, .credit, .dateline, .source, .provider]
    // A notice names its holder; that is no credit.
    let edges = [paragraphs.first { !isNotice($0) }, paragraphs.last { !isNotice($0) }].compactMap { $0 }
    var nearby: Set<TextRange> = []
    for passage in passages where !sentences.isEmpty {
      let first = sentences.firstIndex(endingAfter: passage.lower)
      guard first < sentences.count else { continue }
      var last = first
      while last + 1 < sentences.count, sentences[last + 1].lower < passage.upper { last += 1 }
      nearby.formUnion(sentences[max(0, first - 2)...min(sentences.count - 1, last + 2)])
    }
    let fields = document.fields.filter { names.contains($0.name) }.map(\.text)
    return CreditPlaces(
      fields: fields, edges: edges.flatMap(ends),
      nearby: nearby.filter { !isNotice($0) }.sorted().flatMap(ends))
  }

  /// Whether a notice takes some of a range.
  private func isNotice(_ range: TextRange) -> Bool {
    let index = noticeRanges.firstIndex(endingAfter: range.lower)
    return index < noticeRanges.count && noticeRanges[index].overlaps(range)
  }

  /// The start and the end of a paragraph or sentence, which are one where it is not much longer than people write.
  private func ends(of range: TextRange) -> [String] {
    guard range.count > 2 * Self.creditBytes else { return [document.body.string(range)] }
    return [
      TextRange(range.lower, range.lower + Self.creditBytes),
      TextRange(range.upper - Self.creditBytes, range.upper),
    ].map(document.body.string)
  }

  /// Looking for a credit that is almost right costs some time a word, so that it keeps to the ends of long texts.
  private static let creditBytes = 4096
}

extension RandomAccessCollection where Index == Int {
  /// The index of the first element for which a condition holds that, once it holds, holds for all that follow.
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension RandomAccessCollection where Index == Int, Element == TextRange {
  /// The index of the first range that ends after a byte; the ranges are in order and do not overlap.
  func firstIndex(endingAfter byte: Int) -> Int { partitioningIndex { $0.upper > byte } }
}
