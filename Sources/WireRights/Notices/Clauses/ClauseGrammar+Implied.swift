/// Rules of spans without a word of effect: reservations, grants in telegraphic style, stand-alone conditions.
extension ClauseGrammar {
  /// The rules of spans whose effect is only implied; the first form that matches applies.
  func implied() -> Rules {
    let items = items()
    let limits = tags.filter { !$0.constraints.isEmpty }
    let shapes: [() -> Rules?] = [
      { reserved(items) }, { worldRights(limits) }, { excepted(limits) }, { notThere(limits) },
      { grantedRights() }, { asked(limits) }, { named(limits) }, { reservation(of: items) },
      { boundUnlessAgreed(items, limits) }, { onlyWithPermission(items, limits) }, { underContract(items) },
      { withinTerms(items) },
      { unlicensed(items) }, { onlyWithDuty(items, limits) }, { onlyWithin(limits, items) },
      { quotationWithDuty(items) }, { onlyByUsers() }, { onlyByParty(items) }, { free(items, limits) },
    ]
    for shape in shapes { if let rules = shape() { return rules } }
    return Rules()
  }

  /// “The right to translate is reserved”; changes that are reserved are those of whoever publishes: “Subject to
  /// change”, but not “the right to change the text is reserved”.
  private func reservation(of items: [Item]) -> Rules? {
    guard span.has(.reserve),
      items.contains(where: { ![.modify, .remove, .delete].contains($0.action) })
        || !items.isEmpty
          && tags.contains(where: { $0.means(.right) || $0.target != nil || $0.means(.works) })
    else { return nil }
    return ruling(.prohibit, items, lift == .none ? .withoutPermission : lift)
  }

  /// “Photographs require additional permission”, “reprints only with permission”; “for commercial purposes only
  /// with permission” names no act and so covers any use.
  private func onlyWithPermission(_ items: [Item], _ limits: [Tag]) -> Rules? {
    guard span.has(.permission) || namesAgreement else { return nil }
    let isAsked = span.has(.only) || span.has(.required) || span.has(.unless)
    let listed = span.has(.required) ? itemsBehindColon : []
    if !listed.isEmpty {
      let shared = sharedConstraints(items: listed, isList: true)
      return Rules(clauses: make(.prohibit, listed, condition: lift, shared: shared))
    }
    let isPurpose = limits.contains(where: \.hasPurpose)
    // “Sites that post our reports without permission are in breach of law” is not a line of terms.
    let isNamed = isAsked && tags.contains { $0.target != nil } || isMediumOnCondition(limits)
    guard !items.isEmpty || isPurpose || isNamed, isAsked || span.has(.without) && isLabelOfAct else {
      return nil
    }
    var rules = ruling(.prohibit, items.isEmpty ? [Item(action: .use)] : items, lift)
    rules.clauses += quotation()
    return rules
  }

  /// Whether “only” refers to a condition, rather than to the medium before it: “in print only with the consent of the
  /// editors”.
  func isMediumOnCondition(_ limits: [Tag]) -> Bool {
    guard let only = tags.first(where: { $0.means(.only) || $0.means(.unless) }), !isInCapitals,
      limits.contains(where: {
        $0.upper <= only.lower && $0.action == nil && $0.constraints.allSatisfy { $0.kind == .channel }
      })
    else { return false }
    func isCondition(_ tag: Tag) -> Bool {
      tag.means(.permission) || tag.means(.agreement) || !tag.duties.isEmpty
    }
    guard let condition = tags.first(where: { $0.lower >= only.lower && isCondition($0) }) else {
      return false
    }
    return !tags.contains { !$0.constraints.isEmpty && $0.lower >= only.lower && $0.upper <= condition.lower }
      && !(only.upper..<max(only.upper, condition.lower)).contains { reading.tokens[$0].kind == .mark }
  }

  /// “All use subject to contract”.
  private func underContract(_ items: [Item]) -> Rules? {
    guard !items.isEmpty, span.has(.agreement), span.has(.with), !hasDuty || !span.has(.free) else {
      return nil
    }
    return ruling(.prohibit, items, lift)
  }

  /// “Reproduction only in accordance with the terms of use”.
  private func withinTerms(_ items: [Item]) -> Rules? {
    guard !items.isEmpty, span.has(.only), span.has(.beyond) else { return nil }
    return Rules(clauses: make(.prohibit, items, condition: .beyondScope))
  }

