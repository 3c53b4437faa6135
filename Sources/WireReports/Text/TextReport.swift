internal import Wirecheck

/// The full report for people: every finding with the draft's words, the source's words and the clause.
enum TextReport: ReportFormat {
  static let name = "text"
  static let title = "full report for people, with the words, the source and the clause"

  static func write(
    _ run: RunRecord, options: ReportOptions, to output: inout (some ReportOutput & ~Copyable)
  ) throws {
    for finding in run.findings { try output.write(ReportFormats.frame(finding, options: options)) }
    try output.write(permitted(in: run))
    try output.write(ending(of: run))
  }

  /// The permitted uses of wire copy, each with its basis, so that a pass can be verified too.
  private static func permitted(in run: RunRecord) -> String {
    let (shown, left) = run.permitted(mostPermitted)
    guard !shown.isEmpty else { return "" }
    let lines = shown.map {
      TerminalText.escaped("permitted: \(Wording.name(of: $0.document)): \(Wording.permission($0.use))")
        + "\n"
    }
    return lines.joined() + (left > 0 ? "and \(Wording.count(left, "more use")) permitted\n" : "") + "\n"
  }

  /// The most permitted uses that are listed.
  private static let mostPermitted = 50

  /// The closing lines of a run's report.
  static func ending(of run: RunRecord) -> String {
    var text = Wording.summary(run) + "\n" + Wording.verdict(run.verdict) + "\n"
    if run.findings.contains(where: { $0.match != nil }) {
      text += Wording.disclaimer + "\n"
    }
    return text
  }
}
