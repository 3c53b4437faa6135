/// The table of rules.
public enum Rules {
  /// The descriptions of all rules about documents and inputs, in order of identifiers.
  public static var ofDocuments: [RuleDescription] {
    table.map { $0.description } + Completeness.descriptions
  }

  /// The descriptions of all rules, including those about the newsroom's own terms, in order of identifiers.
  public static var all: [RuleDescription] {
    (ofDocuments + PolicyRules.descriptions).sorted { $0.id < $1.id }
  }

  /// The rules about documents, in order of identifiers.
  static let table: [any Rule.Type] = [
    VerbatimProhibited.self, RewriteProhibited.self, SourceNotLicensed.self, ExcerptOverLimit.self,
    QuoteOverLength.self, SourceUnclear.self,
    CreditMissing.self, CreditAltered.self, LinkBackMissing.self,
    EmbargoBroken.self, EmbargoUnclear.self, KilledItem.self, CorrectionPending.self, LicenceNotInForce.self,
    RetentionPassed.self,
    TerritoryDenied.self, ChannelDenied.self,
    NoticeLeftIn.self,
    ChangesForbidden.self, CommercialUseForbidden.self,
    NoticeUnknown.self,
  ]

  /// The description of a rule; nil if no rule has that identifier or name.
  public static func named(_ name: String) -> RuleDescription? {
    all.first { $0.id == name.uppercased() || $0.name == name.lowercased() }
  }
}
