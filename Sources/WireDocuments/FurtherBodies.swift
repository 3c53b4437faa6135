import WireText

/// Texts beside the one that is read: what they say that it does not is attached to the document.
///
/// Texts are compared by their runs of three words, so that neither markup nor punctuation nor the cut into paragraphs
/// makes the same text another, and words that merely occur in both do not make another text the same.
struct FurtherBodies {
  private var known: Set<Int>

  /// Words of a paragraph beyond which it says something new; fewer are a name or date that was written otherwise.
  private static let fewestWords = 3

  /// Beside a text that is read.
  init(beside body: BodyText) { known = Set(BodyWords(body).runs) }

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
    let words = BodyWords(other.body)
    let news = words.paragraphs(without: known, moreThan: Self.fewestWords)
    guard !news.isEmpty else { return }
    known.formUnion(words.runs)
    var other = other
    // What is attached to it counts bytes of the whole.
    if other.attachments.isEmpty, news.count < other.body.paragraphs.count {
      other.body = other.body.only(news)
    }
    document.attach(other, name: name, limits: limits)
  }
}

/// The words of a text as numbers, to compare it with another.
private struct BodyWords {
  /// The runs of three words.
  let runs: [Int]
  /// The paragraph of each word.
  private let paragraphs: [Int]

  private static let length = 3

  init(_ body: BodyText) {
    var words: [Int] = []
    var paragraphs: [Int] = []
    for (number, paragraph) in body.paragraphs.enumerated() {
      Self.read(body.utf8[paragraph.range.indices], into: &words)
      paragraphs += repeatElement(number, count: words.count - paragraphs.count)
    }
    self.paragraphs = paragraphs
    runs = words.indices.dropLast(Self.length - 1).map { start in
      words[start..<start + Self.length].reduce(0) { ($0 &* 0x0100_0000_01B3) ^ $1 }
    }
  }

  /// The paragraphs with more than so many words that no known run reaches; all of a text that has no known run.
  func paragraphs(without known: Set<Int>, moreThan count: Int) -> [Int] {
    var isKnown = [Bool](repeating: false, count: paragraphs.count)
    for (start, run) in runs.enumerated() where known.contains(run) {
      for word in start..<start + Self.length { isKnown[word] = true }
    }
    guard isKnown.contains(true) else { return Array(Set(paragraphs)).sorted() }
    var news: [Int: Int] = [:]
    for (paragraph, isKnown) in zip(paragraphs, isKnown) where !isKnown { news[paragraph, default: 0] += 1 }
    return news.filter { $0.value > count }.keys.sorted()
  }

  /// Letters and digits make words; each sign of the scripts that set none apart is one.
  private static func read(_ utf8: ArraySlice<UInt8>, into words: inout [Int]) {
    var word = 0
    var at = utf8.startIndex
    func end() {
      if word != 0 { words.append(word) }
      word = 0
    }
    while at < utf8.endIndex {
      let byte = utf8[at]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let next = min(at + length, utf8.endIndex)
      let isLetter = byte < 0x80 ? HTMLScanner.isLetter(byte) || (0x30...0x39).contains(byte) : byte > 0xC2
      let isSign = (0xE3...0xED).contains(byte)
      // U+2000 to U+206F, the marks of prose, and U+3000 to U+303F, those of Chinese and Japanese.
      let second = at + 1 < next ? utf8[at + 1] : 0
      let isMark = byte == 0xE2 && (0x80...0x81).contains(second) || byte == 0xE3 && second == 0x80
      if isMark || !isLetter || isSign { end() }
      if isLetter, !isMark {
        for place in at..<next {
          word = (word &* 0x0100_0000_01B3) ^ (Int(HTMLScanner.lowercased(utf8[place])) + 1)
        }
        if isSign { end() }
      }
      at = next
    }
    end()
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
