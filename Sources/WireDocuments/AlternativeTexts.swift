import WireText

/// Attaches alternative texts of a document, as far as they contain something that its main text does not.
///
/// Texts are compared by their runs of three words: differences in markup, punctuation and paragraph breaks are
/// ignored, and single shared words do not make two texts the same.
struct AlternativeTexts {
  /// The runs of words in the document and all its attachments; nil until there is a text to compare.
  private var known: Set<UInt64>?

  /// A paragraph with more unknown words than this says something new; fewer are a name or date written differently.
  private static let fewestWords = 3

  /// Attaches a further text of an item, unless it adds nothing new.
  mutating func attach(
    _ body: BodyText, name: String, format: String? = nil, to document: inout Document, limits: Limits
  ) {
    var other = Document(origin: document.origin)
    if let format { other.origin.format = format }
    other.body = body
    attach(other, name: name, to: &document, limits: limits)
  }

  /// Attaches a further text that is a document of its own, unless it adds nothing new.
  mutating func attach(_ other: Document, name: String, to document: inout Document, limits: Limits) {
    guard !other.body.isEmpty else { return }
    let words = BodyWords(other.body)
    var said = known ?? Set(BodyWords(document.body).runs)
    let news = words.paragraphs(without: said, moreThan: Self.fewestWords)
    // Given up for the moment: else each text would copy the set.
    known = nil
    if !news.isEmpty { said.formUnion(words.runs) }
    known = said
    guard !news.isEmpty else { return }
    var other = other
    // The ranges of its attachments are offsets in the whole text.
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

  /// The paragraphs with more than `count` words in no known run; all paragraphs if no run is known.
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
  /// The text of the paragraphs with the given numbers.
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
    rest.note(
      attributeTexts.compactMap { text in
        numbers.firstIndex(of: text.paragraph).map {
          AttributeText(text: text.text, key: text.key, paragraph: $0)
        }
      })
    rest.isCut = isCut
    return rest
  }
}
