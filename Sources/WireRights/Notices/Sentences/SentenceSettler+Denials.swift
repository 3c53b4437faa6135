/// Negations behind what they deny: “passing it on is not”, “print yes, online no”.
extension SentenceSettler {
  /// Reads a negation at the end of the sentence as the prohibition of what precedes it: “passing it on is not”.
  func settleDenial(of sentence: inout Reading.Sentence) {
    guard let last = sentence.tags.indices.last,
      tokens[sentence.tags[last].upper..<sentence.upper].allSatisfy({ $0.kind == .mark })
    else { return }
    if settleAnswers(of: &sentence) { return }
    let denied = listedBefore(last, of: sentence)
    guard isDenial(sentence.tags[last]) || denied != nil else { return }
    let isOfAct = (denied ?? sentence.tags).contains { $0.action != nil }
    sentence.tags[last].concepts = [.effect(isOfAct ? .prohibit : .prohibitNext)]
  }

  /// What alone stands between the last comma and a negation that ends the sentence: “dürfen Sie verwenden, die Fotos
  /// nicht”.
  private func listedBefore(_ last: Int, of sentence: Reading.Sentence) -> [Tag]? {
    let tags = sentence.tags
    guard tags[last].means(Concept.EffectWord.not), tags[last].action == nil,
      let comma = tokens[sentence.lower..<tags[last].lower].lastIndex(where: { $0.isMark(",") })
    else { return nil }
    let denied = tags[..<last].filter { $0.lower > comma }
    let isNamed = denied.contains { $0.target != nil || $0.action != nil }
    return isNamed && denied.allSatisfy { $0.isSmall || $0.target != nil || $0.action != nil }
      && list.isCovered(comma + 1..<tags[last].lower, by: denied) ? denied : nil
  }

  /// Reads two short answers, of which the second denies what stands before it: “print yes, online no”, “embedding
  /// allowed, photos not”; returns whether there are such.
  private func settleAnswers(of sentence: inout Reading.Sentence) -> Bool {
    let tags = sentence.tags
    guard let last = tags.indices.last, tags.count <= Self.mostTagsOfAnswers,
      tags[last].means(Concept.EffectWord.not) || tags[last].means(.no), tags[last].action == nil,
      let yes = tags.firstIndex(where: { $0.means(.permit) && $0.action == nil }),
      yes > 0, yes + 1 < last, tokens[tags[yes].upper - 1].isMark(",") || tokens[tags[yes].upper].isMark(","),
      (Array(tags[..<yes]) + Array(tags[(yes + 1)..<last])).allSatisfy({
        $0.isSmall || $0.action != nil || $0.target != nil || !$0.constraints.isEmpty
      })
    else { return false }
    guard isOneList(tags[(yes + 1)..<last]) else {
      // “Yes,” permits in such answers only; unlike “allowed,” it says nothing elsewhere.
      guard tokens[tags[yes].upper - 1].isMark(",") else { return false }
      sentence.tags.remove(at: yes)
      return true
    }
    let isOfFirst = tags[..<yes].contains { $0.action != nil }
    let isOfLast = tags[(yes + 1)..<last].contains { $0.action != nil }
    guard isOfLast || tags[(yes + 1)..<last].contains(where: { $0.target != nil || !$0.constraints.isEmpty })
    else { return false }
    // A medium or a part of the material alone stands for its use.
    let act = tags[..<yes].first { $0.action != nil }?.action ?? .use
    if !isOfFirst { sentence.tags[yes].concepts.append(.action(.use)) }
    sentence.tags[last].concepts = [.effect(.prohibit)] + (isOfLast ? [] : [.action(act)])
    return true
  }

  /// Whether a negation behind tags denies all of them: acts, or parts of the material or limits without a conjunction
  /// between them, at which the answers would be parted.
  private func isOneList(_ tags: ArraySlice<Tag>) -> Bool {
    let named = tags.filter { !$0.isSmall }
    if named.allSatisfy({ $0.action != nil }) { return true }
    guard !tags.contains(where: { $0.means(.joint) }) else { return false }
    return named.allSatisfy { $0.action == nil && $0.target != nil }
      || named.allSatisfy { $0.action == nil && $0.target == nil && !$0.constraints.isEmpty }
  }

  /// The most tags of two such answers.
  private static let mostTagsOfAnswers = 10

  /// “Is not”, or the answer after a colon: “AI training: no”.
  private func isDenial(_ tag: Tag) -> Bool {
    tag.concepts == [.effect(.not)]
      || tag.concepts == [.effect(.no)] && tag.lower > 0 && tokens[tag.lower - 1].isMark(":")
  }
}
