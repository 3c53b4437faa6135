import ArgumentParser
import WireLedger
import WireRights
import WireText
import WireTrees
import Wirecheck

/// `wirecheck audit list`: lists recorded checks.
struct AuditListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List recorded checks, earliest first.")

  @OptionGroup var ledger: LedgerOption
  @Option(help: ArgumentHelp("The first day.", valueName: "day"))
  var from: String?
  @Option(help: ArgumentHelp("The day after the last one.", valueName: "day"))
  var to: String?
  @Option(help: ArgumentHelp("The zone in which days begin.", valueName: "name"))
  var zone = "UTC"
  @Flag(help: "Print one JSON object a check and line.")
  var json = false

  func validate() throws { _ = try bounds() }

  func run() throws {
    let bounds = try bounds()
    var output = Output.standard
    var count = 0
    try ledger.ask { ledger in
      try ledger.forEachCheck(from: bounds.start, to: bounds.end) { check in
        count += 1
        try output.writeLine(json ? AuditNode.summary(check).line : AuditText.line(check))
      }
    }
    if count == 0, !json { try output.writeLine("no checks recorded in this period") }
    try output.flush()
  }

  private func bounds() throws -> (start: Instant?, end: Instant?) {
    let days = DayBoundary(try Days.zone(zone))
    let first = try from.map { try Days.day($0, option: "--from") }
    let end = try to.map { try Days.day($0, option: "--to") }
    if let first, let end { try Days.demandOrder(first, end) }
    return (first.map(days.start(of:)), end.map(days.start(of:)))
  }
}
