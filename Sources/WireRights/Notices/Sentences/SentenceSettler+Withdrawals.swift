/// Orders not to use an item, which withdraw it unless they say when or without what.
extension SentenceSettler {
  /// Leaves of “do not use the story” only the prohibition if a condition, a time or a limit is beside it: “… before
  /// Monday”, “… without permission”, “… in Norway”.
  func settleOrders(of sentence: inout Reading.Sentence) {
    for index in sentence.tags.indices {
      let order = sentence.tags[index]
      guard order.means(.kill), order.action != nil, order.means(.prohibitNext) else { continue }
      let isLimited = sentence.tags.contains { tag in
        isCondition(tag) && isJust(tag.upper, before: order.lower)
          || (isCondition(tag) || !tag.constraints.isEmpty) && isJust(order.upper, before: tag.lower)
      }
      if isLimited { sentence.tags[index].concepts.removeAll { $0 == .advisory(.kill) } }
    }
  }

  private func isCondition(_ tag: Tag) -> Bool {
    tag.means(.without) || tag.means(.unless) || tag.means(.until) || tag.means(.permission)
  }

  /// Whether nothing but a short word or a comma is between two places.
  private func isJust(_ upper: Int, before lower: Int) -> Bool {
    upper <= lower && tokens[upper..<lower].count { $0.kind == .word } <= 1
      && tokens[upper..<lower].allSatisfy { $0.kind == .word && $0.isShort || $0.isMark(",") }
  }
}
