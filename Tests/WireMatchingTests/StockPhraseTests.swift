import Testing
import WireMatching

/// Phrases that many items share are none of theirs; a text that many carry is.
struct StockPhraseTests {
  private static let phrase = """
    The ministry of ferries, tolls and lighthouses did not immediately answer written questions sent by reporters outside \
    its regular office hours, and nobody picked up the telephone at its press desk.
    """

  private func matches(_ draft: String, in texts: [String]) throws -> [Match] {
    let items =
      Stories.items()
      + texts.enumerated().map {
        IndexItem(id: "item\($0.offset)", payload: [], text: Array($0.element.utf8))
      }
    let index = try WireIndex(items: items, vocabulary: Stories.vocabulary)
    return try Matcher(index: index, vocabulary: Stories.vocabulary).matches(of: Array(draft.utf8))
  }

  /// A text that shares no word with any other.
  private func text(_ number: Int) -> String {
    (0..<60).map { "word\(number)x\($0)" }.joined(separator: " ") + "."
  }

  @Test("a sentence of few items is copied, one of many is a phrase", arguments: [(2, true), (12, false)])
  func phrase(holders: Int, isFound: Bool) throws {
    let texts = (0..<holders).map { "\(text($0)) \(Self.phrase) \(text($0 + 100))" }
    let found = try matches("\(Stories.own) \(Self.phrase)", in: texts)
    #expect(found.isEmpty == !isFound)
  }

  @Test("a sentence of one story that many agencies carry is copied")
  func carried() throws {
    let story = "\(text(0)) \(Self.phrase) \(text(100))"
    let texts = (0..<12).map { _ in story }
    #expect(try !matches("\(Stories.own) \(Self.phrase)", in: texts).isEmpty)
  }

  @Test("what is copied beside a phrase is found with it")
  func beside() throws {
    let texts = (0..<12).map { "\(text($0)) \(Self.phrase) \(text($0 + 100))" }
    let found = try matches("\(Stories.own) \(text(3)) \(Self.phrase)", in: texts)
    #expect(found.first?.source == "item3")
  }
}
