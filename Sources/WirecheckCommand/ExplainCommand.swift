import ArgumentParser
import Foundation
import WireReports
import Wirecheck

/// `wirecheck explain`: explains a rule, or how a finding was decided.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule, how a finding was decided, or why a draft is no match of an item.",
    usage: """
      wirecheck explain RULE
      wirecheck explain FINGERPRINT [--report FILE]
      wirecheck explain --draft FILE --source FILE
      wirecheck explain --draft FILE --item ID [--index DIR]
      """,
    discussion: """
      A rule is named by its identifier or name, a finding by its fingerprint. Findings are looked up in the record \
      that the last `check` or `scan` left in the newsroom's `.wirecheck` folder, or in a report in the format json. \
      With --draft the draft is matched again with lower bars, until the strongest passage that it shares with the \
      source shows, and how far it is from being a match. What is rare is told by the index: an item of it \
      (--item) is judged among all others, a file (--source) by itself.
      """)

  @Option(help: ArgumentHelp("A report in the format json to look a finding up in.", valueName: "file"))
  var report: String?
  @Option(help: ArgumentHelp("The newsroom's configuration.", valueName: "file"))
  var config: String?
  @Argument(help: ArgumentHelp("WC101, verbatim-prohibited, or a fingerprint `wc1:…`.", valueName: "name"))
  var name: String?
  @Option(help: ArgumentHelp("A draft, to explain why it is or is not a match.", valueName: "file"))
  var draft: String?
  @Option(help: ArgumentHelp("With --draft: the text that it might come from.", valueName: "file"))
  var source: String?
  @Option(help: ArgumentHelp("With --draft: the item of the index that it might come from.", valueName: "id"))
  var item: String?
  @Option(help: ArgumentHelp("With --item: the index (default: as configured).", valueName: "folder"))
  var index: String?

  func validate() throws {
    guard draft == nil else {
      guard name == nil, (source == nil) != (item == nil) else {
        throw ValidationError("with --draft name what it might come from: --source FILE or --item ID")
      }
      return
    }
    guard name != nil, source == nil, item == nil else {
      throw ValidationError("name a rule or a fingerprint, or a draft with --draft")
    }
  }

  func run() throws {
    var output = Output.standard
    if let draft {
      try output.write(try ExplainedPair(draft: draft, source: source, item: item).text(config, index: index))
      return try output.flush()
    }
    let name = name ?? ""
    if let rule = Rules.named(name) {
      try output.write(RuleText.text(rule) + RuleExampleText.text(rule))
    } else if name.hasPrefix("wc1:") {
      try output.write(try finding(name))
    } else {
      throw CommandFailure.usage(
        "there is no rule `\(name)` (see `wirecheck rules`; a fingerprint starts with `wc1:`)")
    }
    try output.flush()
  }

  private func finding(_ name: String) throws -> String {
    let path = try recordPath()
    let record = try RunRecord(file: path, keepsUses: false)
    guard let finding = record.findings.first(where: { $0.fingerprint == name }) else {
      throw CommandFailure.usage(
        "\(path) holds no finding `\(name)` (run the check again, or name a report with --report)")
    }
    let options = Reporter.options(colour: false, width: Terminal.width)
    return ReportFormats.frame(finding, options: options) + "how it was decided, step by step:\n"
      + Self.steps(of: finding)
  }

  private static func steps(of finding: Finding) -> String {
    guard let trace = finding.trace, !trace.isEmpty else {
      return
        "  \(TerminalText.escaped(finding.fact.map { "by a fact of record: \($0)" } ?? finding.message))\n"
    }
    return trace.enumerated().map { number, step in
      let head = "  \(number + 1). \(TerminalText.escaped(step.tier)): \(TerminalText.escaped(step.effect))\n"
      return head + step.terms.map { "     “\(TerminalText.clipped($0, to: 300))”\n" }.joined()
    }.joined()
  }

  private func recordPath() throws(CommandFailure) -> String {
    if let report { return report }
    guard let workspace = try Workspace.workspace(config: config, inputs: []) else {
      throw .usage("no wirecheck.yaml here or above, so no last run is known (name a report with --report)")
    }
    return workspace.resolved(LastRun.path)
  }
}
