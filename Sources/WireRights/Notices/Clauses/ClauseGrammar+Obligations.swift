/// Orders about copies.
extension ClauseGrammar {
  /// “Pictures must be taken down after the season”, “the client shall cease all use and destroy any copies”.
  func obligations() -> [Clause] {
    guard let first = tags.firstIndex(where: isDue) else { return [] }
    let due = tags.indices.filter { index in
      index == first || index > first && isRemoval(tags[index]) && isJoinedBehind(tags[index])
    }
    // An order about an item has a name or a word for the item; about anything else, it is part of a story.
    guard
      tags.contains(where: {
        $0.target != nil || $0.means(Concept.DiscourseWord.matter) || $0.means(.works)
          || $0.means(.advisory(.correction)) || $0.upper - $0.lower > 1 && isRemoval($0)
      })
    else { return [] }
    return due.flatMap { index in
      targets.map { target in
        Clause(
          .oblige, tags[index].action ?? .remove, target: target,
          evidence: reading.range(span.lower, span.upper))
      }
    }
  }

  private func isRemoval(_ tag: Tag) -> Bool { tag.action.map(Self.removals.contains) ?? false }

  /// Whether it is what must be done: right after “must”, or as an imperative at the start.
  private func isDue(_ tag: Tag) -> Bool {
    guard isRemoval(tag), tag.action != .replace else { return false }
    // A phrase may start before the span.
    let before = span.lower..<max(span.lower, tag.lower)
    if before.allSatisfy({ reading.tokens[$0].kind == .mark }) { return true }
    return tags.contains { lead in
      (lead.means(.infinitive) || lead.means(.request)) && !lead.isModal && lead.upper <= tag.lower
        && tag.lower - lead.upper <= 1
    }
  }

  private func isJoinedBehind(_ tag: Tag) -> Bool {
    isJoinedOn(tag) || tags.contains { $0.means(.infinitive) && $0.upper == tag.lower }
  }

  /// Whether a collection is only where something is kept: “retain the material in any database for more than 90 days”.
  var isPlaceOfKeeping: Bool {
    guard let place = tags.first(where: { $0.action == .aggregate }),
      let act = tags.last(where: { $0.upper <= place.lower && $0.action != nil }), let action = act.action
    else { return false }
    return Self.isKeeping(action)
      && !reading.tokens[act.upper..<place.lower].contains { $0.kind == .mark }
      && !tags.contains { $0.means(.joint) && act.upper <= $0.lower && $0.upper <= place.lower }
  }
}
