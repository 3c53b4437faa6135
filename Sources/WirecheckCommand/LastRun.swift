import Foundation
import WireReports
import Wirecheck

/// The record of the last run beside the index, so that `explain` can show how a finding was decided.
enum LastRun {
  /// Where it is kept, relative to the configuration.
  static let path = ".wirecheck/last-run.json"

  /// Keeps a record where the newsroom has a `.wirecheck` folder; it is a convenience, so a failure is none of the run's.
  static func save(_ record: RunRecord, in workspace: Workspace) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: workspace.resolved(".wirecheck"), isDirectory: &isFolder),
      isFolder.boolValue
    else { return }
    try? ReportFile(path: workspace.resolved(path)).write { output in
      try Reporter.write(record, as: "json", options: ReportOptions(), to: &output)
    }
  }
}
