/// What a rule finds and what it leaves alone: two examples that differ in one thing.
public struct RuleExamples: Sendable {
  /// The rule's identifier.
  public var rule: String
  /// An example in which the rule finds something.
  public var failing: RuleExample
  /// The same with one thing changed, so that it does not.
  public var passing: RuleExample
  /// What was changed, as a sentence without its full stop.
  public var difference: String

  /// Two examples; the passing one is the failing one with a change.
  init(
    _ rule: RuleDescription, _ failing: RuleExample, butPassesWhere difference: String,
    change: (inout RuleExample) -> Void
  ) {
    self.rule = rule.id
    self.failing = failing
    self.difference = difference
    passing = failing.with(change)
  }
}

extension Rules {
  /// The examples of a rule; nil where there is no rule of that identifier.
  public static func examples(of id: String) -> RuleExamples? { examples.first { $0.rule == id } }

  /// The examples of all rules.
  static var examples: [RuleExamples] {
    ReuseExamples.all + CreditExamples.all + TimeExamples.all + ScopeExamples.all + NoticeExamples.all
      + LicenceExamples.all + CompletenessExamples.all
  }
}
