import ArgumentParser
import Foundation
import WireLedger
import WireText
import Wirecheck

/// The flags that say whether and as whom a run is recorded.
struct LedgerFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp("Record the run in this ledger (default: `check.ledger`, if set).", valueName: "file"))
  var ledger: String?
  @Option(
    help: ArgumentHelp("Who runs the check, for the ledger (default: the account's name).", valueName: "name")
  )
  var actor: String?

  /// The ledger to record in; nil where none is kept.
  func path(in workspace: Workspace) -> String? {
    ledger ?? workspace.newsroom.check.ledger.map(workspace.resolved)
  }

  /// Records a run, where a ledger is kept.
  ///
  /// A check that was asked to be recorded and was not is incomplete, and its report says so.
  ///
  /// - Parameters:
  ///   - run: the record.
  ///   - documents: every document that was checked.
  ///   - workspace: knows the ledger.
  ///   - instant: when the run was made.
  /// - Returns: why it was not recorded, to be thrown when the report is written; nil where all is well.
  func record(
    _ run: inout RunRecord, _ documents: RecordList<DocumentUses>, in workspace: Workspace,
    at instant: Instant
  ) -> CommandFailure? {
    guard let path = path(in: workspace) else { return nil }
    do throws(LedgerFault) {
      try Ledger(opening: path).record(run, documents: documents, actor: who, at: instant)
      return nil
    } catch {
      let message = "the check was made but not recorded: \(error.description)"
      run.addSkipped(path: path, reason: "not-recorded", message: message)
      return .incomplete(message)
    }
  }

  /// A pipeline acts as a service, everybody else as a person.
  private var who: AuditActor {
    let name = actor ?? Environment.value("USER") ?? Environment.value("LOGNAME") ?? NSUserName()
    return AuditActor(kind: Environment.isCI ? .service : .person, name: name)
  }
}
