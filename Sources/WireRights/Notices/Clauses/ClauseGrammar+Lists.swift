/// Lists of nouns that “no” governs.
extension ClauseGrammar {
  /// The items of the list after a predicate and a colon: “the following uses are prohibited: resale, advertising”,
  /// “the following uses require permission: …”.
  var itemsBehindColon: [Item] {
    let asked = tags.last {
      ($0.means(.permission) || $0.means(.agreement) || $0.means(.required)) && $0.upper < span.upper
        && reading.tokens[$0.upper].isMark(":")
    }
    guard let predicate = tags.first(where: { $0.means(.prohibit) }) ?? asked else { return [] }
    // “Prohibited uses: …”
    let end = tags.first { $0.action == .use && $0.lower == predicate.upper }?.upper ?? predicate.upper
    guard end < span.upper, reading.tokens[end].isMark(":"),
      !tags.contains(where: { $0.upper <= predicate.lower && $0.action.map { $0 != .use } ?? false })
    else { return [] }
    return listItems(after: end)
  }

  /// The items of a list of nouns: “no resale, advertising or commercial use”.
  func listItems(after start: Int) -> [Item] {
    var list = collected(from: start)
    if isUseForMachines(from: start) { list.items.removeAll { $0 == Item(action: .use) } }
    let items =
      endingWithPurpose(list, from: start) ?? endingWithPlace(list, from: start) ?? uses(list, from: start)
    return deduplicated(withoutAllPurposes(items))
  }

  /// A list of nouns, as far as it was read.
  private struct NounList {
    var items: [Item] = []
    /// The limits that qualify an act which follows: “commercial” before “use”.
    var modifiers: [Constraint] = []
    /// Such limits of earlier members, to which the next act applies too: “print, online or broadcast use”.
    var pending: [[Constraint]] = []

    /// All limits without an act so far, member by member.
    var waiting: [[Constraint]] { (pending + [modifiers]).filter { !$0.isEmpty } }

    /// Ends the member to which modifiers belong, at a comma or a small word.
    mutating func endMember() {
      if !modifiers.isEmpty { pending.append(modifiers) }
      modifiers = []
    }

    /// Turns limits that no act follows into uses.
    mutating func closeUses() {
      items += waiting.map { Item(action: .use, constraints: $0) }
      (pending, modifiers) = ([], [])
    }

    /// Adds the acts of a word, with the limits and the objects given with it.
    mutating func add(_ actions: [Action], _ own: [Constraint], about targets: [String?]?) {
      for group in pending {
        // “Not for advertising or resale”: a purpose of its own.
        let isOwn = group.allSatisfy(ClauseGrammar.isNounForUse)
        items += actions.prefix(1).map {
          Item(action: isOwn ? .use : $0, constraints: group, targets: targets)
        }
      }
      items += actions.map { Item(action: $0, constraints: modifiers + own, targets: targets) }
      (pending, modifiers) = ([], [])
    }
  }

  private func collected(from start: Int) -> NounList {
    var list = NounList()
    var last = start
    let objects = ownObjects(of: tags.indices.filter { tags[$0].lower >= start && tags[$0].action != nil })
    for (place, tag) in tags.enumerated() where tag.lower >= start {
      if endsList(tag) { break }
      let isNew = last < tag.lower
      // The item before limits nothing of this one: “• advertising” and “• resale”.
      if startsItem(tag) { list.closeUses() }
      if isMedium(tag) {
        list.endMember()
        list.modifiers = [Constraint(.channel, "broadcast")]
      } else if tag.action != nil {
        // “No archival use” prohibits archiving, and no other use.
        if tag.action == .use, tag.lower == last,
          tags.contains(where: { $0.action != nil && $0.upper == tag.lower })
        {
          continue
        }
        if isNew { list.endMember() }
        list.add(
          tag.actions, tag.constraints + tags.filter { isReceiver($0, of: tag) }.flatMap(\.constraints),
          about: objects?[place])
      } else if Self.isPurposeOrChannel(tag) {
        if isNew { list.endMember() }
        list.modifiers += tag.constraints.filter { $0.kind == .purpose || $0.kind == .channel }
      } else {
        continue
      }
      last = tag.upper
    }
    return list
  }

