import ArgumentParser

/// `wirecheck policy`: the terms on which decisions are based, and the resulting decisions.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Test the terms that decide, and ask what they decide.",
    subcommands: [
      PolicyAsk.self, PolicyCheck.self, PolicyDiff.self, PolicyParse.self, PolicyShow.self, PolicyTest.self,
    ])
}
