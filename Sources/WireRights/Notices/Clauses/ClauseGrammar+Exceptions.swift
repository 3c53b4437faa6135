/// What the exceptions of a prohibition permit.
extension ClauseGrammar {
  /// “…, except for brief quotations with the source named”: the permit in the exception.
  func quotation() -> [Clause] {
    guard let quote = quoted else { return [] }
    // “In reviews and certain other uses”
    let listed = tags.filter { $0.lower >= quote.upper }.prefix { !$0.means(.determiner) }
    let purposes = constraints(
      listed.filter(\.hasPurpose), .eq)
    let isNamed = hasDuty && tags.contains { !$0.duties.isEmpty && $0.lower >= quote.upper }
    return make(
      .permit, [Item(action: .excerpt)], condition: isNamed ? .ifDutiesMet : .none, shared: purposes)
  }

  /// “Editorial use only unless agreed in writing”: what “only” leaves out may be agreed.
  func boundUnlessAgreed(_ items: [Item], _ limits: [Tag]) -> Rules? {
    let isExcepted: (Tag) -> Bool = { $0.means(.unless) || $0.means(.except) }
    guard lift != .none, !isMediumOnCondition(limits), let only = span.first(.only),
      limits.contains(where: { isBeside($0, only) }),
      let except = tags.first(where: { $0.lower >= only.upper && isExcepted($0) }),
      tags.contains(where: { $0.lower >= except.lower && ($0.means(.permission) || $0.means(.agreement)) })
    else { return nil }
    let outside = beyond(bound(limits.filter { $0.upper <= except.lower }))
    guard !outside.isEmpty else { return nil }
    let acts = items.isEmpty ? [.use] : items.map(\.action)
    return Rules(
      clauses: make(.prohibit, deduplicated(acts.map { Item(action: $0) }), condition: lift, shared: outside),
      isRestriction: isEditorial(outside))
  }

  /// Whether nothing but an act stands between a limit and “only”, which may be one phrase: “editorial use only”.
  private func isBeside(_ limit: Tag, _ only: Tag) -> Bool {
    limit.lower == only.upper || limit.lower == only.lower
      || limit.upper <= only.lower
        && (limit.upper..<only.lower).allSatisfy { index in
          tags.contains { $0.action != nil && $0.lower <= index && index < $0.upper }
        }
  }

  /// “Free to publish unless you are a commercial outlet”, “free of charge if not for advertising”: what a permit
  /// excludes by words for a condition.
  func barring(_ items: [Item], _ limits: [Tag]) -> Rules? {
    guard !span.has(.only), !span.has(.permission), !span.has(.agreement) else { return nil }
    let bar = tags.first { tag in
      tag.means(.unless)
        || tag.means(.provided)
          && tags.contains { $0.means(Concept.EffectWord.not) && $0.action == nil && $0.lower >= tag.upper }
    }
    guard let bar,
      let limit = limits.first(where: { $0.lower >= bar.upper }), limit.action == nil, limit.duties.isEmpty,
      !tags.contains(where: { $0.lower >= bar.upper && $0.upper <= limit.lower && !$0.duties.isEmpty }),
      bar.means(.unless) || tags.contains(where: { denies($0, limit, after: bar) })
    else { return nil }
    guard var rules = split(items, at: bar, limits) else { return nil }
    // Words about the recipient's purpose occur in terms, not in notes to editors.
    rules.isRestriction = rules.clauses.contains { $0.constraints.contains { $0.kind != .purpose } }
    return rules
  }

  /// Whether it negates a limit right after it: “if not for advertising”.
  private func denies(_ not: Tag, _ limit: Tag, after bar: Tag) -> Bool {
    not.means(Concept.EffectWord.not) && not.lower >= bar.upper && (0...2).contains(limit.lower - not.upper)
  }

  /// A permit outside what is named after a tag, and a prohibition inside it; nil if nothing is named.
  ///
  /// What is named before the tag limits the permit: “in Norway but not in print”; “not outside Norway” is the reverse.
  func split(
    _ items: [Item], at except: Tag, _ limits: [Tag], _ condition: Condition = .none
  ) -> Rules? {
    let named = limits.filter { $0.lower >= except.upper }
    guard let first = named.first else { return nil }
    let isReversed = tags.contains {
      $0.means(Concept.ConditionWord.except) && $0.lower >= except.upper && $0.upper <= first.lower
    }
    let inside = constraints(named, isReversed ? .neq : .eq)
    guard !inside.isEmpty else { return nil }
    let outside =
      constraints(limits.filter { $0.upper <= except.lower }, .eq)
      + constraints(named, isReversed ? .eq : .neq)
    let base = items.isEmpty ? [Item(action: .use)] : items
    return Rules(
      clauses: make(.permit, base, condition: condition, shared: outside)
        + make(.prohibit, base, condition: .none, shared: inside), isRestriction: true)
  }

  /// The quotations that an exception names.
  var quoted: Tag? {
    guard let except = tags.first(where: { $0.means(.except) || $0.means(.unless) }),
      let quote = tags.first(where: { $0.lower >= except.upper }), quote.action == .excerpt,
      quote.lower - except.upper <= 2,
      // “Except for short quotations, no part may be reproduced”
      except.lower == span.lower || tags.contains(where: { $0.action != nil && $0.upper <= except.lower })
    else { return nil }
    return quote
  }

  /// “Apart from any fair dealing for study”: the permit in the exception.
  func exemption(_ items: [Item]) -> [Clause] {
    guard let tag = span.first(.exemption) else { return [] }
    let limits = constraints(tags.filter { $0.lower >= tag.lower && $0.lower < tag.upper + 12 }, .eq)
    // Fair dealing is about copies, whatever else is prohibited.
    let copying = items.filter { $0.action == .reproduce }
    return items.isEmpty || limits.isEmpty
      ? [] : make(.permit, copying.isEmpty ? items : copying, condition: .none, shared: limits)
  }
}
