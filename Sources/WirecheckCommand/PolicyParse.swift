import ArgumentParser
import WireDocuments
import WireReports
import WireRights
import Wirecheck

/// `wirecheck policy parse`: drafts a contract from a terms page.
struct PolicyParse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Draft a contract from an agency's terms page, for a person to confirm.",
    discussion: """
      Prints YAML with each clause below the sentences that it came from. A sentence of which anything was not \
      understood, or which contracts have no key for, gives no clause; it follows as a comment that says what was \
      seen. Until `wirecheck policy check --confirm` records who read the draft, it decides nothing: what it permits \
      and what it prohibits is left to a person. Exit status: 0 drafted, 2 wrong use, 3 the page could not be read.
      """)

  @Option(help: ArgumentHelp("The agency (default: the one that the page names).", valueName: "id"))
  var agency: String?
  @Option(help: ArgumentHelp("The newsroom's configuration, for its own agencies.", valueName: "file"))
  var config: String?
  @Option(help: ArgumentHelp("Read the page as this format (see `wirecheck formats`).", valueName: "name"))
  var inputFormat: String?
  @Argument(help: ArgumentHelp("The page, HTML or text; `-` is standard input.", valueName: "page"))
  var page: String

  func validate() throws { try InputFormat.demand(inputFormat) }

  func run() throws {
    // The shell may already have created the empty file that the draft is redirected to.
    let newsroom = try Workspace.newsroom(config: config, allowsEmptyContractFiles: true)
    let read = TermsPage(
      try TextFile.documents(of: page, format: inputFormat), parser: newsroom.notices)
    let agency = try agency(of: read, newsroom)
    let draft = ContractDraft(
      read.sentences, agency: agency.id, names: agency.names,
      origin: ContractOrigin(page: page, digest: read.digest))
    var output = Output.standard
    try output.write(draft.yaml)
    try output.flush()
  }

  private func agency(of page: TermsPage, _ newsroom: Newsroom) throws(CommandFailure) -> Agency {
    guard let agency = agency ?? page.agency else {
      throw .usage("the page names no agency that is known (name it with --agency)")
    }
    guard let known = newsroom.agencies.agency(called: agency) else {
      throw .usage("there is no agency `\(agency)` (add it under `agencies:` in wirecheck.yaml)")
    }
    return known
  }
}
