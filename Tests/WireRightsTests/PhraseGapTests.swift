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
    phrases.add("source … named", [.duty(.credit)], number: 7)
    let matches = phrases.matches(in: Lexer.tokens(of: text[...]))
    #expect(matches.count == count)
    #expect(matches.allSatisfy { phrases.entries[$0.entry].number == 7 })
  }
}

/// Phrases with words to choose from.
@Suite struct PhraseFormTests {
  @Test(arguments: [
    ("must be named", ["must be named"]),
    ("(keep|retain) the links", ["keep the links", "retain the links"]),
    ("(must|may not) be (cut|run)", ["must be cut", "must be run", "may not be cut", "may not be run"]),
    ("(strictly|) no", ["strictly no", "no"]),
    ("sign (c) or (a|b", ["sign (c) or (a|b"]),
  ])
  func makesAllOfThem(_ phrase: String, _ forms: [String]) { #expect(PhraseForms.all(of: phrase) == forms) }

  @Test(arguments: [
    ("please retain all the links", 1), ("links are to be kept", 1), ("links may not be removed", 1),
    ("links may be removed", 0), ("retain the photographer", 0),
  ])
  func standsForEach(_ text: String, _ count: Int) {
    var phrases = PhraseTable()
    phrases.add("(keep|retain) … links", [.duty(.keepLinks)])
    phrases.add("links (are to|must) be kept", [.duty(.keepLinks)])
    phrases.add("links (may|must) not be removed", [.duty(.keepLinks)])
    #expect(phrases.matches(in: Lexer.tokens(of: text[...])).count == count)
  }

  @Test func anchorsHaveThemToo() {
    let anchors = AnchorSearch([["(keep|retain) the links"]])
    let text = Array("Please retain the links.".utf8)
    #expect(anchors.first(in: text, from: 0, to: text.count) == 7)
  }
}

extension PhraseForms {
  /// All phrases with their alternatives combined.
  static func all(of phrase: String) -> [String] {
    var phrase = phrase
    return phrase.withUTF8 { all(of: $0) }.map { String(decoding: $0, as: UTF8.self) }
  }
}
