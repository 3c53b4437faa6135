/// The tags of a sentence that belong to one effect: the unit that rules are made of.
struct Span: Sendable {
  var tags: [Tag]
  /// The tokens of the span.
  var lower: Int
  var upper: Int

  func has(_ word: Concept.EffectWord) -> Bool { tags.contains { $0.means(word) } }
  func has(_ word: Concept.ConditionWord) -> Bool { tags.contains { $0.means(word) } }
  func has(_ word: Concept.TimeWord) -> Bool { tags.contains { $0.means(.time(word)) } }
  func first(_ word: Concept.EffectWord) -> Tag? { tags.first { $0.means(word) } }
  func first(_ word: Concept.ConditionWord) -> Tag? { tags.first { $0.means(word) } }

  /// The combined effect of the effect words, apart from conditions.
  var effect: Effect? { main.stated }

  /// The span up to its condition: “provided that …”.
  private var main: Span {
    guard let provided = tags.firstIndex(where: { $0.means(.provided) }) else { return self }
    let main = Span(tags: Array(tags[..<provided]), lower: lower, upper: upper)
    return main.stated == nil ? self : main
  }

  private var stated: Effect? {
    if has(.prohibit) || has(.prohibitNext) || has(.prohibitAlso) { return .prohibit }
    let permits = has(.permit) || has(.permitNext)
    if has(.no) || isOrder { return .prohibit }
    // “Unauthorised use may have consequences” permits nothing.
    if permits, has(.unauthorised), !isDenied { return nil }
    if permits { return isDenied ? .prohibit : .permit }
    return nil
  }

  /// Whether it has a negation that does more than repeat its end: “until 4 May, and not after”.
  var isDenied: Bool {
    tags.contains { not in
      guard not.means(Concept.EffectWord.not) else { return false }
      let behind = tags.filter { $0.lower >= not.upper && !$0.isSmall }
      let repeats = !behind.isEmpty && behind.allSatisfy { $0.means(.time(.after)) || $0.means(.then) }
      return !repeats || !tags.contains { $0.means(.until) && $0.upper <= not.lower }
    }
  }

  /// Whether it is an order with the verb at the end: “Nicht in Österreich verwenden”.
  private var isOrder: Bool {
    guard let first = tags.first, first.lower == lower, !has(.only) else { return false }
    // “Nicht archivieren.”, “Non rivendere.”
    if first.means(.order), tags.contains(where: { $0.lower == first.upper && $0.action != nil }) {
      return true
    }
    return first.means(.not) && tags.last?.action != nil && tags.contains { !$0.constraints.isEmpty }
  }

  /// Splits a sentence at its effects.
  static func spans(of sentence: Reading.Sentence, in reading: Reading) -> [Span] {
    var cutter = SpanCutter(sentence: sentence, tokens: reading.tokens)
    return withConditions(withSubjects(labelled(resumed(cutter.cut(), in: reading), in: reading)))
  }

  /// Adds to prohibitions that continue without a subject the condition at the start of the sentence: “without
  /// permission nothing may be copied, nor may it be sold”.
  private static func withConditions(_ spans: [Span]) -> [Span] {
    guard spans.count > 1, let condition = spans[0].leadingCondition else { return spans }
    return spans.enumerated().map { index, span in
      let lead = span.tags.first { !$0.isSmall }
      guard index > 0, lead?.isModal ?? false, span.effect == .prohibit, !span.has(.only),
        !span.tags.contains(where: \.isCondition)
      else { return span }
      return Span(tags: condition + span.tags, lower: span.lower, upper: span.upper)
    }
  }

  /// The condition before the effect: “without written permission nothing may …”.
  private var leadingCondition: [Tag]? {
    guard effect == .prohibit,
      let modal = tags.firstIndex(where: { $0.means(.prohibitNext) || has(.no) && $0.means(.permitNext) })
    else { return nil }
    let before = tags[..<modal]
    guard !before.contains(where: { $0.action != nil }) else { return nil }
    let condition = before.filter(\.isCondition)
    return condition.contains { $0.means(.without) || $0.means(.unauthorised) } ? condition : nil
  }

  /// Adds to a predicate without a subject the parts of the material in the predicate before it: “text and images
  /// may be shared, but not sold”.
  private static func withSubjects(_ spans: [Span]) -> [Span] {
    var spans = spans
    for index in spans.indices.dropFirst() {
      let tags = spans[index].tags
      // Behind “…, not in ads,” the predicate before that.
      guard goesOn(spans[index]), let before = spans[..<index].last(where: { !isBareDenial($0) }),
        let effect = before.tags.firstIndex(where: {
          $0.isModal || $0.means(.permit) || $0.means(.prohibit) || $0.means(.only)
        })
      else { continue }
      let hasObject = tags.contains { $0.target != nil || $0.means(Concept.DiscourseWord.matter) }
      let subject = before.tags[..<effect].filter { tag in
        tag.isSmall || isParty(tag) || !hasObject && tag.target != nil
      }
      guard subject.contains(where: { !$0.isSmall }) else { continue }
      spans[index].tags = subject + tags
    }
    return spans
  }

  /// Whether a span starts with the rest of a predicate, whose subject was named before: “… may not be sold”, “… but not
  /// archived”, “… and only once”.
  private static func goesOn(_ span: Span) -> Bool {
    let isContrast = span.tags.first.map { $0.means(.but) } ?? false
    guard let lead = span.tags.first(where: { !$0.isSmall && !($0.means(.but) && !$0.denies) }) else {
      return false
    }
    // “… ancak arşivlenemez”: a verb that includes the prohibition.
    let isBarred = lead.means(.no) || lead.means(.prohibit) && lead.action != nil
    return lead.isModal || lead.means(Concept.EffectWord.not) || lead.means(Concept.EffectWord.only)
      || isContrast && isBarred
  }

  /// Whether a span says only what a predicate before it does not cover: “…, not in ads, …”.
  private static func isBareDenial(_ span: Span) -> Bool {
    span.has(.not) && !span.has(.only)
      && !span.tags.contains { $0.isModal || $0.means(.permit) || $0.means(.prohibit) }
  }

  /// Whether it names who receives or uses the material, and does nothing else.
  static func isParty(_ tag: Tag) -> Bool {
    tag.action == nil && tag.constraints.contains { $0.kind == .recipient }
  }

  /// Whether tags end with a modal word whose act was said before: “…, but photographs may not”.
  static func leavesOutAct(_ tags: some BidirectionalCollection<Tag>) -> Bool {
    tags.last.map { $0.means(.prohibitNext) && $0.action == nil } ?? false
  }

  /// Adds the medium at the start of a line, as in “Digital: no archive, 60 seconds at most”, to all spans up to
  /// the next such line.
  private static func labelled(_ spans: [Span], in reading: Reading) -> [Span] {
    var label: Tag?
    return spans.map { span in
      if let own = span.tags.first(where: { !$0.means(.restriction) }), own.isMediumLabel(in: reading.tokens)
      {
        label = own
        return span
      }
      return label.map { Span(tags: [$0] + span.tags, lower: span.lower, upper: span.upper) } ?? span
    }
  }
}
