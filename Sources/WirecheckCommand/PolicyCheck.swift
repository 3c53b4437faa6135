import ArgumentParser
import Foundation
import WireMatching
import WireReports
import WireRights
import WireText
import WireTrees
import WireYAML
import Wirecheck

/// `wirecheck policy check`: looks for probable mistakes in the newsroom's terms.
struct PolicyCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look for contradictions, dead clauses, ended contracts and unreviewed terms.",
    discussion: """
      Lays the clauses of each agency's contracts over each other, runs their cases, and lists drafted contracts and \
      notices in the index that nobody confirmed. --confirm records that a person read them: the contract file gets a \
      line that says who, a notice is entered in wirecheck-notices.yaml beside the configuration. Exit status: 0 \
      nothing to look at, 1 findings, 2 a configuration that is invalid.
      """)

  @Option(help: ArgumentHelp("The newsroom's configuration.", valueName: "file"))
  var config: String?
  @Option(help: ArgumentHelp("Look at this time instead of the clock's.", valueName: "time"))
  var now: String?
  @Option(
    help: ArgumentHelp("Record that a contract file or a notice (`sha256:…`) was read.", valueName: "what"))
  var confirm: String?
  @Option(help: ArgumentHelp("Who read it.", valueName: "name"))
  var by: String?
  @Flag(help: "Leave the notices of the index aside.")
  var skipNotices = false
  @Flag(help: "Print the findings as lines of JSON.")
  var json = false

  func validate() throws {
    guard (confirm == nil) == (by == nil) else {
      throw ValidationError("--confirm needs --by, and --by needs --confirm: who read what")
    }
    if let by, by.allSatisfy(\.isWhitespace) { throw ValidationError("--by needs a name") }
  }

  func run() throws {
    let workspace = try Workspace.open(config: config, inputs: [])
    let (instant, _) = try Clock.instant(given: now)
    var output = Output.standard
    if let confirm, let by {
      let done = try Confirmation(workspace: workspace, by: by, at: instant).record(confirm)
      try output.writeLine(TerminalText.escaped(done))
      return try output.flush()
    }
    let newsroom = workspace.newsroom
    var findings = PolicyReview(newsroom, at: instant) { contract in
      let pages = workspace.pages(of: contract).filter { FileManager.default.fileExists(atPath: $0) }
      // A page that can no longer be read says nothing about the contract.
      guard let page = pages.first, let documents = try? TextFile.documents(of: page) else { return nil }
      return TermsPage(documents, parser: newsroom.notices)
    }.findings
    if !skipNotices { findings += try notices(workspace) }
    findings.removeAll { !$0.isOn(in: newsroom) }
    for finding in findings { try output.write(try text(finding)) }
    if !json { try output.writeLine(Self.summary(findings, contracts: newsroom.contracts.count)) }
    try output.flush()
    if !findings.isEmpty { throw ExitCode(ExitStatus.findings) }
  }

  private func notices(_ workspace: Workspace) throws(CommandFailure) -> [PolicyFinding] {
    let path = workspace.resolved(workspace.newsroom.check.index)
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    let confirmed = try NoticeRegister(workspace).confirmed
    return try indexing { () throws(IndexFault) in
      try DeliveredNotices(in: WireIndex(opening: path), workspace.newsroom).findings(confirmed: confirmed)
    }
  }

  private func text(_ finding: PolicyFinding) throws -> String {
    if json { return try JSONOutput(encoding: finding).line + "\n" }
    let place = Wording.place(finding.path, line: finding.line, column: finding.column)
    let title = [finding.rule, finding.name].compactMap(\.self).joined(separator: " ")
    let head = (place.isEmpty ? "" : "\(place): ") + "\(title): \(finding.message)"
    let lines = [head] + finding.words.map { "    “\($0)”" } + ["    help: \(finding.help)"]
    return lines.map { TerminalText.escaped($0) + "\n" }.joined()
  }

  private static func summary(_ findings: [PolicyFinding], contracts: Int) -> String {
    "\(Wording.count(findings.count, "finding")) in \(Wording.count(contracts, "contract"))"
  }
}
