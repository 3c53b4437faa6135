import WireText

/// Texts beside the one that is read: what they say that it does not is attached to the document.
///
/// Texts are compared by their runs of three words, so that neither markup nor punctuation nor the cut into paragraphs
/// makes the same text another, and words that merely occur in both do not make another text the same.
struct FurtherBodies {
  /// What the document and all that was attached say; nil until there is a text to compare with it.
  private var known: Set<UInt64>?

  /// Words of a paragraph beyond which it says something new; fewer are a name or date that was written otherwise.
  private static let fewestWords = 3

  /// Attaches a further text of an item, unless it says what is read already.
  mutating func attach(
    _ body: BodyText, name: String, format: String? = nil, to document: inout Document, limits: Limits
  ) {
    var other = Document(origin: document.origin)
    if let format { other.origin.format = format }
    other.body = body
    attach(other, name: name, to: &document, limits: limits)
  }

  /// The same for a text that is a document of its own.
  mutating func attach(_ other: Document, name: String, to document: inout Document, limits: Limits) {
    guard !other.body.isEmpty else { return }
    let words = BodyWords(other.body)
    let said = known ?? Set(BodyWords(document.body).runs)
    let news = words.paragraphs(without: said, moreThan: Self.fewestWords)
    known = news.isEmpty ? said : said.union(words.runs)
    guard !news.isEmpty else { return }
    var other = other
    // What is attached to it counts bytes of the whole.
    if other.attachments.isEmpty, news.count < other.body.paragraphs.count {
      other.body = other.body.only(news)
    }
    document.attach(other, name: name, limits: limits)
  }
}

/// The words of a text as hashes, to compare it with another.
private struct BodyWords {
  /// The runs of three words.
  let runs: [UInt64]
  /// The paragraph of each word.
  private let paragraphs: [Int]

  private static let length = 3

  init(_ body: BodyText) {
    var words: [UInt64] = []
    var paragraphs: [Int] = []
    for (number, paragraph) in body.paragraphs.enumerated() {
      words += Tokenizer().words(in: Array(body.utf8[paragraph.range.indices])).map(\.hash)
      paragraphs += repeatElement(number, count: words.count - paragraphs.count)
    }
    self.paragraphs = paragraphs
    runs = words.indices.dropLast(Self.length - 1).map { start in
      words[start..<start + Self.length].reduce(0) { ($0 &* 0x0100_0000_01B3) ^ $1 }
    }
  }

  /// The paragraphs with more than so many words that no known run reaches; all of a text that has no known run.
  func paragraphs(without known: Set<UInt64>, moreThan count: Int) -> [Int] {
    var isKnown = [Bool](repeating: false, count: paragraphs.count)
    for (start, run) in runs.enumerated() where known.contains(run) {
      for word in start..<start + Self.length { isKnown[word] = true }
    }
    guard isKnown.contains(true) else { return Array(Set(paragraphs)).sorted() }
    var news: [Int: Int] = [:]
    for (paragraph, isKnown) in zip(paragraphs, isKnown) where !isKnown { news[paragraph, default: 0] += 1 }
    return news.filter { $0.value > count }.keys.sorted()
  }
}

extension BodyText {
  /// The text of some of its paragraphs.
  fileprivate func only(_ numbers: [Int]) -> BodyText {
    var rest = BodyText()
    var places = SourceMap()
    for number in numbers {
      let paragraph = paragraphs[number]
      rest.append(Array(utf8[paragraph.range.indices]), from: [], role: paragraph.role)
      let end = rest.utf8.count
      places.append(
        TextRange(end - paragraph.range.count, end),
        from: FileRange(paragraph.range.lower, paragraph.range.upper), isExact: true)
    }
    rest.map = places.composed(with: map)
    rest.targets = targets
    rest.isCut = isCut
    return rest
  }
}
