import ArgumentParser
import WireLedger

/// The option that selects the ledger to query.
struct LedgerOption: ParsableArguments {
  @Option(name: .customLong("ledger"), help: ArgumentHelp("The ledger.", valueName: "file"))
  var path = ".wirecheck/ledger.sqlite"

  /// Opens the ledger for reading and queries it; a fault of the ledger ends the command.
  func ask<Answer>(_ question: (Ledger) throws -> Answer) throws -> Answer {
    do { return try question(try Ledger(reading: path)) } catch let fault as LedgerFault {
      throw CommandFailure(description: fault.description, status: Self.status(after: fault.kind))
    }
  }

  private static func status(after kind: LedgerFault.Kind) -> Int32 {
    switch kind {
    case .unopened, .notLedger, .otherVersion, .invalid: ExitStatus.usage
    case .damaged, .busy, .unwritten: ExitStatus.incomplete
    }
  }
}
