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
  ///   - inputs: what was named.
  ///   - progress: where to show how far it is; nil for nowhere.
  func run(
    _ inputs: FileListing, progress: ProgressLine?
  ) throws -> (record: RunRecord, documents: [DocumentUses]) {
    var listing = inputs
    let archive = try flags.hashes.map(openHashes) ?? openIndex()
    var run = Run(archive.checker, plan)
    if let complaint = archive.complaint { run.addStaleIndex(path: archive.path, complaint) }
    for fault in listing.unreadable { run.add(fault) }
    let opening = try flags.reading.opening(listing.files, as: flags.inputFormat)
    for path in listing.files {
      var source: any DocumentFeed
      do throws(ReadingFault) { source = try opening(path) } catch {
        if !listing.leavesAside(error, isSite: plan.command == "check") { run.add(error) }
        continue
      }
      do throws(IndexFault) {
        try run.check(&source) { progress?.show($0, path: path) }
      } catch {
        // What was found before stands, and the report says how far it reaches.
        run.add(
          ReadingFault(
            "index-damaged", path: path, error.description, next: "look at it with `wirecheck index verify`"))
      }
    }
    progress?.clear()
    try tell(listing, leftAside: run.leftAside)
    let documents = run.checked
    let record = run.record(leftAside: listing.leftAside)
    LastRun.save(record, in: workspace)
    return (record, documents)
  }

  /// The files to check where paths are named.
  ///
  /// That there are none is wrong use: a gate that looks at the wrong folder must not pass.
  static func listing(_ paths: [String]) throws(CommandFailure) -> FileListing {
    let listing = FileTree.files(paths)
    guard listing.files.isEmpty, listing.unreadable.isEmpty else { return listing }
    let named = TerminalText.escaped(paths.joined(separator: ", "))
    let aside = listing.remarks.map { "; " + $0 }.joined()
    throw .usage("nothing to check: no file to read in \(named)\(aside) (name another folder)")
  }

  /// What drafts are checked against, and what is wrong with it where it is missing, empty or too old.
  private struct Archive {
    var checker: Checker
    var path: String
    var complaint: String?
  }

  /// The index with the texts; none where it is damaged, which is reported.
  private func openIndex() throws(CommandFailure) -> Archive {
    let vocabulary = try reading { () throws(YAMLFault) in try Newsroom.vocabulary() }
    let path = flags.index ?? workspace.resolved(workspace.newsroom.check.index)
    do throws(IndexFault) {
      let index = try WireIndex(opening: path)
      return Archive(
        checker: try Checker(workspace.newsroom, index: index, vocabulary: vocabulary), path: path,
        complaint: complaint("index", path, items: index.itemCount, made: Self.written(path)))
    } catch {
      return try noArchive(at: path, error.isMissing ? "there is no index at \(path)" : error.description)
    }
  }

  /// Nothing to match against; notices and advisories are still looked for.
  private func noArchive(at path: String, _ complaint: String) throws(CommandFailure) -> Archive {
    let vocabulary = try reading { () throws(YAMLFault) in try Newsroom.vocabulary() }
    let checker = try indexing { () throws(IndexFault) in
      try Checker(workspace.newsroom, index: nil, vocabulary: vocabulary)
    }
    return Archive(checker: checker, path: path, complaint: complaint)
  }

  /// The hashes of an index; none where they are damaged, which is reported.
  ///
  /// Those of another key are refused.
  private func openHashes(_ path: String) throws(CommandFailure) -> Archive {
    let key = try KeyFile(path: flags.keyFile ?? "").key()
    do throws(IndexFault) {
      let hashes = try HashIndex(opening: path, key: key)
      return Archive(
        checker: Checker(workspace.newsroom, hashes: hashes), path: path,
        complaint: complaint("file of hashes", path, items: hashes.itemCount, made: hashes.made))
    } catch {
      if case .otherKey = error { throw .usage(error.description) }
      let complaint =
        error.isMissing
        ? "there are no hashes at \(path) (export them with `wirecheck index export-hashes`)"
        : error.description
      return try noArchive(at: path, complaint)
    }
  }

  private func complaint(_ what: String, _ path: String, items: Int, made: Instant?) -> String? {
    guard items > 0 else { return "the \(what) at \(path) is empty" }
    guard let limit = workspace.newsroom.check.maximumIndexAge, let made else { return nil }
    let age = Int(plan.occasion.now.seconds - made.seconds)
    guard age > limit else { return nil }
    return "the \(what) at \(path) is \(age / 3600) hours old, and \(limit / 3600) hours are allowed"
  }

  /// When the index was last written.
  private static func written(_ path: String) -> Instant? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.modificationDate] as? Date).map {
      Instant(seconds: Int64($0.timeIntervalSince1970.rounded(.down)))
    }
  }

  private func tell(_ listing: FileListing, leftAside: Int) throws(Output.Fault) {
    guard !flags.report.quiet else { return }
    var errors = Output.error
    for remark in listing.remarks { try errors.writeLine(remark) }
    if leftAside > 0 { try errors.writeLine("left aside: \(leftAside) documents of another status") }
    try errors.flush()
  }
}

extension IndexFault {
  /// Whether there is nothing where the index should be.
  fileprivate var isMissing: Bool {
    if case .missing = self { return true }
    return false
  }
}
