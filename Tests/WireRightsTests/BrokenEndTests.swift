import Testing

@testable import WireRights

/// Texts that break off in the middle of their terms.
@Suite struct BrokenEndTests {
  private static let policies = ProgramPolicies.all

  private func statement(_ text: String) throws -> RightsStatement {
    NoticeParser(try Self.policies.get()).parse(text)
  }

  @Test(
    "what may follow may take back what was permitted",
    arguments: [
      "May be republished for free…", "May be republished for free...", "May be republished for free [...]",
      "This story may be republished, provided the", "This story may be republished by partners and",
      "This story may be republished (with credit", "Abdruck honorarfrei …", "Reproducción permitida...",
      "本文可以自由转载……", "本記事は自由に転載できます...",
    ])
  func permitsOfABrokenText(_ text: String) throws {
    let statement = try statement(text)
    #expect(statement.isTruncated)
    let decision = try Sample.engine().decide(
      on: Sample.item(statement), contracts: [], use: Sample.use(), evidence: Sample.credited)
    #expect(decision.outcome >= .needsReview)
  }

  @Test("dots inside a permission stand for words that nobody read")
  func omissionInside() throws {
    let statement = try statement("May be republished for free … in print.")
    #expect(!statement.residue.isEmpty)
  }

  @Test(
    "a text that ends as it should is whole",
    arguments: [
      "May be republished for free.", "MAGS OUT, NO SALES", "© 2026 Gull News. All rights reserved. More …",
      "This story may be republished (with credit)", "Use this attribution at the top of the story: “…”",
    ])
  func wholeTexts(_ text: String) throws {
    #expect(try !statement(text).isTruncated)
  }
}
