import Foundation
import WireReports
import Wirecheck

/// The record of the last run, stored next to the index so that `explain` can show how a finding was decided.
enum LastRun {
  /// The record's path, relative to the configuration.
  static let path = ".wirecheck/last-run.json"

  /// Stores a record if the newsroom has a `.wirecheck` folder; best effort: a failure does not affect the run.
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
