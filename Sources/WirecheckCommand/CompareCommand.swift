public import ArgumentParser
import WireDocuments
import WireMatching
public import WireReports
import WireText
import WireYAML
import Wirecheck

/// `wirecheck compare`: compares one draft with one text, without configuration and index.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare one draft with one source; no configuration and no index are needed.",
    discussion: """
      Shows which words of the draft stand in the source, and what the source's own notice says about that. Contracts \
      are not known here: what the notice prohibits is an error, all else is left to a person. With --alignment the \
      passages are shown word by word instead, as text, json or html: what was left out and what is new.
      """)

  @Option(help: ArgumentHelp("Use this time instead of the current one.", valueName: "time"))
  var now: String?
  @Option(help: ArgumentHelp("Read both files as this format (see `wirecheck formats`).", valueName: "name"))
  var inputFormat: String?
  @Option(
    help: ArgumentHelp(
      "Show the passages word by word instead of a report: text, json or html.", valueName: "format"))
  var alignment: ComparisonFormat?
  @OptionGroup var flags: ReportFlags
  @Argument(help: ArgumentHelp("The draft; `-` is standard input.", valueName: "draft"))
  var draft: String
  @Argument(help: ArgumentHelp("The text that it may come from.", valueName: "source"))
  var source: String

  func validate() throws { try InputFormat.demand(inputFormat) }

  func run() throws {
    let newsroom = try reading { () throws(YAMLFault) in try Newsroom.unconfigured() }
    let vocabulary = try reading { () throws(YAMLFault) in try Vocabulary.standard() }
    let (index, _) = try TextFile.index(of: source, format: inputFormat, newsroom, vocabulary)
    let checker = try indexing { () throws(IndexFault) in
      try Checker(newsroom, index: index, vocabulary: vocabulary)
    }
    let (instant, isGiven) = try Clock.instant(given: now)
    if let alignment { return try show(alignment, checker, at: instant) }
    let plan = Run.Plan(
      command: "compare", occasion: Occasion(now: instant), isClockGiven: isGiven,
      excerpts: flags.excerptPolicy)
    var run = Run(checker, plan)
    let open: FeedOpening = { [inputFormat] path throws(ReadingFault) in
      try DocumentSource(path: path, format: inputFormat)
    }
    try indexing { () throws(IndexFault) in try run.check(path: draft, open: open) }
    let record = run.finish().record
    let reporter = Reporter(flags, opening: open)
    try reporter.write(record)
    try reporter.exit(after: record, failOn: .error)
  }

  /// Shows the passages word by word, if the source's words may be shown.
  private func show(_ format: ComparisonFormat, _ checker: Checker, at instant: Instant) throws {
    guard [.short, .full].contains(flags.excerptPolicy) else {
      throw CommandFailure.usage(
        "--alignment shows the source's words, which are withheld here (name --excerpts full where others may not read)"
      )
    }
    var comparisons: [Comparison] = []
    for document in try TextFile.documents(of: draft, format: inputFormat) {
      comparisons += try indexing { () throws(IndexFault) in
        try checker.comparisons(of: document, on: Occasion(now: instant))
      }
    }
    var output = Output.standard
    let bytes: [UInt8]
    do throws(ReportFault) {
      bytes = try format.render(comparisons, usesColour: Terminal.usesColour(flags.color))
    } catch {
      throw CommandFailure.incomplete(error.description)
    }
    try output.write(String(decoding: bytes, as: UTF8.self))
    try output.flush()
  }
}

extension ComparisonFormat: ExpressibleByArgument {}
