/// The table of rules.
public enum Rules {
  /// What is said about every rule, in order of identifiers.
  public static var all: [RuleDescription] { table.map { $0.description } + Completeness.descriptions }

  /// The rules that look at documents, in order of identifiers.
  static let table: [any Rule.Type] = [
    VerbatimProhibited.self, RewriteProhibited.self, SourceNotLicensed.self, ExcerptOverLimit.self,
    QuoteOverLength.self,
    CreditMissing.self, CreditAltered.self,
    EmbargoBroken.self, EmbargoUnclear.self, KilledItem.self, LicenceNotInForce.self, RetentionPassed.self,
    TerritoryDenied.self, ChannelDenied.self,
    NoticeLeftIn.self,
    ChangesForbidden.self, CommercialUseForbidden.self,
    NoticeUnknown.self,
  ]

  /// The description of a rule; nil where there is none of that identifier or name.
  public static func named(_ name: String) -> RuleDescription? {
    (all + PolicyRules.descriptions).first { $0.id == name.uppercased() || $0.name == name.lowercased() }
  }
}
