/// Orders of a few words, one behind the other: “No sales | One-time use only”, “For print use only / UK only”.
extension SpanCutter {
  /// Whether an order starts at a tag behind another one, and one of the two says what alone is permitted, or how often.
  func startsOrder(_ index: Int, from start: Int) -> Bool {
    guard index > start, opensItem(sentence.tags[index]) else { return false }
    // “For personal, non-commercial use only”: one purpose.
    if sentence.tags[index].hasPurpose, sentence.tags[index - 1].hasPurpose { return false }
    let item = sentence.tags[index...].prefix { $0.lower < itemEnd(from: sentence.tags[index].lower) }
    guard isOrder(item) else { return false }
    let before = sentence.tags[start..<index]
    return isOrder(before) && (item.contains(where: isBound) || before.contains(where: isBound))
  }

  /// Whether tags say what is barred, or what alone is permitted, without conditions.
  private func isOrder(_ tags: ArraySlice<Tag>) -> Bool {
    tags.count <= Self.mostTagsOfOrder
      && tags.contains { isBound($0) || $0.means(.no) || $0.means(.out) || $0.means(.prohibitNext) }
      && tags.contains { !$0.constraints.isEmpty || $0.action != nil || $0.means(.time(.once)) }
      && !tags.contains { tag in
        tag.isCondition || tag.isProviso || tag.means(.free) || tag.means(.permit) || tag.means(.permitNext)
          || !tag.duties.isEmpty || tag.isTimeLimit
      }
  }

  private func isBound(_ tag: Tag) -> Bool {
    tag.means(Concept.EffectWord.only) || tag.means(.time(.once))
  }

  /// The most tags of an order, which also keeps hostile lines linear.
  private static let mostTagsOfOrder = 16

  /// Whether the second of two words of permission right behind the first one, or behind its act, only says more about
  /// it.
  func isOnePermit(_ lower: Int, _ upper: Int) -> Bool {
    let tags = sentence.tags
    return tags[upper].action == nil
      && (upper - lower == 1 || upper - lower == 2 && tags[lower + 1].action != nil)
      && tags[lower..<upper].indices.allSatisfy { tags[$0].upper == tags[$0 + 1].lower }
  }
}
