import ArgumentParser
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
  func located() throws(CommandFailure) -> (newsroom: Newsroom, path: String) {
    try Workspace.newsroom(config: config, inputs: [], index: index)
  }
}
