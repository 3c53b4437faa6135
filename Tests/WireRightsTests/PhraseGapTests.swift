import Testing

@testable import WireRights

/// Phrases with a gap: which words may stand in it.
@Suite struct PhraseGapTests {
  @Test(arguments: [
    ("the source named", 1),
    ("the source must be clearly named", 1),
    ("the source that this very page named", 1),
    ("the source that is far below on this page named", 0),
    ("the source Harbour Press named", 0),
    ("the source, in brackets, named", 0),
    ("named as the source", 0),
  ])
  func takesAFewSmallWords(_ text: String, _ count: Int) {
    var phrases = PhraseTable()
    phrases.add("source … named", [.duty(.credit)])
    let matches = phrases.matches(in: Lexer.tokens(of: text[...]))
    #expect(matches.count == count)
    #expect(matches.allSatisfy { phrases.entries[$0.entry].phrase == "source … named" })
  }
}
