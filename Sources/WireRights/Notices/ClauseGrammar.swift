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

  private var tags: [Tag] { span.tags }

  /// The rules of the span.
  func rules() -> Rules {
    let outs = outRules()
    guard outs.isEmpty else { return Rules(clauses: outs, isRestriction: true) }
    let limits = LimitGrammar(reading: reading, span: span).limits()
    var rules: Rules
    switch span.effect {
    case .prohibit: rules = prohibited()
    case .permit: rules = permitted()
    case .oblige, nil: rules = implied()
    }
    apply(limits, to: &rules)
    return rules
  }

  /// Puts limits in numbers into prohibitions; beside permits, and where they stand alone, they prohibit what is beyond.
  private func apply(_ limits: LimitGrammar.Limits, to rules: inout Rules) {
    let extent = limits.extent
    for index in rules.clauses.indices {
      let isPermit = rules.clauses[index].effect == .permit
      if let extent {
        rules.clauses[index].constraints.append(Constraint(.wordLimit, extent, isPermit ? .lteq : .gt))
      }
    }
    guard !limits.constraints.isEmpty else { return }
    if span.effect == .prohibit {
      for index in rules.clauses.indices where rules.clauses[index].effect == .prohibit {
        rules.clauses[index].constraints += limits.constraints
      }
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

  // MARK: Condition

  /// What would lift a prohibition that the span states.
  var lift: Condition {
    if span.has(.permission) { return span.has(.written) ? .withoutWrittenPermission : .withoutPermission }
    if span.has(.agreement) { return .withoutAgreement }
    if span.has(.unauthorised) { return span.has(.written) ? .withoutWrittenPermission : .withoutPermission }
    if span.has(.unlicensed) { return .withoutAgreement }
    if span.has(.beyond) { return .beyondScope }
    return .none
  }

  private static func isManner(_ duty: Duty.Kind) -> Bool {
    [.unaltered, .accurateContext, .keepLogo, .noAds, .noCharge].contains(duty)
  }

  private var hasDuty: Bool { tags.contains { !$0.duties.isEmpty } }

  // MARK: Prohibitions

  private func prohibited() -> Rules {
    // “May not be used without naming the source” permits, if the source is named.
    if lift == .none, hasDuty, span.has(.without), !span.has(.no) {
      return Rules(clauses: make(.permit, items(), condition: .ifDutiesMet))
    }
    // “Must not be used in a misleading context” is a duty.
    if lift == .none, tags.contains(where: { $0.duties.contains(where: Self.isManner) }) { return Rules() }
    var rules = Rules()
    let effect = tags.first { $0.means(.no) || $0.means(.prohibitNext) || $0.means(.prohibit) }
    let isList = span.has(.no) && !span.has(.permitNext) && !span.has(.permit)
    var items = isList ? listItems(after: effect?.upper ?? span.lower) : items()
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
            && !$0.constraints.contains {
              $0.kind == .purpose && ["commercial", "personal"].contains($0.value)
            }
      }
    if span.has(.exemption) { rules.clauses += exemption(items) }
    return rules
  }

  /// “Apart from any fair dealing for study”: what the exception permits.
  private func exemption(_ items: [Item]) -> [Clause] {
    guard let tag = span.first(.exemption) else { return [] }
    let limits = constraints(tags.filter { $0.lower >= tag.lower && $0.lower < tag.upper + 12 }, .eq)
    return items.isEmpty || limits.isEmpty ? [] : make(.permit, items, condition: .none, shared: limits)
  }

  // MARK: Permits

  private func permitted() -> Rules {
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
      return Rules(
        clauses: make(
          .permit, items, condition: .ifDutiesMet, shared: sharedConstraints(isList: false, items: items)))
    }
    if span.has(.only), !limits.isEmpty {
      let shared = constraints(limits, .neq)
      return Rules(
        clauses: make(
          .prohibit, items.isEmpty ? [Item(action: .use)] : items, condition: .none, shared: shared),
        isRestriction: isEditorial(shared))
    }
    if let except = span.first(.except) {
      let inside = constraints(limits.filter { $0.lower >= except.upper }, .eq)
      guard !inside.isEmpty else { return Rules(clauses: make(.permit, items, condition: .none)) }
      let outside = inside.map { Constraint($0.kind, $0.value, .neq) }
      let base = items.isEmpty ? [Item(action: .use)] : items
      return Rules(
        clauses: make(.permit, base, condition: .none, shared: outside)
          + make(.prohibit, base, condition: .none, shared: inside), isRestriction: true)
    }
    let isPurpose = limits.contains { $0.constraints.contains { $0.kind != .recipient } }
    guard !items.isEmpty || isPurpose || span.has(.free), isDirect else { return Rules() }
    return Rules(
      clauses: make(
        .permit, items.isEmpty ? [Item(action: .use)] : items, condition: hasDuty ? .ifDutiesMet : .none,
        shared: sharedConstraints(isList: false, items: items)))
  }

  /// Whether what is permitted follows at once: “you may order copies” permits ordering, and no copying.
  private var isDirect: Bool {
    guard let effect = tags.first(where: { $0.means(.permitNext) }),
      let next = tags.first(where: {
        $0.lower >= effect.upper && ($0.action != nil || !$0.constraints.isEmpty)
      })
    else { return true }
    let between = tags.filter { $0.lower >= effect.upper && $0.upper <= next.lower }
    let covered = between.reduce(0) { $0 + $1.upper - $1.lower }
    return next.lower - effect.upper - covered <= 2
  }

  // MARK: Without an effect word

  /// Shapes in which the effect is only implied.
  private func implied() -> Rules {
    let items = items()
    let limits = tags.filter { !$0.constraints.isEmpty }
    if let rules = worldRights(limits) { return rules }
    if span.has(.reserve), !items.isEmpty {
      return Rules(
        clauses: make(
          .prohibit, items, condition: lift == .none ? .withoutPermission : lift,
          shared: sharedConstraints(isList: false, items: items)))
    }
    if !items.isEmpty, span.has(.permission) || span.has(.agreement) {
      if span.has(.only) || span.has(.required) || span.has(.without) || span.has(.unless) {
        return Rules(
          clauses: make(
            .prohibit, items, condition: lift, shared: sharedConstraints(isList: false, items: items)))
      }
    }
    // “All use subject to contract”
    if !items.isEmpty, span.has(.agreement), span.has(.with), !hasDuty {
      return Rules(clauses: make(.prohibit, items, condition: lift))
    }
    if !items.isEmpty, span.has(.unauthorised) || span.has(.unlicensed) {
      return Rules(clauses: make(.prohibit, items, condition: lift))
    }
    if span.has(.only), hasDuty, !items.isEmpty {
      return Rules(clauses: make(.permit, items, condition: .ifDutiesMet))
    }
    if span.has(.only), !limits.isEmpty {
      let shared = constraints(limits, .neq)
      return Rules(
        clauses: make(
          .prohibit, items.isEmpty ? [Item(action: .use)] : items, condition: .none, shared: shared),
        isRestriction: isEditorial(shared))
    }
    if span.has(.free), !items.isEmpty || !limits.isEmpty {
      return Rules(
        clauses: make(
          .permit, items.isEmpty ? [Item(action: .use)] : items, condition: hasDuty ? .ifDutiesMet : .none,
          shared: constraints(limits, .eq)))
    }
    return Rules()
  }

  /// “World rights except Italy”
  private func worldRights(_ limits: [Tag]) -> Rules? {
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

  private func isEditorial(_ constraints: [Constraint]) -> Bool {
    let isPrivate = constraints.contains { $0.kind == .purpose && $0.members.contains("personal") }
    return !isPrivate
      && constraints.contains { constraint in
        constraint.kind != .purpose
          || !constraint.members.contains { ["personal", "noncommercial", "private-study"].contains($0) }
      }
  }

  /// “CHINA OUT”, “MAGS OUT, NO TV”: whoever and whatever is named before is shut out.
  private func outRules() -> [Clause] {
    var clauses: [Clause] = []
    var start = span.lower
    for out in tags where out.means(.out) {
      var named = tags.filter { $0.lower >= start && $0.lower < out.lower }.flatMap(\.constraints)
      if named.isEmpty, let party = party(from: start, to: out.lower) { named = [party] }
      let after = tags.filter { $0.lower >= out.upper }.flatMap(\.constraints)
      let places = after.filter { $0.kind == .territory }
      if named.isEmpty {
        named = start == span.lower ? after : []
      } else if out.upper < span.upper, named.allSatisfy({ $0.kind != .territory }), !places.isEmpty {
        // “Local stations out in Norway”: a medium, in a place.
        clauses += named.map { out in
          Clause(
            .prohibit, .use, constraints: [out] + places, evidence: reading.range(span.lower, span.upper))
        }
        return clauses
      }
      clauses += named.map {
        Clause(.prohibit, .use, constraints: [$0], evidence: reading.range(span.lower, span.upper))
      }
      start = out.upper
    }
    return clauses
  }

  /// Somebody named in capitals, who is no word of any list: “NO ACCESS BBC”.
  private func party(from lower: Int, to upper: Int) -> Constraint? {
    var words: [String] = []
    for index in lower..<max(lower, upper) {
      let token = reading.tokens[index]
      guard token.kind == .word, token.isCapitalised,
        !tags.contains(where: { $0.lower <= index && index < $0.upper })
      else {
        if words.isEmpty { continue }
        break
      }
      let word = reading.list.word(index)
      words.append(token.isUpper ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst())
    }
    guard (1...4).contains(words.count) else { return nil }
    return Constraint(.recipient, words.joined(separator: " "))
  }

  // MARK: Actions and limits

  /// The actions that the effect is about.
  private func items() -> [Item] {
    let effect = tags.firstIndex {
      $0.means(.prohibitNext) || $0.means(.prohibitAlso) || $0.means(.permitNext)
    }
    let predicate = tags.firstIndex { $0.means(.prohibit) || $0.means(.permit) }
    let isPeriod = tags.contains {
      $0.means(.time(.day)) || $0.means(.time(.hourUnit)) || $0.means(.time(.monthUnit))
    }
    let acts = tags.indices.filter { tags[$0].action != nil && !(isPeriod && tags[$0].isBase) }
    var chosen = acts
    if let effect {
      let after = acts.filter { $0 >= effect }
      chosen = after.isEmpty && lift != .none ? acts : after
    } else if let predicate {
      let before = acts.filter { $0 <= predicate }
      chosen = before.isEmpty ? acts : before
    }
    if let first = chosen.first,
      let condition = tags.indices.first(where: { $0 > first && endsList(tags[$0]) })
    {
      chosen = chosen.filter { $0 < condition }
    }
    let isAlone = chosen.count == 1
    return deduplicated(
      withoutMeans(chosen).map {
        Item(action: tags[$0].action ?? .use, constraints: own(tags[$0], isAlone: isAlone), target: nil)
      })
  }

  /// Without “use” where it only says what the use is for: “used to train”, “use of content for data mining”.
  private func withoutMeans(_ chosen: [Int]) -> [Int] {
    let isLimited = tags.contains { $0.constraints.contains { $0.value == "ai-training" } }
    return chosen.indices.filter { place in
      let tag = tags[chosen[place]]
      guard tag.action == .use, place + 1 < chosen.count else { return true }
      let rest = chosen[(place + 1)...].map { tags[$0] }
      if !isLimited, rest.contains(where: { Self.isMachine($0.action) }) { return false }
      guard let next = rest.first, next.lower > tag.upper, next.lower - tag.upper <= 1 else { return true }
      return !tags.contains { $0.lower == tag.upper && ($0.means(.by) || $0.means(.from) || $0.means(.link)) }
        || reading.list.isJoint(tag.upper)
    }.map { chosen[$0] }
  }

  private static func isMachine(_ action: Action?) -> Bool {
    switch action {
    case .tdm, .scrape, .trainAI, .aiInput: true
    default: false
    }
  }

  /// The limits that a phrase for an action brings along.
  private func own(_ tag: Tag, isAlone: Bool) -> [Constraint] {
    guard !isAlone else { return tag.constraints }
    let modifiers = tags.filter { modifies($0, tag) || tag.action == .use && follows($0, tag) }
    return tag.constraints + modifiers.flatMap(\.constraints)
  }

  /// Whether a purpose follows “used” at once, so that it limits no other action: “edited or used for sales”.
  private func isOwnPurpose(_ tag: Tag, _ items: [Item]) -> Bool {
    items.count > 1 && tags.contains { $0.action == .use && follows(tag, $0) || modifies(tag, $0) }
  }

  /// Whether a purpose stands right before an action: “commercially exploited”.
  private func modifies(_ purpose: Tag, _ action: Tag) -> Bool {
    action.action != nil && purpose.upper == action.lower && purpose.action == nil
      && purpose.constraints.contains { $0.kind == .purpose }
  }

  private func follows(_ purpose: Tag, _ use: Tag) -> Bool {
    purpose.constraints.contains { $0.kind == .purpose } && purpose.lower > use.upper
      && purpose.lower - use.upper <= 2 && isFor(purpose.lower)
  }

  /// Whether the list of actions ends with a tag: what comes after belongs to the condition.
  private func endsList(_ tag: Tag) -> Bool {
    tag.means(.without) || tag.means(.unless) || tag.means(.provided) || tag.means(.permission)
      || tag.means(.except) || tag.means(.beyond) || tag.means(.exemption)
  }

  /// The items of a list of nouns: “no resale, advertising or commercial use”.
  private func listItems(after start: Int) -> [Item] {
    var items: [Item] = []
    var modifiers: [Constraint] = []
    var pending: [[Constraint]] = []
    var last = start
    for tag in tags where tag.lower >= start {
      if endsList(tag) { break }
      let isNew = hasBreak(last, tag.lower)
      if let action = tag.action {
        if isNew, !modifiers.isEmpty { pending.append(modifiers); modifiers = [] }
        let own = modifiers + tag.constraints
        for group in pending { items.append(Item(action: action, constraints: group)) }
        pending = []
        items.append(Item(action: action, constraints: own))
        modifiers = []
      } else if tag.constraints.contains(where: { $0.kind == .purpose || $0.kind == .channel }) {
        if isNew, !modifiers.isEmpty { pending.append(modifiers); modifiers = [] }
        modifiers += tag.constraints.filter { $0.kind == .purpose || $0.kind == .channel }
      } else {
        continue
      }
      last = tag.upper
    }
    if !items.isEmpty, let first = trailingStart(from: start), isFor(first) {
      // “No sale for marketing or advertising campaigns”
      trailing(Self.merged(pending.flatMap { $0 } + modifiers), onto: &items)
      return deduplicated(withoutAllPurposes(items))
    }
    if !modifiers.isEmpty, items.isEmpty || tags.contains(where: { $0.means(.no) && $0.upper <= start }) {
      if items.isEmpty { pending.append(modifiers) } else { trailing(modifiers, onto: &items) }
    }
    for group in pending { items.append(Item(action: .use, constraints: group)) }
    if items.isEmpty, tags.contains(where: { $0.lower >= start && !$0.constraints.isEmpty }) {
      items = [Item(action: .use)]
    }
    if items.isEmpty, tags.contains(where: { $0.means(.no) && $0.action == .use }),
      let party = party(from: start, to: span.upper)
    {
      items = [Item(action: .use, constraints: [party])]
    }
    return deduplicated(withoutAllPurposes(items))
  }

  /// The first purpose or channel after the last action of a list.
  private func trailingStart(from start: Int) -> Int? {
    guard let last = tags.lastIndex(where: { $0.lower >= start && $0.action != nil }) else { return nil }
    return tags[(last + 1)...].first {
      $0.constraints.contains { $0.kind == .purpose || $0.kind == .channel }
    }?.lower
  }

  /// Whether a small word such as “for” goes before a token.
  private func isFor(_ index: Int) -> Bool {
    tags.contains { $0.upper == index && ($0.means(.link) || $0.means(.article)) }
  }

  /// A channel or purpose after the list holds for all of it.
  private func trailing(_ constraints: [Constraint], onto items: inout [Item]) {
    for index in items.indices where items[index].constraints.isEmpty {
      items[index].constraints = constraints
    }
  }

  /// “Commercial or editorial sales” are all sales.
  private func withoutAllPurposes(_ items: [Item]) -> [Item] {
    var items = items
    for item in items where item.constraints == [Constraint(.purpose, "editorial")] {
      let other = Item(action: item.action, constraints: [Constraint(.purpose, "commercial")])
      guard items.contains(other) else { continue }
      items.removeAll { $0 == item || $0 == other }
      items.append(Item(action: item.action))
    }
    return items
  }

  /// Whether a comma or small word parts two tags.
  private func hasBreak(_ lower: Int, _ upper: Int) -> Bool { lower < upper }

  private func deduplicated(_ items: [Item]) -> [Item] {
    var result: [Item] = []
    for item in items where !result.contains(item) { result.append(item) }
    return result
  }

  /// The limits that hold for all actions of the span.
  private func sharedConstraints(isList: Bool, items: [Item]) -> [Constraint] {
    let beyond = span.first(.beyond)?.lower ?? span.upper
    let limits = tags.filter { tag in
      guard !tag.constraints.isEmpty, tag.lower < beyond else { return false }
      if tag.action != nil || isOwnPurpose(tag, items) { return false }
      if isList, tag.constraints.contains(where: { $0.kind == .purpose || $0.kind == .channel }) {
        return false
      }
      return true
    }
    var result: [Constraint] = []
    for tag in limits {
      let isException = tags.contains {
        ($0.means(.except) || $0.means(.only)) && $0.upper <= tag.lower && tag.lower - $0.upper <= 6
          && $0.means(Concept.ConditionWord.except)
      }
      result += constraints([tag], isException ? .neq : .eq)
    }
    return Self.merged(result)
  }

  private func constraints(_ tags: [Tag], _ comparison: Constraint.Comparison) -> [Constraint] {
    Self.merged(tags.flatMap(\.constraints).map { Constraint($0.kind, $0.value, comparison) })
  }

  /// One constraint a kind and comparison, with the set of its values; personal use is not commercial anyway.
  static func merged(_ constraints: [Constraint]) -> [Constraint] {
    var result: [Constraint] = []
    for constraint in constraints {
      if let index = result.firstIndex(where: {
        $0.kind == constraint.kind && $0.comparison == constraint.comparison
      }) {
        if !result[index].members.contains(constraint.value) { result[index].value += "|" + constraint.value }
      } else {
        result.append(constraint)
      }
    }
    for index in result.indices where result[index].kind == .purpose {
      let members = result[index].members
      if members.contains("personal") {
        result[index].value = members.filter { $0 != "noncommercial" }.joined(separator: "|")
      }
    }
    return result
  }

  private func make(
    _ effect: Effect, _ items: [Item], condition: Condition, shared: [Constraint] = []
  ) -> [Clause] {
    let evidence = reading.range(span.lower, span.upper)
    let target = tags.first { tag in
      tag.target != nil
        && !tags.contains { $0.means(.including) && $0.upper <= tag.lower && tag.lower - $0.upper <= 4 }
    }?.target
    return items.compactMap { item in
      if effect == .permit, [.remove, .delete, .replace, .stopUse].contains(item.action) { return nil }
      if effect == .prohibit, [.remove, .delete, .replace, .stopUse].contains(item.action) { return nil }
      return Clause(
        effect, item.action, condition: condition, constraints: Self.merged(item.constraints + shared),
        target: item.target ?? target, evidence: evidence)
    }
  }
}
