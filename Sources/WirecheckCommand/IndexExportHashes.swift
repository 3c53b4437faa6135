import ArgumentParser
import WireMatching
import WireReports
import WireText
import Wirecheck

/// `wirecheck index export-hashes`: exports an index without its texts, for machines that check drafts.
struct IndexExportHashes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-hashes",
    abstract: "Export keyed hashes of the index, without its texts, for machines in CI.",
    discussion: """
      `check --hashes FILE --key-file FILE` gates drafts with them: it points at the draft's words and names the item, \
      but cannot show a source passage, and finds copied and lightly edited copy only: rewriting leaves no trace in \
      hashes of words. Identifiers, states, rights fields and notices travel sealed; headlines and texts do not \
      travel. Without the key nobody can test a phrase against the file; whoever holds both can.
      """)

  @OptionGroup var flags: IndexFlags
  @Option(help: ArgumentHelp("The key, from `index create-key`.", valueName: "file"))
  var keyFile: String
  @Option(help: ArgumentHelp("The file to write; it is replaced as a whole.", valueName: "file"))
  var output: String
  @Option(help: ArgumentHelp("The time of the export instead of the clock's.", valueName: "time"))
  var now: String?

  func run() throws {
    let (_, path) = try flags.located()
    let file = KeyFile(path: keyFile)
    try file.demandApart(fromIndex: path)
    let key = try file.key()
    let (instant, _) = try Clock.instant(given: now)
    let tally = try indexing { () throws(IndexFault) in
      try HashExport(key).write(WireIndex(opening: path), to: output, made: instant)
    }
    var standard = Output.standard
    try standard.writeLine(
      "\(TerminalText.escaped(output)): \(Wording.count(tally.items, "item")), \(tally.hashes) hashes, "
        + "\(tally.bytes) bytes, key \(key.fingerprint)")
    try standard.flush()
  }
}
