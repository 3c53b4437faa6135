/// Permits, and what “only” restricts them to.
extension ClauseGrammar {
  func permitted() -> Rules {
    let items = items()
    let isBound = span.has(.only) || span.has(.provided)
    let lift = lift
    let limits = tags.filter { !$0.constraints.isEmpty }
    if let rules = boundUnlessAgreed(items, limits) { return rules }
    // “Only with permission” prohibits; “without permission or charge” permits.
    if span.has(.permission) || span.has(.agreement),
      !isUnneeded && !isGiven && !isGrantor && !isLicenceGiven || span.has(.only)
    {
      return ruling(.prohibit, items, lift)
    }
    if span.has(.beyond) {
      return Rules(clauses: make(.prohibit, items, condition: .beyondScope))
    }
    if let rules = barring(items, limits) { return rules }
    if isBound, hasDuty {
      let others = purposesBound
      // “Only for editorial purposes and with credit”: non-editorial use is prohibited, and the credit is a duty.
      if !others.isEmpty, !isPermittedLast {
        return Rules(
          clauses: make(.prohibit, items, condition: .none, shared: others),
          isRestriction: isEditorial(others))
      }
      // “Authorised, save for commercial purposes, provided the source is named”
      if let except = span.first(.except), var rules = split(items, at: except, limits, .ifDutiesMet) {
        rules.isRestriction = rules.clauses.contains { $0.constraints.contains { $0.kind != .purpose } }
        return rules
      }
      return ruling(.permit, items, .ifDutiesMet)
    }
    if span.has(.only), !limits.isEmpty {
      let bound = bound(limits)
      guard !bound.isEmpty else { return Rules() }
      let shared = constraints(ofSubject(limits, before: bound), .eq) + beyond(bound)
      return Rules(
        clauses: make(
          .prohibit, items.isEmpty ? [Item(action: .use)] : items, condition: .none, shared: shared),
        isRestriction: isEditorial(shared))
    }
    // If the object of “only” was not understood, a permit would be too wide.
    if span.has(.only), !span.has(.free), span.first(.except) == nil {
      // “Only the first 100 words may be published”
      guard LimitGrammar(reading: reading, span: span).limits().extent != nil, !items.isEmpty else {
        return Rules()
      }
      return Rules(clauses: make(.permit, items, condition: .none))
    }
    if let except = span.first(.except) {
      return split(items, at: except, limits) ?? Rules(clauses: make(.permit, items, condition: .none))
    }
    let isPurpose = limits.contains(where: isGrant)
    guard !items.isEmpty || isPurpose || span.has(.free), isDirect else { return Rules() }
    return ruling(
      .permit, items.isEmpty ? [Item(action: .use)] : items,
      hasDuty || isConditional ? .ifDutiesMet : .none)
  }

  /// Whether the predicate follows both the purpose and the duty, as in languages that put the verb last: “only for
  /// research and with credit is allowed”.
  private var isPermittedLast: Bool {
    guard let permit = tags.last(where: { $0.means(.permit) }), permit.action == nil, !span.has(.permitNext),
      tags.count(where: { $0.means(.only) }) == 1
    else { return false }
    return tags.contains { !$0.duties.isEmpty && $0.upper <= permit.lower }
  }

  /// Whether no permission is needed: “without permission”, “free of charge or permission”.
  private var isUnneeded: Bool {
    span.has(.without)
      || tags.contains { free in
        free.means(.free)
          && tags.contains {
            ($0.means(.permission) || $0.means(.agreement)) && (1...3).contains($0.lower - free.upper)
              && isParted(free.upper, $0.lower)
          }
      }
  }

  /// Whether a permission is what is granted: “permission to copy is hereby given”, “is not required”.
  private var isGiven: Bool {
    guard let first = tags.first(where: { !$0.isSmall }), first.means(.permission),
      let grant = tags.first(where: { $0.means(.permit) && $0.action == nil }),
      !tags.contains(where: { $0.means(.with) && $0.lower < grant.lower })
    else { return false }
    return tags.contains { $0.means(.permit) && $0.action == nil }
      && !tags.contains { $0.means(.unless) || $0.means(.without) || $0.means(.required) }
  }

  /// Whether a licence is what is granted: “you are granted a limited, non-exclusive licence to use the content”.
  private var isLicenceGiven: Bool {
    tags.contains { licence in
      licence.means(.agreement)
        && tags.contains { $0.means(.permit) && $0.action == nil && $0.upper <= licence.lower }
        && tags.contains { to in
          to.means(.infinitive) && to.lower == licence.upper
            && tags.contains { $0.action != nil && $0.lower == to.upper }
        }
    }
  }

