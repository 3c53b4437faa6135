/// An example that a rule reports and one that it accepts; the two differ in one thing.
public struct RuleExamples: Sendable {
  /// The rule's identifier.
  public var rule: String
  /// An example in which the rule finds something.
  public var failing: RuleExample
  /// The same example with one thing changed, so that the rule accepts it.
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
  /// The examples of a rule; nil if no rule has that identifier.
  public static func examples(of id: String) -> RuleExamples? { examples.first { $0.rule == id } }

  /// The examples of all rules.
  static var examples: [RuleExamples] {
    ReuseExamples.all + CreditExamples.all + TimeExamples.all + ScopeExamples.all + NoticeExamples.all
      + LicenceExamples.all + CompletenessExamples.all
  }
}
