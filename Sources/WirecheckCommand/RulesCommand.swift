import ArgumentParser
import WireReports
import WireTrees
import Wirecheck

/// `wirecheck rules`: lists the rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules and their effective levels.",
    discussion: "The level is that of the nearest configuration where there is one, else the default.")

  @Option(help: ArgumentHelp("The newsroom's configuration.", valueName: "file"))
  var config: String?
  @Flag(help: "Print one JSON object a line.")
  var json = false

  func run() throws {
    let newsroom = try Workspace.workspace(config: config, inputs: [])?.newsroom
    var output = Output.standard
    let width = Rules.all.map(\.name.count).max() ?? 0
    for rule in Rules.all {
      let level = newsroom?.levels[rule.id]?.rawValue ?? rule.level.rawValue
      if json {
        let node = JSONOutput.object([
          ("id", .string(rule.id)), ("name", .string(rule.name)), ("level", .string(level)),
          ("title", .string(rule.title)),
        ])
        try output.writeLine(node.line)
      } else {
        try output.writeLine(
          "\(rule.id)  \(Columns.left(rule.name, width))  \(Columns.left(level, 7))  \(rule.title)")
      }
    }
    try output.flush()
  }
}
