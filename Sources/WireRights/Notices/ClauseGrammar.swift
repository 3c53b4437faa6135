/// Reads the rules of one span: what is prohibited or permitted, under which condition, within which limits.
struct ClauseGrammar {
  let reading: Reading
  let span: Span

  /// Rules, and whether they are worded as an instruction to editors rather than as general terms.
  struct Rules {
    var clauses: [Clause] = []
    var isRestriction = false
  }

  /// An action with the limits that stand with it alone.
  struct Item: Equatable {
    var action: Action
    var constraints: [Constraint] = []
    var target: String?
  }

  var tags: [Tag] { span.tags }

  /// The rules of the span.
  func rules() -> Rules {
    let outs = outRules()
    guard outs.isEmpty else { return Rules(clauses: outs, isRestriction: true) }
    let limits = LimitGrammar(reading: reading, span: span).limits()
    let kept = kept(limits)
    var rules: Rules
    switch span.effect {
    case .prohibit: rules = prohibited()
    case .permit: rules = permitted()
    case .oblige, nil: rules = implied()
    }
    apply(kept.isEmpty ? limits : LimitGrammar.Limits(extent: limits.extent), to: &rules)
    rules.clauses = kept + rules.clauses
    return rules
  }

  /// Puts limits in numbers into prohibitions; beside permits, and where they stand alone, they prohibit what is beyond.
  func apply(_ limits: LimitGrammar.Limits, to rules: inout Rules) {
    let extent = limits.extent
    for index in rules.clauses.indices {
      let isPermit = rules.clauses[index].effect == .permit
      if let extent {
        rules.clauses[index].constraints.append(Constraint(.wordLimit, extent, isPermit ? .lteq : .gt))
      }
    }
    if let extent, span.has(.only) { bind(extent, in: &rules) }
    guard !limits.constraints.isEmpty else { return }
    if span.effect == .prohibit {
      let keeps = rules.clauses.contains { Self.isKeeping($0.action) }
      for index in rules.clauses.indices where rules.clauses[index].effect == .prohibit {
        // How long something may be kept limits no other act of the list.
        let isKept = Self.isKeeping(rules.clauses[index].action)
        rules.clauses[index].constraints += limits.constraints.filter {
          isKept || !keeps || !$0.value.hasPrefix("receipt+")
        }
      }
      rules.isRestriction = rules.isRestriction || span.has(.no) && !rules.clauses.isEmpty
      return
    }
    var items = span.effect == .permit ? items() : []
    if items.isEmpty { items = [Item(action: .use)] }
    let channels =
      span.effect == nil && !span.has(.only) ? sharedConstraints(isList: false, items: items) : []
    for limit in limits.constraints where limit.value != "systematic" {
      rules.clauses += make(.prohibit, items, condition: .none, shared: channels + [limit])
    }
    rules.isRestriction = rules.isRestriction || span.effect == nil
  }

  private static func isKeeping(_ action: Action) -> Bool { action == .archive || action == .cache }

  /// “Must delete all copies within 14 days”: what may not be kept any longer.
  func kept(_ limits: LimitGrammar.Limits) -> [Clause] {
    let periods = limits.constraints.filter { $0.kind == .timeAfter && $0.value.contains("+P") }
    guard !periods.isEmpty, let delete = tags.first(where: { $0.action == .delete }),
      !tags.contains(where: { $0.lower < delete.lower && ($0.isModal || $0.action == .archive) })
    else { return [] }
    return make(.prohibit, [Item(action: .archive)], condition: .none, shared: periods)
  }

  /// “May be taken over only up to 500 characters”: excerpts alone, and none that is longer.
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

  // MARK: Condition

  /// What would lift a prohibition that the span states.
  var lift: Condition {
    if span.has(.permission) { return span.has(.written) ? .withoutWrittenPermission : .withoutPermission }
    if hasAgreement { return .withoutAgreement }
    if span.has(.unauthorised) { return span.has(.written) ? .withoutWrittenPermission : .withoutPermission }
    if span.has(.unlicensed) { return .withoutAgreement }
    if span.has(.beyond) { return .beyondScope }
    return .none
  }

