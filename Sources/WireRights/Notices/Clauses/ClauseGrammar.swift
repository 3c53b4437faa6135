/// Reads the rules of one span: what is prohibited or permitted, under which condition, within which limits.
struct ClauseGrammar {
  let reading: Reading
  let span: Span

  /// Rules, and whether they are worded as an instruction to editors rather than as general terms.
  struct Rules {
    var clauses: [Clause] = []
    var isRestriction = false
  }

  /// An action with the limits that apply to it alone.
  struct Item: Equatable {
    var action: Action
    var constraints: [Constraint] = []
    /// The parts of the material that it is about, if these are not those of the span; a single nil is everything.
    var targets: [String?]?
  }

  var tags: [Tag] { span.tags }

  /// The rules of the span.
  func rules() -> Rules {
    let outs = outRules()
    guard outs.isEmpty else { return Rules(clauses: outs, isRestriction: true) }
    if let lapsed = lapsed() { return lapsed }
    let limits = LimitGrammar(reading: reading, span: span).limits()
    let kept = kept(limits)
    var rules: Rules
    switch span.effect {
    case .prohibit: rules = prohibited()
    case .permit:
      rules = permitted()
      if rules.clauses.contains(where: { $0.effect == .permit }) { rules.clauses += partsLeftOut() }
    case .oblige, nil:
      rules = implied()
      if !rules.clauses.isEmpty, span.has(.exemption) { rules.clauses += exemption(items()) }
    }
    apply(kept.isEmpty ? limits : LimitGrammar.Limits(extent: limits.extent), to: &rules)
    rules.clauses = kept + rules.clauses
    // What may be kept or used up to a time must be removed then.
    let isTimed = rules.clauses.contains { clause in
      clause.action == .archive || clause.constraints.contains { $0.kind == .timeAfter }
    }
    if !isTimed { rules.clauses += obligations() }
    return rules
  }

  /// Adds numeric limits to prohibitions; with permits, and alone, they prohibit whatever exceeds them.
  func apply(_ limits: LimitGrammar.Limits, to rules: inout Rules) {
    let extent = limits.extent
    for index in rules.clauses.indices {
      let isPermit = rules.clauses[index].effect == .permit
      if let extent {
        rules.clauses[index].constraints.append(Constraint(.wordLimit, extent, isPermit ? .lteq : .gt))
      }
    }
    if let extent, span.has(.only) { bind(extent, in: &rules) }
    // “Quotation limited to 50 words”
    if let extent, rules.clauses.isEmpty, span.has(Concept.TimeWord.upTo),
      items().contains(Item(action: .excerpt))
    {
      rules.clauses = make(.prohibit, [Item(action: .excerpt)], condition: .none)
      for index in rules.clauses.indices {
        rules.clauses[index].constraints.append(Constraint(.wordLimit, extent, .gt))
      }
    }
    guard !limits.constraints.isEmpty else { return }
    // “Use after 4 May requires our permission”
    let isAsked =
      span.effect == nil && span.has(.required) && rules.clauses.contains { $0.condition != .none }
    if span.effect == .prohibit || isAsked {
      let keeps = rules.clauses.contains { Self.isKeeping($0.action) }
      if keeps, limits.constraints.contains(where: \.isSinceReceipt), isPlaceOfKeeping {
        rules.clauses.removeAll { $0.action == .aggregate }
      }
      for index in rules.clauses.indices where rules.clauses[index].effect == .prohibit {
        // A limit on how long something may be kept applies to no other act of the list.
        let isKept = Self.isKeeping(rules.clauses[index].action)
        let action = rules.clauses[index].action
        rules.clauses[index].constraints += limits.constraints.filter {
          $0.isSystematic ? isSystematic(action) : isKept || !keeps || !$0.isSinceReceipt
        }
      }
      rules.isRestriction = rules.isRestriction || span.has(.no) && !rules.clauses.isEmpty
      return
    }
    var items = span.effect == .prohibit ? [] : items()
    if span.effect == nil, items.count > 1 || span.has(.required) { items = [] }
    if items.isEmpty {
      if span.effect == nil, isStory { return }
      items = [Item(action: .use)]
    }
    let channels =
      span.effect == nil && !span.has(.only) ? sharedConstraints(items: items) : []
    for limit in limits.constraints where !limit.isSystematic {
      rules.clauses += make(.prohibit, items, condition: .none, shared: channels + [limit])
    }
    rules.isRestriction = rules.isRestriction || span.effect == nil
  }

