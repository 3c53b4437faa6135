/// The words behind an order to withdraw or hold an item that tell what the item is about: “Please kill our story on the
/// mayor's resignation”.
///
/// They are those of a story, and the order is none.
struct OrderTopic {
  let range: Range<Int>

  init?(of sentence: Reading.Sentence, in reading: Reading) {
    guard let order = sentence.tags.first(where: { $0.means(.kill) || $0.means(.hold) }),
      Self.isLead(sentence.lower..<order.lower, of: sentence, reading),
      order.upper - order.lower > Self.longestVerb
        || sentence.tags.contains(where: { Self.isItem($0, of: order) })
    else { return nil }
    let end = (order.upper..<sentence.upper).first { Self.isEnd($0, in: reading) }
    range = order.upper..<(end ?? sentence.upper)
  }

  /// Whether words before an order only request, address editors or say that “we” do it.
  private static func isLead(_ range: Range<Int>, of sentence: Reading.Sentence, _ reading: Reading) -> Bool {
    let lead = sentence.known.filter {
      $0.means(.request) || $0.means(.notice) || $0.means(.speaker) || $0.isAdvisory || $0.isMaterial
        || $0.isSmall && !$0.isCue
    }
    return reading.isCovered(range, by: lead)
  }

  /// Whether it is the item that is withdrawn: “our story”, “the photo”.
  private static func isItem(_ tag: Tag, of order: Tag) -> Bool {
    tag.isMaterial && (order.lower...order.upper + longestItem).contains(tag.lower)
  }

  /// The most words of an order that does not name its item itself: “please kill”, but “kill our story”.
  private static let longestVerb = 2
  /// The most words between an order and its item: “our corrected 2.30 pm story”.
  private static let longestItem = 4

  private static func isEnd(_ index: Int, in reading: Reading) -> Bool {
    reading.tokens[index].isMark(in: [",", ";", ":", "\"", "-"])
  }
}
