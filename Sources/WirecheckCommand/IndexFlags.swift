import ArgumentParser
import WireYAML
import Wirecheck

/// The flags that say which index is meant.
struct IndexFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The index's folder (default: as configured, else .wirecheck/index).", valueName: "folder"))
  var index: String?
  @Option(help: ArgumentHelp("The newsroom's configuration.", valueName: "file"))
  var config: String?

  /// The newsroom, one without configuration where there is none, and the index's path.
  func open(inputs: [String] = []) throws(CommandFailure) -> (newsroom: Newsroom, path: String) {
    if let workspace = try Workspace.workspace(config: config, inputs: inputs) {
      return (workspace.newsroom, index ?? workspace.resolved(workspace.newsroom.check.index))
    }
    let newsroom = try reading { () throws(YAMLFault) in try Newsroom.unconfigured() }
    return (newsroom, index ?? CheckSettings().index)
  }
}
