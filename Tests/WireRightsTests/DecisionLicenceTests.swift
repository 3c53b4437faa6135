import Testing
import WireText

@testable import WireRights

/// Tier 5: public licences and their elements.
struct DecisionLicenceTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var licence: String
    var reuse: Reuse
    var isCommercial: Bool?
    var territory: String
    var outcome: Outcome
    var reason: Reason
    var testDescription: String {
      "\(licence) \(reuse.rawValue) \(isCommercial.map(String.init) ?? "?") \(territory)"
    }

    init(
      _ licence: String, as reuse: Reuse = .verbatim, commercial: Bool? = true, in territory: String = "BG",
      _ outcome: Outcome, _ reason: (String) -> Reason
    ) {
      self.licence = licence
      self.reuse = reuse
      isCommercial = commercial
      self.territory = territory
      self.outcome = outcome
      self.reason = reason(licence)
    }
  }

  static let examples: [Example] = [
    Example("CC-BY-4.0", .allowWithDuty, Reason.licencePermits),
    Example("CC-BY-4.0", as: .translated, .allowWithDuty, Reason.licencePermits),
    Example("CC-BY-3.0-DE", as: .edited, .allowWithDuty, Reason.licencePermits),
    Example("LicenseRef-CC-BY", .allowWithDuty, Reason.licencePermits),
    Example("https://creativecommons.org/licenses/by/4.0/deed.bg", .allowWithDuty, Reason.licencePermits),
    Example("CC-BY-ND-4.0", .allowWithDuty, Reason.licencePermits),
    Example("CC-BY-ND-4.0", as: .edited, .violation, Reason.licenceForbidsChanges),
    Example("CC-BY-ND-2.0", as: .rewritten, .violation, Reason.licenceForbidsChanges),
    Example("CC-BY-ND-4.0", as: .translated, .violation, Reason.licenceForbidsChanges),
    Example("CC-BY-NC-4.0", .violation, Reason.licenceForbidsCommercialUse),
    Example("CC-BY-NC-4.0", commercial: false, .allowWithDuty, Reason.licencePermits),
    Example("CC-BY-NC-4.0", commercial: nil, .needsReview, Reason.licenceForbidsCommercialUse),
    Example("CC-BY-NC-ND-3.0", as: .edited, commercial: false, .violation, Reason.licenceForbidsChanges),
    Example("CC-BY-SA-4.0", as: .translated, .allowWithDuty, Reason.licencePermits),
    Example("CC0-1.0", as: .edited, .allow, Reason.licencePermits),
    Example("OGL-UK-3.0", as: .edited, .allowWithDuty, Reason.licencePermits),
    Example("LicenseRef-US-Gov-PD", in: "US", .allow, Reason.licencePermits),
    Example("LicenseRef-US-Gov-PD", in: "US-CA", .allow, Reason.licencePermits),
    Example("LicenseRef-US-Gov-PD", .needsReview, Reason.licenceUnclear),
    Example("LicenseRef-CC", .needsReview, Reason.licenceUnclear),
    Example("CC-BY-9.0", .needsReview, Reason.licenceUnclear),
    Example("LicenseRef-Unheard-Of", .needsReview, Reason.licenceUnclear),
  ]

  private func decide(
    _ example: Example, profile: DecisionEngine.Profile = .strict, clauses: [(Clause, String)] = []
  ) throws -> Decision {
    let text = "© Northwire. All rights reserved. Licence: \(example.licence). No posters."
    let statement = Sample.statement(text, clauses, reserved: "All rights reserved", licence: example.licence)
    var use = Sample.use(example.reuse, in: [example.territory])
    use.isCommercial = example.isCommercial
    return try Sample.engine(profile).decide(on: Sample.item(statement), contracts: [], use: use)
  }

  @Test(arguments: examples)
  func aLicenceDecides(_ example: Example) throws {
    let decision = try decide(example)
    #expect(decision.outcome == example.outcome)
    let reasons = decision.worst.map(\.reason) + decision.worst.flatMap(\.doubts).map(\.reason)
    #expect(reasons.contains(example.reason), "\(reasons)")
    if example.outcome <= .allowWithDuty { #expect(decision.deciding.tier == .publicLicence) }
  }

  @Test func sharingAlikeIsOwedForChangedCopies() throws {
    let changed = try decide(Example("CC-BY-SA-4.0", as: .edited, .allowWithDuty, Reason.licencePermits))
    #expect(
      Set(changed.duties.map(\.kind)) == [.credit, .licenceLink, .notice, .indicateChanges, .shareAlike])
    let copied = try decide(Example("CC-BY-SA-4.0", .allowWithDuty, Reason.licencePermits))
    #expect(Set(copied.duties.map(\.kind)) == [.credit, .licenceLink, .notice])
  }

  @Test func aFieldMayNameTheLicence() throws {
    var item = Sample.item()
    item.licences = ["CC-BY-4.0"]
    let decision = try Sample.engine().decide(on: item, contracts: [], use: Sample.use())
    #expect(decision.outcome == .allowWithDuty)
    #expect(decision.deciding.terms.first?.origin == .licence(id: "CC-BY-4.0"))
  }

  /// Creative Commons' `attributionName` is a field of its own beside the one with the licence.
  @Test func theCreditIsTheOneThatTheAuthorWants() throws {
    let licence = Sample.statement("CC BY 4.0", holder: nil, licence: "CC-BY-4.0")
    let name = try #require(CCREL.statement("cc:attributionName", "Ida Holm"))
    let decision = try Sample.engine().decide(
      on: Sample.item(licence, name), contracts: [], use: Sample.use())
    #expect(decision.outcome == .allowWithDuty)
    #expect(decision.duties.filter { $0.kind == .credit }.map(\.accepted) == [["Ida Holm"]])
  }

  @Test(arguments: [
    (Condition.none, Outcome.violation), (.withoutPermission, .allowWithDuty),
    (.withoutAgreement, .violation),
  ])
  func aNarrowerNoticeIsTakenAtItsWord(_ condition: Condition, _ outcome: Outcome) throws {
    let example = Example("CC-BY-4.0", outcome, Reason.licencePermits)
    let clause = Sample.prohibit(.publish, condition)
    #expect(try decide(example, clauses: [(clause, "No posters")]).outcome == outcome)
  }

  @Test func aContractComesBeforeALicence() throws {
    let statement = Sample.statement("Northwire CC BY-NC", licence: "CC-BY-NC-4.0")
    let decision = try Sample.engine().decide(
      on: Sample.item(statement),
      contracts: try Sample.contracts(
        "{agency: northwire, agreement: N, actions: publish, credit: Northwire}"),
      use: Sample.use())
    #expect(decision.outcome == .allowWithDuty)
    #expect(decision.deciding.tier == .contract)
  }
}
