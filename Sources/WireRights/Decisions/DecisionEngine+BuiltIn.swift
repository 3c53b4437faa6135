public import WireYAML

extension DecisionEngine {
  /// An engine with the default quotation limits and the public licences embedded in the program.
  ///
  /// - Throws: `YAMLFault` if an embedded policy is faulty.
  public static func builtIn() throws(YAMLFault) -> DecisionEngine {
    guard let quotation = try QuotationLimits.builtIn()[QuotationLimits.usualProfile] else {
      throw YAMLFault(
        "Policies/Jurisdictions", .init(line: 1, column: 1), "the usual profile is missing",
        next: "install the tool anew")
    }
    return DecisionEngine(profile: .standard, quotation: quotation, licences: try .builtIn())
  }
}