  /// Whether an agreement would lift the prohibition, and is not what prohibits: “this licence does not allow sales”.
  private var hasAgreement: Bool {
    guard let effect = tags.first(where: { $0.means(.prohibitNext) }) else { return span.has(.agreement) }
    return tags.contains { tag in
      tag.means(.agreement)
        && (tag.lower >= effect.upper
          || tags.contains {
            $0.upper <= tag.lower && ($0.means(.without) || $0.means(.unless) || $0.means(.beyond))
          })
    }
  }

  static func isManner(_ duty: Duty.Kind) -> Bool {
    [.unaltered, .accurateContext, .keepLogo, .noAds, .noCharge].contains(duty)
  }

  var hasDuty: Bool { tags.contains { !$0.duties.isEmpty && !reading.isRequested($0, among: tags) } }

  // MARK: Prohibitions

  func prohibited() -> Rules {
    // “May not be used without naming the source” permits, if the source is named.
    if lift == .none, hasDuty, span.has(.without), !span.has(.no) {
      return Rules(clauses: make(.permit, items(), condition: .ifDutiesMet))
    }
    // “Must not be used in a misleading context” is a duty.
    if lift == .none, tags.contains(where: { $0.duties.contains(where: Self.isManner) }) { return Rules() }
    var rules = Rules()
    let effect = tags.first { $0.means(.no) || $0.means(.prohibitNext) || $0.means(.prohibit) }
    let isList = span.has(.no) && !span.has(.permitNext) && !span.has(.permit)
    var items = isList ? listItems(after: listStart(effect)) : items()
    if isList, items.isEmpty, let effect, effect.action != nil { items = listItems(after: effect.lower) }
    if items.isEmpty, span.has(.prohibitAlso), tags.contains(where: { !$0.constraints.isEmpty }) {
      items = [Item(action: .use)]
    }
    let condition = lift
    let shared = sharedConstraints(isList: isList, items: items)
    rules.clauses = make(.prohibit, items, condition: condition, shared: shared)
    rules.isRestriction =
      isList
      && rules.clauses.contains {
        [.resell, .archive].contains($0.action)
          || !$0.constraints.isEmpty
            && !$0.constraints.contains(where: Self.isOfTerms)
      }
    if condition == .none, isInCapitals || isAllTerms,
      rules.clauses.contains(where: { $0.constraints.contains(where: Self.isPlace) })
    {
      rules.isRestriction = true
    }
    if span.has(.exemption) { rules.clauses += exemption(items) }
    return rules
  }

  /// Where the list that “no” governs starts: with the phrase itself where that names what is prohibited, too.
  private func listStart(_ effect: Tag?) -> Int {
    guard let effect else { return span.lower }
    let isNoun = effect.action.map { $0 != .use } ?? !effect.constraints.isEmpty
    return isNoun ? effect.lower : effect.upper
  }

  /// Whether a limit is one of general terms rather than of a note to editors.
  private static func isOfTerms(_ limit: Constraint) -> Bool {
    switch limit.kind {
    case .purpose: ["commercial", "personal", "ai-training"].contains(limit.value)
    case .count: limit.value == "systematic"
    default: false
    }
  }

  /// “Apart from any fair dealing for study”: what the exception permits.
  func exemption(_ items: [Item]) -> [Clause] {
    guard let tag = span.first(.exemption) else { return [] }
    let limits = constraints(tags.filter { $0.lower >= tag.lower && $0.lower < tag.upper + 12 }, .eq)
    return items.isEmpty || limits.isEmpty ? [] : make(.permit, items, condition: .none, shared: limits)
  }

  // MARK: Permits

