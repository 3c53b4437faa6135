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
  /// Ranges in order that are no prose of the writer: notices, datelines, credit marks.
  let furniture: [TextRange]
  /// All words outside the furniture.
  let words: [Word]

  init(_ document: Document, _ newsroom: Newsroom) {
    self.document = document
    text = document.body.utf8
    paragraphs = document.body.paragraphs.map(\.range)
    sentences = Sentences.ranges(in: text, paragraphs: paragraphs)
    let marks = Quotation.all(in: text, paragraphs: paragraphs).map(\.range)
    let blocks = document.body.paragraphs.filter { $0.role == .quote }.map(\.range)
    quoted = Furniture.inOrder(marks + blocks)
    notices = newsroom.notices.notices(in: text, paragraphs: paragraphs)
    furniture = Furniture.ranges(in: text, paragraphs: paragraphs, notices: notices, newsroom.agencies)
    words = Tokenizer().words(in: text, masking: furniture)
  }

  /// The document's own identifier, or its path.
  var id: String {
    if let id = document.id, !id.isEmpty { return id }
    return document.origin.path
  }

  /// What reports say of the document.
  var record: DocumentRecord {
    DocumentRecord(
      id: id, path: document.origin.path, item: document.origin.item, sha256: sha256(text), words: words.count
    )
  }

  /// The number of the paragraph that holds a byte, from 1; 0 where none does.
  func paragraph(at byte: Int) -> Int {
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].upper <= byte { low = middle + 1 } else { high = middle }
    }
    return low < paragraphs.count && paragraphs[low].lower <= byte ? low + 1 : 0
  }

  /// The words of a range of the text.
  func words(in range: TextRange) -> ArraySlice<Word> {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if Int(words[middle].end) <= range.lower { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < words.count, Int(words[end].start) < range.upper { end += 1 }
    return words[low..<end]
  }

  /// How many of the words in a range stand in quotation marks.
  func quotedWords(in range: TextRange) -> Int {
    var index = quoted.firstIndex { $0.upper > range.lower } ?? quoted.count
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
    let free = paragraphs.filter { paragraph in !notices.contains { $0.range.overlaps(paragraph) } }
    let edges = [free.first, free.last].compactMap { $0 }
    var nearby: [TextRange] = []
    for passage in passages {
      guard let first = sentences.firstIndex(where: { $0.upper > passage.lower }) else { continue }
      let last = sentences[first...].lastIndex { $0.lower < passage.upper } ?? first
      nearby += sentences[max(0, first - 2)...min(sentences.count - 1, last + 2)]
    }
    let fields = document.fields.filter { names.contains($0.name) }.map(\.text)
    return CreditPlaces(
      fields: fields, edges: edges.map(document.body.string),
      nearby: Set(nearby).sorted().filter { sentence in !notices.contains { $0.range.overlaps(sentence) } }
        .map(document.body.string))
  }
}
