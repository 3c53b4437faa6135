internal import WireText

/// Holds, with a word for them and without.
extension AdvisoryGrammar {
  /// “Please do not use our story FISH-Quota until further notice”: an order not to use an item before something that
  /// has no time.
  ///
  /// It starts with the order; what depends on leave, a contract or the reader is a rule.
  func hold(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    let tags = sentence.tags
    guard let until = tags.first(where: { $0.means(.until) && !$0.isSmall }), isOfItem(sentence),
      let bar = tags.first(where: {
        isBar($0) || !$0.means(.request) && !$0.means(.notice) && !$0.means(.hold)
      }),
      isBar(bar), bar.lower < until.lower, reading.isCovered(sentence.lower..<bar.lower, by: tags),
      tags.contains(where: { $0.lower < until.lower && (Self.isPublishing($0) || $0.means(.kill)) }),
      !tags.contains(where: { tag in
        tag.lower >= until.upper && tag.isTimeOnly && !tag.means(.until)
          // “Until after the minister has spoken”
          && !(tag.lower == until.upper && tag.means(.time(.after)))
      }),
      time(in: sentence, from: until.upper) == nil, !hasClock(after: until, sentence),
      eventRightBefore(until, sentence) == nil
    else { return nil }
    return held(evidence)
  }

  /// “Please do not use the story on the fire for now”: an order not to use an item, which a word limits to the time
  /// being.
  func heldForNow(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    let tags = sentence.tags
    // A time without a word such as “until” is one of the item: “the story filed at 09:20”.
    guard tags.contains(where: { $0.means(.meanwhile) }),
      isOfItem(sentence, atAnyTime: !tags.contains { $0.means(.until) }),
      tags.contains(where: { $0.denies || $0.means(.kill) || $0.means(.hold) }),
      tags.contains(where: { Self.isPublishing($0) || $0.means(.kill) || $0.means(.hold) })
    else { return nil }
    return held(evidence)
  }

  /// A hold named by a word for it: “on hold”, “hold the story until Monday”.
  func namedHold(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    guard has(.hold, sentence), !has(.due, sentence), isOrder(.hold, sentence) else { return nil }
    if let found = barred(by: .hold, sentence, evidence) { return gate(sentence, evidence) ?? found }
    let until = sentence.tags.first { $0.means(.until) && $0.lower > sentence.lower }
    return held(evidence, until: until.flatMap { time(in: sentence, from: $0.upper) })
  }

  /// A hold until an instant, or until it is released.
  private func held(_ evidence: TextRange, until end: Constraint? = nil) -> Found {
    let gate = end ?? Constraint(.timeBefore, "event:release-of-hold")
    return Found(
      advisory: Advisory(.hold, evidence: evidence),
      clauses: [Clause(.prohibit, .publish, constraints: [gate], evidence: evidence)])
  }

  /// Whether it is about the whole item, under no condition and at no time, and addresses no reader.
  private func isOfItem(_ sentence: Reading.Sentence, atAnyTime: Bool = false) -> Bool {
    let tags = sentence.tags
    return !sentence.isNarrative
      && (isAboutItem(sentence) || tags.contains(where: isOfCopy) || reading.isItemName(in: sentence))
      && !tags.contains { $0.isCondition || $0.means(.provided) || !$0.duties.isEmpty }
      && !sentence.hasCue(.addressee) && !tags.contains(where: isOfPart)
      && (atAnyTime || times.moment(from: sentence.lower, to: sentence.upper, tags: tags) == nil)
  }

  /// Whether a word makes it a rule about some uses only, which a hold of the item would not state.
  private func isOfPart(_ tag: Tag) -> Bool {
    tag.constraints.contains { $0.kind != .timeBefore && $0.kind != .timeAfter }
      || tag.action.map { ![.use, .publish].contains($0) } ?? false
  }

  /// Whether a word shows that the order is about copy: it publishes, or addresses editors.
  private func isOfCopy(_ tag: Tag) -> Bool {
    tag.action == .publish || tag.action == .broadcast || tag.means(.hold) || tag.means(.notice)
      || tag.means(.request) || tag.means(.kill)
  }

  /// Whether it bars a use in the form of an order: “do not”, “do not use this story”, which without an end is a kill.
  private func isBar(_ tag: Tag) -> Bool {
    tag.denies || tag.means(.kill) && tag.upper - tag.lower > Self.longestKill
  }

  /// The most words of an order to kill that is not worded as a bar of use.
  private static let longestKill = 3
}
