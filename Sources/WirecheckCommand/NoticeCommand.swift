import ArgumentParser
import WireDocuments
import WireRights

/// `wirecheck notice`: explains what a notice says, clause by clause.
struct NoticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice",
    abstract: "Explain a rights notice or an advisory, each clause with the words that say it.",
    usage: """
      wirecheck notice [--json] [TEXT|FILE|-]
      wirecheck notice --jsonl FILE
      """,
    discussion: """
      What looks like a path (a slash or an extension, and no spaces) is read as a file, everything else is taken \
      as the notice itself. With --jsonl, lines that cannot be read are named on standard error and make the exit \
      status 3; all other lines are still parsed.
      """)

  @Argument(help: "A notice, the path of a file that holds one, or - for standard input (the default).")
  var notice: String?
  @Flag(help: "Print the fields of the statement as JSON.")
  var json = false
  @Option(
    help: ArgumentHelp(
      "Parse {\"id\", \"text\"} lines of a file, also gzip or -, and print one JSON line each.",
      valueName: "file"))
  var jsonl: String?

  func validate() throws {
    guard jsonl != nil else { return }
    if notice != nil { throw ValidationError("give a notice or --jsonl, not both") }
  }

  func run() throws {
    let parser = NoticeParser(try NoticePolicies())
    var output = Output.standard
    if let jsonl { return try NoticeLines(path: jsonl, parser: parser).write(to: &output) }
    let text: String
    do throws(ReadingFault) {
      text = try NoticeInput(notice ?? "-").text()
    } catch {
      var errors = Output.error
      try errors.writeLine(TerminalText.escaped(error.description))
      try errors.flush()
      throw ExitCode(ExitStatus.incomplete)
    }
    try write(parser.parse(text), to: &output)
  }

  private func write(_ statement: RightsStatement, to output: inout Output) throws {
    try output.write(json ? try NoticeRecord(statement).line() + "\n" : NoticeText.lines(statement))
    try output.flush()
  }
}
