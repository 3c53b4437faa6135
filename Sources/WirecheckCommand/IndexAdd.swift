import ArgumentParser
import WireDocuments
import WireMatching
import WireReports
import WireRights
import WireText
import Wirecheck

/// `wirecheck index add`: adds items, new versions, kills and holds.
struct IndexAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add what agencies delivered: items, new versions, kills, embargoes, corrections.",
    discussion: """
      Any readable format is taken. Adding the same items again changes nothing; a newer version of an item \
      supersedes the older ones, and a kill or a hold marks them all. An advisory with an identifier of its own (kill, \
      hold, embargo, release, correction) is attached to the items that it names by identifier, slug or headline, \
      whichever comes first; one that names nothing found is reported, and a kill or hold puts items that it may \
      mean in review. A file that cannot be read is named and makes the exit status 3; all others are still added. \
      With `check.index-retention` in the configuration, items that came out before that are not taken, and those in \
      the index whose time is over are removed. Where more than 100,000 items come together in one file of the index, it \
      is winnowed: it takes less than one and a half times the text, drafts are matched faster, and of single copied \
      sentences about four in five are found, of what is told in other words two in three. What is added later stands \
      in smaller files beside it, which are searched whole.
      """)

  @OptionGroup var flags: IndexFlags
  @Option(
    help: ArgumentHelp("The agency that all items are from (default: as each item says).", valueName: "id"))
  var agency: String?
  @Option(
    help: ArgumentHelp(
      "The agency's service that carried the items, where contracts tell services apart.", valueName: "name"))
  var service: String?
  @OptionGroup var format: InputFormatOption
  @Option(help: ArgumentHelp("Count the retention from this time instead of the clock's.", valueName: "time"))
  var now: String?
  @OptionGroup var reading: ReadingFlags
  @Argument(help: ArgumentHelp("Files or folders; `-` is standard input.", valueName: "path"))
  var paths: [String]

  func run() throws {
    let (newsroom, path) = try flags.located()
    let instant = try Clock.instant(given: now).instant
    let writer = try IndexFolder.writer(at: path)
    var ingest = Ingest(
      ItemReader(newsroom, agency: agency, service: service), into: writer,
      retention: newsroom.check.indexRetention.map { Retention(seconds: $0, at: instant) })
    var diagnostics = Diagnostics()
    var listing = FileTree.files(paths)
    let open = try reading.opening(listing.files, as: format.name, needsPositions: false)
    for fault in listing.unreadable { try diagnostics.report(fault.description) }
    for file in listing.files {
      guard let fault = try add(file, opening: open, to: &ingest), !listing.leavesAside(fault) else {
        continue
      }
      try diagnostics.report(fault.description)
    }
    for remark in listing.remarks { try diagnostics.note(remark) }
    if diagnostics.hasFailures, Self.isNothing(ingest.tally) {
      // A commit would make the index look up to date, or create an empty one.
      throw CommandFailure.incomplete("\(path): nothing was read, so the index stays as it was")
    }
    let index = try indexing { () throws(IndexFault) in try ingest.commit() }
    try tell(ingest.tally, index: index, path: path, newsroom: newsroom)
    try diagnostics.exitIfIncomplete()
  }

  private static func isNothing(_ tally: Ingest.Tally) -> Bool {
    tally.added + tally.changed + tally.unchanged + tally.withdrawals + tally.empty + tally.late == 0
  }

  /// Adds the documents of a file; returns the fault that ended reading early, otherwise the first loss.
  private func add(
    _ path: String, opening open: FeedOpening, to ingest: inout Ingest
  ) throws(CommandFailure) -> ReadingFault? {
    var source: any DocumentFeed
    do throws(ReadingFault) { source = try open(path) } catch { return error }
    var (loss, end): (ReadingFault?, ReadingFault?)
    var isEnd = false
    while !isEnd {
      var batch: [Document] = []
      var bytes = 0
      while batch.count < Self.mostDocuments, bytes < Self.mostBytes {
        let document: Document?
        do throws(ReadingFault) { document = try source.next() } catch {
          (document, end) = (nil, error)
        }
        guard let document else {
          isEnd = true
          break
        }
        bytes += document.body.utf8.count
        batch.append(document)
      }
      do throws(IndexFault) { try ingest.add(batch) } catch { throw .incomplete(error.description) }
      loss = loss ?? batch.lazy.flatMap(\.problems).first(where: \.losesText).map { Self.fault($0, path) }
    }
    return end ?? loss
  }

  /// The most documents, and bytes of text, that are read together on all cores.
  private static let mostDocuments = 128
  private static let mostBytes = 4 << 20

  private static func fault(_ problem: Problem, _ path: String) -> ReadingFault {
    ReadingFault(
      problem.code, path: path, problem.message, line: problem.line,
      next: "what could be read was added; correct the rest and add it again")
  }

  private static func sentence(_ advisory: Ingest.Unmatched) -> String {
    let does =
      switch advisory.kind {
      case .kill: "withdraws"
      case .hold: "holds"
      case .embargo: "puts an embargo on"
      case .release: "releases"
      case .correction: "corrects"
      case .update: "updates"
      case .usageRestriction, .mandatoryCredit, .internal: "is about"
      }
    let similar =
      switch advisory.similar {
      case 0: ""
      case 1: "; 1 item like it needs review"
      default: "; \(advisory.similar) items like it need review"
      }
    return
      "an advisory \(does) `\(TerminalText.escaped(advisory.name))`, and no item in the index answers to that"
      + similar
  }

  private static func list(_ ids: [String], of count: Int) -> String {
    TerminalText.escaped(ids.joined(separator: ", ")) + (count > ids.count ? ", …" : "")
  }

  private func tell(_ tally: Ingest.Tally, index: WireIndex, path: String, newsroom: Newsroom) throws {
    var output = Output.standard
    try output.writeLine(
      "\(TerminalText.escaped(path)): \(tally.added) added, \(tally.changed) changed, \(tally.unchanged) unchanged; "
        + "\(Wording.count(index.itemCount, "item")) in the index")
    if tally.withdrawals > 0 {
      let verbs = tally.withdrawals == 1 ? "kills or holds" : "kill or hold"
      try output.writeLine("\(tally.withdrawals) of them \(verbs) an item")
    }
    if tally.empty > 0 {
      try output.writeLine("not added: \(Wording.count(tally.empty, "document")) without text")
    }
    if tally.late > 0 {
      try output.writeLine("not added: \(Wording.count(tally.late, "item")) from before the retention")
    }
    if tally.expired > 0 {
      try output.writeLine("removed: \(Wording.count(tally.expired, "item")) past the retention")
    }
    if let agency, newsroom.agencies.agency(id: agency) == nil {
      try output.writeLine(
        "note: `\(TerminalText.escaped(agency))` is no agency that wirecheck or the configuration knows; "
          + "contracts with it cannot be found")
    } else if tally.withoutAgency > 0 {
      let count = tally.withoutAgency
      try output.writeLine(
        "note: \(Wording.count(count, "item")) \(count == 1 ? "names" : "name") no agency that is known "
          + "(\(Self.list(tally.unsigned, of: count))); name it with --agency")
    }
    for advisory in tally.unmatched { try output.writeLine("note: \(Self.sentence(advisory))") }
    try output.flush()
  }
}
