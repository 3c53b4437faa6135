import ArgumentParser
import Foundation
import SampleNewsroom
import WireDocuments
import WireMatching
import WireReports
import WireText
import Wirecheck

/// `wirecheck demo`: shows the complete workflow on an invented newsroom.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Show the whole way on an invented newsroom: index, check, decide, report.",
    discussion: "Writes the sample into a folder of its own and works there; no network is used.")

  @Option(
    help: ArgumentHelp(
      "Where to write the sample; must not exist (default: a temporary folder).", valueName: "folder"))
  var folder: String?
  @Option(help: ArgumentHelp("Colours: auto, always or never.", valueName: "when"))
  var color = ColourChoice.auto

  /// The time at which the sample's drafts are due for publication.
  private static let morning = "2026-11-20T06:12:00Z"

  func run() throws {
    let folder = try self.folder.map(Self.make) ?? Self.temporary()
    for file in SampleNewsroom.files { try Self.write(file, below: folder) }
    guard FileManager.default.changeCurrentDirectoryPath(folder) else {
      throw CommandFailure.incomplete("\(folder): cannot be entered")
    }
    var output = Output.standard
    try output.writeLine("The Harbour Times, an invented newspaper, in \(folder)\n")
    try output.writeLine("$ wirecheck index add wire")
    try output.flush()
    try Self.command(["wire"], IndexAdd.self)
    try output.writeLine("\n$ wirecheck check drafts --now \(Self.morning)\n")
    try output.flush()
    try check()
    try output.writeLine(
      """

      next:
        cd \(folder)
        wirecheck explain WC103
        wirecheck notice "Copyright 2026 Meridian News Service. This material may not be rewritten without permission."
        wirecheck check drafts --now \(Self.morning) --format sarif
      """)
    try output.flush()
  }

  /// Checks the sample's drafts; the findings are the point of the demo and no failure.
  private func check() throws {
    do {
      try Self.command(
        ["drafts", "--now", Self.morning, "--excerpts", "short", "--color", color.rawValue], CheckCommand.self
      )
    } catch let code as ExitCode where code.rawValue == ExitStatus.findings {}
  }

  private static func command(_ arguments: [String], _ type: (some ParsableCommand).Type) throws {
    var command = try type.parse(arguments)
    try command.run()
  }

  private static func make(_ folder: String) throws(CommandFailure) -> String {
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw .usage("\(folder) exists already (name a folder that does not)")
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .incomplete("\(folder): the folder cannot be made: \(error.localizedDescription)")
    }
    return folder
  }

  private static func temporary() throws(CommandFailure) -> String {
    let base = Environment.value("TMPDIR") ?? "/tmp"
    return try make("\(base)/wirecheck-demo-\(UUID().uuidString.prefix(8).lowercased())")
  }

  private static func write(_ file: SampleNewsroom.File, below folder: String) throws(CommandFailure) {
    let url = URL(fileURLWithPath: "\(folder)/\(file.path)")
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url)
    } catch {
      throw .incomplete("\(url.path): cannot be written: \(error.localizedDescription)")
    }
  }
}
