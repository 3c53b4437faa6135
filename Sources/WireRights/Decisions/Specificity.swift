internal import WireText

/// Which of two clauses of a notice is the more specific.
extension Clause {
  /// Whether a permit is more specific than a prohibition: at least as narrow in the action, the part and every
  /// limit, and narrower in one of them.
  ///
  /// A permit that is narrower in the action only leaves the limits of a wider prohibition as they are: “for personal
  /// use only” holds for the translation that the notice permits too.
  func isNarrower(than other: Clause) -> Bool {
    guard action.narrowness >= other.action.narrowness, other.target == nil || other.target == target,
      other.constraints.allSatisfy({ limit in constraints.contains { $0.isWithin(limit) } })
    else { return false }
    return specificity > other.specificity
  }

  /// Whether a permit that is narrower nevertheless says the opposite of a prohibition, so that a person has to decide:
  /// it names the very limits to which the prohibition is restricted, “prohibited in Norway”, “permitted in Norway and on
  /// the web”.
  func contradicts(_ other: Clause) -> Bool {
    action == other.action && target == other.target && !other.constraints.isEmpty
      && other.constraints.allSatisfy(constraints.contains)
  }

  private var specificity: Int {
    action.narrowness + constraints.count + (target == nil ? 0 : 1)
  }
}

extension Constraint {
  /// Whether all that this limit of a permit covers is covered by that of a prohibition, as far as it names things;
  /// amounts and times are compared with the use only.
  fileprivate func isWithin(_ other: Constraint) -> Bool {
    guard kind == other.kind else { return false }
    switch (kind, comparison, other.comparison) {
    case (.timeBefore, _, _), (.timeAfter, _, _), (.wordLimit, _, _), (.count, _, _): return true
    case (_, .neq, .neq):
      return other.members.allSatisfy { member in members.contains { covers($0, member) } }
    case (_, .neq, _): return false
    case (_, _, .neq):
      return !members.contains { member in other.members.contains { meets(member, $0) } }
    default:
      return members.allSatisfy { member in other.members.contains { covers($0, member) } }
    }
  }

  /// Whether a member of a set includes another.
  private func covers(_ wide: String, _ narrow: String) -> Bool {
    wide == narrow || overlap(of: narrow, with: wide) == .inside
  }

  /// Whether two members of sets may have something in common.
  private func meets(_ one: String, _ other: String) -> Bool {
    one == other || overlap(of: one, with: other) != .outside || overlap(of: other, with: one) != .outside
  }

  private func overlap(of member: String, with other: String) -> Overlap {
    switch kind {
    case .territory: return Territory.overlap(of: member, with: other)
    case .channel: return Channel.overlap(of: member, with: other)
    case .purpose:
      let implied = Purpose(rawValue: member)?.implied ?? []
      return implied.contains { $0.rawValue == other } ? .inside : .outside
    default: return .outside
    }
  }
}
