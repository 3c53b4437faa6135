import Testing
import WireText

@testable import WireRights

/// Decisions about words that nearly permit: a notice is read and a use decided, without a contract.
@Suite struct NoticeDecisionTests {
  private static let policies = ProgramPolicies.all

  private func decide(
    _ text: String, on channel: String = "web", at instant: Instant = Sample.noon
  ) throws -> Outcome {
    let statement = try NoticeParser(Self.policies.get()).parse(text)
    return try Sample.engine().decide(
      on: Sample.item(statement), contracts: [], use: Sample.use(on: [channel], at: instant),
      evidence: Sample.credited
    ).outcome
  }

  /// Licences that do not cover the text, or not everybody’s use of it.
  @Test(arguments: [
    "This article is not licensed under CC BY 4.0.",
    "Our stories are no longer available under CC BY 4.0.",
    "Unsere Texte stehen nicht mehr unter CC BY 4.0.",
    "Nos textes ne sont plus disponibles sous CC BY 4.0.",
    "Previously CC BY 4.0; since 1 January 2026 all rights are reserved.",
    "CC BY 4.0 applies to the data only, not to this article.",
    "Our stories are available under CC BY 4.0 to members only.",
    "Some of our stories are available under CC BY 4.0.",
    "This site runs on open source software under the MIT License.",
    "The podcast is CC BY 4.0, the text all rights reserved.",
    "Alle Inhalte sind nur mit Lizenz nutzbar.",
  ])
  func aLicenceOfSomethingElsePermitsNothing(_ text: String) throws {
    #expect(try decide(text) >= .needsReview)
  }

  @Test(arguments: [
    "This article is licensed under CC BY 4.0.",
    "All content on this site, except photos, is licensed under CC BY 4.0.",
    "This article is licensed only under CC BY 4.0.",
  ])
  func aLicenceOfTheTextPermits(_ text: String) throws {
    #expect(try decide(text) <= .allowWithDuty)
  }

  @Test(arguments: [
    "From 1 December 2026 this article is available under CC BY 4.0.", "CC BY 4.0 from 1 December 2026",
  ])
  func aLicenceStartsOnItsDay(_ text: String) throws {
    #expect(try decide(text, at: Sample.instant("2026-11-20T10:00:00Z")) == .violation)
    #expect(try decide(text, at: Sample.instant("2026-12-02T10:00:00Z")) == .allowWithDuty)
  }

  @Test(arguments: [
    "Permission to republish this story has been revoked.",
    "The permission to use this article has expired.",
    "Our licence to distribute this story has expired. You may publish it until then.",
    "Die Erlaubnis zum Nachdruck ist abgelaufen.",
    "Разрешение на публикацию отозвано.",
    "This article may only be published by Harbour Press.",
    "Only Harbour Press may publish this article.",
    "One-time use only, no archiving or resale.",
    "Free for newspapers, fee payable by magazines.",
    "Any outlet but those owned by Harbour Group may carry this report.",
  ])
  func whatEndedOrIsForOthersIsNotPermitted(_ text: String) throws {
    #expect(try decide(text) >= .needsReview)
  }

  @Test(arguments: [
    "Please do not use this story for now.", "Bitte verwenden Sie die Meldung vorerst nicht.",
    "Ne pas publier pour l’instant.", "Cleared for publication 5 March 2027, 6 p.m. GMT.",
    "Fri för publicering 5 mars 2027 kl 12.", "This story may no longer be used.",
  ])
  func whatIsHeldOrKilledIsAViolation(_ text: String) throws {
    #expect(try decide(text) == .violation)
  }

  /// What is excluded behind a permission, in the same sentence, is not free, and the rest is.
  @Test(arguments: [
    "© Northwire. Publication is permitted / TV and radio excluded.",
    "© Northwire. Der Abdruck ist frei, im Fernsehen verboten.",
    "© Northwire. Free for publication, television excluded.",
  ])
  func whatIsExcludedBehindAPermissionIsBarred(_ text: String) throws {
    #expect(try decide(text, on: "tv") == .violation)
    #expect(try decide(text) <= .allowWithDuty)
  }

  @Test(arguments: [
    "EDITORIAL USE ONLY, UK OUT", "Editorial use only, excluding the United Kingdom.",
    "EDITORIAL USE ONLY UK OUT",
    "Nur redaktionelle Nutzung, Großbritannien ausgenommen.",
  ])
  func whatIsOutBehindOnlyIsBarredThere(_ text: String) throws {
    let statement = try NoticeParser(Self.policies.get()).parse(text)
    let decision = try Sample.engine().decide(
      on: Sample.item(statement), contracts: try Sample.contracts(Sample.full), use: Sample.use(in: ["GB"]),
      evidence: Sample.credited)
    #expect(decision.outcome == .violation)
    let home = try Sample.engine().decide(
      on: Sample.item(statement), contracts: try Sample.contracts(Sample.full), use: Sample.use(in: ["BG"]),
      evidence: Sample.credited)
    #expect(home.outcome < .violation)
  }
}
