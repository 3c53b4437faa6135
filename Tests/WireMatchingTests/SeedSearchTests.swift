import Testing
import WireText

@testable import WireMatching

/// What a search says of a draft's words before it looks at any item.
@Suite struct SeedSearchTests {
  @Test("words that the index does not know weigh nothing, those that it knows do")
  func unknownWords() throws {
    let text = "The harbour master of Lodden closed the northern lock after a barge struck its gate."
    let items = [IndexItem(id: "one", text: Array(text.utf8))]
    let index = try WireIndex(items: items, vocabulary: Stories.vocabulary)
    let words = Tokenizer(Stories.vocabulary).words(in: Array("harbour master zebra quagga".utf8))
    let found = try SeedSearch(index, .standard).search(TextWords(words))
    #expect(found.surprisal.map { $0 > 0 } == [true, true, false, false])
  }
}
