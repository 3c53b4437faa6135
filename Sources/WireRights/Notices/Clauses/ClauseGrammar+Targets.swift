/// The parts of the material to which rules apply.
extension ClauseGrammar {
  /// The parts of the material that the span covers; several for a list: “text and pictures”; a single nil means
  /// everything.
  var targets: [String?] {
    var result: [String] = []
    var last: Tag?
    var example: Tag?
    for tag in tags {
      if tag.means(.provided), !result.isEmpty || span.effect != nil || hasAction(before: tag) { break }
      if tag.target == "third-party", span.effect != .permit { return [tag.target] }
      // “With a link to the original text”: what a duty names is not part of the material.
      if !tag.duties.isEmpty, hasAction(before: tag) { break }
      guard let target = tag.target, !isCounted(tag), !isSpelledOut(tag), !isCreditor(tag),
        !isLeftOutPart(tag)
      else {
        continue
      }
      // “In particular texts, pictures, videos”: a list of examples only.
      if isExample(tag) || example.map({ isListed($0, tag) || isOfExamples(tag, after: $0) }) ?? false {
        example = tag
        continue
      }
      // “Materials and photographs” are everything.
      if tags.contains(where: {
        ($0.means(Concept.DiscourseWord.matter) || $0.means(.works) && $0.target == nil) && isJoined($0, tag)
      }) {
        break
      }
      if let last, !isListed(last, tag) { break }
      if !result.contains(target) { result.append(target) }
      last = tag
    }
    // “Photos, videos or any other content” is all of it.
    // “Photos or other content of third parties”: the owner is more specific than the kind.
    if let others = result.first(where: { $0 == "third-party" }) { return [others] }
    if let last, tags.contains(where: { isRest($0, after: last) }) { return [nil] }
    // “Texts, pictures and videos” are all there is; a bar on “texts and pictures” means no less.
    if result.contains("text"), result.contains("image"),
      span.effect != .permit || result.contains("video") || result.contains("audio")
    {
      return [nil]
    }
    return result.isEmpty ? [nil] : result
  }

  /// Whether a permission excludes a part of the material: “all except the photographs may be reproduced”.
  private func isLeftOutPart(_ tag: Tag) -> Bool {
    span.effect == .permit && tag.target != nil
      && tags.contains { $0.means(Concept.ConditionWord.except) && (0...2).contains(tag.lower - $0.upper) }
  }

  /// The prohibition of what a permission excludes, which only another permission lifts.
  func partsLeftOut() -> [Clause] {
    let parts = tags.filter(isLeftOutPart).compactMap(\.target)
    let items = items()
    let acts = items.isEmpty ? [Item(action: .use)] : items
    return make(
      .prohibit, parts.flatMap { part in acts.map { Item(action: $0.action, targets: [part]) } },
      condition: .beyondScope)
  }

  private func hasAction(before tag: Tag) -> Bool {
    tags.contains { $0.action != nil && $0.upper <= tag.lower }
  }

  /// Whether a word for the whole material ends a list of its parts.
  private func isRest(_ tag: Tag, after last: Tag) -> Bool {
    (1...4).contains(tag.lower - last.upper)
      && (tag.means(Concept.HolderWord.matter) || tag.means(Concept.DiscourseWord.matter))
      && tags.contains {
        $0.lower >= last.upper && $0.upper <= tag.lower && ($0.means(.determiner) || $0.means(.not))
      }
  }

  /// Whether it is the unit of a limit: “limited to 40 images”.
  private func isCounted(_ tag: Tag) -> Bool {
    tag.lower > span.lower && reading.tokens[tag.lower - 1].kind == .number
      && tags.contains { $0.means(.time(.upTo)) && (0...2).contains(tag.lower - $0.upper) }
  }

  /// Whether it is in brackets that only enumerate the material: “our content (text, photographs, etc.)”.
  private func isSpelledOut(_ tag: Tag) -> Bool {
    guard
      let matter = tags.last(where: {
        $0.upper < tag.lower && $0.target == nil
          && ($0.means(Concept.DiscourseWord.matter) || $0.means(Concept.HolderWord.matter))
      }), reading.tokens[matter.upper].isMark("(")
    else { return false }
    return !reading.tokens[matter.upper..<tag.lower].contains { $0.isMark(")") }
  }

  /// Whether it only introduces a creator's name: “(Photo by Jo Bell)”.
  private func isCreditor(_ tag: Tag) -> Bool {
    if tag.means(.by), tag.upper - tag.lower > 1 { return true }
    // “(Picture: Jo Bell/Gull Features)”
    return tag.lower > 0 && tag.upper + 1 < span.upper && reading.tokens[tag.lower - 1].isMark("(")
      && reading.tokens[tag.upper].isMark(":") && reading.tokens[tag.upper + 1].isCapitalised
  }

  private func isExample(_ tag: Tag) -> Bool {
    tags.contains { $0.means(.including) && $0.upper <= tag.lower && tag.lower - $0.upper <= 4 }
  }

  /// Whether the list of examples continues with it after words without meaning: “including text, design and graphics”.
  private func isOfExamples(_ tag: Tag, after example: Tag) -> Bool {
    !tags.contains {
      $0.lower >= example.upper && $0.upper <= tag.lower && !$0.isSmall && $0.target == nil
        && !$0.means(.works) && !$0.means(Concept.DiscourseWord.matter)
    } && isParted(example.upper, tag.lower)
  }

  /// Whether two nouns are in one list: at most a comma and small words separate them, and “of” only after “or”.
  func isListed(_ first: Tag, _ second: Tag) -> Bool {
    let between = tags.filter { $0.lower >= first.upper && $0.upper <= second.lower }
    return (1...3).contains(second.lower - first.upper)
      && between.allSatisfy { isSmall($0) || $0.means(.from) && between[0].means(.joint) }
  }

  /// Whether two nouns are in one list, separated by “and” or a comma.
  private func isJoined(_ first: Tag, _ second: Tag) -> Bool {
    first.target == nil && first.upper < second.lower && isListed(first, second)
      && isParted(first.upper, second.lower)
  }

  private func isSmall(_ tag: Tag) -> Bool {
    tag.means(.joint) || tag.means(.article) || tag.means(.determiner)
  }
}
