/// Lines in telegraphic style with nothing but places and media: “World rights except Italy”, “Except Japan”.
extension ClauseGrammar {
  /// “World rights except Italy”: both the grant and the prohibition.
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

  /// “Except Japan”: a line with nothing but an exception.
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

  /// “…, not in Germany”, “… and not in advertising”: words with nothing but where or for what something may not be
  /// used.
  func notThere(_ limits: [Tag]) -> Rules? {
    let tags = tags.filter { !$0.isSmall && $0.target == nil }
    guard let first = tags.first, first.means(.not), !limits.isEmpty,
      tags.dropFirst().allSatisfy({ limit in
        isLimit(limit) || first.lower > 0 && limit.hasPurpose
      }),
      wordsBesideNames <= Self.longestLine
    else { return nil }
    return Rules(
      clauses: limits.flatMap(\.constraints).flatMap {
        make(.prohibit, [Item(action: .use)], condition: .none, shared: [$0])
      }, isRestriction: true)
  }

  /// “Full editorial rights Norway, Sweden (not Svalbard)”: what is granted, and what requires a request.
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

  /// “Use on television and radio”, “Available worldwide”: a line with nothing but a grant.
  func named(_ limits: [Tag]) -> Rules? {
    guard let first = tags.first(where: { !$0.means(.restriction) && !$0.means(.time(.lasting)) }),
      first.action == .use,
      !hasDuty, !limits.isEmpty,
      tags.allSatisfy({
        $0.action == .use || isLimit($0) || $0.isSmall || $0.means(.restriction) || $0.means(.including)
          || $0.means(.time(.within)) || $0.means(.time(.lasting))
      }),
      wordsBesideNames <= Self.longestLine
    else { return nil }
    let granted = limits.flatMap(\.constraints)
    return Rules(
      clauses: granted.flatMap { make(.permit, [Item(action: .use)], condition: .none, shared: [$0]) },
      isRestriction: true)
  }

  /// The most words of a line of restrictions, which is not a sentence; names behind a comma do not count.
  static let longestLine = 12

  /// The number of words, without the names behind the first comma, of which a list may have any number.
  private var wordsBesideNames: Int {
    let tokens = reading.tokens[span.lower..<span.upper]
    let comma = tokens.firstIndex { $0.isMark(",") } ?? span.upper
    return tokens.indices.count { tokens[$0].kind == .word && ($0 < comma || !tokens[$0].isCapitalised) }
  }

  private func isLimit(_ tag: Tag) -> Bool {
    tag.constraints.contains { $0.kind == .channel || $0.kind == .territory }
  }
}
