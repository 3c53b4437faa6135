/// Headlines that start like the label of an advisory.
extension AdvisoryGrammar {
  /// Whether it is a headline with a word of advisories before its colon: “Embargo lifted: Botswana beef back on
  /// European plates”, “Update: the cat has been found”.
  ///
  /// Desks write the label in capitals, or continue with what is to be done, when, to which item, or what is new in
  /// it. A kill, a hold or an embargo is never dismissed as a headline, whatever it looks like.
  func isNews(_ sentence: Reading.Sentence) -> Bool {
    let tokens = reading.tokens
    guard let label = sentence.tags.first, label.lower == sentence.lower,
      label.means(.release) || label.means(.correction) || label.means(.update), label.upper < sentence.upper,
      tokens[label.upper].isMark(":"),
      tokens[label.lower..<label.upper].contains(where: { $0.kind == .word && !$0.isUpper })
    else { return false }
    let story = label.upper + 1..<sentence.upper
    let judge = DiscourseJudge(reading: reading)
    return judge.unknownNouns(in: sentence, story).count >= Self.fewestThings
      && !story.contains {
        tokens[$0].isMark(in: ["\"", "'", "."]) || reading.isPartOfCompound($0, within: story)
      }
      && !sentence.tags.contains { tag in
        tag.lower >= story.lowerBound
          && (tag.isAdvisory && !tag.means(.infinitive) || tag.action != nil || tag.target != nil
            || tag.isModal
            || tag.means(.request) || tag.means(Concept.DiscourseWord.matter)
            || tag.concepts.contains { if case .time = $0 { true } else { false } })
      }
  }

  /// Whether all words for a kill are a label that is not in capitals, and nothing behind it says what is withdrawn or
  /// orders anything: “Withdrawn: bill on port fees”, but not “Withdrawn: do not use this story”.
  func isLabelOfNews(_ sentence: Reading.Sentence) -> Bool {
    let tokens = reading.tokens
    let kills = sentence.tags.filter { $0.means(.kill) }
    guard let label = kills.first, kills.count == 1, tokens[label.upper - 1].isMark(":"),
      !label.means(Concept.DiscourseWord.matter),
      tokens[label.lower..<label.upper].contains(where: { $0.isCased && !$0.isUpper })
        || !tokens[label.lower].isCased
    else { return false }
    return !reading.isItemName(in: sentence)
      && !sentence.tags.contains { tag in
        tag.lower >= label.upper
          && (tag.denies || tag.means(.prohibit) || tag.target != nil
            || tag.means(Concept.DiscourseWord.matter)
            || tag.means(.notice) || [.remove, .delete, .stopUse, .replace].contains(tag.action))
      }
  }

  /// The fewest unknown words that make it a headline.
  private static var fewestThings: Int { 3 }
}