  func permitted() -> Rules {
    let items = items()
    let isBound = span.has(.only) || span.has(.provided)
    let lift = lift
    let limits = tags.filter { !$0.constraints.isEmpty }
    // “Only with permission” prohibits; “without permission or charge” permits.
    if span.has(.permission) || span.has(.agreement), !span.has(.without) || span.has(.only) {
      return Rules(
        clauses: make(
          .prohibit, items, condition: lift, shared: sharedConstraints(isList: false, items: items)))
    }
    if span.has(.beyond) {
      return Rules(clauses: make(.prohibit, items, condition: .beyondScope))
    }
    if isBound, hasDuty {
      let others = purposesBound
      return Rules(
        clauses: make(
          .permit, items, condition: .ifDutiesMet, shared: sharedConstraints(isList: false, items: items))
          + (others.isEmpty ? [] : make(.prohibit, items, condition: .none, shared: others)))
    }
    if span.has(.only), !limits.isEmpty {
      let bound = bound(limits)
      let shared = constraints(ofSubject(limits, before: bound), .eq) + constraints(bound, .neq)
      return Rules(
        clauses: make(
          .prohibit, items.isEmpty ? [Item(action: .use)] : items, condition: .none, shared: shared),
        isRestriction: isEditorial(shared))
    }
    // What “only” binds was not understood: a permit would say too much.
    if span.has(.only), !span.has(.free), span.first(.except) == nil { return Rules() }
    if let except = span.first(.except) {
      let inside = constraints(limits.filter { $0.lower >= except.upper }, .eq)
      guard !inside.isEmpty else { return Rules(clauses: make(.permit, items, condition: .none)) }
      let outside = inside.map { Constraint($0.kind, $0.value, .neq) }
      let base = items.isEmpty ? [Item(action: .use)] : items
      return Rules(
        clauses: make(.permit, base, condition: .none, shared: outside)
          + make(.prohibit, base, condition: .none, shared: inside), isRestriction: true)
    }
    let isPurpose = limits.contains(where: isGrant)
    guard !items.isEmpty || isPurpose || span.has(.free), isDirect else { return Rules() }
    return Rules(
      clauses: make(
        .permit, items.isEmpty ? [Item(action: .use)] : items, condition: hasDuty ? .ifDutiesMet : .none,
        shared: sharedConstraints(isList: false, items: items)))
  }

  /// Whether a limit without an act still says what is granted; a medium does only right behind the effect.
  private func isGrant(_ limit: Tag) -> Bool {
    limit.constraints.contains {
      switch $0.kind {
      case .recipient: false
      case .channel:
        tags.contains { ($0.means(.permitNext) || $0.means(.permit)) && limit.lower - $0.upper <= 1 }
      default: true
      }
    }
  }

  /// Whether what is permitted follows at once: “you may order copies” permits ordering, and no copying.
  var isDirect: Bool {
    guard let effect = tags.first(where: { $0.means(.permitNext) }),
      let next = tags.first(where: {
        $0.lower >= effect.upper && ($0.action != nil || !$0.constraints.isEmpty)
      })
    else { return true }
    let between = tags.filter { $0.lower >= effect.upper && $0.upper <= next.lower }
    let covered = between.reduce(0) { $0 + $1.upper - $1.lower }
    return next.lower - effect.upper - covered <= 2
  }

