import ArgumentParser
import WireDocuments
import WireReports
import WireRights
import WireText
import WireYAML

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

  @OptionGroup var folder: PolicyFolder

  func validate() throws {
    guard jsonl != nil else { return }
    if notice != nil { throw ValidationError("give a notice or --jsonl, not both") }
  }

  func run() throws {
    let parser = NoticeParser(try folder.policies())
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
    try write(Self.statements(of: text, parser), to: &output)
  }

  /// The notices of a text: those inside it where most of it is something else, such as a story, else the whole.
  private static func statements(of text: String, _ parser: NoticeParser) -> [RightsStatement] {
    let bytes = Array(text.utf8)
    let found = parser.notices(in: bytes, paragraphs: Paragraphs.ranges(in: bytes))
    let covered = found.reduce(0) { $0 + $1.range.count }
    return found.isEmpty || covered * 2 >= bytes.count ? [parser.parse(text)] : found.map(\.statement)
  }

  private func write(_ statements: [RightsStatement], to output: inout Output) throws {
    for (index, statement) in statements.enumerated() {
      if json {
        try output.writeLine(try NoticeRecord(statement).line())
      } else {
        try output.write((index == 0 ? "" : "\n") + NoticeText.lines(statement))
      }
    }
    try output.flush()
  }
}
