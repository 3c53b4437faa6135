/// Places, media and parties that are excluded behind what a line permits: “editorial use only, China out”.
extension SpanCutter {
  /// Whether an item that only excludes starts at a tag, behind what “only” or a permission is for.
  func excludes(_ index: Int, from start: Int) -> Bool {
    let tags = sentence.tags
    // “Editorial use only except China” has no mark.
    guard index > start, opensItem(tags[index]) || tags[index].means(Concept.ConditionWord.except) else {
      return false
    }
    let before = tags[start..<index]
    let isOnly = before.contains { $0.means(Concept.EffectWord.only) }
    guard isOnly || before.contains(where: { $0.means(.free) || $0.means(.permit) || $0.means(.permitNext) }),
      before.contains(where: { !$0.constraints.isEmpty || $0.action != nil || $0.means(.time(.once)) })
    else { return false }
    let item = tags[index...].prefix { $0.lower < itemEnd(from: tags[index].lower) }
    return isExclusion(item)
      && item.contains {
        $0.means(Concept.EffectWord.out) || isOnly && $0.means(Concept.ConditionWord.except)
      }
  }

  /// The first tag of what a word excludes, or of what “only” is about, without a mark before it: “NO SALES CHINA OUT”,
  /// “CHINA OUT EDITORIAL USE ONLY”.
  func unmarkedItem(upTo effect: Effect, after current: Effect) -> Int? {
    let tags = sentence.tags
    let between = current.index + 1..<max(current.index + 1, effect.index)
    guard effect.word == .out else {
      let isBound = tags[(current.index + 1)...effect.index].contains { !$0.constraints.isEmpty }
      return current.word == .out && isBound ? current.index + 1 : nil
    }
    if current.word == .prohibit { return itemBehindBar(upTo: effect, after: current) }
    guard current.word == .no || current.word == .only else { return nil }
    let others = between.reversed().drop { isNamed(tags[$0]) || tags[$0].isSmall }
    let first = others.first.map { $0 + 1 } ?? between.lowerBound
    guard first < effect.index, tags[first..<effect.index].contains(where: isNamed) else { return nil }
    // One phrase may both bar and name the act: “NO VENTAS / MÉXICO OUT”.
    let hasAct = tags[current.index].action != nil || others.contains { tags[$0].action != nil }
    return current.word == .only || hasAct ? first : nil
  }

  /// The first tag of what is out, behind the mark that ends a bar: “ARCHIVE USE PROHIBITED / NORWAY OUT”.
  private func itemBehindBar(upTo effect: Effect, after current: Effect) -> Int? {
    let tags = sentence.tags
    let end = tags[current.index].upper
    guard end < tags[effect.index].lower, tokens[end].isMark(in: Self.separators) else { return nil }
    return tags.indices.first { $0 > current.index && tags[$0].lower > end }
  }

  /// The tags of a span, in which a word for an exception by itself is one for what is out: “except China”.
  func shut(_ tags: ArraySlice<Tag>) -> [Tag] {
    var shut = Array(tags)
    guard let first = shut.first, opensItem(first) || first.means(Concept.ConditionWord.except),
      isExclusion(tags.prefix { $0.lower < itemEnd(from: first.lower) }),
      !shut.contains(where: { $0.action != nil })
    else { return shut }
    for index in shut.indices
    where shut[index].means(Concept.ConditionWord.except) && shut[index].constraints.isEmpty {
      shut[index].concepts = [.effect(.out)]
    }
    return shut
  }

  /// Whether all tags name what is excluded, say that it is, or join the two.
  private func isExclusion(_ item: ArraySlice<Tag>) -> Bool {
    item.contains(where: isNamed)
      && item.allSatisfy { tag in
        isNamed(tag) || tag.isSmall || tag.means(Concept.EffectWord.out)
          || tag.means(Concept.ConditionWord.except)
      }
  }

  /// Whether it only names a place, a medium or a party.
  private func isNamed(_ tag: Tag) -> Bool {
    tag.action == nil
      && tag.constraints.contains { $0.kind == .territory || $0.kind == .channel || $0.kind == .recipient }
  }

  /// Whether a mark or the end of a line separates a tag from what precedes it.
  func opensItem(_ tag: Tag) -> Bool {
    tag.lower > sentence.lower
      && (tokens[tag.lower - 1].isMark(in: Self.separators) || tokens[tag.lower].gap >= .line)
  }

  /// The mark or the line break that ends an item, or the end of the sentence.
  func itemEnd(from lower: Int) -> Int {
    (lower..<sentence.upper).first { index in
      tokens[index].isMark(in: Self.separators) || index > lower && tokens[index].gap >= .line
    } ?? sentence.upper
  }

  private static let separators: [Unicode.Scalar] = [",", ";", "/", "-", "|", "(", ")", "."]
}
