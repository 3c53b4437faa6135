import ArgumentParser
import WireRights
import Wirecheck

/// `wirecheck check`: checks drafts before they are published.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check drafts before they are published.",
    discussion: """
      Looks for wire copy, notices and advisories in each draft and decides them against the newsroom's contracts. \
      Exit status: 0 nothing stands in the way, 1 findings, 2 wrong use or configuration, 3 not everything was \
      checked.
      """)

  @OptionGroup var flags: RunFlags
  @Option(help: ArgumentHelp("Check as a draft, or as what is about to be published.", valueName: "stage"))
  var stage = Use.Stage.publish
  @OptionGroup var ledger: LedgerFlags
  @Argument(
    help: ArgumentHelp(
      "Files or folders; `-` is standard input (default: `check.include` of the configuration).",
      valueName: "path"))
  var paths: [String] = []

  func run() throws {
    let workspace = try Workspace.open(config: flags.config, inputs: paths)
    let inputs = try paths.isEmpty ? Self.included(in: workspace) : RunDriver.listing(paths)
    let (occasion, isClockGiven) = try flags.occasion(stage: stage, isArchive: false)
    let plan = Run.Plan(
      command: "check", occasion: occasion, isClockGiven: isClockGiven,
      excerpts: flags.report.excerptPolicy,
      keepsDocuments: ledger.path(in: workspace) != nil)
    try RunDriver(workspace, flags, plan).run(inputs, recordedBy: ledger, isSite: true)
  }

  /// The files that the configuration selects for checking.
  private static func included(in workspace: Workspace) throws(CommandFailure) -> FileListing {
    let settings = workspace.newsroom.check
    let listing = FileTree.listing(
      matching: settings.include, except: settings.exclude, in: workspace.folder)
    guard listing.files.isEmpty, listing.unreadable.isEmpty else { return listing }
    throw .usage(
      "nothing to check: name files, or set `check.include` in \(workspace.path) to patterns that match some")
  }
}