  /// Whether it names no act and is mostly other words, as stories are: “the harbour reopened after two days of storms”.
  private var isStory: Bool {
    !tags.contains { $0.action != nil || $0.target != nil || $0.means(.right) || $0.means(.only) }
      && (span.lower..<span.upper).count { index in
        reading.tokens[index].kind == .word && !reading.tokens[index].isCapitalised
          && !tags.contains { $0.lower <= index && index < $0.upper }
      } > 1
  }

  /// Whether “systematic” qualifies an act: in a list only the adjacent one if it is inside the list.
  private func isSystematic(_ action: Action) -> Bool {
    guard let word = tags.first(where: { $0.means(.time(.systematic)) }) else { return true }
    let acts = tags.filter { $0.action != nil }
    func isBeside(_ act: Tag) -> Bool { act.upper == word.lower || act.lower == word.upper }
    let isInside = acts.contains { $0.upper <= word.lower } && acts.contains { $0.lower >= word.upper }
    // “Mass copying, scraping or commercial use”: what programs do, and an act with another adjective, are apart.
    let isApart =
      Self.isMachine(action)
      || acts.contains { act in
        act.action == action && tags.contains { $0.upper == act.lower && !$0.constraints.isEmpty }
      }
    guard isInside || isApart && acts.contains(where: isBeside) else { return true }
    return acts.contains { $0.action == action && isBeside($0) }
  }

  static func isKeeping(_ action: Action) -> Bool { action == .archive || action == .cache }

  /// “Must delete all copies within 14 days”, “remove from websites after 30 days”: prohibitions of further keeping
  /// or use.
  func kept(_ limits: LimitGrammar.Limits) -> [Clause] {
    let periods = limits.constraints.filter { $0.kind == .timeAfter && $0.isPeriod }
    guard !periods.isEmpty,
      let delete = tags.first(where: { $0.action == .delete || $0.action == .remove }),
      !tags.contains(where: { $0.lower < delete.lower && ($0.isModal || $0.action == .archive) })
    else { return [] }
    let media = delete.action == .remove ? sharedConstraints(items: []) : []
    let act: Action = delete.action == .remove ? .use : .archive
    return make(.prohibit, [Item(action: act)], condition: .none, shared: media + periods)
  }

  /// “May be taken over only up to 500 characters”: only excerpts, up to that length.
  private func bind(_ extent: String, in rules: inout Rules) {
    for index in rules.clauses.indices where rules.clauses[index].effect == .permit {
      if [.publish, .use, .reproduce].contains(rules.clauses[index].action) {
        rules.clauses[index].action = .excerpt
      }
      var beyond = rules.clauses[index]
      beyond.effect = .prohibit
      beyond.condition = .none
      beyond.constraints.removeAll { $0.kind == .wordLimit }
      beyond.constraints.append(Constraint(.wordLimit, extent, .gt))
      rules.clauses.append(beyond)
    }
  }

  // MARK: Prohibitions

  func prohibited() -> Rules {
    // “May not be used without naming the source” permits, if the source is named.
    if lift == .none, hasDuty,
      span.has(.without) && (!span.has(.no) || span.has(.permitNext)) || isDutyLacking || isDutyExcepted
    {
      return Rules(clauses: make(.permit, items(), condition: .ifDutiesMet))
    }
    // “Must not be used in a misleading context” is a duty.
    if lift == .none, let manner = tags.first(where: isMannerOfAct) {
      return Rules(clauses: make(.prohibit, itemsListed(behind: manner), condition: .none))
    }
    var rules = Rules()
    let effect = tags.first { $0.means(.no) || $0.means(.prohibitNext) || $0.means(.prohibit) }
    let isList =
      span.has(.no) && !span.has(.permitNext) && !span.has(.permit) && !span.has(.prohibitNext)
      && !span.has(.prohibit)
    let listed = isList ? [] : itemsBehindColon
    var items = isList ? listItems(after: listStart(effect)) : listed.isEmpty ? items() : listed
    if isList, items.isEmpty, let effect, effect.action != nil { items = listItems(after: effect.lower) }
    let isLimited = tags.contains { !$0.constraints.isEmpty }
    if items.isEmpty, isUseInLimit || span.has(.prohibitAlso) && isLimited {
      items = [Item(action: .use)]
    }
    let condition = lift
    let shared = Self.merged(sharedConstraints(items: items, isList: isList || !listed.isEmpty) + doers)
    // “Not for distribution to wire services or dissemination in Norway”: the recipient limits one act, the place
    // the other.
    let isParted =
      isList && items.count > 1 && items.contains { $0.constraints.contains(where: Self.isReceiver) }
    let (received, others) = (
      items.filter { isParted && $0.constraints.contains(where: Self.isReceiver) }, items
    )
    rules.clauses =
      make(.prohibit, received, condition: condition, shared: shared.filter { $0.kind != .territory })
      + make(
        .prohibit, others.filter { !received.contains($0) }, condition: condition, shared: shared)
    rules.clauses = withMachinesBarred(rules.clauses)
    rules.isRestriction =
      isList
      && rules.clauses.contains {
        [.resell, .archive].contains($0.action)
          || !$0.constraints.isEmpty
            && !$0.constraints.contains(where: Self.isOfTerms)
      }
    // “No archiving permitted”
    if span.has(.no), span.has(.permit), isLine,
      rules.clauses.contains(where: { $0.action == .resell || $0.action == .archive })
    {
      rules.isRestriction = true
    }
    if condition == .none, isInCapitals || isAllTerms || isBrief,
      rules.clauses.contains(where: { $0.constraints.contains(where: Self.isPlace) })
    {
      rules.isRestriction = true
    }
    if span.has(.exemption) { rules.clauses += exemption(items) }
    rules.clauses += quotation()
    return rules
  }

