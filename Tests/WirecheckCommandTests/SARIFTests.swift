import Foundation
import Testing

/// Reports in the format sarif, read back as a code host reads them.
@Suite struct SARIFTests {
  /// What a code host looks at; the names are those of the standard.
  private struct Log: Decodable {
    var version: String
    var runs: [Run]
    struct Run: Decodable {
      var tool: Tool
      var columnKind: String
      var results: [Result]
    }
    struct Tool: Decodable { var driver: Driver }
    struct Driver: Decodable { var rules: [Rule] }
    struct Rule: Decodable { var id: String }
    struct Result: Decodable {
      var ruleId: String
      var ruleIndex: Int
      var level: String
      var locations: [Location]
      var partialFingerprints: [String: String]
    }
    struct Location: Decodable { var physicalLocation: PhysicalLocation }
    struct PhysicalLocation: Decodable {
      var artifactLocation: ArtifactLocation
      var region: Region
    }
    struct ArtifactLocation: Decodable { var uri: String }
    struct Region: Decodable {
      var startLine: Int
      var startColumn: Int?
      var endLine: Int?
      var endColumn: Int?
    }

    init(_ text: String) throws { self = try JSONDecoder().decode(Log.self, from: Data(text.utf8)) }
  }

  /// The words of a region; columns count Unicode scalars from 1, the end is the column after the last one.
  private static func cut(_ region: Log.Region, from text: String) throws -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    let (first, last) = (region.startLine - 1, (region.endLine ?? region.startLine) - 1)
    try #require(lines.indices.contains(first) && lines.indices.contains(last))
    let start = try #require(region.startColumn) - 1
    let end = try #require(region.endColumn) - 1
    var result: [Unicode.Scalar] = []
    for line in first...last {
      let lower = line == first ? start : 0
      let upper = line == last ? end : lines[line].count
      try #require(lower >= 0 && lower <= upper && upper <= lines[line].count)
      result += lines[line][lower..<upper] + (line == last ? [] : [" "])
    }
    return String(String.UnicodeScalarView(result))
  }

  /// What stands before the passage, in its line and above it.
  static let openings = [
    "", "“Мы ждали,” — сказал он в кафе 😀 é. ", "e\u{301}—\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} “港” – ",
  ]

  @Test(arguments: openings, ["md", "txt", "html", "jsonl"])
  func regionsHoldThePassage(_ opening: String, _ format: String) throws {
    let newsroom = try Newsroom()
    let passage = Story.three
    let body = "Он пришёл — “поздно” 😀.\n\n\(opening)\(passage)\n\nThe café was closed.\n"
    let draft =
      switch format {
      case "html": "<p>\(body.replacing("\n\n", with: "</p>\n<p>"))</p>\n"
      case "jsonl": "{\"id\": \"é😀\", \"text\": \"\(body.replacing("\n", with: "\\n"))\"}\n"
      default: body
      }
    let outcome = try newsroom.check(draft, "--format", "sarif", name: "draft.\(format)")
    #expect(outcome.status == 1, "\(outcome.errors)")
    let run = try #require(try Log(outcome.output).runs.first)
    #expect(run.columnKind == "unicodeCodePoints")
    let result = try #require(run.results.first { $0.ruleId == "WC101" })
    let words = try Self.cut(try #require(result.locations.first).physicalLocation.region, from: draft)
    #expect(words.hasPrefix("Prime Minister Ilona Marek"))
    #expect(words.hasSuffix("off Cape Lodden") || words.hasSuffix("off Cape Lodden."))
  }

  @Test func regionsOfSeveralLinesHoldThePassage() throws {
    let newsroom = try Newsroom()
    let wrapped = Story.three.replacing("confirmed on ", with: "confirmed on\n").replacing(
      "the strait", with: "the\nstrait")
    let draft = "“é” 😀\n\n" + wrapped + "\n"
    let outcome = try newsroom.check(draft, "--format", "sarif")
    let result = try #require(try Log(outcome.output).runs.first?.results.first)
    let region = try #require(result.locations.first).physicalLocation.region
    #expect(region.startLine == 3 && region.endLine == 5)
    #expect(try Self.cut(region, from: draft).hasPrefix("Prime Minister Ilona Marek"))
    #expect(try Self.cut(region, from: draft).contains("off Cape Lodden"))
  }

  /// Code hosts tell alerts apart by hashes of lines, for which an input is opened as the run opened it.
  @Test(arguments: [[], ["--no-isolation"]])
  func linesOfAnInputThatIsReadByAMappingHaveHashes(_ flags: [String]) throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write(
      "items: records\ntitle: piece.name\nbody: piece.words\n", to: "mapping.yaml")
    let words = Story.three.replacing("\n", with: "\\n")
    try newsroom.folder.write(
      #"{"records": [{"piece": {"name": "A", "words": "\#(words)"}}]}"#, to: "export.json")
    let outcome = try newsroom.tool.run(
      ["check", "export.json", "--mapping", "mapping.yaml", "--format", "sarif", "--now", Newsroom.now]
        + flags)
    #expect(outcome.status == 1, "\(outcome.errors)")
    let result = try #require(try Log(outcome.output).runs.first?.results.first { $0.ruleId == "WC101" })
    #expect(result.partialFingerprints["primaryLocationLineHash"]?.hasSuffix(":1") == true)
  }

  @Test func addressesAreRelativeAndRulesListed() throws {
    let newsroom = try Newsroom()
    for name in ["drafts/a.md", "drafts/b c/Möwe #1.md", "story.txt"] {
      try newsroom.folder.write(name == "story.txt" ? Story.text : Story.copied, to: name)
    }
    let inputs = ["./drafts", newsroom.folder("story.txt"), "missing.md"]
    let outcome = try newsroom.tool.run(["check"] + inputs + ["--format", "sarif"])
    #expect(outcome.status == 3)
    let log = try Log(outcome.output)
    #expect(log.version == "2.1.0")
    let run = try #require(log.runs.first)
    #expect(Set(run.results.map(\.ruleId)).isSuperset(of: ["WC101", "WC502", "WC901"]))
    for result in run.results {
      #expect(run.tool.driver.rules.indices.contains(result.ruleIndex))
      #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
    }
    let addresses = Set(run.results.flatMap(\.locations).map(\.physicalLocation.artifactLocation.uri))
    // The root of the repository is the folder above.
    #expect(
      addresses
        == Set(
          ["drafts/a.md", "drafts/b%20c/M%C3%B6we%20%231.md", "story.txt", "missing.md"].map { "work/" + $0 })
    )
  }

  @Test func theDemosDraftsGiveAWholeReport() throws {
    let folder = try Folder()
    var tool = Tool(folder: folder)
    #expect(try tool.run("demo", "--folder", "sample").status == 0)
    tool.folder = folder
    let outcome = try tool.shell(
      "cd sample && wirecheck check drafts --now 2026-11-20T06:12:00Z --format sarif")
    #expect(outcome.status == 1)
    let run = try #require(try Log(outcome.output).runs.first)
    #expect(Set(run.results.map(\.ruleId)).count >= 4)
    for result in run.results {
      let place = try #require(result.locations.first).physicalLocation
      let draft = try folder.text(of: "../" + place.artifactLocation.uri)
      #expect(try Self.cut(place.region, from: draft).split(separator: " ").count >= 5)
    }
  }
}
