import WireDocuments
import WireMatching
import WireReports
import Wirecheck

/// Performs a run of `check` or `scan`, from its options to its reports.
struct RunDriver {
  private let workspace: Workspace
  private let flags: RunFlags
  private let plan: Run.Plan

  init(_ workspace: Workspace, _ flags: RunFlags, _ plan: Run.Plan) {
    self.workspace = workspace
    self.flags = flags
    self.plan = plan
  }

  /// Checks all inputs, records the run if there is a ledger, reports it, and exits with the resulting status.
  ///
  /// - Parameters:
  ///   - inputs: the inputs that were given.
  ///   - ledger: the options that select the ledger, if any.
  ///   - isSite: whether a folder is a site's, with settings and data among its drafts, rather than a feed.
  ///   - progress: where to show progress; nil for nowhere.
  func run(
    _ inputs: FileListing, recordedBy ledger: LedgerFlags, isSite: Bool, progress: ProgressLine? = nil
  ) throws {
    let open = try flags.reading.opening(inputs.files, as: flags.inputFormat)
    var (record, documents) = try check(inputs, opening: open, isSite: isSite, progress)
    let failure = ledger.record(&record, documents, in: workspace, at: plan.occasion.now)
    let reporter = Reporter(flags.report, opening: open)
    try reporter.write(record)
    if let failure { throw failure }
    try reporter.exit(after: record, failOn: workspace.newsroom.check.failOn)
  }

  /// Checks all inputs.
  private func check(
    _ inputs: FileListing, opening open: FeedOpening, isSite: Bool, _ progress: ProgressLine?
  ) throws -> (record: RunRecord, documents: RecordList<DocumentUses>) {
    var listing = inputs
    let archive = try RunArchive.open(workspace, flags, at: plan.occasion.now)
    var run = Run(archive.checker, plan)
    if let complaint = archive.complaint { run.addStaleIndex(path: archive.path, complaint) }
    for fault in listing.unreadable { run.add(fault) }
    for path in listing.files {
      var source: any DocumentFeed
      do throws(ReadingFault) { source = try open(path) } catch {
        if !listing.leavesAside(error, isSite: isSite) { run.add(error) }
        continue
      }
      do throws(IndexFault) {
        try run.check(&source) { progress?.show($0, path: path) }
      } catch {
        // Findings before the fault are kept, and the report says how far the run got.
        run.add(
          ReadingFault(
            "index-damaged", path: path, error.description, next: "look at it with `wirecheck index verify`"))
      }
    }
    progress?.clear()
    try tell(listing, leftAside: run.leftAside)
    let result = run.finish(leftAside: listing.leftAside)
    LastRun.save(result.record, in: workspace)
    return result
  }

  /// The files to check among the given paths.
  ///
  /// No files at all is incorrect usage: a CI gate that looks at the wrong folder must not pass.
  static func listing(_ paths: [String]) throws(CommandFailure) -> FileListing {
    let listing = FileTree.files(paths)
    guard listing.files.isEmpty, listing.unreadable.isEmpty else { return listing }
    let named = TerminalText.escaped(paths.joined(separator: ", "))
    let aside = listing.remarks.map { "; " + $0 }.joined()
    throw .usage("nothing to check: no file to read in \(named)\(aside) (name another folder)")
  }

  private func tell(_ listing: FileListing, leftAside: Int) throws(Output.Fault) {
    guard !flags.report.quiet else { return }
    let diagnostics = Diagnostics()
    for remark in listing.remarks { try diagnostics.note(remark) }
    if leftAside > 0 {
      try diagnostics.note("left aside: \(Wording.count(leftAside, "document")) of another status")
    }
  }
}
