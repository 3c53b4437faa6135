import Testing
import WireText

@testable import WireMatching

/// What was copied in passages that are told in other words.
struct CopiedPartsTests {
  private static let retold = """
    Barges waited in the basin at Northport while engineers replaced a drive pin that an old report had warned of, and \
    everybody who works in town drove round by the canneries.
    """

  /// The parts of a draft that is one passage of a source.
  private func parts(_ draft: String, _ source: String, kind: Passage.Kind = .rewritten, score: Double = 100)
    -> [Passage]
  {
    let words = { (text: String) in Tokenizer().words(in: Array(text.utf8)) }
    let passage = Passage(
      draft: TextRange(0, draft.utf8.count), source: TextRange(0, source.utf8.count), kind: kind,
      score: score,
      words: words(draft).count, identicalWords: words(draft).count * 3 / 4, longestRun: 9)
    let text = Array(draft.utf8)
    return CopiedParts().parts(
      of: passage, draft: words(draft), source: words(source),
      sentences: Sentences.ranges(in: text, paragraphs: [TextRange(0, text.count)]))
  }

  private func string(_ text: String, _ range: TextRange) -> String {
    String(decoding: Array(text.utf8)[range.indices], as: UTF8.self)
  }

  @Test("a paragraph that was kept in a rewriting is a copy, and the rest is told in other words")
  func keptParagraph() throws {
    let source = "\(Stories.bridge)\n\n\(Stories.orchard)"
    let draft = "\(Self.retold)\n\n\(Stories.orchard)"
    let found = parts(draft, source, score: 400)
    #expect(found.map(\.kind) == [.rewritten, .verbatim])
    let copy = try #require(found.last)
    #expect(string(draft, copy.draft) == String(Stories.orchard.dropLast()))
    #expect(string(source, copy.source) == String(Stories.orchard.dropLast()))
    #expect(copy.identicalWords == copy.words && copy.longestRun == copy.words)
    #expect(found.reduce(0) { $0 + $1.words } == Tokenizer().words(in: Array(draft.utf8)).count)
  }

  @Test("what is no evidence without the copy is no passage")
  func weakRest() {
    let draft = "\(Self.retold)\n\n\(Stories.orchard)"
    #expect(parts(draft, Stories.orchard, score: 31).map(\.kind) == [.verbatim])
  }

  @Test("one sentence of a dozen words is a copy, a few words in a row are none")
  func sentence() {
    let sentence =
      "Agronomist Pell Okoro warned that weakened trees could carry canker into neighbouring pear orchards."
    #expect(parts("\(Self.retold) \(sentence)", Stories.orchard).map(\.kind) == [.rewritten, .verbatim])
    let words = "weakened trees could carry canker into neighbouring pear orchards"
    #expect(parts("\(Self.retold) He said that \(words) soon.", Stories.orchard).map(\.kind) == [.rewritten])
  }

  @Test("edited passages stay as they are")
  func edited() {
    #expect(parts(Stories.orchard, Stories.orchard, kind: .edited).map(\.kind) == [.edited])
  }
}
