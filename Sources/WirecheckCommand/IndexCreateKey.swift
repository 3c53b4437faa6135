import ArgumentParser
import WireReports
import Wirecheck

/// `wirecheck index create-key`: creates the secret key for hashes.
struct IndexCreateKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create-key",
    abstract: "Create a random 256-bit key for `index export-hashes`, in a file that only you may read.",
    discussion: """
      Keep it in the secret store of whoever runs the checks, never beside the index or in a repository. A lost key \
      costs a new export; a key that others saw costs a new key and a new export.
      """)

  @Argument(help: ArgumentHelp("The file to make; an existing one is never replaced.", valueName: "file"))
  var path: String

  func run() throws {
    let key = try KeyFile(path: path).create()
    var output = Output.standard
    try output.writeLine("\(TerminalText.escaped(path)): key \(key.fingerprint)")
    try output.flush()
  }
}
