import Foundation
import Testing

/// The main job: agency copy in drafts, told with its clause, with and without a contract.
@Suite struct StoryTests {
  /// A draft and what must be found in it without a contract.
  struct Case: CustomTestStringConvertible {
    var name: String
    var draft: String
    /// The paragraph of the draft and of the item that the use stands in.
    var paragraph: Int
    var sourceParagraph: Int
    var testDescription: String { name }
  }

  static let uses = [
    Case(name: "three sentences in a row", draft: Story.copied, paragraph: 2, sourceParagraph: 1),
    Case(name: "five sentences rewritten", draft: Story.rewritten, paragraph: 2, sourceParagraph: 3),
  ]

  @Test(arguments: uses) func isBlockedWithoutContract(_ use: Case) throws {
    let newsroom = try Newsroom()
    let text = try newsroom.check(use.draft)
    #expect(text.status == 1)
    #expect(text.output.contains(Story.clause))
    #expect(text.output.contains(" --> draft.md:"))
    #expect(text.output.contains("(paragraph \(use.paragraph))"))
    #expect(text.output.contains(/::: northwire \S*story.txt#1 \(paragraph \d\)/))
    #expect(text.output.hasSuffix("is for your rights desk.\n"))

    let json = try newsroom.check(use.draft, "--format", "json")
    #expect(json.status == 1)
    let report = try Report(json)
    #expect(report.verdict == "block")
    let finding = try #require(report.findings.first { ["WC101", "WC102"].contains($0.rule) })
    #expect(finding.level == "error")
    #expect(finding.term?.words.contains(Story.clause) == true)
    #expect(finding.places.first?.paragraph == use.paragraph)
    #expect(finding.source?.agency == "northwire")
    #expect(finding.source?.passages.first?.paragraph == use.sourceParagraph)
    #expect(!finding.help.isEmpty)
  }

  @Test(arguments: uses) func namesTheCreditWhileWriting(_ use: Case) throws {
    let newsroom = try Newsroom(contract: Newsroom.permission)
    let text = try newsroom.check(use.draft, "--stage", "draft")
    #expect(text.status == 0)
    #expect(text.output.contains("info[WC201]"))
    #expect(text.output.contains("The Client may publish, edit and rewrite Items on its website"))
    #expect(text.output.contains("Add the credit “Northwire”"))
    #expect(text.output.contains("pass: "))
  }

  @Test(arguments: uses) func failsAtPublicationWithoutCredit(_ use: Case) throws {
    let newsroom = try Newsroom(contract: Newsroom.permission)
    let json = try newsroom.check(use.draft, "--format", "json")
    #expect(json.status == 1)
    let report = try Report(json)
    #expect(report.rules == ["WC201"])
    #expect(report.finding("WC201")?.level == "error")
  }

  @Test(arguments: ["copied", "rewritten"]) func passesWithCredit(_ name: String) throws {
    let draft = name == "copied" ? Story.credited : Story.rewrittenCredited
    let newsroom = try Newsroom(contract: Newsroom.permission)
    let text = try newsroom.check(draft)
    #expect(text.status == 0)
    #expect(text.output.contains("permitted: draft.md: "))
    #expect(text.output.contains("by clause 4.1 of NW-2024-07; the credit stands"))
    #expect(text.output.contains("0 findings"))
    #expect(
      try Report(try newsroom.check(draft, "--format", "json")).uses.first?.uses.first?.agency == "northwire")
  }

  /// What a draft says of itself, and whether the copy then passes on a site with two channels, one of them licensed.
  static let declarations: [(front: String, passes: Bool)] = [
    ("", false), ("channels: [web]", true), ("channels: [newsletter]", false), ("channels: [mars]", false),
    ("channels: []", false), ("territories: [US]", false), ("rules: {WC402: off}", false),
    ("status: draft", false),
    ("check: {fail-on: never}", false), ("wirecheck: off", false), ("agency: none", false),
  ]

  @Test(arguments: declarations)
  func aDraftMayNarrowItsUseButNotExcuseItself(_ declaration: (front: String, passes: Bool)) throws {
    let newsroom = try Newsroom(contract: Newsroom.permission)
    try newsroom.folder.write(
      Newsroom.configuration.replacing("[web]", with: "[web, newsletter]") + Newsroom.permission,
      to: "wirecheck.yaml")
    let draft = Story.credited.replacing(
      "credit: Northwire\n", with: "credit: Northwire\n\(declaration.front)\n")
    let outcome = try newsroom.check(draft)
    #expect((outcome.status == 0) == declaration.passes, "\(outcome.output)")
    #expect(outcome.output.contains("WC402") != declaration.passes)
  }

  @Test func aContractThatHasEndedPermitsNothing() throws {
    let contract = Newsroom.permission.replacing("until: 2027-06-30", with: "until: 2026-11-19")
    let report = try Report(try Newsroom(contract: contract).check(Story.credited, "--format", "json"))
    #expect(report.verdict == "block")
  }

  @Test func theStoryItselfAlsoHoldsItsNotice() throws {
    let newsroom = try Newsroom()
    let outcome = try newsroom.check(Story.text, "--format", "json", name: "pasted.txt")
    #expect(outcome.status == 1)
    let report = try Report(outcome)
    #expect(report.rules == ["WC101", "WC502"])
    #expect(report.finding("WC502")?.term?.words.contains(Story.clause) == true)
  }

  @Test(arguments: [true, false]) func ownReportingWithOneCreditedPhrasePasses(_ hasContract: Bool) throws {
    let newsroom = try Newsroom(contract: hasContract ? Newsroom.permission : "")
    let outcome = try newsroom.check(Story.reported, "--format", "json")
    #expect(outcome.status == 0)
    #expect(try Report(outcome).findings.isEmpty)
  }

  @Test func comparesWithoutSetUp() throws {
    let folder = try Folder()
    try folder.write(Story.copied, to: "draft.md")
    try folder.write(Story.text, to: "wire.txt")
    let outcome = try Tool(folder: folder).run("compare", "draft.md", "wire.txt")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains(Story.clause))
    #expect(folder.snapshot(of: folder.path).count == 2)
  }

  @Test func explainsAFindingOfTheLastRun() throws {
    let newsroom = try Newsroom()
    let report = try Report(try newsroom.check(Story.copied, "--format", "json"))
    let fingerprint = try #require(report.findings.first?.fingerprint)
    let outcome = try newsroom.tool.run("explain", fingerprint)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("step by step"))
    #expect(outcome.output.contains(Story.clause))
  }

  @Test func rendersASavedRunAgain() throws {
    let newsroom = try Newsroom()
    let text = try newsroom.check(Story.copied, "--output", "json=run.json", "--output", "sarif=run.sarif")
    for (format, expected) in [("text", text.output), ("sarif", try newsroom.folder.text(of: "run.sarif"))] {
      let again = try newsroom.tool.run("report", "run.json", "--format", format)
      #expect(again.status == 0)
      #expect(again.output == expected, "\(format)")
    }
  }

  @Test(arguments: [("error", 1), ("never", 0)])
  func aSavedRunFailsAgainWhereThatIsAskedFor(_ level: String, _ status: Int32) throws {
    let newsroom = try Newsroom()
    _ = try newsroom.check(Story.copied, "--output", "json=run.json")
    #expect(try newsroom.tool.run("report", "run.json", "--fail-on", level).status == status)
  }
}
