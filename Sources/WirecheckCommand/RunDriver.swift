import Foundation
import WireDocuments
import WireMatching
import WireReports
import WireText
import WireYAML
import Wirecheck

/// Drives a run of `check` or `scan` from its flags to its record.
struct RunDriver {
  private let workspace: Workspace
  private let flags: RunFlags
  private let plan: Run.Plan

  init(_ workspace: Workspace, _ flags: RunFlags, _ plan: Run.Plan) {
    self.workspace = workspace
    self.flags = flags
    self.plan = plan
  }

  /// Checks all inputs.
  ///
  /// - Parameters:
  ///   - paths: files and folders as named.
  ///   - progress: where to show how far it is; nil for nowhere.
  func run(
    _ paths: [String], progress: ProgressLine?
  ) throws -> (record: RunRecord, documents: [DocumentUses]) {
    let listing = try Self.listing(paths)
    let path = flags.index ?? workspace.resolved(workspace.newsroom.check.index)
    let (index, complaint) = try openIndex(at: path)
    let vocabulary = try reading { () throws(YAMLFault) in try Newsroom.vocabulary() }
    let checker = try indexing { () throws(IndexFault) in
      try Checker(workspace.newsroom, index: index, vocabulary: vocabulary)
    }
    var run = Run(checker, plan)
    if let complaint { run.addStaleIndex(path: path, complaint) }
    for name in listing.unreadable {
      run.add(
        ReadingFault(
          "cannot-open", path: name, "the name or the folder cannot be read",
          next: "rename it, or check permissions"))
    }
    let opening = try flags.reading.opening(as: flags.inputFormat)
    for path in listing.files {
      try indexing { () throws(IndexFault) in
        try run.check(path: path, open: opening) { progress?.show($0, path: path) }
      }
    }
    progress?.clear()
    try tell(listing, leftAside: run.leftAside)
    let documents = run.checked
    let record = run.record()
    LastRun.save(record, in: workspace)
    return (record, documents)
  }

  /// The files to check.
  ///
  /// That there are none is wrong use: a gate that looks at the wrong folder must not pass.
  private static func listing(_ paths: [String]) throws(CommandFailure) -> FileTree.Listing {
    let listing = FileTree.files(paths)
    guard listing.files.isEmpty, listing.unreadable.isEmpty else { return listing }
    let aside = listing.leftAside == 0 ? "" : " (\(listing.leftAside) are for no reader, or links)"
    throw .usage(
      "nothing to check: no file to read in \(paths.joined(separator: ", "))\(aside); name another folder")
  }

  /// The index, and what is wrong with it where it is missing or too old; a damaged one is refused.
  private func openIndex(at path: String) throws(CommandFailure) -> (WireIndex?, complaint: String?) {
    do throws(IndexFault) {
      let index = try WireIndex(opening: path)
      guard index.itemCount > 0 else { return (index, "the index at \(path) is empty") }
      guard let limit = workspace.newsroom.check.maximumIndexAge,
        let age = Self.age(of: path, at: plan.occasion.now),
        age > limit
      else { return (index, nil) }
      return (index, "the index at \(path) is \(age / 3600) hours old, and \(limit / 3600) hours are allowed")
    } catch {
      guard case .missing = error else { throw .incomplete(error.description) }
      return (nil, "there is no index at \(path)")
    }
  }

  /// Seconds since the index was last written.
  private static func age(of path: String, at now: Instant) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.modificationDate] as? Date).map { Int(now.seconds) - Int($0.timeIntervalSince1970) }
  }

  private func tell(_ listing: FileTree.Listing, leftAside: Int) throws(Output.Fault) {
    guard !flags.report.quiet else { return }
    var errors = Output.error
    if listing.leftAside > 0 {
      try errors.writeLine("left aside: \(listing.leftAside) files that no reader is made for, or links")
    }
    if leftAside > 0 { try errors.writeLine("left aside: \(leftAside) documents of another status") }
    try errors.flush()
  }
}

/// The record of the last run beside the index, so that `explain` can show how a finding was decided.
enum LastRun {
  /// Where it is kept, relative to the configuration.
  static let path = ".wirecheck/last-run.json"

  /// Keeps a record where the newsroom has a `.wirecheck` folder; it is a convenience, so a failure is none of the run's.
  static func save(_ record: RunRecord, in workspace: Workspace) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: workspace.resolved(".wirecheck"), isDirectory: &isFolder),
      isFolder.boolValue,
      let bytes = try? Reporter.render(record, as: "json", options: ReportOptions())
    else { return }
    try? Data(bytes).write(to: URL(fileURLWithPath: workspace.resolved(path)), options: .atomic)
  }
}