  /// Whether the agreement is what grants permission: “the licence allows publication”.
  private var isGrantor: Bool {
    guard let first = tags.first(where: { !$0.isSmall }), first.means(.agreement) else { return false }
    return tags.contains { $0.lower == first.upper && $0.means(.permitNext) }
      && !tags.contains { $0.means(.without) || $0.means(.unless) || $0.means(.required) }
  }

  /// Whether duties are a condition that further sentences name: “you may republish our stories, provided that …”.
  private var isConditional: Bool {
    guard let provided = span.first(.provided),
      let effect = tags.first(where: { $0.means(.permitNext) || $0.means(.permit) })
    else { return false }
    return effect.upper <= provided.lower
  }

  /// Whether a limit without an act still names a grant; a medium does so only right after the effect.
  private func isGrant(_ limit: Tag) -> Bool {
    limit.constraints.contains {
      switch $0.kind {
      case .recipient: false
      case .channel:
        tags.contains {
          ($0.means(.permitNext) || $0.means(.permit)) && (0...1).contains(limit.lower - $0.upper)
        }
      default: true
      }
    }
  }

  /// Whether the permitted act follows immediately: “you may order copies” permits ordering, not copying.
  var isDirect: Bool {
    guard let effect = tags.first(where: { $0.means(.permitNext) }),
      let next = tags.first(where: {
        $0.lower >= effect.upper && ($0.action != nil || !$0.constraints.isEmpty)
      })
    else { return true }
    let between = tags.filter { $0.lower >= effect.upper && $0.upper <= next.lower }
    // “Darf bei Nennung von … übernommen werden”: a name may follow the duty.
    if between.contains(where: { !$0.duties.isEmpty }) { return true }
    let covered = between.reduce(0) { $0 + $1.upper - $1.lower }
    return next.lower - effect.upper - covered <= 2
  }

  /// The object of “only”: what precedes it, else what follows.
  func bound(_ limits: [Tag]) -> [Tag] {
    guard let only = span.first(.only) else { return limits }
    let before = limits.filter { $0.upper <= only.upper }
    guard let last = before.last else { return limits }
    // “What is on our websites is only for private use”: the medium belongs to the subject.
    let after = limits.filter { $0.lower >= only.upper }
    if let first = after.first,
      only.lower - last.upper > 0 || boundStart(after: only) > only.upper || only.means(.permit),
      (0...2).contains(first.lower - boundStart(after: only))
    {
      return after
    }
    // “Online, please republish only the first paragraphs”: its object follows, and was not understood.
    if only.lower - last.upper > 1, isUnread(only.upper) { return [] }
    return before
  }

  /// Whether there is a word without a known meaning, and no word of terms right after it.
  private func isUnread(_ index: Int) -> Bool {
    guard index < span.upper, reading.tokens[index].kind == .word, reading.tokens[index].hasCase else {
      return false
    }
    let next = tags.first { $0.lower >= index && !$0.isSmall }
    return next.map { $0.lower > index + 1 || !$0.isTimeOnly && $0.lower > index } ?? true
  }

  /// The purposes immediately after “only”: “only for editorial purposes and with the source named”.
  var purposesBound: [Constraint] {
    guard let only = span.first(.only) else { return [] }
    let purposes = tags.filter { tag in
      ((0...2).contains(tag.lower - only.upper) || tag.upper == only.lower && !span.has(.provided))
        && tag.hasPurpose
    }
    return constraints(purposes, .neq)
  }

  /// The limits of the act in the subject, if “only” refers to others: “broadcasting on radio is only permitted to
  /// subscribers”.
  private func ofSubject(_ limits: [Tag], before bound: [Tag]) -> [Tag] {
    guard let first = bound.first else { return [] }
    return limits.filter { limit in
      limit.upper <= first.lower && !bound.contains { $0.lower == limit.lower }
        && tags.contains { $0.action != nil && (0...2).contains(limit.lower - $0.upper) }
    }
  }

  /// Where the object of “only” may start: after the words of effect, as in “is only permitted to subscribers”.
  private func boundStart(after only: Tag) -> Int {
    let effect = tags.first { $0.lower >= only.upper && ($0.means(.permit) || $0.means(.permitNext)) }
    guard let effect, effect.action == nil, effect.lower - only.upper <= 1 else { return only.upper }
    return effect.upper
  }

  func isEditorial(_ constraints: [Constraint]) -> Bool {
    let isPrivate = constraints.contains { $0.kind == .purpose && $0.members.contains("personal") }
    return !isPrivate
      && constraints.contains { constraint in
        constraint.kind != .purpose
          || !constraint.members.contains { Self.readers.contains($0) }
      }
  }

  /// Purposes of readers, not of editors.
  private static let readers: Set<String> = [
    "personal", "noncommercial", "private-study", "research", "educational", "in-house", "informational",
  ]
}