  static func isPurposeOrChannel(_ tag: Tag) -> Bool {
    tag.constraints.contains { $0.kind == .purpose || $0.kind == .channel }
  }

  /// Whether the use is one by machines, which has acts of its own: “no use of our content for training”.
  private func isUseForMachines(from start: Int) -> Bool {
    tags.contains { machine in
      machine.lower >= start && Self.isMachine(machine.action)
        && tags.contains { use in
          use.action == .use
            && (use.upper == machine.lower || use.upper <= machine.lower && isFor(machine.lower))
        }
    }
  }

  /// “No sale for marketing or advertising campaigns”: the purposes after the last act apply to all of them, but
  /// “not for sale or for use in calendars” names a separate use.
  private func endingWithPurpose(_ list: NounList, from start: Int) -> [Item]? {
    guard !list.items.isEmpty, let first = trailingStart(from: start), isFor(first) else { return nil }
    var items = list.items
    let purposes = Self.merged(list.waiting.flatMap { $0 })
    if items.count > 1, let use = tags.last(where: { $0.action != nil && $0.upper <= first }),
      use.action == .use, isFor(use.lower), let index = items.lastIndex(where: { $0.action == .use }),
      tags.contains(where: { $0.lower == first && follows($0, use) })
    {
      items[index].constraints += purposes
    } else {
      trailing(purposes, onto: &items)
    }
    return items
  }

  /// “No reproduction of this interview, in print or online”.
  private func endingWithPlace(_ list: NounList, from start: Int) -> [Item]? {
    guard !list.items.isEmpty, let first = trailingStart(from: start),
      let act = tags.last(where: { $0.action != nil && $0.upper <= first }), act.upper < span.upper,
      !reading.tokens[act.upper].isMark(",")
    else { return nil }
    let groups = list.waiting
    return list.items.flatMap { item in
      item.constraints.isEmpty
        ? groups.map { Item(action: item.action, constraints: $0, targets: item.targets) } : [item]
    }
  }

  /// The items, with uses for limits without an act, or for excluded parties: “NO USE HARBOUR TV”.
  private func uses(_ list: NounList, from start: Int) -> [Item] {
    var list = list
    let isLed = tags.contains { $0.means(.no) && $0.upper <= start }
    if list.items.isEmpty {
      list.closeUses()
    } else {
      if isLed, !list.modifiers.isEmpty {
        trailing(list.modifiers, onto: &list.items)
        list.modifiers = []
      }
      // “Prohibited: resale, advertising”, but not “the sale of commercial …”
      if !list.modifiers.allSatisfy(Self.isNounForUse) { list.modifiers = [] }
      list.closeUses()
    }
    if list.items.isEmpty, tags.contains(where: { $0.lower >= start && !$0.constraints.isEmpty }) {
      list.items = [Item(action: .use)]
    }
    if list.items == [Item(action: .use)], isInCapitals, let use = tags.last(where: { $0.action == .use }),
      use.upper < span.upper, reading.tokens[use.upper].kind == .word,
      let party = party(from: use.upper, to: span.upper),
      !tags.contains(where: { $0.lower == use.upper })
    {
      return [Item(action: .use, constraints: [party])]
    }
    // “NO ACCESS VALE TV”: a house with a medium in its name.
    if isInCapitals, tags.contains(where: { $0.means(.no) && $0.action == .use && $0.upper == start }),
      list.items.contains(where: { $0.constraints.contains { $0.kind == .channel } })
    {
      let end = (start..<span.upper).last { reading.tokens[$0].kind == .word } ?? start
      let houses = excluded(from: start, to: end + 1).filter { $0.kind == .recipient }
      if !houses.isEmpty { return houses.map { Item(action: .use, constraints: [$0]) } }
    }
    if list.items.isEmpty, tags.contains(where: { $0.means(.no) && $0.action == .use }) {
      let named = parties(from: start)
      let alone = party(from: start, to: span.upper).map { [$0] } ?? []
      return (named.isEmpty ? alone : named).map { Item(action: .use, constraints: [$0]) }
    }
    return list.items
  }

