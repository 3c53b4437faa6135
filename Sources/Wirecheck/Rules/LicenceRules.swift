/// WC601: a changed copy under a public licence that does not permit changes.
enum ChangesForbidden: Rule {
  static let description = RuleDescription(
    id: "WC601", name: "cc-nd-modified", level: .error,
    title: "An item under a licence without derivatives was changed",
    explanation: """
      Fires when an item stands under a Creative Commons licence with the element ND (NoDerivatives) and the passage \
      in the document is edited, rewritten, translated or summarised.
      """,
    help: "Restore the item's own words, or link to it instead")

  static func evaluate(_ subject: Subject) -> [Observation] {
    subject.obstacles(.changesForbidden).map { $0.observation(of: description) }
  }
}

/// WC602: use on a commercial site under a public licence for non-commercial use only.
enum CommercialUseForbidden: Rule {
  static let description = RuleDescription(
    id: "WC602", name: "cc-nc-commercial", level: .error,
    title: "An item under a licence for non-commercial use stands on a commercial site",
    explanation: """
      Fires when an item stands under a Creative Commons licence with the element NC (NonCommercial) and the \
      configuration says that the site earns money (`site.commercial: true`).
      """,
    help: "Remove the passages, or ask the holder for leave")

  static func evaluate(_ subject: Subject) -> [Observation] {
    subject.obstacles(.commercialUseForbidden).map { $0.observation(of: description) }
  }
}
