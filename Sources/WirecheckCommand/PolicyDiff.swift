import ArgumentParser
import WireRights
import WireText
import WireTrees
import Wirecheck

/// `wirecheck policy diff`: shows which terms changed, and which decisions flip.
struct PolicyDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two configurations or contract files: changed terms, and decisions that flip.",
    discussion: """
      Contracts are told by agency and agreement, clauses by number. Uses that are not named are taken from the two \
      files: every action, channel, territory, purpose and service that their clauses tell apart, just before and at \
      each first and last moment of a contract. A flip shows the decision and the clause on either side. Exit status: \
      0 no difference, 1 differences, 2 a file that is invalid.
      """)

  @Option(help: ArgumentHelp("What is done; may be repeated.", valueName: "use"))
  var use: [String] = []
  @Option(help: ArgumentHelp("Channel; may be repeated.", valueName: "name"))
  var channel: [String] = []
  @Option(help: ArgumentHelp("Territory; may be repeated.", valueName: "code"))
  var territory: [String] = []
  @Option(help: ArgumentHelp("When, with a zone; may be repeated.", valueName: "time"))
  var at: [String] = []
  @Option(
    help: ArgumentHelp(
      "The configuration that contract files belong to (default: the nearest).", valueName: "file"))
  var config: String?
  @Flag(help: "Print the changes and flips as one line of JSON.")
  var json = false
  @Argument(help: ArgumentHelp("The old configuration or contract file.", valueName: "old"))
  var old: String
  @Argument(help: ArgumentHelp("The new one.", valueName: "new"))
  var new: String

  func validate() throws {
    try UseArguments.demand(channels: channel, territories: territory)
    _ = try UseArguments.actions(use, on: channel)
    _ = try at.map { try UseArguments.instant($0) }
  }

  func run() throws {
    let files = TermsFiles(config: config)
    var choice = UseGrid.Choice()
    choice.actions = try UseArguments.actions(use, on: channel)
    choice.channels = channel
    choice.territories = territory
    choice.instants = try at.map { try UseArguments.instant($0) }
    let comparison = PolicyComparison(
      from: try files.side(old), to: try files.side(new), choice: choice,
      at: try Clock.instant(given: nil).instant)
    var output = Output.standard
    if json {
      try output.writeLine(try JSONOutput(encoding: DiffRecord(comparison)).line)
    } else {
      try output.write(DiffText.text(comparison))
    }
    try output.flush()
    if !comparison.changes.isEmpty || !comparison.flips.isEmpty { throw ExitCode(ExitStatus.findings) }
  }
}
