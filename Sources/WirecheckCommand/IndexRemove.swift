import ArgumentParser
import WireMatching
import WireReports
import WireRights
import WireText
import Wirecheck

/// `wirecheck index remove`: removes items with all their versions.
struct IndexRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove items in all their versions, by identifier or by age.",
    discussion: """
      Removed items are not found from then on; their texts leave the files when these are merged, or at once with \
      --purge. Items that tell no time are not removed by age. Where an identifier is not in the index, nothing is \
      removed.
      """)

  @OptionGroup var flags: IndexFlags
  @Option(
    help: ArgumentHelp(
      "Remove the items of which every version came out before this day or time.", valueName: "date"))
  var before: String?
  @Option(help: ArgumentHelp("With --before: only items of this agency.", valueName: "id"))
  var agency: String?
  @Flag(help: "Rewrite files until nothing of what was removed, now or before, is left in them.")
  var purge = false
  @Argument(help: ArgumentHelp("Identifiers of items.", valueName: "id"))
  var ids: [String] = []

  func validate() throws {
    guard !ids.isEmpty || before != nil || purge else {
      throw ValidationError("name items, or a time with --before")
    }
    guard agency == nil || before != nil else { throw ValidationError("--agency needs --before") }
    _ = try start()
  }

  func run() throws {
    let (newsroom, path) = try flags.located()
    if let agency, agency != newsroom.site.id, newsroom.agencies.agency(id: agency) == nil {
      throw CommandFailure.usage(
        "--agency: there is no agency with the identifier `\(agency)` (index stats and reports name them)")
    }
    try demand(ids, in: try indexing { () throws(IndexFault) in try WireIndex(opening: path) })
    let writer = try IndexFolder.writer(at: path)
    var lines: [String] = []
    for id in ids {
      let count = try indexing { () throws(IndexFault) in try writer.remove(id: id) }
      lines.append("\(TerminalText.escaped(id)): \(Wording.count(count, "version")) removed")
    }
    if let start = try start() {
      let retention = Retention(from: start, agency: agency)
      let count = try indexing { () throws(IndexFault) in try retention.apply(to: writer) }
      lines.append("\(Wording.count(count, "item")) from before \(start.iso8601) removed")
    }
    let index = try indexing { () throws(IndexFault) in try writer.commit(purging: purge) }
    lines.append("\(TerminalText.escaped(path)): \(Wording.count(index.itemCount, "item")) in the index")
    var output = Output.standard
    for line in lines { try output.writeLine(line) }
    try output.flush()
  }

  /// Refuses identifiers that no item has, before anything is removed.
  private func demand(_ ids: [String], in index: WireIndex) throws(CommandFailure) {
    var missing: [String] = []
    for id in ids where try indexing({ () throws(IndexFault) in try index.entries(withID: id).isEmpty }) {
      missing.append(TerminalText.escaped(id))
    }
    guard missing.isEmpty else {
      throw .usage("not in the index, and nothing was removed: \(missing.joined(separator: ", "))")
    }
  }

  /// The instant of `--before`; a date without a time means midnight UTC.
  private func start() throws -> Instant? {
    guard let before else { return nil }
    if let instant = Instant(iso8601: before) ?? Instant(iso8601: before + "T00:00:00Z") { return instant }
    throw ValidationError(
      "`--before \(TerminalText.escaped(before))` is no date (write for instance 2026-01-31)")
  }
}
