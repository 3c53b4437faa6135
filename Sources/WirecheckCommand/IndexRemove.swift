import ArgumentParser
import WireMatching
import WireReports
import WireRights
import WireText
import Wirecheck

/// `wirecheck index remove`: removes items in all their versions.
struct IndexRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove items in all their versions, by identifier or by age.",
    discussion: """
      Removed items are not found from then on; their texts leave the files when these are merged, or at once with \
      --purge. Items that tell no time are not removed by age.
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
    _ = try indexing { () throws(IndexFault) in try WireIndex(opening: path) }
    let writer = try IndexFolder.writer(at: path)
    var lines: [String] = []
    var missing: [String] = []
    for id in ids {
      let count = try indexing { () throws(IndexFault) in try writer.remove(id: id) }
      if count == 0 { missing.append(id) }
      lines.append("\(TerminalText.escaped(id)): \(count) versions removed")
    }
    if let start = try start() {
      let retention = Retention(from: start, agency: agency)
      let count = try indexing { () throws(IndexFault) in try retention.apply(to: writer) }
      lines.append("\(count) items from before \(start.iso8601) removed")
    }
    let index = try indexing { () throws(IndexFault) in try writer.commit(purging: purge) }
    lines.append("\(TerminalText.escaped(path)): \(index.itemCount) items in the index")
    var output = Output.standard
    for line in lines { try output.writeLine(line) }
    try output.flush()
    guard missing.isEmpty else {
      throw CommandFailure.usage(
        "not in the index: \(missing.map(TerminalText.escaped).joined(separator: ", "))")
    }
  }

  /// The time of --before: a day begins at midnight UTC.
  private func start() throws -> Instant? {
    guard let before else { return nil }
    if let instant = Instant(iso8601: before) ?? Instant(iso8601: before + "T00:00:00Z") { return instant }
    throw ValidationError(
      "`--before \(TerminalText.escaped(before))` is no date (write for instance 2026-01-31)")
  }
}
