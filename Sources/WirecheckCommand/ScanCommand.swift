import ArgumentParser
import WireDocuments
import WireReports
import WireRights
import Wirecheck

/// `wirecheck scan`: checks what a CMS has published, streaming an export.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Check the documents of CMS exports.",
    discussion: """
      Exports are read as they stream, so that their size does not matter. Each document is decided for the time at \
      which it was published. Documents of another status than those asked for are left aside and counted.
      """)

  @OptionGroup var flags: RunFlags
  @Option(
    help: ArgumentHelp(
      "Statuses to check, comma-separated: published, draft, scheduled, private, withheld, canceled, trashed, all.",
      valueName: "list"))
  var status = "published"
  @OptionGroup var ledger: LedgerFlags
  @Option(help: ArgumentHelp("Whether to show progress on standard error.", valueName: "when"))
  var progress = ColourChoice.auto
  @Argument(help: ArgumentHelp("Exports, files or folders; `-` is standard input.", valueName: "export"))
  var exports: [String]

  func validate() throws { _ = try statuses() }

  func run() throws {
    let workspace = try Workspace.open(config: flags.config, inputs: exports)
    let (occasion, isClockGiven) = try flags.occasion(stage: .publish, isArchive: true)
    let plan = Run.Plan(
      command: "scan", occasion: occasion, isClockGiven: isClockGiven, excerpts: flags.report.excerptPolicy,
      statuses: try statuses(),
      keepsDocuments: ledger.path(in: workspace) != nil)
    try RunDriver(workspace, flags, plan).run(
      try RunDriver.listing(exports), recordedBy: ledger, isSite: false, progress: progressLine)
  }

  private var progressLine: ProgressLine? {
    switch progress {
    case .never: nil
    case .always: ProgressLine(isTerminal: true)
    case .auto: flags.report.quiet ? nil : ProgressLine(isTerminal: Terminal.showsProgress)
    }
  }

  /// The statuses of documents to check; nil for all.
  ///
  /// Usable items of a wire count as published, and so do items with a status that no reader knows.
  private func statuses() throws -> Set<Status.Value>? {
    var result: Set<Status.Value> = []
    for word in status.split(separator: ",").map(String.init) {
      if word == "all" { return nil }
      guard let value = Status.Value(rawValue: word) else {
        throw ValidationError("there is no status `\(TerminalText.escaped(word))`")
      }
      result.insert(value)
      if value == .published { result.formUnion([.usable, .unknown]) }
    }
    return result
  }
}
