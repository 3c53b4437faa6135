internal import WireText

/// The place in an item's text that says last that its embargo was lifted at an instant that has come; it ends the
/// embargoes above it.
///
/// Whatever stands below may be a new embargo, and other texts may be older or newer, so neither is touched.
struct PastLift {
  /// The position of the statement in the list of all.
  private let number: Int
  /// The start of the words in the statement.
  private let lower: Int
  private let source: String
  private let issued: Instant?

  /// The last lift of a list of statements; nil if there is none.
  ///
  /// - Parameter isPast: whether an instant, the end of an embargo, has certainly come.
  init?(in statements: [SourcedStatement], _ isPast: (Constraint) -> Bool) {
    var last: (number: Int, lower: Int)?
    for (number, sourced) in statements.enumerated() where sourced.scope == .item {
      for clause in Self.lifts(in: sourced.statement) where clause.constraints.allSatisfy(isPast) {
        last = (number, clause.evidence.lower)
      }
    }
    guard let last else { return nil }
    (number, lower) = last
    source = statements[number].source
    issued = statements[number].issued
  }

  /// Whether an embargo stands above it in the same text.
  func ends(_ clause: Clause, of statement: SourcedStatement, at number: Int) -> Bool {
    guard statement.scope == .item, statement.source == source, statement.issued == issued else {
      return false
    }
    return number < self.number || number == self.number && clause.evidence.upper <= lower
  }

  /// The embargoes up to an instant whose own words permit publication from it on: “embargo lifted at 6 p.m.”.
  private static func lifts(in statement: RightsStatement) -> [Clause] {
    let permits = statement.clauses.filter {
      $0.effect == .permit && $0.condition == .none && $0.target == nil && $0.constraints.count == 1
        && $0.constraints[0].kind == .timeAfter
    }
    guard !permits.isEmpty else { return [] }
    let openings = Dictionary(permits.map { ($0.evidence, $0.constraints[0].value) }) { first, _ in first }
    return statement.clauses.filter {
      $0.effect == .prohibit && $0.action == .publish && $0.constraints.count == 1
        && $0.constraints[0].kind == .timeBefore && $0.constraints[0].value == openings[$0.evidence]
    }
  }
}
