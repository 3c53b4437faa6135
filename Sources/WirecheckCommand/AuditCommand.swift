import ArgumentParser
import Foundation
import WireLedger
import WireReports
import WireRights
import WireText
import Wirecheck

/// `wirecheck audit`: asks the ledger.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Show recorded checks, and what was used of an agency's copy.",
    discussion: """
      The ledger keeps who checked which document when, under which policy and with what result. It holds \
      identifiers, hashes and numbers, no text of documents or items.
      """,
    subcommands: [AuditListCommand.self, AuditShowCommand.self, AuditUsageCommand.self])
}

/// Which ledger is asked.
struct LedgerOption: ParsableArguments {
  @Option(name: .customLong("ledger"), help: ArgumentHelp("The ledger.", valueName: "file"))
  var path = ".wirecheck/ledger.sqlite"

  /// Opens the ledger for reading and asks it; a fault of the ledger ends the command.
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

/// The days of a zone, as the command line gives them.
enum Days {
  /// The zone of a name.
  static func zone(_ name: String) throws -> TimeZone {
    guard let zone = TimeZone(identifier: name) else {
      throw ValidationError(
        "there is no time zone `\(TerminalText.escaped(name))`; write for instance Europe/Paris or UTC")
    }
    return zone
  }

  /// A day written as `YYYY-MM-DD`.
  static func day(_ text: String, option: String) throws -> CalendarDay {
    guard let day = CalendarDay(iso: text) else {
      throw ValidationError("\(option): `\(TerminalText.escaped(text))` is no day; write YYYY-MM-DD")
    }
    return day
  }

  /// Refuses a period without a day.
  static func demandOrder(_ first: CalendarDay, _ end: CalendarDay) throws {
    if end < first { throw ValidationError("--to \(end) is before --from \(first)") }
    if end == first {
      throw ValidationError(
        "--to \(end) is the day after the last one, so it must be later than --from \(first)")
    }
  }
}
