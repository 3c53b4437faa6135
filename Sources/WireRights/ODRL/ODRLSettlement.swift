/// The constraints of a rule as limits of clauses, those that clauses cannot say settled by what is known of a use.
enum ODRLSettlement {
  /// Alternatives of limits that hold together.
  case limits([[Constraint]])
  /// The rule does not hold for the use.
  case beside
  /// Neither limits nor facts say whether the rule holds.
  case unknown

  /// Settles constraints; without facts nothing is known of what clauses cannot say.
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
