public import WireText

/// The evaluation of a rule for a use, in the states of ODRL's formal semantics.
public struct ODRLRuleReport: Sendable, Hashable {
  /// Whether everything that a rule needs in order to apply is satisfied.
  public enum Activation: String, Sendable, Hashable { case active, inactive, unknown }
  /// Whether the act that a rule regulates is attempted.
  public enum Attempt: String, Sendable, Hashable { case attempted, notAttempted, unknown }
  /// Whether the act was done.
  public enum Performance: String, Sendable, Hashable { case performed, notPerformed, unknown }
  /// The deontic state of a prohibition or a duty.
  public enum Deontic: String, Sendable, Hashable { case notSet, violated, fulfilled }

  /// The kind of rule.
  public var kind: ODRLRule.Kind
  /// The rule's identifier.
  public var uid: String?
  /// Its position in the document.
  public var range: TextRange
  /// Whether everything that it needs in order to apply is satisfied.
  public var activation: Activation
  /// Whether the use is the act that it regulates.
  public var attempt: Attempt
  /// Whether the act was done: a use that is published, an act on record.
  public var performance: Performance
  /// The deontic state; a permission is never violated.
  public var deontic: Deontic
  /// Its duties, or the consequences of a duty, or the remedies of a prohibition.
  public var parts: [ODRLRuleReport]
}

/// The evaluation of a policy for a use.
public struct ODRLReport: Sendable, Hashable {
  /// The result over all rules.
  public enum Result: String, Sendable, Hashable {
    /// A permission is active.
    case permitted
    /// A prohibition is active.
    case prohibited
    /// No rule covers the use.
    case notRegulated
    /// A permission and a prohibition are active, and the policy's strategy makes it void.
    case void
    /// A rule that may cover the use depends on unknown facts.
    case unknown
  }
  /// Each rule in the order of the policy.
  public var rules: [ODRLRuleReport]
  /// The result over all rules.
  public var result: Result
  /// Duties of active permissions, and obligations, that are not known to be fulfilled.
  public var open: [ODRLRuleReport]

  /// The result as one of our outcomes: a use that is not regulated, void or unknown needs review.
  public var outcome: Outcome {
    switch result {
    case .permitted: open.isEmpty ? .allow : .allowWithDuty
    case .prohibited: .violation
    case .notRegulated, .void, .unknown: .needsReview
    }
  }
}

/// Evaluates policies by ODRL's formal semantics.
///
/// Policies that are read for a decision become statements, and the engine's tiers decide. The evaluator tells users of
/// the library the states of a policy's own rules, with what statements cannot express: exclusive alternatives,
/// sequences, remedies and consequences. Constraints are compared by `ODRLFacts`, as where a statement is settled for a
/// use (`ODRLPolicy.statement(in:settledFor:)`), so that the two never disagree about one.
public struct ODRLEvaluator: Sendable {
  /// The known facts.
  public var facts: ODRLFacts

  /// An evaluator with some facts.
  public init(_ facts: ODRLFacts) { self.facts = facts }

  /// Evaluates a policy.
  public func report(on policy: ODRLPolicy) -> ODRLReport {
    let rules = policy.rules.map(report)
    func held(_ kind: ODRLRule.Kind) -> Truth {
      let found = rules.filter {
        $0.kind == kind && $0.attempt != .notAttempted && $0.activation != .inactive
      }
      if found.contains(where: { $0.attempt == .attempted && $0.activation == .active }) { return .yes }
      return found.isEmpty ? .no : .unknown
    }
    let result = result(permitted: held(.permission), prohibited: held(.prohibition), policy)
    let permissions = rules.filter {
      $0.kind == .permission && $0.attempt == .attempted && $0.activation == .active
    }
    let obligations = rules.filter { $0.kind == .obligation && $0.activation == .active }
    let open = (permissions.flatMap(\.parts) + obligations).filter { $0.deontic != .fulfilled }
    return ODRLReport(rules: rules, result: result, open: open)
  }

  private func result(permitted: Truth, prohibited: Truth, _ policy: ODRLPolicy) -> ODRLReport.Result {
    let isWhole = policy.unread.isEmpty
    switch (permitted, prohibited) {
    case (.yes, .yes):
      switch policy.conflict {
      case .permit: return isWhole ? .permitted : .unknown
      case .prohibit: return .prohibited
      case .invalid: return .void
      }
    case (_, .yes): return permitted == .unknown && policy.conflict != .prohibit ? .unknown : .prohibited
    case (.yes, .no): return isWhole ? .permitted : .unknown
    case (.yes, .unknown): return policy.conflict == .permit && isWhole ? .permitted : .unknown
    case (.no, .no): return isWhole ? .notRegulated : .unknown
    default: return .unknown
    }
  }

  // MARK: Rules

