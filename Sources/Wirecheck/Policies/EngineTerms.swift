internal import WireRights

/// The settings of a decision engine as terms, so that they can be compared.
enum EngineTerms {
  /// The settings, in a fixed order.
  static func terms(of engine: DecisionEngine) -> [ContractTerm] {
    let quotes = engine.quotation
    func flag(_ value: Bool) -> String { value ? "true" : "false" }
    return [
      ContractTerm(key: "profile", value: engine.profile.rawValue),
      ContractTerm(key: "quotes.profile", value: quotes.profile),
      ContractTerm(key: "quotes.max-words-per-quote", value: "\(quotes.maxWordsPerQuote)"),
      ContractTerm(key: "quotes.max-total-words", value: "\(quotes.maxTotalWords)"),
      ContractTerm(
        key: "quotes.max-share-of-source", value: "\(Int((quotes.maxShareOfSource * 100).rounded()))%"),
      ContractTerm(key: "quotes.max-longest-run", value: "\(quotes.maxLongestRun)"),
      ContractTerm(key: "quotes.short-source-floor-words", value: "\(quotes.shortSourceFloorWords)"),
      ContractTerm(key: "quotes.require-attribution", value: flag(quotes.requireAttribution)),
      ContractTerm(key: "quotes.require-quotation-marks", value: flag(quotes.requireQuotationMarks)),
      ContractTerm(key: "quotes.require-link-on-web", value: flag(quotes.requireLinkOnWeb)),
      ContractTerm(key: "quotes.applies-to-images", value: flag(quotes.appliesToImages)),
      ContractTerm(
        key: "quotes.purposes", value: quotes.purposes.map(\.rawValue).sorted().joined(separator: ", ")),
    ]
  }

  static func changes(from old: DecisionEngine, to new: DecisionEngine) -> [TermChange] {
    zip(terms(of: old), terms(of: new)).filter { $0 != $1 }.map {
      TermChange(subject: "the newsroom's settings", key: $0.key, old: $0.value, new: $1.value)
    }
  }
}
