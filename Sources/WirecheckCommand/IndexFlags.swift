import ArgumentParser
import Wirecheck

/// The options that select the index.
struct IndexFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The index's folder (default: as configured, else .wirecheck/index).", valueName: "folder"))
  var index: String?
  @Option(help: ArgumentHelp("The newsroom's configuration.", valueName: "file"))
  var config: String?

  /// The newsroom, unconfigured if there is no configuration, and the index's path.
  func located() throws(CommandFailure) -> (newsroom: Newsroom, path: String) {
    try Workspace.newsroom(config: config, inputs: [], index: index)
  }
}
