import WireText

/// Texts beside the one that is read: what they say that it does not is attached to the document.
///
/// The same text in another medium is written otherwise here and there, so that it counts sentence by sentence: one says
/// something else where a fifth of its words, and no fewer than four, stand nowhere in what is read already.
struct FurtherBodies {
  private static let fewestNewWords = 4

  private var words: Set<UInt64>

  /// Beside a text that is read.
  init(beside body: BodyText) { words = Set(Self.words(body.utf8)) }

  /// Attaches what a further text of an item says that is not read already.
  mutating func attach(_ body: BodyText, name: String, to document: inout Document, limits: Limits) {
    var other = Document(origin: document.origin)
    other.body = body
    attach(other, name: name, to: &document, limits: limits)
  }

  /// The same for a text that is a document of its own.
  mutating func attach(_ other: Document, name: String, to document: inout Document, limits: Limits) {
    var other = other
    other.body = other.body.keeping { isNew(other.body.utf8[$0.range.indices]) }
    guard !other.body.isEmpty else { return }
    words.formUnion(Self.words(other.body.utf8))
    document.attach(other, name: name, limits: limits)
  }

  /// Whether a sentence of a paragraph has words that what is read has not.
  private func isNew(_ paragraph: ArraySlice<UInt8>) -> Bool {
    let text = Array(paragraph)
    return Sentences.ranges(in: text, paragraphs: [TextRange(0, text.count)]).contains { sentence in
      let all = Self.words(text[sentence.indices])
      let new = all.count { !words.contains($0) }
      return new >= Self.fewestNewWords && new * 5 > all.count
    }
  }

  private static func words(_ text: some Sequence<UInt8>) -> [UInt64] {
    Tokenizer().words(in: Array(text)).map(\.hash)
  }
}

extension BodyText {
  /// The text with some of its paragraphs only, in their places.
  fileprivate func keeping(_ isKept: (Paragraph) -> Bool) -> BodyText {
    let kept = paragraphs.filter(isKept)
    guard kept.count < paragraphs.count else { return self }
    var result = BodyText()
    result.targets = targets
    for paragraph in kept {
      let range = paragraph.range
      result.append(Array(utf8[range.indices]), from: [], role: paragraph.role)
      result.map.append(
        contentsOf: SourceMap(identity: range.count, at: range.lower).composed(with: map),
        at: result.utf8.count - range.count)
    }
    return result
  }
}
