import Foundation
import PackagePlugin

/// Embeds every YAML file below `Policies/` in the `Policies` module.
@main
struct EmbedPolicies: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL.appending(path: "Policies")
    let files =
      (FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "yaml" }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedPolicies.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) policy files",
        executable: try context.tool(named: "PolicyEmbedder").url,
        arguments: [output.path, root.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