  /// “Unauthorised copying”, “use by non-subscribers”.
  private func unlicensed(_ items: [Item]) -> Rules? {
    guard !items.isEmpty, span.has(.unlicensed) || isUnauthorisedLed else { return nil }
    return Rules(clauses: make(.prohibit, items, condition: lift))
  }

  /// “Reprints only with credit”; if “only” refers to a purpose, other purposes are prohibited.
  private func onlyWithDuty(_ items: [Item], _ limits: [Tag]) -> Rules? {
    guard hasDuty else { return nil }
    if items.isEmpty, isMediumOnCondition(limits) {
      return ruling(.permit, [Item(action: .use)], .ifDutiesMet)
    }
    guard span.has(.only), !items.isEmpty else { return nil }
    let others = purposesBound
    guard !others.isEmpty else { return Rules(clauses: make(.permit, items, condition: .ifDutiesMet)) }
    return Rules(
      clauses: make(.prohibit, items, condition: .none, shared: others), isRestriction: isEditorial(others))
  }

  /// “Online only”, “published for personal use only”: the latter says what the reader may do.
  private func onlyWithin(_ limits: [Tag], _ items: [Item]) -> Rules? {
    let bound = span.has(.only) ? bound(limits) : []
    guard !bound.isEmpty else { return nil }
    // “Access is for non-commercial use only”: the use is only a word of the purpose.
    let purposes = bound.flatMap(\.constraints)
    func isPurpose(_ item: Item) -> Bool {
      item.action == .use && !item.constraints.isEmpty && item.constraints.allSatisfy(purposes.contains)
    }
    let items = items.filter { !isGiving($0.action) && !isPurpose($0) }
    guard !items.isEmpty || isOfCopy else { return Rules() }
    let shared = ofSubject(limits) + beyond(bound.filter { !isOfSubject($0) })
    return Rules(
      clauses: make(
        .prohibit, items.isEmpty ? [Item(action: .use)] : items, condition: .none, shared: shared),
      isRestriction: isEditorial(shared))
  }

  /// “Quotation of up to 300 characters with a link to the source”.
  private func quotationWithDuty(_ items: [Item]) -> Rules? {
    guard hasDuty, !items.isEmpty, LimitGrammar(reading: reading, span: span).limits().extent != nil else {
      return nil
    }
    return Rules(clauses: make(.permit, items, condition: .ifDutiesMet))
  }

  /// “Subscribers only”.
  private func onlyByUsers() -> Rules? {
    let users = soleUsers
    guard !users.isEmpty else { return nil }
    return Rules(
      clauses: make(.prohibit, [Item(action: .use)], condition: .none, shared: users), isRestriction: true)
  }

  /// “Use only by Harbour Press”.
  private func onlyByParty(_ items: [Item]) -> Rules? {
    guard let party = reservedFor, !items.isEmpty else { return nil }
    return Rules(clauses: make(.prohibit, items, condition: .none, shared: [party]))
  }

  /// “Free for editorial use”, “Republish our stories”.
  private func free(_ items: [Item], _ limits: [Tag]) -> Rules? {
    guard span.has(.free) || isInvitation else { return nil }
    return barring(items, limits)
      ?? ruling(.permit, items.isEmpty ? [Item(action: .use)] : items, hasDuty ? .ifDutiesMet : .none)
  }

  /// Whether it names the material, or contains little but terms: “clients in Norway only”, but not “the network is
  /// only for people who look for work”.
  private var isOfCopy: Bool {
    if tags.contains(where: {
      $0.means(Concept.DiscourseWord.matter) || $0.target != nil || $0.means(.works) || $0.means(.restriction)
        || $0.means(.mandatoryCredit)
    }) {
      return true
    }
    // “LOW WATER PRESS KIT: Editorial use only”: a label counts for nothing.
    let limit = max(span.lower, tags.first { !$0.constraints.isEmpty }?.lower ?? span.lower)
    let label = reading.tokens[span.lower..<limit].lastIndex { $0.isMark(":") }
    let words = reading.tokens[(label ?? span.lower)..<span.upper].count { $0.kind == .word }
    return tags.reduce(0) { $0 + $1.upper - $1.lower } * 2 >= words
  }

  /// Whether it is an invitation to publish the speaker's material: “Republish our work any time”, “Reprint our
  /// stories”.
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

