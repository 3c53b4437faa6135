import ArgumentParser
import Wirecheck

/// `wirecheck rules`: lists the rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules with their levels here.",
    discussion: "The level is that of the nearest configuration where there is one, else the usual one.")

  @Option(help: ArgumentHelp("The newsroom's configuration.", valueName: "file"))
  var config: String?
  @Flag(help: "Print one JSON object a line.")
  var json = false

  func run() throws {
    let newsroom = try Workspace.workspace(config: config, inputs: [])?.newsroom
    var output = Output.standard
    let width = Rules.catalogue.map(\.name.count).max() ?? 0
    for rule in Rules.catalogue {
      let level = newsroom?.levels[rule.id]?.rawValue ?? rule.level.rawValue
      if json {
        let node = JSONNode.object([
          ("id", .string(rule.id)), ("name", .string(rule.name)), ("level", .string(level)),
          ("title", .string(rule.title)),
        ])
        try output.writeLine(node.line)
      } else {
        let name = rule.name + String(repeating: " ", count: width - rule.name.count)
        let shown = level + String(repeating: " ", count: max(0, 7 - level.count))
        try output.writeLine("\(rule.id)  \(name)  \(shown)  \(rule.title)")
      }
    }
    try output.flush()
  }
}
