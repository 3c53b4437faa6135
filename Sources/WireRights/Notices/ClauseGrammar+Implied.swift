/// Rules of spans without a word of effect: reservations, grants in telegraphic style, conditions that stand alone.
extension ClauseGrammar {
  /// Shapes in which the effect is only implied.
  func implied() -> Rules {
    let items = items()
    let limits = tags.filter { !$0.constraints.isEmpty }
    if let rules = reserved(items) { return rules }
    if let rules = worldRights(limits) ?? excepted(limits) ?? notThere(limits) ?? grantedRights() ?? asked(
      limits)
      ?? named(limits)
    {
      return rules
    }
    if span.has(.reserve), !items.isEmpty {
      return Rules(
        clauses: make(
          .prohibit, items, condition: lift == .none ? .withoutPermission : lift,
          shared: sharedConstraints(isList: false, items: items)))
    }
    // “For commercial purposes only with permission” names no act: any use is meant.
    let isPurpose = limits.contains { $0.constraints.contains { $0.kind == .purpose } }
    // “Photographs require additional permission”, “photographs only with permission”
    let isNeeded =
      (span.has(.required) || span.has(.only) || span.has(.unless)) && tags.contains { $0.target != nil }
    if !items.isEmpty || isPurpose || isNeeded, span.has(.permission) || span.has(.agreement) {
      // “Sites that post our reports without permission are in breach of law” is no line of terms.
      if span.has(.only) || span.has(.required) || span.has(.unless) || span.has(.without) && isLabelOfAct {
        let items = items.isEmpty ? [Item(action: .use)] : items
        return Rules(
          clauses: make(
            .prohibit, items, condition: lift, shared: sharedConstraints(isList: false, items: items))
            + quotation())
      }
    }
    // “All use subject to contract”
    if !items.isEmpty, span.has(.agreement), span.has(.with), !hasDuty || !span.has(.free) {
      return Rules(
        clauses: make(
          .prohibit, items, condition: lift, shared: sharedConstraints(isList: false, items: items)))
    }
    // “Reproduction only in accordance with the terms of use”
    if !items.isEmpty, span.has(.only), span.has(.beyond) {
      return Rules(clauses: make(.prohibit, items, condition: .beyondScope))
    }
    if !items.isEmpty, span.has(.unlicensed) || isUnauthorisedLed {
      return Rules(clauses: make(.prohibit, items, condition: lift))
    }
    if span.has(.only), hasDuty, !items.isEmpty {
      let others = purposesBound
      guard others.isEmpty else {
        return Rules(
          clauses: make(.prohibit, items, condition: .none, shared: others),
          isRestriction: isEditorial(others))
      }
      return Rules(clauses: make(.permit, items, condition: .ifDutiesMet))
    }
    if span.has(.only), !limits.isEmpty, !bound(limits).isEmpty {
      // “The content is published for personal use only” says what the reader may do.
      let items = items.filter { !isGiving($0.action) }
      guard !items.isEmpty || isOfCopy else { return Rules() }
      let shared = ofSubject(limits) + constraints(bound(limits).filter { !isOfSubject($0) }, .neq)
      return Rules(
        clauses: make(
          .prohibit, items.isEmpty ? [Item(action: .use)] : items, condition: .none, shared: shared),
        isRestriction: isEditorial(shared))
    }
    // “Quotation of up to 300 characters with a link to the source”
    if hasDuty, !items.isEmpty, LimitGrammar(reading: reading, span: span).limits().extent != nil {
      return Rules(clauses: make(.permit, items, condition: .ifDutiesMet))
    }
    let soleUsers = soleUsers
    if !soleUsers.isEmpty {
      return Rules(
        clauses: make(.prohibit, [Item(action: .use)], condition: .none, shared: soleUsers),
        isRestriction: true)
    }
    if let party = reservedFor, !items.isEmpty {
      return Rules(clauses: make(.prohibit, items, condition: .none, shared: [party]))
    }
    if span.has(.free) || isInvitation {
      if let rules = barring(items, limits) { return rules }
      return Rules(
        clauses: make(
          .permit, items.isEmpty ? [Item(action: .use)] : items, condition: hasDuty ? .ifDutiesMet : .none,
          shared: sharedConstraints(isList: false, items: items)))
    }
    return Rules()
  }

  /// Whether it names the material, or says little but terms: “clients in Norway only”, but not “the network is only for
  /// people who look for work”.
  private var isOfCopy: Bool {
    if tags.contains(where: {
      $0.means(Concept.DiscourseWord.matter) || $0.target != nil || $0.means(.works) || $0.means(.restriction)
        || $0.means(.mandatoryCredit)
    }) {
      return true
    }
    let words = reading.tokens[span.lower..<span.upper].count { $0.kind == .word }
    return tags.reduce(0) { $0 + $1.upper - $1.lower } * 2 >= words
  }