  /// Whether “broadcast” is a medium among others, not an act: “no print, broadcast or online use”.
  func isMedium(_ tag: Tag) -> Bool {
    guard tag.action == .broadcast, let next = tags.first(where: { $0.lower >= tag.upper }),
      next.lower - tag.upper <= 2
    else { return false }
    return next.action == .use || next.constraints.contains { $0.kind == .channel }
  }

  /// The first purpose or channel after the last action of a list.
  func trailingStart(from start: Int) -> Int? {
    guard let last = tags.lastIndex(where: { $0.lower >= start && $0.action != nil }) else { return nil }
    return tags[(last + 1)...].first(where: Self.isPurposeOrChannel)?.lower
  }

  /// Whether a small word such as “for” precedes a token.
  func isFor(_ index: Int) -> Bool {
    guard let tag = tags.first(where: { $0.upper == index }) else { return false }
    if tag.means(.article) { return tags.contains { $0.upper == tag.lower && $0.isPreposition } }
    return tag.isPreposition
  }

  /// Applies a channel or purpose after the list to all of it.
  func trailing(_ constraints: [Constraint], onto items: inout [Item]) {
    for index in items.indices where items[index].constraints.isEmpty {
      items[index].constraints = constraints
    }
  }

  /// The items without a set of purposes that covers everything: “commercial or editorial sales” are all sales.
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

  /// Whether it starts an item of a list, on a line or with a mark of its own.
  private func startsItem(_ tag: Tag) -> Bool {
    guard tag.lower > span.lower else { return false }
    let token = reading.tokens[tag.lower]
    let mark = reading.tokens[tag.lower - 1]
    return token.gap >= .line && !token.isUpper
      || mark.gap >= .line && mark.isMark(in: ["-", "*", "|"])
  }

  func deduplicated<Element: Equatable>(_ items: [Element]) -> [Element] {
    var result: [Element] = []
    for item in items where !result.contains(item) { result.append(item) }
    return result
  }

  /// Whether the words for a purpose are nouns that no act needs to follow: “advertising”, but not “commercial”.
  static func isNounForUse(_ limit: Constraint) -> Bool {
    limit.kind == .purpose
      && ["advertising", "marketing", "merchandise", "media-monitoring"].contains(limit.value)
  }

  /// The limits of a prohibition that applies to each item of a mixed list: “in calendars or for advertising”.
  func eachListed(_ constraints: [Constraint]) -> [[Constraint]] {
    let kinds = listedKinds
    let listed = constraints.filter { $0.comparison == .eq && kinds.contains($0.kind) }
    guard listed.count > 1 else { return [constraints] }
    return listed.map { one in constraints.filter { !listed.contains($0) || $0 == one } }
  }

  /// The kinds of limits in one list.
  private var listedKinds: Set<Constraint.Kind> {
    let limits = tags.indices.filter { index in
      let tag = tags[index]
      return !tag.constraints.isEmpty
        && (tag.action == nil || tag.constraints.contains(where: Self.isReceiver))
    }
    var kinds: Set<Constraint.Kind> = []
    for (index, next) in zip(limits, limits.dropFirst()) {
      let (first, second, between) = (tags[index], tags[next], tags[(index + 1)..<next])
      // “On book covers, in advertising or on merchandise”, “given to others or used for advertising”
      guard second.lower - first.upper <= 4,
        // “In Norway or through agencies”
        between.allSatisfy({ $0.isSmall || $0.action != nil || $0.means(.until) }),
        between.contains(where: { $0.means(.joint) })
          || (first.upper..<max(first.upper, second.lower)).contains(where: reading.list.isJoint)
      else { continue }
      let both = Set((first.constraints + second.constraints).map(\.kind))
      if both.count > 1 { kinds.formUnion(both) }
    }
    return kinds
  }
}
