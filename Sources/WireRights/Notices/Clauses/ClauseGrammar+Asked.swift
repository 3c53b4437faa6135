/// Rules that say who must be asked for permission.
extension ClauseGrammar {
  /// “Contact your local office for commercial uses”: the named use requires permission.
  func asked(_ limits: [Tag]) -> Rules? {
    guard let ask = span.first(.ask), !span.has(.except), !span.has(.not) else { return nil }
    let items = items()
    // “Contact the desk before you publish these pictures”
    if let before = tags.first(where: { $0.means(.until) && $0.lower >= ask.upper }) {
      let acts = items.filter { item in
        tags.contains { $0.action == item.action && $0.lower >= before.upper }
      }
      if !acts.isEmpty { return Rules(clauses: make(.prohibit, acts, condition: .withoutPermission)) }
    }
    // “Anyone wishing to reprint this column should write to the author”
    if let wish = span.first(.wish), !items.isEmpty,
      tags.contains(where: { $0.action != nil && (0...2).contains($0.lower - wish.upper) })
    {
      return ruling(.prohibit, items, .withoutPermission)
    }
    let named = constraints(
      limits.filter { tag in
        tag.action == nil
          && tag.constraints.contains {
            $0.kind == .purpose || !items.isEmpty && isInCapitals && Self.isPlace($0)
          }
      }, .eq)
    guard !named.isEmpty else { return nil }
    return Rules(
      clauses: make(
        .prohibit, items.isEmpty ? [Item(action: .use)] : items, condition: .withoutPermission, shared: named),
      isRestriction: isInCapitals || !named.allSatisfy(Self.isOfTerms))
  }
}
