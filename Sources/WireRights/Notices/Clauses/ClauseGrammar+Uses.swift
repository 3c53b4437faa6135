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

  /// Whether a purpose of a use is in a list with what machines do: “used for commercial purposes or to train AI”.
  ///
  /// - Parameter use: the use to which it must belong; nil for any.
  func isPurposeBesideMachine(_ purpose: Tag, of use: Tag? = nil) -> Bool {
    guard purpose.action == nil, purpose.hasPurpose,
      !purpose.constraints.contains(where: { $0.value == "ai-training" }),
      let machine = tags.first(where: { Self.isMachine($0.action) && $0.lower >= purpose.upper }),
      isParted(purpose.upper, machine.lower)
    else { return false }
    let acts = tags.filter { $0.action != nil && !Self.isMachine($0.action) }
    let owner =
      acts.last { $0.upper <= purpose.lower } ?? acts.first { $0.lower >= purpose.upper }
    return owner?.action == .use && use.map { $0.lower == owner?.lower } ?? true
  }

  /// Whether a purpose belongs to the last of several acts, each of which has its own word of prohibition: “nem
  /// másolható és nem használható üzleti célra”.
  func isOfLastBar(_ purpose: Tag, _ act: Tag? = nil) -> Bool {
    guard purpose.hasPurpose, purpose.action == nil,
      let last = tags.last(where: { $0.action != nil }), last.upper <= purpose.lower,
      purpose.lower - last.upper <= 1, isBarred(last), act.map({ $0.lower == last.lower }) ?? true
    else { return false }
    return tags.contains { $0.action != nil && $0.lower < last.lower && isBarred($0) }
  }

  /// Whether an act has its own word of prohibition, in the same phrase or right before it.
  private func isBarred(_ act: Tag) -> Bool {
    act.means(.prohibitNext) || act.means(.prohibit)
      || tags.contains {
        $0.upper == act.lower && $0.action == nil && ($0.means(.prohibitNext) || $0.means(.not))
      }
  }
}