  /// Whether it invites to publish what the speaker has: “Republish our work any time”, “Reprint our stories”.
  private var isInvitation: Bool {
    guard let first = tags.first, first.lower == span.lower, first.action == .publish,
      first.upper == first.lower + 1, first.upper < span.upper
    else { return false }
    let isOwn = tags.contains { tag in
      tag.lower <= first.upper + 1
        && (tag.means(Concept.DiscourseWord.matter) && tag.lower == first.upper && tag.upper > tag.lower + 1
          || tag.target != nil && tag.lower > first.upper
            && tags.contains { $0.lower == first.upper && $0.means(.determiner) })
    }
    return isOwn && !tags.contains { $0.means(.reports) || $0.means(.permission) || $0.means(.required) }
  }

  /// Whether it speaks of what nobody permitted, and not only with an object of what somebody does: “chase unauthorised
  /// use of our pictures”.
  private var isUnauthorisedLed: Bool {
    guard let word = tags.first(where: { $0.means(.unauthorised) }) else { return false }
    return isLabelOfAct || reading.isCovered(span.lower..<word.lower, by: tags)
  }

  /// Whether it starts with an act, or is a line of a few words.
  private var isLabelOfAct: Bool {
    tags.first { !$0.isSmall }.map { $0.action != nil && $0.lower <= span.lower + 1 } ?? false
      || reading.tokens[span.lower..<span.upper].count { $0.kind == .word } <= Self.longestLine
  }

  /// Whether it is what the holder does with the material: “our reports are distributed for …”.
  private func isGiving(_ action: Action) -> Bool {
    guard [.publish, .distribute, .communicate].contains(action),
      let act = tags.first(where: { $0.action == action }),
      let matter = tags.last(where: { $0.upper <= act.lower && !$0.isSmall })
    else { return false }
    return (1...2).contains(act.lower - matter.upper)
      && (matter.means(Concept.DiscourseWord.matter) || matter.means(Concept.HolderWord.matter)
        || matter.target != nil || matter.means(.works))
  }

  /// The limits before “used by”, where “only” binds who is named after it: “INTERNET USED BY SUBSCRIBERS ONLY”.
  private func ofSubject(_ limits: [Tag]) -> [Constraint] { constraints(limits.filter(isOfSubject), .eq) }

  private func isOfSubject(_ limit: Tag) -> Bool {
    if isLabel(limit) { return true }
    guard let act = tags.first(where: { $0.action == .use && $0.lower >= limit.upper }), limit.action == nil
    else {
      return false
    }
    return tags.contains { $0.lower == act.upper && $0.means(.by) }
      && tags.contains { tag in tag.lower > act.lower && tag.constraints.contains { $0.kind == .recipient } }
  }

  /// “Use only by Harbour Press”: all but who is named.
  private var reservedFor: Constraint? {
    guard let only = span.first(.only), only.upper < span.upper else { return nil }
    let next = tags.first { $0.lower >= only.upper }
    let start = next.map { $0.lower == only.upper && $0.isSmall ? $0.upper : only.upper } ?? only.upper
    guard start < span.upper, reading.tokens[start].isCapitalised, !reading.tokens[start].isUpper else {
      return nil
    }
    return party(from: start, to: span.upper).map { Constraint($0.kind, $0.value, .neq) }
  }

  /// What a prohibition without an act of its own is about: “the text may be reprinted, but photographs may not”.
  func ellipsis(after previous: [Clause]) -> [Clause] {
    guard span.effect == .prohibit, span.has(.beyond) || tags.last.map({ $0.means(.prohibitNext) }) ?? false,
      tags.contains(where: { $0.target != nil }), !tags.contains(where: { $0.action != nil })
    else { return [] }
    var permitted = previous.filter { $0.effect == .permit }.map { Item(action: $0.action) }
    if permitted.isEmpty, span.has(.beyond) { permitted = [Item(action: .use)] }
    return make(.prohibit, deduplicated(permitted), condition: span.has(.beyond) ? .beyondScope : .none)
  }

  /// “All rights reserved, including those for data mining”: what the formula names.
  func reserved(_ items: [Item]) -> Rules? {
    guard let formula = tags.first(where: { $0.means(.formula) }),
      let including = tags.first(where: { $0.means(.including) && $0.lower >= formula.upper }),
      including.lower - formula.upper <= 2, !items.isEmpty
    else { return nil }
    return Rules(clauses: make(.prohibit, items, condition: .withoutPermission))
  }

