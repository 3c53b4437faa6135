import ArgumentParser
import WireDocuments
import WireMatching
import WireReports
import WireText
import WireYAML
import Wirecheck

/// `wirecheck compare`: one draft against one text, without configuration and index.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare one draft with one source; no configuration and no index are needed.",
    discussion: """
      Shows which words of the draft stand in the source, and what the source's own notice says about that. Contracts \
      are not known here: what the notice prohibits is an error, all else is left to a person.
      """)

  @Option(help: ArgumentHelp("Decide for this time instead of the clock's.", valueName: "time"))
  var now: String?
  @Option(help: ArgumentHelp("Read both files as this format (see `wirecheck formats`).", valueName: "name"))
  var inputFormat: String?
  @OptionGroup var flags: ReportFlags
  @Argument(help: ArgumentHelp("The draft; `-` is standard input.", valueName: "draft"))
  var draft: String
  @Argument(help: ArgumentHelp("The text that it may come from.", valueName: "source"))
  var source: String

  func validate() throws { try InputFormat.demand(inputFormat) }

  func run() throws {
    let newsroom = try reading { () throws(YAMLFault) in try Newsroom.unconfigured() }
    let vocabulary = try reading { () throws(YAMLFault) in try Newsroom.vocabulary() }
    let documents = try documents(of: source)
    let index = try indexing { () throws(IndexFault) in
      let items = ItemReader(newsroom, agency: nil).items(of: documents)
      return try WireIndex(items: items, vocabulary: vocabulary)
    }
    let checker = try indexing { () throws(IndexFault) in
      try Checker(newsroom, index: index, vocabulary: vocabulary)
    }
    let (instant, isGiven) = try Clock.instant(given: now)
    let plan = Run.Plan(
      command: "compare", occasion: Occasion(now: instant), isClockGiven: isGiven,
      excerpts: flags.excerptPolicy)
    var run = Run(checker, plan)
    try indexing { () throws(IndexFault) in
      try run.check(path: draft) { path throws(ReadingFault) in
        try DocumentSource(path: path, format: inputFormat)
      }
    }
    let record = run.record()
    let reporter = Reporter(flags)
    try reporter.write(record)
    try reporter.exit(after: record, failOn: .error)
  }

  /// All documents of a file.
  private func documents(of path: String) throws -> [Document] {
    var documents: [Document] = []
    do throws(ReadingFault) {
      var source = try DocumentSource(path: path, format: inputFormat)
      while let document = try source.next() { documents.append(document) }
    } catch {
      throw CommandFailure.incomplete(error.description)
    }
    guard documents.contains(where: { !$0.body.isEmpty }) else {
      throw CommandFailure.incomplete("\(path): holds no text to compare with (check the file)")
    }
    return documents
  }
}
