import ArgumentParser
import WireReports
import Wirecheck

/// `wirecheck report`: renders a saved run again.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Render a saved run again, in any format.",
    discussion:
      "The run is a report in the format json. Words that were withheld in it stay withheld, and the source's are where CI is set. Rendering ends with 0 whatever was found, unless --fail-on says otherwise."
  )

  @OptionGroup var flags: ReportFlags
  @Argument(help: ArgumentHelp("A report in the format json.", valueName: "run"))
  var path: String

  func run() throws {
    let record = try RunRecord(file: path).withholding(flags.excerptPolicy)
    let reporter = Reporter(flags, opening: ReadingFlags.isolatedOpening())
    try reporter.write(record)
    if flags.failOn != nil { try reporter.exit(after: record, failOn: nil) }
  }
}
