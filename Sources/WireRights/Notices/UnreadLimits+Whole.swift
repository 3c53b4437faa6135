/// What makes a word unread where every word counts.
extension UnreadLimits {
  /// Whether words that limit nothing in a notice open an exception: “unless otherwise noted”.
  func opensException(_ lower: Int, _ upper: Int) -> Bool {
    span.tags.contains { tag in
      tag.lower < upper && tag.upper > lower && (tag.means(.unless) || tag.means(.except))
    }
  }

  /// Whether a word has a meaning that went into none of the rules, or that it has only elsewhere.
  func isAstray(_ tag: Tag) -> Bool {
    if let target = tag.target, !clauses.contains(where: { $0.target == target }) { return true }
    if !tag.actions.isEmpty, !tag.actions.contains(where: isRuled) { return true }
    if tag.means(.not), tag.action == nil, !turnsPermit { return true }
    return tag.constraints.contains { !isBound($0, at: tag) }
  }

  /// Whether rules are about an act; beside a duty alone it is the use that the duty is for: “republished articles must …”.
  private func isRuled(_ action: Action) -> Bool {
    if clauses.isEmpty { return [.use, .publish, .reproduce, .link].contains(action) }
    return clauses.contains { $0.action == action }
  }

  /// Whether “not” makes a prohibition of what would be a permit.
  private var turnsPermit: Bool {
    span.effect == .prohibit && !span.has(.prohibitNext) && !span.has(.prohibit) && !span.has(.no)
      && (span.has(.permit) || span.has(.permitNext))
  }

  /// Whether a purpose is one of the use and a channel one on which it happens: “for commercial purposes”, but not “on
  /// pages with advertising”, “a nonprofit newsroom” or “stories from our website”.
  private func isBound(_ limit: Constraint, at tag: Tag) -> Bool {
    switch limit.kind {
    case .purpose:
      return tag.upper - tag.lower > 1 || tag.action != nil || isLedTo(tag) || isBesideAct(tag)
    case .channel: return !isSource(tag)
    default: return true
    }
  }

  /// Whether a small word leads to a word, or to the list in which it stands.
  private func isLedTo(_ tag: Tag) -> Bool {
    let before = span.tags.last { $0.upper <= tag.lower && !$0.means(.article) && !$0.means(.joint) }
    guard let before else { return false }
    if before.constraints.contains(where: { $0.kind == .purpose }) { return isLedTo(before) || isBesideAct(before) }
    return before.isPreposition || before.means(.no)
  }

  /// Whether an act stands right before or behind: “commercial or promotional use”, “used commercially”.
  private func isBesideAct(_ tag: Tag) -> Bool {
    span.tags.contains { other in
      guard other.action != nil else { return false }
      if other.upper == tag.lower { return true }
      guard other.lower >= tag.upper else { return false }
      return span.tags.allSatisfy {
        !($0.lower >= tag.upper && $0.upper <= other.lower) || $0.isSmall
          || $0.constraints.contains { $0.kind == .purpose }
      } && reading.tokens[tag.upper..<other.lower].count <= 4
    }
  }

  /// Whether a medium is where the work comes from: “stories from the Harbour Press website”.
  private func isSource(_ tag: Tag) -> Bool {
    var at = tag.lower
    while at > span.lower, reading.tokens[at - 1].isCapitalised || isArticle(at - 1) { at -= 1 }
    return span.tags.contains { $0.upper == at && $0.means(.from) && !$0.isPreposition }
  }

  private func isArticle(_ index: Int) -> Bool {
    span.tags.contains { $0.lower == index && $0.means(.article) }
  }
}
