import ArgumentParser
import WireReports
import WireRights
import Wirecheck

/// `wirecheck policy show`: shows the terms in force, in words.
struct PolicyShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the terms that hold, in words: contracts, defaults, limits for quoting.",
    discussion: """
      Without an argument, an overview of all contracts and of what holds without one. With an agency or the number \
      of an agreement, every clause with its words and its place.
      """)

  @Option(help: ArgumentHelp("The newsroom's configuration.", valueName: "file"))
  var config: String?
  @Option(help: ArgumentHelp("Look at this time instead of the clock's.", valueName: "time"))
  var now: String?
  @Argument(
    help: ArgumentHelp("An agency by identifier or name, or an agreement.", valueName: "agency|contract"))
  var subject: String?

  func run() throws {
    let newsroom = try Workspace.newsroom(config: config)
    let (instant, _) = try Clock.instant(given: now)
    let text = TermsText(newsroom: newsroom, now: instant)
    var output = Output.standard
    let lines = try subject.map { try Self.lines(of: $0, text) } ?? text.overview
    for line in lines { try output.writeLine(TerminalText.escaped(line)) }
    try output.flush()
  }

  private static func lines(of subject: String, _ text: TermsText) throws(CommandFailure) -> [String] {
    let newsroom = text.newsroom
    let contracts = newsroom.contracts.filter { $0.agreement == subject }
    if !contracts.isEmpty { return contracts.flatMap(text.whole) }
    guard let agency = newsroom.agencies.agency(called: subject) else {
      throw .usage("`\(subject)` is neither an agency that is known nor an agreement on file")
    }
    return text.agency(agency)
  }
}
