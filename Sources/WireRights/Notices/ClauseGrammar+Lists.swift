/// Lists of nouns that “no” governs.
extension ClauseGrammar {
  /// The items of the list behind a predicate and a colon: “the following uses are prohibited: resale, advertising”.
  var itemsBehindColon: [Item] {
    guard let predicate = tags.first(where: { $0.means(.prohibit) }), predicate.upper < span.upper,
      reading.tokens[predicate.upper].isMark(":"),
      !tags.contains(where: { $0.upper <= predicate.lower && $0.action.map { $0 != .use } ?? false })
    else { return [] }
    return listItems(after: predicate.upper)
  }

  /// The items of a list of nouns: “no resale, advertising or commercial use”.
  func listItems(after start: Int) -> [Item] {
    var items: [Item] = []
    var modifiers: [Constraint] = []
    var pending: [[Constraint]] = []
    var last = start
    for tag in tags where tag.lower >= start {
      if endsList(tag) { break }
      let isNew = hasBreak(last, tag.lower)
      if startsItem(tag) {
        // What the item before names limits nothing of this one: “• advertising” and “• resale”.
        for group in pending + [modifiers] where !group.isEmpty {
          items.append(Item(action: .use, constraints: group))
        }
        (pending, modifiers) = ([], [])
      }
      if isMedium(tag) {
        if !modifiers.isEmpty { pending.append(modifiers) }
        modifiers = [Constraint(.channel, "broadcast")]
      } else if let action = tag.action {
        // “No archival use” is no archiving, and no use besides.
        if action == .use, tag.lower == last,
          tags.contains(where: { $0.action != nil && $0.upper == tag.lower })
        {
          continue
        }
        if isNew, !modifiers.isEmpty { pending.append(modifiers); modifiers = [] }
        let receivers = tags.filter { isReceiver($0, of: tag) }.flatMap(\.constraints)
        let own = modifiers + tag.constraints + receivers
        for group in pending { items.append(Item(action: action, constraints: group)) }
        pending = []
        items += tag.actions.map { Item(action: $0, constraints: own) }
        modifiers = []
      } else if tag.constraints.contains(where: { $0.kind == .purpose || $0.kind == .channel }) {
        if isNew, !modifiers.isEmpty { pending.append(modifiers); modifiers = [] }
        modifiers += tag.constraints.filter { $0.kind == .purpose || $0.kind == .channel }
      } else {
        continue
      }
      last = tag.upper
    }
    // “No use of our content for training”: what the use is for.
    let isForMachines = tags.contains { machine in
      machine.lower >= start && Self.isMachine(machine.action)
        && tags.contains { use in
          use.action == .use
            && (use.upper == machine.lower || use.upper <= machine.lower && isFor(machine.lower))
        }
    }
    if isForMachines {
      items.removeAll { $0 == Item(action: .use) }
    }
    if !items.isEmpty, let first = trailingStart(from: start), isFor(first) {
      // “Not for sale or for use in calendars”
      if items.count > 1, let use = tags.last(where: { $0.action != nil && $0.upper <= first }),
        use.action == .use, isFor(use.lower), let index = items.lastIndex(where: { $0.action == .use }),
        tags.contains(where: { $0.lower == first && follows($0, use) })
      {
        items[index].constraints += Self.merged(pending.flatMap { $0 } + modifiers)
        return deduplicated(withoutAllPurposes(items))
      }
      // “No sale for marketing or advertising campaigns”
      trailing(Self.merged(pending.flatMap { $0 } + modifiers), onto: &items)
      return deduplicated(withoutAllPurposes(items))
    }
    // “No reproduction of this interview, in print or online”
    if !items.isEmpty, let first = trailingStart(from: start),
      let act = tags.last(where: { $0.action != nil && $0.upper <= first }), act.upper < span.upper,
      !reading.tokens[act.upper].isMark(",")
    {
      let groups = (pending + [modifiers]).filter { !$0.isEmpty }
      items = items.flatMap { item in
        item.constraints.isEmpty
          ? groups.map { Item(action: item.action, constraints: $0, target: item.target) } : [item]
      }
      return deduplicated(withoutAllPurposes(items))
    }
    if !modifiers.isEmpty, items.isEmpty || tags.contains(where: { $0.means(.no) && $0.upper <= start }) {
      if items.isEmpty { pending.append(modifiers) } else { trailing(modifiers, onto: &items) }
    }
    for group in pending { items.append(Item(action: .use, constraints: group)) }
    if items.isEmpty, tags.contains(where: { $0.lower >= start && !$0.constraints.isEmpty }) {
      items = [Item(action: .use)]
    }
    // “NO USE HARBOUR TV”
    if items == [Item(action: .use)], isInCapitals, let use = tags.last(where: { $0.action == .use }),
      use.upper < span.upper, reading.tokens[use.upper].kind == .word,
      let party = party(from: use.upper, to: span.upper),
      !tags.contains(where: { $0.lower == use.upper })
    {
      return [Item(action: .use, constraints: [party])]
    }
    if items.isEmpty, tags.contains(where: { $0.means(.no) && $0.action == .use }) {
      let named = parties(from: start)
      let alone = party(from: start, to: span.upper).map { [$0] } ?? []
      items = (named.isEmpty ? alone : named).map { Item(action: .use, constraints: [$0]) }
    }
    return deduplicated(withoutAllPurposes(items))
  }

  /// Whether “broadcast” is a medium among others, and no act: “no print, broadcast or online use”.
  func isMedium(_ tag: Tag) -> Bool {
    guard tag.action == .broadcast, let next = tags.first(where: { $0.lower >= tag.upper }),
      next.lower - tag.upper <= 2
    else { return false }
    return next.action == .use || next.constraints.contains { $0.kind == .channel }
  }

  /// The first purpose or channel after the last action of a list.
  func trailingStart(from start: Int) -> Int? {
    guard let last = tags.lastIndex(where: { $0.lower >= start && $0.action != nil }) else { return nil }
    return tags[(last + 1)...].first {
      $0.constraints.contains { $0.kind == .purpose || $0.kind == .channel }
    }?.lower
  }

  /// Whether a small word such as “for” goes before a token.
  func isFor(_ index: Int) -> Bool {
    guard let tag = tags.first(where: { $0.upper == index }) else { return false }
    if tag.means(.article) { return tags.contains { $0.upper == tag.lower && $0.isPreposition } }
    return tag.isPreposition
  }

  /// A channel or purpose after the list holds for all of it.
  func trailing(_ constraints: [Constraint], onto items: inout [Item]) {
    for index in items.indices where items[index].constraints.isEmpty {
      items[index].constraints = constraints
    }
  }

  /// “Commercial or editorial sales” are all sales.
  func withoutAllPurposes(_ items: [Item]) -> [Item] {
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
  func hasBreak(_ lower: Int, _ upper: Int) -> Bool { lower < upper }

  /// Whether it starts an item of a list, with a line or a mark of its own.
  private func startsItem(_ tag: Tag) -> Bool {
    guard tag.lower > span.lower else { return false }
    let token = reading.tokens[tag.lower]
    let mark = reading.tokens[tag.lower - 1]
    return token.gap >= .line && !token.isUpper
      || mark.gap >= .line && mark.isMark(in: ["-", "*", "|"])
  }

  func deduplicated(_ items: [Item]) -> [Item] {
    var result: [Item] = []
    for item in items where !result.contains(item) { result.append(item) }
    return result
  }
}
