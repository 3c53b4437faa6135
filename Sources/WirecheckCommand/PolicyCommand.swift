import ArgumentParser

/// `wirecheck policy`: the terms that decide, and what they decide.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Test the terms that decide, and ask what they decide.",
    subcommands: [
      PolicyAsk.self, PolicyCheck.self, PolicyDiff.self, PolicyParse.self, PolicyShow.self, PolicyTest.self,
    ])
}