  static func isReceiver(_ limit: Constraint) -> Bool { limit.kind == .recipient }

  /// Where the list that “no” governs starts: at the phrase itself if it also names what is prohibited.
  private func listStart(_ effect: Tag?) -> Int {
    guard let effect else { return span.lower }
    let isNoun = effect.action.map { $0 != .use } ?? !effect.constraints.isEmpty
    return isNoun ? effect.lower : effect.upper
  }

  /// Whether a limit is one of general terms rather than of a note to editors.
  static func isOfTerms(_ limit: Constraint) -> Bool {
    switch limit.kind {
    case .purpose: ["commercial", "personal", "ai-training"].contains(limit.value)
    case .count: limit.isSystematic
    default: false
    }
  }

  // MARK: Clauses

  /// The rules for the items, with the limits that apply to all of them.
  func ruling(_ effect: Effect, _ items: [Item], _ condition: Condition) -> Rules {
    Rules(clauses: make(effect, items, condition: condition, shared: sharedConstraints(items: items)))
  }

  func make(
    _ effect: Effect, _ items: [Item], condition: Condition, shared: [Constraint] = []
  ) -> [Clause] {
    let evidence = reading.range(span.lower, span.upper)
    let targets = targets
    let uses = items.filter { !Self.removals.contains($0.action) }
    return uses.flatMap { item in
      let (action, constraints) = Self.plain(
        item.action, Self.merged(item.constraints + shared), isAlone: uses.count == 1)
      let limits = effect == .prohibit ? Self.apart(constraints).flatMap(eachListed) : [constraints]
      return (item.targets ?? targets).flatMap { target in
        limits.map {
          Clause(effect, action, condition: condition, constraints: $0, target: target, evidence: evidence)
        }
      }
    }
  }

  /// The limits of a prohibition outside each of several limits: “for print in Canada only” prohibits both anything
  /// but print and anywhere but Canada.
  private static func apart(_ constraints: [Constraint]) -> [[Constraint]] {
    let shut = constraints.filter { $0.comparison == .neq }
    guard shut.count > 1 else { return [constraints] }
    return shut.map { one in constraints.filter { $0.comparison != .neq || $0 == one } }
  }

  /// An act without limits that its name already implies: “broadcast on radio or television”, “use for AI training”.
  static func plain(
    _ action: Action, _ constraints: [Constraint], isAlone: Bool
  ) -> (Action, [Constraint]) {
    let training = Constraint(.purpose, "ai-training")
    if action == .use, isAlone, constraints.contains(training) {
      return (.trainAI, constraints.filter { $0 != training })
    }
    // “Indexing by search engines is allowed”
    let search = Constraint(.purpose, "search-indexing")
    if action == .use, constraints.contains(search) { return (.index, constraints.filter { $0 != search }) }
    // Links and frames are always on the web.
    if action == .link || action == .frame || action == .index {
      return (action, constraints.filter { $0 != Constraint(.channel, "web") })
    }
    let isSent = action == .communicate && constraints.contains { isOnAir($0) }
    guard action == .broadcast || isSent else { return (action, constraints) }
    return (
      .broadcast,
      constraints.filter { limit in
        !(isOnAir(limit) && (limit.members.contains("broadcast") || limit.members.count > 1))
      }
    )
  }

  /// Whether a limit names only television and radio.
  private static func isOnAir(_ limit: Constraint) -> Bool {
    limit.kind == .channel && limit.comparison == .eq
      && limit.members.allSatisfy { ["tv", "radio", "broadcast"].contains($0) }
  }
}
