import ArgumentParser
import WireLedger
import WireTrees

/// `wirecheck audit show`: shows one recorded check.
struct AuditShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a recorded check: documents, uses, findings.")

  @OptionGroup var ledger: LedgerOption
  @Flag(help: "Print one JSON object.")
  var json = false
  @Argument(help: ArgumentHelp("The number of the check, see `wirecheck audit list`.", valueName: "id"))
  var id: Int64

  func run() throws {
    guard let check = try ledger.ask({ try $0.check(id) }) else {
      throw CommandFailure.usage(
        "ledger \(ledger.path): there is no check \(id); `wirecheck audit list` names them")
    }
    var output = Output.standard
    try output.write(json ? try AuditNode.check(check).line + "\n" : AuditText.check(check))
    try output.flush()
  }
}
