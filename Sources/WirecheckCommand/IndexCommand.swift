import ArgumentParser

/// `wirecheck index`: manages the wire copy that drafts are matched against.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Keep the wire copy that drafts are matched against.",
    subcommands: [
      IndexAdd.self, IndexRemove.self, IndexStats.self, IndexVerify.self, IndexCreateKey.self,
      IndexExportHashes.self, IndexCalibrate.self,
    ])
}
