extension Clause {
  /// Whether nothing lifts the prohibition.
  var isAbsoluteBar: Bool { effect == .prohibit && condition == .none }

  /// Whether it is such a prohibition as notes to editors have, rather than general terms.
  var isOrder: Bool {
    isAbsoluteBar && (constraints.isEmpty || !constraints.allSatisfy(ClauseGrammar.isOfTerms))
  }

  /// Whether it bars the use in some places, as notes to editors do.
  var shutsOut: Bool {
    effect == .prohibit && action == .use && constraints.contains { $0.kind == .territory }
  }
}
