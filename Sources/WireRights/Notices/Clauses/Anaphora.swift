/// Resolves clauses that refer back to earlier ones: “any further use”, “for such purposes”, “before then”.
struct Anaphora {
  /// The last clauses of the text so far.
  let before: ArraySlice<Clause>

  /// - Parameter clauses: all clauses of the text so far; only the most recent ones are considered.
  init(before clauses: [Clause]) { before = clauses.suffix(Self.reach) }

  /// The number of recent clauses considered, which keeps hostile texts linear.
  private static let reach = 64

  /// The clauses of a span about what exceeds an earlier limit, and whether they replace the clause with that limit.
  ///
  /// “For editorial use only. Other uses require permission” prohibits non-editorial use without permission; “You
  /// may quote 75 words. Anything longer requires permission” prohibits more than 75 words.
  func further(_ clauses: [Clause], lift: Condition, in span: Span) -> (clauses: [Clause], replaced: Clause?)?
  {
    guard span.has(.further) else { return nil }
    let limited = before.last(where: Self.hasLimit)
    // “May be copied for research. All other copying is prohibited.”
    let use = clauses.firstIndex {
      ($0.action == .use || $0.action == limited?.action) && $0.effect == .prohibit && $0.constraints.isEmpty
    }
    // In “distribution or other uses” it is one act of a list.
    guard use == 0 || clauses.isEmpty && (lift != .none || span.effect == .prohibit), let last = limited,
      var clause = clauses.first ?? before.last
    else { return nil }
    clause.effect = .prohibit
    clause.condition = clauses.first?.condition ?? lift
    clause.target = last.target
    if last.effect == .prohibit || use != 0 { clause.action = last.action }
    let rest = Array(clauses.dropFirst())
    if last.effect == .prohibit {
      guard last.condition == .none, clause.condition != .none else { return nil }
      clause.constraints = last.constraints
      return ([clause] + rest, last)
    }
    // “Longer extracts” exceed the length alone.
    let length = last.constraints.filter { $0.kind == .wordLimit }
    let isLonger = use == nil && !length.isEmpty
    clause.constraints = (isLonger ? length : last.constraints).map(Self.opposite)
    return ([clause] + rest, nil)
  }

  /// A clause with the purposes and times that it refers to filled in.
  ///
  /// - Parameter then: the word that refers to the last time named, as in “before then” or “after this date”.
  func resolved(_ clause: Clause, then: Tag?) -> Clause {
    var clause = clause
    if let index = clause.constraints.firstIndex(where: { $0.kind == .purpose && $0.value == "such" }) {
      clause.constraints.remove(at: index)
      if let purpose, clause.action != .trainAI { clause.constraints.append(purpose) }
    }
    let kind = then.map { $0.means(.time(.after)) ? Constraint.Kind.timeAfter : .timeBefore }
    if let kind, let limit = before.lazy.flatMap(\.constraints).last(where: { $0.kind == kind }) {
      clause.constraints.append(limit)
    }
    return clause
  }

  /// The last purpose named, or the training of machines.
  private var purpose: Constraint? {
    for clause in before.reversed() {
      if clause.action == .trainAI { return Constraint(.purpose, "ai-training") }
      if let purpose = clause.constraints.first(where: { $0.kind == .purpose }) {
        return Constraint(.purpose, purpose.value)
      }
    }
    return nil
  }

  private static func hasLimit(_ clause: Clause) -> Bool {
    clause.constraints.contains {
      [.purpose, .channel, .count, .wordLimit].contains($0.kind)
        && (clause.effect == .permit || $0.comparison == .neq || $0.comparison == .gt)
    }
  }

  private static func opposite(_ constraint: Constraint) -> Constraint {
    switch constraint.comparison {
    case .eq: Constraint(constraint.kind, constraint.value, .neq)
    case .neq: Constraint(constraint.kind, constraint.value, .eq)
    case .gt: Constraint(constraint.kind, constraint.value, .lteq)
    case .lteq: Constraint(constraint.kind, constraint.value, .gt)
    }
  }

  /// The clause with “elsewhere” as all places except those for which the text grants something.
  static func elsewhere(_ clause: Clause, after clauses: [Clause]) -> Clause {
    guard
      let index = clause.constraints.firstIndex(where: { $0.kind == .territory && $0.value == "elsewhere" })
    else { return clause }
    let granted = clauses.filter { $0.effect == .permit }.flatMap(\.constraints)
      .filter { $0.kind == .territory && $0.comparison == .eq }
    var clause = clause
    clause.constraints.remove(at: index)
    if let first = granted.first {
      clause.constraints.append(Constraint(.territory, first.value, .neq))
    }
    return clause
  }
}
