internal import WireText

/// Holds, with a word for them and without.
extension AdvisoryGrammar {
  /// “Please do not use our story FISH-Quota until further notice”: an order not to use an item before something that
  /// has no time.
  ///
  /// What depends on leave, a contract or the reader is a rule.
  func hold(_ sentence: Reading.Sentence, _ evidence: TextRange) -> Found? {
    guard let hold = HoldOrder(sentence, in: reading) else { return nil }
    var order = sentence
    order.tags = hold.tags
    order.cues = sentence.cues.filter { hold.order.contains($0.lower) }
    let until = hold.until
    guard isOfItem(order), isTimeless(sentence),
      !sentence.tags.contains(where: { $0.isCondition || !$0.duties.isEmpty }),
      !until.isPreposition || !sentence.tags.contains(where: isOfPart),
      !sentence.tags.contains(where: { tag in
        (tag.lower >= until.upper || hold.order.lowerBound > until.lower) && tag.isTimeOnly
          && !tag.means(.until)
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
      isOfItem(sentence), !tags.contains(where: { $0.means(.until) }) || isTimeless(sentence),
      tags.contains(where: { $0.denies || $0.means(.kill) || $0.means(.hold) || isBarBehind($0, sentence) }),
      tags.contains(where: { Self.isPublishing($0) || $0.means(.kill) || $0.means(.hold) })
    else { return nil }
    return held(evidence)
  }

  /// Whether it prohibits the act that it includes or that stands right before it, as verbs at the end do: “掲載しないこと”.
  private func isBarBehind(_ tag: Tag, _ sentence: Reading.Sentence) -> Bool {
    tag.means(.prohibit)
      && (tag.action != nil
        || sentence.tags.contains { $0.upper == tag.lower && Self.isPublishing($0) })
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

  /// Whether it is about the whole item, under no condition, and addresses no reader.
  private func isOfItem(_ sentence: Reading.Sentence) -> Bool {
    let tags = sentence.tags
    return !sentence.isNarrative
      && (isAboutItem(sentence) || tags.contains(where: isOfCopy) || reading.isItemName(in: sentence))
      && !tags.contains { $0.isCondition || $0.means(.provided) || !$0.duties.isEmpty }
      && !sentence.hasCue(.addressee) && !tags.contains(where: isOfPart)
  }

  /// Whether it names no time.
  private func isTimeless(_ sentence: Reading.Sentence) -> Bool {
    times.moment(from: sentence.lower, to: sentence.upper, tags: sentence.tags) == nil
  }

  /// Whether a word makes it a rule about some uses only, which a hold of the item would not state.
  private func isOfPart(_ tag: Tag) -> Bool {
    tag.constraints.contains { $0.kind != .timeBefore && $0.kind != .timeAfter }
      || tag.action.map { ![.use, .publish, .broadcast, .communicate].contains($0) } ?? false
  }

  /// Whether a word shows that the order is about copy: it publishes, or addresses editors.
  private func isOfCopy(_ tag: Tag) -> Bool {
    tag.action == .publish || tag.action == .broadcast || tag.means(.hold) || tag.means(.notice)
      || tag.means(.request) || tag.means(.kill)
  }
}