  /// “World rights except Italy”: both what is granted and what is not.
  func worldRights(_ limits: [Tag]) -> Rules? {
    guard let except = span.first(.except),
      limits.contains(where: { $0.upper <= except.lower && $0.means(.territory("worldwide")) })
    else { return nil }
    let inside = constraints(limits.filter { $0.lower >= except.upper }, .eq)
    guard !inside.isEmpty else { return nil }
    let outside = inside.map { Constraint($0.kind, $0.value, .neq) }
    let use = [Item(action: .use)]
    return Rules(
      clauses: make(.permit, use, condition: .none, shared: outside)
        + make(.prohibit, use, condition: .none, shared: inside), isRestriction: true)
  }

  /// “Except Japan”: a line that names nothing but who or what is left out.
  func excepted(_ limits: [Tag]) -> Rules? {
    guard span.has(.except), !limits.isEmpty,
      tags.allSatisfy({ isLimit($0) || $0.means(.except) || $0.isSmall || $0.means(.restriction) }),
      reading.isCovered(span.lower..<span.upper, by: tags)
    else { return nil }
    let shut = limits.flatMap(\.constraints).filter { $0.value != "worldwide" }
    return Rules(
      clauses: shut.flatMap { make(.prohibit, [Item(action: .use)], condition: .none, shared: [$0]) },
      isRestriction: true)
  }

  /// “…, not in Germany”, “… and not in advertising”: words that name nothing but where or for what something may not be
  /// used.
  private func notThere(_ limits: [Tag]) -> Rules? {
    let tags = tags.filter { !$0.isSmall && $0.target == nil }
    guard let first = tags.first, first.means(.not), !limits.isEmpty,
      tags.dropFirst().allSatisfy({ limit in
        isLimit(limit) || first.lower > 0 && limit.constraints.contains { $0.kind == .purpose }
      }),
      reading.tokens[span.lower..<span.upper].count(where: { $0.kind == .word }) <= Self.longestLine
    else { return nil }
    return Rules(
      clauses: limits.flatMap(\.constraints).flatMap {
        make(.prohibit, [Item(action: .use)], condition: .none, shared: [$0])
      }, isRestriction: true)
  }

  /// “Full editorial rights Norway, Sweden (not Svalbard)”: what is granted, and what has to be asked for.
  func grantedRights() -> Rules? {
    guard let grant = tags.first(where: { $0.means(.grant) || $0.means(.restrictedGrant) }) else {
      return nil
    }
    let after = tags.filter { $0.lower >= grant.upper && !$0.constraints.isEmpty }
    let end =
      tags.first { $0.lower >= grant.upper && ($0.means(.not) || $0.means(.except)) }?.lower ?? span.upper
    let inside = constraints(after.filter { $0.lower < end }, .eq)
    let outside = constraints(after.filter { $0.lower >= end }, .eq)
    guard !inside.isEmpty || !outside.isEmpty, !span.has(.only) else { return nil }
    let use = [Item(action: .use)]
    func left(_ limits: [Constraint]) -> [Clause] {
      limits.isEmpty ? [] : make(.prohibit, use, condition: .withoutPermission, shared: limits)
    }
    if grant.means(.restrictedGrant) { return Rules(clauses: left(inside), isRestriction: true) }
    let own = grant.constraints
    return Rules(
      clauses: make(.permit, use, condition: .none, shared: own + inside)
        + left(outside.isEmpty ? [] : own + outside), isRestriction: true)
  }

  /// “Use on television and radio”, “Available worldwide”: a line that names nothing but what is granted.
  func named(_ limits: [Tag]) -> Rules? {
    guard let first = tags.first(where: { !$0.means(.restriction) && !$0.means(.time(.lasting)) }),
      first.action == .use,
      !hasDuty, !limits.isEmpty,
      tags.allSatisfy({
        $0.action == .use || isLimit($0) || $0.isSmall || $0.means(.restriction) || $0.means(.including)
          || $0.means(.time(.within)) || $0.means(.time(.lasting))
      }),
      reading.tokens[span.lower..<span.upper].count(where: { $0.kind == .word }) <= Self.longestLine
    else { return nil }
    let granted = limits.flatMap(\.constraints)
    return Rules(
      clauses: granted.flatMap { make(.permit, [Item(action: .use)], condition: .none, shared: [$0]) },
      isRestriction: true)
  }

  /// A line of restrictions is no sentence.
  private static let longestLine = 12

  private func isLimit(_ tag: Tag) -> Bool {
    tag.constraints.contains { $0.kind == .channel || $0.kind == .territory }
  }

}