  private func report(on rule: ODRLRule) -> ODRLRuleReport {
    rule.kind == .obligation ? duty(rule) : regulation(rule)
  }

  /// A permission or prohibition.
  private func regulation(_ rule: ODRLRule) -> ODRLRuleReport {
    let attempt = attempt(at: rule)
    let isActive = Truth.all([
      facts.truth(rule.constraints), concerns(rule), Truth(rule.unread.isEmpty ? true : nil),
    ])
    var report = ODRLRuleReport(
      kind: rule.kind, uid: rule.uid, range: rule.range, activation: Self.activation(isActive),
      attempt: Self.attempt(attempt), performance: performance(attempt), deontic: .notSet, parts: [])
    if rule.kind == .permission {
      report.parts = rule.duties.map(duty)
      // A duty that is known to be unfulfilled removes the permission; one that may still be fulfilled does not.
      let isLost = report.parts.contains { $0.deontic == .violated }
      if isLost { report.activation = .inactive }
    } else if report.activation == .active, report.performance == .performed {
      report.parts = rule.remedies.map(duty)
      let isRemedied = !report.parts.isEmpty && report.parts.allSatisfy { $0.deontic == .fulfilled }
      report.deontic = isRemedied ? .fulfilled : .violated
    }
    return report
  }

  /// A duty, obligation, consequence or remedy.
  ///
  /// The depth of nested consequences is bounded by the reader.
  private func duty(_ rule: ODRLRule) -> ODRLRuleReport {
    let isActive = Truth.all([facts.truth(rule.constraints), Truth(rule.unread.isEmpty ? true : nil)])
    let acts = rule.actions.map { facts.performed[$0.name] }
    let isDone: Bool? = acts.contains(true) ? true : acts.contains(nil) || acts.isEmpty ? nil : false
    var report = ODRLRuleReport(
      kind: .obligation, uid: rule.uid, range: rule.range, activation: Self.activation(isActive),
      attempt: isDone == true ? .attempted : isDone == false ? .notAttempted : .unknown,
      performance: isDone == true ? .performed : isDone == false ? .notPerformed : .unknown, deontic: .notSet,
      parts: [])
    guard report.activation == .active else { return report }
    if isDone == true { report.deontic = .fulfilled }
    if isDone == false {
      // An unfulfilled duty can be remedied by its consequences.
      report.parts = (rule.consequences + rule.remedies).map(duty)
      let isMadeGood = !report.parts.isEmpty && report.parts.allSatisfy { $0.deontic == .fulfilled }
      report.deontic = isMadeGood ? .fulfilled : .violated
    }
    return report
  }

  /// Whether the use is one of a rule's acts.
  private func attempt(at rule: ODRLRule) -> Truth {
    var isUnknown = facts.use.actions.isEmpty
    for action in rule.actions {
      guard let meaning = ODRLVocabulary.action(named: action.name) else {
        isUnknown = true
        continue
      }
      let isMeant = facts.use.actions.contains { used in
        rule.kind == .permission ? meaning.action.permits(used) : meaning.action.prohibits(used)
      }
      guard isMeant else { continue }
      switch facts.truth(action.refinements) {
      case .yes: return .yes
      case .unknown: isUnknown = true
      case .no: break
      }
    }
    return isUnknown ? .unknown : .no
  }

  /// Whether a rule applies to the current asset and party.
  private func concerns(_ rule: ODRLRule) -> Truth {
    let asset = matches(rule.targets.map(\.uid).filter { !$0.isEmpty }, facts.assets)
    let parts = rule.targets.compactMap(\.part)
    let part: Truth = parts.isEmpty ? .yes : Truth(parts.contains(where: facts.use.parts.contains))
    let people = rule.assignees.flatMap { [$0.uid, $0.name].compactMap { $0 } }
    let party: Truth = people.contains("All") ? .yes : matches(people, facts.assignees)
    return .all([asset, part, party])
  }

  private func matches(_ named: [String], _ known: Set<String>) -> Truth {
    if named.isEmpty || named.contains(where: known.contains) { return .yes }
    return known.isEmpty ? .unknown : .no
  }

  private func performance(_ attempt: Truth) -> ODRLRuleReport.Performance {
    switch attempt {
    case .yes: facts.use.stage == .publish ? .performed : .notPerformed
    case .no: .notPerformed
    case .unknown: .unknown
    }
  }

  private static func activation(_ truth: Truth) -> ODRLRuleReport.Activation {
    switch truth {
    case .yes: .active
    case .no: .inactive
    case .unknown: .unknown
    }
  }

  private static func attempt(_ truth: Truth) -> ODRLRuleReport.Attempt {
    switch truth {
    case .yes: .attempted
    case .no: .notAttempted
    case .unknown: .unknown
    }
  }
}
