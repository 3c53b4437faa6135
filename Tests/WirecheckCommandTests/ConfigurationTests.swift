import Foundation
import Testing

/// Configurations that are wrong: refused with the place and the next step, and nothing is checked.
@Suite struct ConfigurationTests {
  /// What is wrong and what the message must hold.
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var expected: [String]

    init(_ name: String, _ text: String, _ expected: [String]) {
      (testDescription, self.text, self.expected) = (name, text, expected)
    }
  }

  private static let valid = Newsroom.configuration + Newsroom.permission

  static let faults = [
    Case(
      "an unknown key", valid.replacing("    until: ", with: "    untill: "),
      ["wirecheck.yaml:17:5", "`untill`", "`until`"]),
    Case(
      "an unknown key at the top", valid.replacing("contracts:", with: "contract:"),
      ["wirecheck.yaml:13:1", "`contract`", "`contracts`"]),
    Case(
      "an unknown agency", valid.replacing("agency: northwire", with: "agency: northwyre"),
      ["wirecheck.yaml:14:13", "northwyre", "northwire"]),
    Case(
      "a contract that ends before it starts", valid.replacing("2027-06-30", with: "2023-06-30"),
      ["wirecheck.yaml:17:12", "2023-06-30"]),
    Case(
      "an unknown channel", valid.replacing("channels: [web]\n  c", with: "channels: [wep]\n  c"),
      [
        "wirecheck.yaml:5:", "wep",
      ]),
    Case(
      "an unknown rule", valid + "rules:\n  WC999: off\n",
      ["wirecheck.yaml:26:3", "WC999", "did you mean"]),
    Case(
      "an unknown zone", valid.replacing("Europe/Sofia", with: "Sofia"),
      ["wirecheck.yaml:7:", "Europe/Sofia"]),
    Case(
      "a missing key", valid.replacing("  timezone: Europe/Sofia\n", with: ""),
      ["timezone", "wirecheck.yaml:"]),
    Case(
      "another version", valid.replacing("schema: 1", with: "schema: 2"), ["wirecheck.yaml:1:9", "schema: 1"]),
    Case("a tab", valid.replacing("  id: harbour", with: "\tid: harbour"), ["wirecheck.yaml:3:"]),
    Case("an alias", "schema: &a 1\nsite: *a\n", ["wirecheck.yaml:"]),
    Case("a key twice", valid + "schema: 1\n", ["wirecheck.yaml:25:1", "schema"]),
    Case("an empty file", "", ["wirecheck.yaml"]),
    Case("a list", "- schema\n", ["wirecheck.yaml:1:1"]),
    Case("deep nesting", String(repeating: "[", count: 20_000), ["wirecheck.yaml"]),
  ]

  @Test(arguments: faults) func isRefusedWithItsPlace(_ fault: Case) throws {
    let folder = try Folder()
    try folder.write(fault.text, to: "wirecheck.yaml")
    try folder.write(Story.copied, to: "draft.md")
    for arguments in [
      ["check", "draft.md"], ["scan", "draft.md"], ["rules"], ["index", "add", "draft.md"],
    ] {
      let outcome = try Tool(folder: folder).run(arguments)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.output.isEmpty, "\(arguments)")
      for words in fault.expected {
        #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
      }
    }
    #expect(!FileManager.default.fileExists(atPath: folder(".wirecheck")))
  }

  @Test func theValidOneIsTaken() throws {
    let folder = try Folder()
    try folder.write(Self.valid, to: "wirecheck.yaml")
    #expect(try Tool(folder: folder).run("rules").status == 0)
  }

  @Test func whatIsNoTextIsRefused() throws {
    let folder = try Folder()
    try folder.write(Story.copied, to: "folder/draft.md")
    try folder.write(bytes: [0xFF, 0xFE, 0x00], to: "bytes.yaml")
    try folder.write(String(repeating: "#\n", count: 600_000), to: "large.yaml")
    for path in ["folder", "bytes.yaml", "large.yaml", "missing.yaml", "/dev/null"] {
      let outcome = try Tool(folder: folder).run("check", "folder/draft.md", "--config", path)
      #expect(outcome.status == 2, "\(path)")
      #expect(outcome.errors.contains(path), "\(path)")
    }
  }

  @Test func twoInOneFolderAreRefused() throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write(Newsroom.configuration, to: ".wirecheck.yaml")
    let outcome = try newsroom.check(Story.copied)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("wirecheck.yaml and .wirecheck.yaml"))
  }

  @Test func noneIsSaidWithTheNextStep() throws {
    let folder = try Folder()
    try folder.write(Story.copied, to: "draft.md")
    for command in ["check", "scan"] {
      let outcome = try Tool(folder: folder).run(command, "draft.md")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("wirecheck init"))
    }
  }

  @Test func theNearestAboveTheInputsCounts() throws {
    let newsroom = try Newsroom(contract: Newsroom.permission)
    let strict = Newsroom.configuration.replacing("harbour-times", with: "desk-of-its-own")
    try newsroom.folder.write(strict, to: "desk/wirecheck.yaml")
    try newsroom.folder.write(Story.credited, to: "desk/drafts/one.md")
    let report = try newsroom.tool.run(
      "check", "desk/drafts/one.md", "--index", ".wirecheck/index", "--format", "json", "--now", Newsroom.now)
    #expect(
      report.output.contains("\"site\":\"desk-of-its-own\"")
        || report.output.contains("\"site\" : \"desk-of-its-own\""))
    #expect(try Report(report).verdict == "block")
  }

  @Test func initWritesOneThatIsTakenAndOverwritesNothing() throws {
    let folder = try Folder()
    let tool = Tool(folder: folder)
    #expect(try tool.run("init", "--agency", "reuters", "--agency", "ap").status == 0)
    #expect(try tool.run("rules").status == 0)
    let before = folder.snapshot(of: folder.path)
    #expect(before[".wirecheck/.gitignore"] == Data("*\n".utf8))
    let again = try tool.run("init")
    #expect(again.status == 2)
    #expect(folder.snapshot(of: folder.path) == before)
    let wrong = try tool.run("init", "other", "--agency", "no-such-agency")
    #expect(wrong.status == 2)
    #expect(folder.snapshot(of: folder.path) == before)
  }

  @Test("Sites of one repository are not checked by one another's contracts")
  func twoSites() throws {
    let folder = try Folder()
    let tool = Tool(folder: folder)
    for site in ["news", "magazine"] {
      try folder.write(Self.valid, to: "\(site)/wirecheck.yaml")
      try folder.write("Our own words about the harbour.\n", to: "\(site)/content/a.md")
    }
    let both = try tool.run("check", "news/content", "magazine/content/a.md")
    #expect(both.status == 2)
    for name in ["news/wirecheck.yaml", "magazine/wirecheck.yaml", "--config"] {
      #expect(both.errors.contains(name))
    }
    for paths in [["news/content", "news/content/a.md"], ["magazine"]] {
      #expect(try tool.run(["check"] + paths).status == 3, "only the index is missing")
    }
  }
}
