import ArgumentParser
import WireDocuments
import WireTrees

/// `wirecheck read`: shows what wirecheck sees in files.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Show what wirecheck sees in a file: text, rights, status, embargo.",
    discussion: """
      Prints each document of each file. A file that cannot be read, or not to its end, is named on standard \
      error and makes the exit status 3; all other files are still read. What a document lost on the way is among \
      its problems. `--explain` prints one line a fact instead: \
      which reader took the file, how its text is encoded, how many documents of which kind it has, what was guessed \
      or left out, and which parts were left aside and why.
      """)

  @Flag(help: "Print one JSON object a document and line.")
  var json = false
  @Flag(help: "Say how each file is read instead of printing its documents.")
  var explain = false

  @OptionGroup var format: InputFormatOption
  @OptionGroup var reading: ReadingFlags

  @Argument(help: ArgumentHelp("Files to read; `-` is standard input.", valueName: "path"))
  var paths: [String]

  func validate() throws {
    if explain, json { throw ValidationError("`--explain` and `--json` exclude each other") }
  }

  func run() throws {
    let open = try reading.opening(paths, as: format.name)
    var output = Output.standard
    var diagnostics = Diagnostics()
    for path in paths {
      guard let fault = try read(path, opening: open, to: &output) else { continue }
      if json { try output.writeLine(DocumentNode.fault(fault).line) }
      try output.flush()
      try diagnostics.report(fault.description)
    }
    try output.flush()
    try diagnostics.exitIfIncomplete()
  }

  /// Prints the documents of a file; returns the fault that ended reading early.
  private func read(
    _ path: String, opening open: FeedOpening, to output: inout Output
  ) throws(Output.Fault) -> ReadingFault? {
    var source: any DocumentFeed
    do throws(ReadingFault) { source = try open(path) } catch { return error }
    var explanation = ReadExplanation()
    while true {
      let document: Document?
      var fault: ReadingFault?
      do throws(ReadingFault) { document = try source.next() } catch {
        document = nil
        fault = error
      }
      guard let document else {
        if explain { try output.write(explanation.text(of: source, isWhole: fault == nil)) }
        return fault
      }
      if explain {
        explanation.count(document)
      } else if json {
        try output.writeLine(DocumentNode.document(document).utf8)
      } else {
        try output.write(DocumentView(document).text)
      }
    }
  }
}
