import ArgumentParser
import WireDocuments
import WireRights
import WireText
import WireYAML
import Wirecheck

/// `wirecheck notice`: explains what a notice says, clause by clause.
struct NoticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice",
    abstract: "Explain a rights notice or an advisory, each clause with the words that say it.",
    usage: """
      wirecheck notice [--json | --odrl | --rightsml] [TEXT|FILE|-]
      wirecheck notice --jsonl FILE
      wirecheck notice --odrl-profile
      """,
    discussion: """
      What looks like a path (a slash or an extension, and no spaces) is read as a file, everything else is taken \
      as the notice itself. Files of ODRL, RightsML, TDMRep, RSL, XMP, robots.txt and HTTP headers are known by \
      their content; of pages and wire items the fields for rights are read too. What of a file cannot be read is named on \
      standard error and makes the exit status 3; what was read is still explained. So it is with the lines of --jsonl.
      """)

  @Argument(help: "A notice, the path of a file that holds one, or - for standard input (the default).")
  var notice: String?
  @Flag(help: "Print the fields of the statement as JSON.")
  var json = false
  @Flag(help: "Write the statement as a policy of ODRL 2.2 in JSON-LD; several as an array.")
  var odrl = false
  @Flag(
    help:
      "Write the statement as a policy of RightsML 2.0 in JSON, what it has no words for left out and named.")
  var rightsml = false
  @Flag(help: "Print the profile of ODRL that --odrl uses.")
  var odrlProfile = false
  @Option(
    help: ArgumentHelp(
      "Parse {\"id\", \"text\"} lines of a file, also gzip or -, and print one JSON line each.",
      valueName: "file"))
  var jsonl: String?

  @OptionGroup var folder: PolicyFolder

  func validate() throws {
    if jsonl != nil, notice != nil { throw ValidationError("give a notice or --jsonl, not both") }
    let forms = [json, odrl, rightsml, odrlProfile, jsonl != nil].filter { $0 }.count
    if forms > 1 {
      throw ValidationError("give only one of --json, --odrl, --rightsml, --odrl-profile and --jsonl")
    }
    if odrlProfile, notice != nil { throw ValidationError("--odrl-profile takes no notice") }
  }

  func run() throws {
    var output = Output.standard
    if odrlProfile {
      try output.write(ODRLProfile.text)
      return try output.flush()
    }
    let parser = NoticeParser(try folder.policies())
    if let jsonl { return try NoticeLines(path: jsonl, parser: parser).write(to: &output) }
    let expressions = try reading { () throws(YAMLFault) in
      try RightsExpressions(parser, LicenceCatalogue.builtIn())
    }
    var diagnostics = Diagnostics()
    let contents: NoticeInput.Contents
    do throws(ReadingFault) {
      contents = try NoticeInput(notice ?? "-").contents(parser, expressions)
    } catch {
      try diagnostics.report(error.description)
      throw ExitCode(ExitStatus.incomplete)
    }
    try write(contents.statements, to: &output)
    for loss in contents.losses { try diagnostics.report(loss) }
    try diagnostics.exitIfIncomplete()
  }

  private func write(_ statements: [SourcedStatement], to output: inout Output) throws {
    if odrl {
      try output.write(NoticePolicy.odrl(statements.map(\.statement)))
    } else if rightsml {
      let (policy, leftOut) = NoticePolicy.rightsML(statements.map(\.statement))
      let diagnostics = Diagnostics()
      for part in leftOut { try diagnostics.note("wirecheck: RightsML has no words for: \(part)") }
      try output.write(policy)
    } else {
      for (index, statement) in statements.enumerated() {
        if json {
          try output.writeLine(try NoticeRecord(statement).line())
        } else {
          try output.write((index == 0 ? "" : "\n") + NoticeText.lines(statement))
        }
      }
    }
    try output.flush()
  }
}
