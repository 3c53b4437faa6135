import ArgumentParser
import Foundation
import WireLedger
import WireText
import Wirecheck

/// The options that control whether a run is recorded, and under whose name.
struct LedgerFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp("Record the run in this ledger (default: `check.ledger`, if set).", valueName: "file"))
  var ledger: String?
  @Option(
    help: ArgumentHelp("Who runs the check, for the ledger (default: the account's name).", valueName: "name")
  )
  var actor: String?

  /// The ledger to record in; nil if there is none.
  func path(in workspace: Workspace) -> String? {
    ledger ?? workspace.newsroom.check.ledger.map(workspace.resolved)
  }

  /// Records a run if there is a ledger.
  ///
  /// A check that was to be recorded and could not be is incomplete, and its report says so.
  ///
  /// - Parameters:
  ///   - run: the record.
  ///   - documents: every document that was checked.
  ///   - workspace: the workspace that defines the ledger.
  ///   - instant: the time of the run.
  /// - Returns: the failure to throw after the report is written; nil if the run was recorded or there is no ledger.
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

  /// In CI the actor is a service, otherwise a person.
  private var who: AuditActor {
    let name = actor ?? Environment.value("USER") ?? Environment.value("LOGNAME") ?? NSUserName()
    return AuditActor(kind: Environment.isCI ? .service : .person, name: name)
  }
}
