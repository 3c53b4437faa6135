/// Lists of uses that name each its own limit.
extension ClauseGrammar {
  /// Whether a limit belongs to one of several uses: “use on any other website, or use for commercial purposes”.
  ///
  /// - Parameter use: the use to which it must belong; nil for any.
  func isOfOneUse(_ limit: Tag, _ use: Tag? = nil) -> Bool {
    guard limit.action == nil, let owner = tags.last(where: { $0.action != nil && $0.upper <= limit.lower }),
      owner.action == .use, use.map({ $0.lower == owner.lower }) ?? true
    else { return false }
    let isListed = tags.contains { other in
      other.action == .use && other.lower != owner.lower
        && isParted(min(owner.upper, other.upper), max(owner.lower, other.lower))
    }
    return isListed
      && !tags.contains {
        $0.lower >= owner.upper && $0.upper <= limit.lower && ($0.hasEffect || $0.isCondition)
      }
  }
}
