/// Finds the clauses of a policy that are void by its conflict strategy.
///
/// Between clauses a narrower permission overrides a prohibition. With `prohibit` it does not; with `perm` the
/// prohibition is void; if no strategy is given both are void.
struct ODRLConflicts {
  /// The indices of the void clauses, in order.
  private(set) var lost: [Int] = []
  /// The most pairs that are examined; with more, every clause that might conflict counts as conflicting.
  private static let mostPairs = 250_000

  init(_ strategy: ODRLPolicy.Conflict, _ clauses: [Clause]) {
    let permits = clauses.indices.filter { clauses[$0].effect == .permit }
    let prohibitions = clauses.indices.filter {
      clauses[$0].effect == .prohibit && clauses[$0].condition == .none
    }
    guard !permits.isEmpty, !prohibitions.isEmpty else { return }
    guard permits.count * prohibitions.count <= Self.mostPairs else {
      lost = (permits + prohibitions).sorted()
      return
    }
    var found: Set<Int> = []
    for permit in permits {
      for prohibition in prohibitions where Self.meet(clauses[permit], clauses[prohibition]) {
        // A wider permission stays valid for what the prohibition does not cover.
        let isReached = clauses[prohibition].action.prohibits(clauses[permit].action)
        if strategy == .invalid || (strategy == .prohibit && isReached) { found.insert(permit) }
        if strategy != .prohibit { found.insert(prohibition) }
      }
    }
    lost = found.sorted()
  }

  /// Whether both may cover the same act.
  private static func meet(_ permit: Clause, _ prohibition: Clause) -> Bool {
    guard prohibition.action.prohibits(permit.action) || permit.action.permits(prohibition.action),
      permit.target == nil || prohibition.target == nil || permit.target == prohibition.target
    else { return false }
    return !permit.constraints.contains { one in prohibition.constraints.contains { one.excludes($0) } }
  }
}

extension Constraint {
  /// Whether it is certain that both limits never hold together.
  func excludes(_ other: Constraint) -> Bool {
    switch (kind, other.kind) {
    case (.timeBefore, .timeAfter), (.timeAfter, .timeBefore): return value == other.value
    case let (one, two) where one == two: break
    default: return false
    }
    switch (comparison, other.comparison) {
    case (.eq, .neq): return Set(members).isSubset(of: other.members)
    case (.neq, .eq): return Set(other.members).isSubset(of: members)
    case (.gt, .lteq), (.lteq, .gt): return value == other.value
    case (.eq, .eq):
      return members.allSatisfy { one in
        other.members.allSatisfy { two in
          switch kind {
          case .territory:
            Territory.overlap(of: one, with: two) == .outside
              && Territory.overlap(of: two, with: one) == .outside
          case .channel:
            Channel.overlap(of: one, with: two) == .outside && Channel.overlap(of: two, with: one) == .outside
          default: false
          }
        }
      }
    default: return false
    }
  }
}
