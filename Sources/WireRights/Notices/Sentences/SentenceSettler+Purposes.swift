/// Purposes that are items of lists of acts.
extension SentenceSettler {
  /// Reads a purpose between the acts of a list, or at its end, as a use for that purpose, in scripts without spaces:
  /// “禁止转载、商用、改编”.
  ///
  /// Where something is permitted it may be what limits the permission: “允许转载，个人使用”.
  func settleListedPurposes(of sentence: inout Reading.Sentence) {
    guard sentence.tags.contains(where: { $0.means(.prohibit) || $0.means(.prohibitNext) || $0.means(.no) })
    else { return }
    for index in sentence.tags.indices.dropFirst() {
      let tag = sentence.tags[index]
      guard tag.action == nil, tag.hasPurpose, tokens[tag.lower].isDense,
        tag.concepts.allSatisfy({ if case .constraint = $0 { true } else { false } }),
        follows(index, anActOf: sentence), isListed(tag, before: sentence)
      else { continue }
      sentence.tags[index].concepts.append(.action(.use))
    }
  }

  /// Reads works that are named by their purpose as what a rule is about, where they stand before its modal word: “all news
  /// stories may be republished”, but not “for news stories”.
  func settleSubjects(of sentence: inout Reading.Sentence) {
    guard let modal = sentence.tags.first(where: \.isModal) else { return }
    for index in sentence.tags.indices where sentence.tags[index].upper == modal.lower {
      let tag = sentence.tags[index]
      let isLed =
        index > 0
        && (sentence.tags[index - 1].isPreposition || sentence.tags[index - 1].means(.from)
          || sentence.tags[index - 1].means(.only))
      guard tag.hasPurpose, tag.isWork, !isLed else { continue }
      sentence.tags[index].concepts.removeAll { if case .constraint = $0 { true } else { false } }
    }
  }

  /// Whether only a comma or a conjunction is between an act and a tag.
  private func follows(_ index: Int, anActOf sentence: Reading.Sentence) -> Bool {
    let (tag, before) = (sentence.tags[index], sentence.tags[index - 1])
    if before.means(.joint), before.upper == tag.lower, index > 1 {
      return sentence.tags[index - 2].action != nil && sentence.tags[index - 2].upper == before.lower
    }
    return before.action != nil && before.upper == tag.lower - 1 && tokens[before.upper].isMark(",")
  }

  /// Whether the list goes on right behind a tag, or the sentence ends there.
  private func isListed(_ tag: Tag, before sentence: Reading.Sentence) -> Bool {
    guard tag.upper < sentence.upper else { return true }
    if tokens[tag.upper].isMark(in: [".", "!"]) { return tag.upper + 1 >= sentence.upper }
    let joint = sentence.tags.first { $0.lower == tag.upper && $0.means(.joint) }
    let comma = tokens[tag.upper].isMark(",") ? tag.upper + 1 : nil
    guard let next = joint?.upper ?? comma else { return false }
    // “或二次改编”: how often the act is done may precede it.
    return sentence.tags.contains { $0.action != nil && (0...Self.longestCount).contains($0.lower - next) }
  }

  /// The most characters between a conjunction and the next act.
  private static let longestCount = 2
}