  /// Whether it is about unauthorised acts, and not only as the object of another act: “chase unauthorised use of
  /// our pictures”.
  private var isUnauthorisedLed: Bool {
    guard let word = tags.first(where: { $0.means(.unauthorised) }) else { return false }
    return isLabelOfAct || reading.isCovered(span.lower..<word.lower, by: tags)
  }

  /// Whether it starts with an act, or is a line of a few words.
  private var isLabelOfAct: Bool {
    tags.first { !$0.isSmall }.map { $0.action != nil && $0.lower <= span.lower + 1 } ?? false
      || reading.tokens[span.lower..<span.upper].count { $0.kind == .word } <= Self.longestLine
  }

  /// Whether it is an act of the holder: “our reports are distributed for …”.
  private func isGiving(_ action: Action) -> Bool {
    guard [.publish, .distribute, .communicate].contains(action),
      let act = tags.first(where: { $0.action == action }),
      let matter = tags.last(where: { $0.upper <= act.lower && !$0.isSmall })
    else { return false }
    return (1...2).contains(act.lower - matter.upper)
      && (matter.means(Concept.DiscourseWord.matter) || matter.means(Concept.HolderWord.matter)
        || matter.target != nil || matter.means(.works))
  }

  /// The limits before “used by”, if “only” refers to the name after it: “INTERNET USED BY SUBSCRIBERS ONLY”.
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

  /// “Use only by Harbour Press”: everybody except the named party.
  private var reservedFor: Constraint? {
    guard let only = span.first(.only), only.upper < span.upper else { return nil }
    let next = tags.first { $0.lower >= only.upper }
    let start = next.map { $0.lower == only.upper && $0.isSmall ? $0.upper : only.upper } ?? only.upper
    guard start < span.upper, reading.tokens[start].isCapitalised, !reading.tokens[start].isUpper else {
      return nil
    }
    return party(from: start, to: span.upper).map { Constraint($0.kind, $0.value, .neq) }
  }

  /// The prohibition of a clause that goes on from the rule before it: “the text may be reprinted, but photographs may
  /// not”, “libraries may copy it, but schools may not”, “search engines may index it, but AI crawlers may not”, “may be
  /// republished online, not in print”.
  func ellipsis(after previous: [Clause]) -> [Clause] {
    // “May be used once” permits by what it prohibits.
    let permitted = previous.filter { rule in
      rule.effect == .permit || rule.condition == .none && rule.constraints.contains { $0.comparison == .gt }
    }.map(\.action)
    let lead = tags.first { !$0.isSmall && !($0.means(.but) && !$0.denies) && $0.target == nil }
    let isDenial =
      !permitted.isEmpty && lead.map { $0.means(Concept.EffectWord.not) && $0.action == nil } ?? false
    let isBroken = span.effect == .prohibit && Span.leavesOutAct(tags)
    let isBeyond = span.effect == .prohibit && span.has(.beyond)
    guard isDenial || isBroken || isBeyond else { return [] }
    let named = tags.compactMap(\.action)
    // What machines do names them: “crawlers”.
    guard isDenial || named.allSatisfy(Self.isMachine) else { return [] }
    let hasTarget = tags.contains { $0.target != nil }
    var limits: [Constraint] = []
    if isDenial {
      limits = constraints(tags.filter { !$0.constraints.isEmpty }, span.has(.except) ? .neq : .eq)
    } else if isBroken, !hasTarget {
      limits = tags.filter(Span.isParty).flatMap(\.constraints)
    }
    guard hasTarget || !limits.isEmpty || !named.isEmpty && !isBeyond else { return [] }
    var acts = named.isEmpty ? permitted : named
    if acts.isEmpty, isBeyond { acts = [.use] }
    return make(
      .prohibit, deduplicated(acts.map { Item(action: $0) }),
      condition: isBeyond ? .beyondScope : .none, shared: limits)
  }

  /// “All rights reserved, including those for data mining”: the rights that the formula names.
  func reserved(_ items: [Item]) -> Rules? {
    guard let formula = tags.first(where: { $0.means(.formula) }),
      let including = tags.first(where: { $0.means(.including) && $0.lower >= formula.upper }),
      including.lower - formula.upper <= 2, !items.isEmpty
    else { return nil }
    return Rules(clauses: make(.prohibit, items, condition: .withoutPermission))
  }
}
