import WireText

/// Texts beside the one that is read: what they say that it does not is attached to the document.
struct FurtherBodies {
  private var words: Set<Substring>

  /// Beside a text that is read.
  init(beside body: BodyText) { words = Set(Self.words(body)) }

  /// Attaches a further text of an item, unless it says what is read already.
  mutating func attach(_ body: BodyText, name: String, to document: inout Document, limits: Limits) {
    var other = Document(origin: document.origin)
    other.body = body
    attach(other, name: name, to: &document, limits: limits)
  }

  /// The same for a text that is a document of its own.
  mutating func attach(_ other: Document, name: String, to document: inout Document, limits: Limits) {
    guard holdsOthers(other.body) else { return }
    words.formUnion(Self.words(other.body))
    document.attach(other, name: name, limits: limits)
  }

  /// Whether a text has words that the ones that are read have not: the same text in another medium shares nearly all.
  private func holdsOthers(_ other: BodyText) -> Bool {
    let all = Self.words(other)
    return all.count(where: { !words.contains($0) }) > max(3, all.count / 5)
  }

  private static func words(_ body: BodyText) -> [Substring] {
    body.strings.flatMap { $0.split(whereSeparator: \.isWhitespace) }
  }
}
