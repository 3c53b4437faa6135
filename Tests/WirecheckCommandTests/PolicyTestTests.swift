import Testing

/// `policy test`: the cases of policies, from a folder that stands in for those in the program.
@Suite struct PolicyTestTests {
  private static let lexicon = """
    language: xx
    name: Kestrelian
    anchors: [zork*]
    actions:
      publish: [zorkation, zorkable]
    effects:
      prohibit: [nixed]
    cases:

    """

  private func run(_ cases: String, _ arguments: String...) throws -> Tool.Outcome {
    let folder = try Folder()
    try folder.write(Self.lexicon + cases, to: "own/Languages/xx.yaml")
    return try Tool(folder: folder).run(["policy", "test", "--policies", "own"] + arguments)
  }

  @Test(arguments: [
    ("  - {text: Zorkation of this is nixed., says: [prohibit publish]}\n", Int32(0), "1 pass, 0 fail"),
    ("  - {text: Zorkation of this is nixed., says: [prohibit modify]}\n", 1, "FAIL Languages/xx.yaml:9:5"),
    ("  - {text: Zorkation of this is nixed., says: [forbid publish]}\n", 2, "ERROR Languages/xx.yaml:9:5"),
    ("  []\n", 2, "no case was found"),
  ])
  func statusAndPlaceAreTold(_ cases: String, _ status: Int32, _ words: String) throws {
    let outcome = try run(cases)
    #expect(outcome.status == status)
    #expect(outcome.output.contains(words), "\(outcome.output)")
  }

  @Test func coverageNamesWhatNoCaseExercises() throws {
    let outcome = try run(
      "  - {text: Zorkation of this is nixed., says: [prohibit publish]}\n", "--coverage")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("UNTESTED Languages/xx.yaml:5:24: zorkable"))
    #expect(!outcome.output.contains("zorkation\n"))
  }

  /// Files of names have no cases; what is wrong in one is told with its place all the same.
  @Test(arguments: [
    ("Regions/r.yaml", "EU: {members: [ZZ]}\n"), ("Zones/z.yaml", "Europe/Atlantis: [Atlantis]\n"),
    ("Pointers/p.yaml", "en: {labels: [tags]}\n"),
  ])
  func aFaultInNamesNamesTheFile(_ file: String, _ text: String) throws {
    let folder = try Folder()
    try folder.write(
      Self.lexicon + "  - {text: Zorkation of this is nixed., says: [prohibit publish]}\n",
      to: "own/Languages/xx.yaml")
    let arguments = ["policy", "test", "--policies", "own"]
    #expect(try Tool(folder: folder).run(arguments).status == 0)
    try folder.write(text, to: "own/\(file)")
    let outcome = try Tool(folder: folder).run(arguments)
    #expect(outcome.status == 2 && outcome.errors.contains("\(file):1:"), "\(outcome.errors)")
    // Who reads notices by such a folder must not take for unknown what was misspelt.
    let notice = try Tool(folder: folder).run("notice", "--policies", "own", "Zorkation of this is nixed.")
    #expect(notice.status == 2 && notice.errors.contains("\(file):1:"), "\(notice.errors)")
  }

  @Test func aFolderWithoutLanguagesIsRefused() throws {
    let folder = try Folder()
    let outcome = try Tool(folder: folder).run(["policy", "test", "--policies", "nowhere"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("nowhere: holds no Languages/*.yaml"))
  }
}
