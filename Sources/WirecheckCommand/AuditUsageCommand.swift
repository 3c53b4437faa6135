import ArgumentParser
import WireLedger
import WireReports
import WireRights
import Wirecheck

/// `wirecheck audit usage`: prints a usage statement for an agency's copy.
struct AuditUsageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "usage",
    abstract: "Print what was used of an agency's copy in a period, with totals and definitions.",
    discussion: "Documents count that were checked for publication; the definitions stand on the statement.")

  @OptionGroup var ledger: LedgerOption
  @Option(help: ArgumentHelp("The agency's identifier.", valueName: "id"))
  var agency: String
  @Option(help: ArgumentHelp("The first day.", valueName: "day"))
  var from: String
  @Option(help: ArgumentHelp("The day after the last one.", valueName: "day"))
  var to: String
  @Option(help: ArgumentHelp("The zone in which days begin.", valueName: "name"))
  var zone = "UTC"
  @Option(help: ArgumentHelp("Only this site.", valueName: "id"))
  var site: String?
  @Flag(help: "Print the headlines of the documents too: for the newsroom itself, not for the agency.")
  var headlines = false
  @Option(help: ArgumentHelp("The format: \(UsageFormats.names).", valueName: "name"))
  var format = "text"

  func validate() throws {
    _ = try period()
    if agency.isEmpty { throw ValidationError("--agency: an agency has a name") }
    if UsageFormats.named(format) == nil {
      throw ValidationError(
        "there is no format `\(TerminalText.escaped(format))`; one of: \(UsageFormats.names)")
    }
  }

  func run() throws {
    guard let format = UsageFormats.named(format) else { return }
    let period = try period()
    var (statement, agencies) = try ledger.ask {
      (try $0.usage(of: agency, in: period, site: site), try $0.agencies())
    }
    if !headlines { statement.leaveOutHeadlines() }
    var output = Output.standard
    try output.write(format.render(statement))
    try output.flush()
    if !agencies.contains(agency) { try explainEmptiness(agencies) }
  }

  /// Reports on standard error that the ledger does not know the agency, since a misspelt name looks like no use.
  private func explainEmptiness(_ known: [String]) throws {
    let others =
      known.isEmpty
      ? "it records no use of any agency" : "it records uses of: \(known.joined(separator: ", "))"
    try Diagnostics().note("wirecheck: ledger \(ledger.path) records no use of `\(agency)`; \(others)")
  }

  private func period() throws -> UsageStatement.Period {
    let days = DayBoundary(try Days.zone(zone))
    let first = try Days.day(from, option: "--from")
    let end = try Days.day(to, option: "--to")
    try Days.demandOrder(first, end)
    return UsageStatement.Period(
      firstDay: first.description, endDay: end.description, zone: zone, start: days.start(of: first),
      end: days.start(of: end))
  }
}
