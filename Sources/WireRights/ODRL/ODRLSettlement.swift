/// The constraints of a rule as limits of clauses; those that clauses cannot express are settled by the facts of a use.
enum ODRLSettlement {
  /// Alternatives of limits that hold together.
  case limits([[Constraint]])
  /// The rule does not hold for the use.
  case beside
  /// Whether the rule holds can be determined neither by limits nor by facts.
  case unknown

  /// Settles constraints; without facts, those that clauses cannot express stay unknown.
  init(_ constraints: [ODRLConstraint], _ limits: ODRLLimits, _ facts: ODRLFacts?) {
    var said: [ODRLConstraint] = []
    var truths: [Truth] = []
    for constraint in constraints {
      if limits.alternatives([constraint]) != nil {
        said.append(constraint)
      } else {
        truths.append(facts?.truth(constraint) ?? .unknown)
      }
    }
    switch Truth.all(truths) {
    case .no: self = .beside
    case .unknown: self = .unknown
    case .yes: self = limits.alternatives(said).map(ODRLSettlement.limits) ?? .unknown
    }
  }
}
