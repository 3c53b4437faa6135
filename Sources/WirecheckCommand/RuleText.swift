import Wirecheck

/// A rule as text for people.
enum RuleText {
  static func text(_ rule: RuleDescription) -> String {
    """
    \(rule.id) \(rule.name) (\(rule.level.rawValue))

    \(rule.title).

    \(rule.explanation)

    What to do: \(rule.help).

    To set its level, or switch it off, in wirecheck.yaml:

      rules:
        \(rule.id): warning   # off, info, warning or error

    """
  }
}
