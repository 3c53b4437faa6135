import Testing
import WireMatching
import WireText

/// What stands in another order than the item's, among words that it has in common with it.
struct MovedPassageTests {
  private static let quotation =
    "A million pears mean a million choices which nobody had to make upon a ladder in November"
  private static let item = """
    Tallis Robotics announced that its Mantis picker has gathered one million pears in the orchards around Corrie. \
    "\(quotation)," founder Ingrid Solberg said. The company will also open a repair workshop in Lower Brindle \
    during spring, hiring eighty mechanics. The Mantis picker combines four cameras and a padded gripper weighing less \
    than nine hundred grams.
    """

  @Test("a quotation is found behind sentences that stand after it in the item, with names from before it")
  func quotationAtTheEnd() throws {
    let draft = """
      Tallis Robotics will open a repair workshop in Lower Brindle during spring, hiring eighty mechanics, the company \
      announced. Its Mantis picker combines four cameras and a padded gripper weighing less than nine hundred grams. \
      "\(Self.quotation)," founder Ingrid Solberg said.

      Dimitar Stoll, who grows pears, would rather have people.
      """
    let items = Stories.items() + [IndexItem(id: "robots", text: Array(Self.item.utf8))]
    let index = try WireIndex(items: items, vocabulary: Stories.vocabulary)
    let matches = try Matcher(index: index, vocabulary: Stories.vocabulary).matches(of: Array(draft.utf8))
    #expect(matches.map(\.source) == ["robots"])
    let place = try #require(draft.firstRange(of: Self.quotation)?.lowerBound)
    let start = draft.utf8.distance(from: draft.startIndex, to: place)
    let quoted = TextRange(start, start + Self.quotation.utf8.count)
    #expect(matches.first?.passages.contains { $0.draft.contains(quoted) } == true)
    #expect(matches.first?.passages.contains { $0.draft.lower < 60 } == true)
  }
}
