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
    let found = try SeedSearch(index, SupersededUnits(index), .standard).search(TextWords(words))
    #expect(found.surprisal.map { $0 > 0 } == [true, true, false, false])
  }

  @Test("an index without items knows nothing")
  func noItems() throws {
    let index = try WireIndex(items: [], vocabulary: Stories.vocabulary)
    let matcher = try Matcher(index: index, vocabulary: Stories.vocabulary)
    #expect(try matcher.matches(of: Array(Stories.bridge.utf8)).isEmpty)
  }

  @Test("the units of superseded items are known, whenever the newer version came, and after a merge")
  func supersededUnits() throws {
    let place = TemporaryIndex()
    let long = Array(String(repeating: Stories.bridge + " ", count: 1500).utf8)
    // Items by their numbers in the index, with the units that each has.
    let versions = [("a", 2, 1), ("a", 1, 2), ("b", 1, 2), ("c", 1, 1)]
    let writer = try place.writer()
    for (id, version, units) in versions {
      let text = units == 1 ? Array(Stories.orchard.utf8) : long
      try writer.add(IndexItem(id: id, version: version, text: text))
    }
    try writer.commit()
    #expect(try Self.supersededUnits(of: place) == [1, 2])
    try writer.add(IndexItem(id: "b", version: 2, text: Array(Stories.own.utf8)))
    try writer.commit()
    #expect(try Self.supersededUnits(of: place) == [1, 2, 3, 4])
    try writer.remove(id: "c")
    try writer.commit(purging: true)
    let index = try WireIndex(opening: place.path)
    #expect(index.changes.isEmpty)
    #expect(try Self.supersededUnits(of: place) == [1, 2, 3, 4])
    try index.verify()
    #expect(try SupersededUnits(WireIndex(items: Stories.items(), vocabulary: Stories.vocabulary)).isEmpty)
  }

  private static func supersededUnits(of place: TemporaryIndex) throws -> [Int] {
    let index = try WireIndex(opening: place.path)
    let superseded = try SupersededUnits(index)
    return (0..<index.segments.reduce(0) { $0 + $1.unitCount }).filter(superseded.contains)
  }
}
