import Foundation
import PackagePlugin

/// Embeds every file of a target's folder that is not Swift, as `EmbeddedFiles.all`, and the sources of settings, whose
/// documentation is shown to users.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = target.directoryURL
    let files =
      (FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])?
      .compactMap { $0 as? URL } ?? [])
      .filter { !$0.hasDirectoryPath }
      .filter { $0.pathExtension != "swift" || $0.lastPathComponent.hasSuffix("Settings.swift") }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) files of \(target.name)",
        executable: try context.tool(named: "FileEmbedder").url,
        arguments: [output.path, root.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
