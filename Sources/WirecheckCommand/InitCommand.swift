import ArgumentParser
import Foundation
import WireReports
import WireRights
import WireYAML
import Wirecheck

/// `wirecheck init`: writes an initial configuration.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a configuration to start from; nothing is overwritten.",
    discussion: """
      Writes wirecheck.yaml with a contract to fill in for each agency that is named, and a .wirecheck folder for \
      the index that version control leaves out: an index holds the agencies' text and must not be published.
      """)

  @Option(help: ArgumentHelp("The site's identifier.", valueName: "id"))
  var site = "our-site"
  @Option(help: ArgumentHelp("Where it is published, ISO 3166; may be repeated.", valueName: "code"))
  var territory: [String] = []
  @Option(help: ArgumentHelp("The newsroom's time zone.", valueName: "name"))
  var timezone = "UTC"
  @Option(help: ArgumentHelp("An agency to prepare a contract for; may be repeated.", valueName: "id"))
  var agency: [String] = []
  @Flag(help: "Print what would be written, and write nothing.")
  var dryRun = false
  @Argument(help: ArgumentHelp("The folder (default: the current one).", valueName: "folder"))
  var folder = "."

  func run() throws {
    try demandAgencies()
    let files = [
      (
        "wirecheck.yaml",
        ConfigurationTemplate(site: site, territories: territory, timeZone: timezone, agencies: agency).text
      ),
      (".wirecheck/.gitignore", "*\n"),
    ]
    // The new configuration must be readable; invalid names are reported before anything is written.
    var reader = NewsroomReader(files[0].1, file: "wirecheck.yaml") { _ in [] }
    _ = try reading { () throws(YAMLFault) in try reader.newsroom() }
    var output = Output.standard
    for (name, text) in files {
      let path = folder == "." ? name : "\(folder)/\(name)"
      if dryRun {
        try output.writeLine("would write \(TerminalText.escaped(path)):\n\(text)")
        continue
      }
      try Self.write(text, to: path)
      try output.writeLine("wrote \(TerminalText.escaped(path))")
    }
    if !dryRun {
      try output.writeLine(
        """

        next:
          1. enter your contracts in wirecheck.yaml
          2. wirecheck index add FEED-FOLDER --agency ID
          3. wirecheck check DRAFT
        """)
    }
    try output.flush()
  }

  /// An unknown agency cannot have a contract before the configuration defines it.
  private func demandAgencies() throws(CommandFailure) {
    guard !agency.isEmpty else { return }
    let known = try reading { () throws(YAMLFault) in try Newsroom.unconfigured() }.agencies
    for name in agency where known.agency(id: name) == nil {
      let id = known.agency(named: name).map { " (its identifier is `\($0.id)`)" } ?? ""
      throw .usage(
        "--agency: wirecheck knows no agency with the identifier `\(name)`\(id); leave it out, and enter it in "
          + "wirecheck.yaml under `agencies:` and its contract under `contracts:`")
    }
  }

  private static func write(_ text: String, to path: String) throws(CommandFailure) {
    let url = URL(fileURLWithPath: path)
    guard !FileManager.default.fileExists(atPath: path) else {
      throw .usage("\(path) exists already (move it away, or edit it)")
    }
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .withoutOverwriting)
    } catch {
      throw .incomplete("\(path): cannot be written: \(error.localizedDescription)")
    }
  }
}
