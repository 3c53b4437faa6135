import ArgumentParser
import Wirecheck

/// The command line: parses flags, calls the library and prints, without logic of its own.
@main
struct WirecheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wirecheck",
    abstract: "Whose words are these, and what may we do with them?",
    version: toolVersion,
    subcommands: [])
}