  /// What “only” binds: what goes before it, else what follows.
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
    return before
  }

  /// The purposes that “only” names at once: “only for editorial purposes and with the source named”.
  private var purposesBound: [Constraint] {
    guard let only = span.first(.only) else { return [] }
    let purposes = tags.filter { tag in
      (0...2).contains(tag.lower - only.upper) && tag.constraints.contains { $0.kind == .purpose }
    }
    return constraints(purposes, .neq)
  }

  /// The limits of the act that is spoken of, where “only” binds others: “broadcasting on radio is only permitted to
  /// subscribers”.
  private func ofSubject(_ limits: [Tag], before bound: [Tag]) -> [Tag] {
    guard let first = bound.first else { return [] }
    return limits.filter { limit in
      limit.upper <= first.lower && !bound.contains { $0.lower == limit.lower }
        && tags.contains { $0.action != nil && (0...2).contains(limit.lower - $0.upper) }
    }
  }

  /// Where what “only” binds may start: behind the words of effect, as in “is only permitted to subscribers”.
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
    "personal", "noncommercial", "private-study", "research", "educational", "in-house",
  ]

  func make(
    _ effect: Effect, _ items: [Item], condition: Condition, shared: [Constraint] = []
  ) -> [Clause] {
    let evidence = reading.range(span.lower, span.upper)
    let targets = targets
    let uses = items.filter { ![.remove, .delete, .replace, .stopUse].contains($0.action) }
    return uses.flatMap { item in
      let (action, constraints) = Self.plain(
        item.action, Self.merged(item.constraints + shared), isAlone: uses.count == 1)
      let limits = effect == .prohibit ? Self.apart(constraints) : [constraints]
      return (item.target.map { [$0] } ?? targets).flatMap { target in
        limits.map {
          Clause(effect, action, condition: condition, constraints: $0, target: target, evidence: evidence)
        }
      }
    }
  }

  /// The limits of a prohibition, of which it holds outside of each: “for print in Canada only” shuts out both what is
  /// not print and what is not in Canada.
  private static func apart(_ constraints: [Constraint]) -> [[Constraint]] {
    let shut = constraints.filter { $0.comparison == .neq }
    guard shut.count > 1 else { return [constraints] }
    return shut.map { one in constraints.filter { $0.comparison != .neq || $0 == one } }
  }

  /// An act without limits that its name says already: “broadcast on radio or television”, “use for AI training”.
  static func plain(
    _ action: Action, _ constraints: [Constraint], isAlone: Bool
  ) -> (Action, [Constraint]) {
    let training = Constraint(.purpose, "ai-training")
    if action == .use, isAlone, constraints.contains(training) {
      return (.trainAI, constraints.filter { $0 != training })
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

  /// Whether a limit names nothing but television and radio.
  private static func isOnAir(_ limit: Constraint) -> Bool {
    limit.kind == .channel && limit.comparison == .eq
      && limit.members.allSatisfy { ["tv", "radio", "broadcast"].contains($0) }
  }

  /// The parts of the material that the span is about, of which a list names several: “text and pictures”; one nil
  /// stands for everything.
  var targets: [String?] {
    var result: [String] = []
    var last: Tag?
    for tag in tags {
      if tag.means(.provided), !result.isEmpty || span.effect != nil || hasAction(before: tag) { break }
      // “With a link to the original text”: what a duty names is no part of what the rule is about.
      if !tag.duties.isEmpty, hasAction(before: tag) { break }
      guard let target = tag.target, !isExample(tag) else { continue }
      // “Materials and photographs” are everything.
      if tags.contains(where: { $0.means(Concept.DiscourseWord.matter) && isJoined($0, tag) }) { break }
      if let last, !isListed(last, tag) { break }
      if !result.contains(target) { result.append(target) }
      last = tag
    }
    // “Photos, videos or any other content” is all of it.
    if let last, result.count > 1, tags.contains(where: { isRest($0, after: last) }) { return [nil] }
    return result.isEmpty ? [nil] : result
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

  private func isExample(_ tag: Tag) -> Bool {
    tags.contains { $0.means(.including) && $0.upper <= tag.lower && tag.lower - $0.upper <= 4 }
  }

  /// Whether two nouns stand in one list: no more than a comma and small words without “of” part them.
  private func isListed(_ first: Tag, _ second: Tag) -> Bool {
    (1...3).contains(second.lower - first.upper)
      && !tags.contains { $0.lower >= first.upper && $0.upper <= second.lower && !isSmall($0) }
  }

  /// Whether two nouns stand in one list that “and” or a comma parts.
  private func isJoined(_ first: Tag, _ second: Tag) -> Bool {
    first.target == nil && first.upper < second.lower && isListed(first, second)
      && isParted(first.upper, second.lower)
  }

  private func isSmall(_ tag: Tag) -> Bool {
    tag.means(.joint) || tag.means(.article) || tag.means(.determiner)
  }
}
