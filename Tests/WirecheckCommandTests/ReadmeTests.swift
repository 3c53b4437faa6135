import Foundation
import Testing

/// What the README says can be typed, typed.
@Suite struct ReadmeTests {
  /// The blocks of the README that are marked as a language.
  private static func blocks(_ language: String) throws -> [String] {
    let text = try String(contentsOf: Package.root.appendingPathComponent("README.md"), encoding: .utf8)
    return text.matches(of: /(?ms)^```(\w+)\n(.*?)^```$/).filter { $0.output.1 == language }
      .map { String($0.output.2) }
  }

  /// Every command of the README, in order; the two that set up and build are run by whoever tests.
  private static func commands() throws -> [String] {
    let shell = try blocks("sh").flatMap { $0.split(separator: "\n").map(String.init) }
    let steps = try blocks("yaml").flatMap { block in
      block.split(separator: "\n").filter { $0.hasPrefix("- run: ") }.map { String($0.dropFirst(7)) }
    }
    return (shell + steps).filter { !$0.contains(".ci/setup") }
      .map { $0.replacing(".build/release/wirecheck", with: "wirecheck") }
  }

  /// A folder in which every path of the README's examples stands for something.
  private static func prepared() throws -> Folder {
    let folder = try Folder()
    try folder.write(Story.text, to: "feeds/reuters/story.txt")
    try folder.write(
      "{\"id\": \"later\", \"published\": \"2099-01-01T00:00:00Z\", \"text\": \"The mole has a lamp.\"}\n",
      to: "feeds/reuters/later.jsonl")
    try folder.write(Story.text, to: "wire.txt")
    try folder.write(Story.copied, to: "drafts/harbour-strike.md")
    try folder.write(Story.reported, to: "drafts/own.md")
    try folder.write(Story.reported, to: "content/news/own.md")
    try folder.write(Export.text(Export.Post.samples), to: "export.xml")
    try folder.write("<p>Subscribers may publish the articles on their websites.</p>\n", to: "terms.html")
    try folder.write(Newsroom.configuration + Newsroom.permission, to: "renewal.yaml")
    let mapping = try #require(try Self.blocks("yaml").first { $0.contains("body: [") })
    try folder.write(mapping, to: "mapping.yaml")
    try folder.write(#"{"records": [{"story": {"headline": "A", "text": "The ferry."}}]}"#, to: "export.json")
    _ = try Tool(folder: folder).shell("gzip -c export.xml > export.wxr.xml.gz")
    return folder
  }

  @Test func everyCommandIsUnderstood() throws {
    let folder = try Self.prepared()
    let tool = Tool(folder: folder)
    let commands = try Self.commands()
    #expect(commands.count >= 15)
    for command in commands {
      #expect(command.hasPrefix("wirecheck "), "a command of another program: \(command)")
      let outcome = try tool.shell(command)
      let findsThings = ["check", "scan", "compare", "policy check", "policy diff"].contains {
        command.hasPrefix("wirecheck \($0) ")
      }
      #expect(
        outcome.status == 0 || (findsThings && outcome.status == 1),
        "\(command): \(outcome.status) \(outcome.errors)")
      let goesElsewhere = command.contains(" > ")
      #expect(!outcome.output.isEmpty || goesElsewhere, "says nothing: \(command)")
    }
    for file in ["run.json", "november.html", "wirecheck.sarif"] {
      #expect(try !folder.bytes(of: file).isEmpty, "\(file)")
    }
  }

  @Test func theConfigurationIsAccepted() throws {
    let configuration = try #require(try Self.blocks("yaml").first { $0.hasPrefix("schema: 1") })
    let newsroom = try Newsroom()
    try newsroom.folder.write(configuration, to: "readme.yaml")
    #expect(try newsroom.tool.run("policy", "check", "--config", "readme.yaml").status < 2)
    let outcome = try newsroom.check(Story.reported, "--config", "readme.yaml")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func everySubcommandIsShownOrExplained() throws {
    let readme = try Self.commands().joined(separator: "\n")
    let tool = Tool(folder: try Folder())
    let help = try tool.run("--help").output
    let list = help.components(separatedBy: "SUBCOMMANDS:").last ?? ""
    let names = list.matches(of: /(?m)^  ([a-z]+)  +\S/).map { String($0.output.1) }
    #expect(names.count >= 14)
    for name in names {
      let text = try tool.run(name, "--help")
      #expect(text.status == 0)
      let abstract = text.output.prefixMatch(of: /OVERVIEW: (\S.*)\n/)?.output.1 ?? ""
      #expect(abstract.count > 10 || readme.contains("wirecheck \(name)"), "\(name)")
    }
  }

  @Test func everyFileAndFolderThatItNamesIsThere() throws {
    let text = try String(contentsOf: Package.root.appendingPathComponent("README.md"), encoding: .utf8)
    let named = text.matches(of: /`((?:Sources|Policies|Tests|\.ci)[\w\/.]*)`/).map { String($0.output.1) }
    #expect(named.count > 5)
    for path in named {
      let url = Package.root.appendingPathComponent(path)
      #expect(FileManager.default.fileExists(atPath: url.path), "\(path)")
    }
  }

  @Test func theOutputThatItShowsIsTheDemos() throws {
    let demo = try Tool(folder: Folder()).run(["demo", "--color", "never"]).output
    let lines = Set(demo.split(separator: "\n").map(String.init))
    let shown = try Self.blocks("text").flatMap { $0.split(separator: "\n").map(String.init) }
    #expect(shown.count >= 20)
    for line in shown { #expect(lines.contains(line), "\(line)") }
  }
}
