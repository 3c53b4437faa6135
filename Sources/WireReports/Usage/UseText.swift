public import Wirecheck

/// A use of a wire item as text for people.
public enum UseText {
  /// The item and how much of it is used, then the terms and the decision; two lines, safe to print.
  public static func lines(of use: UseRecord) -> [String] {
    let contract = UsageWording.contract(use.agreement)
    return [
      "\(UsageWording.item(use)): \(UseClass(use).rawValue), \(UsageWording.words(use.words)), "
        + "\(Wording.percent(use.sourcePermille)) of the item",
      "\(UsageWording.terms(use, contract: contract)): \(UsageWording.outcome(use)); \(UsageWording.credit(use))",
    ].map(TerminalText.escaped)
  }
}
