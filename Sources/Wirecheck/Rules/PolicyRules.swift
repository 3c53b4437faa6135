/// The rules about the newsroom's own terms, WC805 to WC807: `wirecheck policy check` examines contracts and notices,
/// not documents.
enum PolicyRules {
  static let contradiction = RuleDescription(
    id: "WC805", name: "policy-contradiction", level: .error,
    title: "Two clauses of equal rank disagree for facts that can occur",
    explanation: """
      Fires when one clause permits and another prohibits the same action on the same channel, in the same territory, \
      for the same purpose and at the same time, and neither is an exception to the other. The prohibition holds; \
      what was meant is for a person to say.
      """,
    help: "Edit one of the clauses so that it is the exception")
  static let ending = RuleDescription(
    id: "WC806", name: "licence-ending", level: .warning,
    title: "A contract is over, or ends within thirty days",
    explanation: """
      Fires when the last day of a contract has passed or is no more than thirty days ahead. From then on its clauses \
      permit nothing.
      """,
    help: "Renew the contract, or remove it from the configuration")
  static let unreviewed = RuleDescription(
    id: "WC807", name: "policy-unreviewed", level: .warning,
    title: "Terms that were read by machine were not confirmed by a person",
    explanation: """
      Fires for a contract that `wirecheck policy parse` drafted and nobody confirmed, for one whose terms or page \
      changed since, and for notices in delivered copy whose terms nobody confirmed. An unconfirmed contract decides \
      nothing: what it permits and what it prohibits is left to a person.
      """,
    help: "Read the terms against their source and confirm them with `wirecheck policy check --confirm`")

  static let descriptions = [contradiction, ending, unreviewed]
}
