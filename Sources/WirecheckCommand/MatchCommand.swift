import ArgumentParser
import WireDocuments
import WireMatching
import WireText
import Wirecheck

/// `wirecheck match`: shows which wire copy drafts contain.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Find the passages that drafts share with wire copy; no rights are looked at.",
    usage: """
      wirecheck match --index DIR --drafts FILE
      wirecheck match --sources FILE --drafts FILE [--pairs FILE]
      wirecheck match --explain-settings
      """,
    discussion: """
      Prints one JSON line a match: {"draft", "source", "score", "spans", "kind"}. A span is [draft start, draft end, \
      source start, source end] in Unicode scalars of the texts, ends exclusive; the score is in nats of surprisal. \
      Lines come in the order of the drafts, or of the pairs, strongest source first. A source with the draft's own identifier is named for words that no other source has, \
      so that an archive can be matched with itself. What cannot be read is named \
      on standard error and makes the exit status 3; the rest is still matched.
      """)

  @Option(help: ArgumentHelp("The index to match against.", valueName: "dir"))
  var index: String?
  @Option(help: ArgumentHelp("Sources to match against, in any readable format.", valueName: "file"))
  var sources: String?
  @Option(help: ArgumentHelp("Drafts, in any readable format; `-` is standard input.", valueName: "file"))
  var drafts: String?
  @Option(
    help: ArgumentHelp(
      "JSON lines with `draft` and `source`: compare these pairs only, each by itself.", valueName: "file"))
  var pairs: String?
  @Flag(help: "Print the constants that matching works with, what they mean, and how many synonyms it knows.")
  var explainSettings = false

  func validate() throws {
    if explainSettings { return }
    guard drafts != nil else { throw ValidationError("name the drafts (--drafts)") }
    guard (index == nil) != (sources == nil) else {
      throw ValidationError("name either an index (--index) or sources (--sources)")
    }
    guard pairs == nil || sources != nil else { throw ValidationError("--pairs needs --sources") }
  }

  func run() throws {
    if explainSettings {
      var output = Output.standard
      try output.write(SettingsText.text(.standard, .standard()))
      return try output.flush()
    }
    guard let drafts else { return }
    var diagnostics = Diagnostics()
    do {
      let vocabulary = try Vocabulary.standard()
      var run = MatchRun(vocabulary: vocabulary)
      if let pairs, let sources {
        try run.matchPairs(pairs, sources: sources, drafts: drafts, &diagnostics)
      } else {
        try run.match(drafts, against: try opened(vocabulary, &diagnostics), &diagnostics)
      }
    } catch let fault as ReadingFault {
      try diagnostics.report(fault.description)
    } catch let fault as IndexFault {
      try diagnostics.report(fault.description)
    }
    try diagnostics.exitIfIncomplete()
  }

  private func opened(_ vocabulary: Vocabulary, _ diagnostics: inout Diagnostics) throws -> WireIndex {
    if let index { return try WireIndex(opening: index) }
    let items = try TextBatches.all(of: sources ?? "", &diagnostics).map {
      IndexItem(id: $0.id, text: $0.text)
    }
    return try WireIndex(items: items, vocabulary: vocabulary)
  }
}
