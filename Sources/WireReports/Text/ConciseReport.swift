internal import Wirecheck

/// One line per finding, in the form that editors and `grep` understand.
enum ConciseReport: ReportFormat {
  static let name = "concise"
  static let title = "one line a finding: path:line:column: level[rule]: message"

  static func write(
    _ run: RunRecord, options: ReportOptions, to output: inout (some ReportOutput & ~Copyable)
  ) throws {
    let style = TerminalStyle(usesColour: options.usesColour)
    for finding in run.findings {
      let level = style.heading(
        "\(finding.level.rawValue)[\(TerminalText.escaped(finding.rule))]", finding.level)
      let message = TerminalText.escaped(Wording.message(of: finding))
      try output.write("\(place(of: finding)): \(level): \(message)\n")
    }
    try output.write(Wording.summary(run) + "\n")
  }

  private static func place(of finding: Finding) -> String {
    let span = finding.places.first?.file
    return TerminalText.escaped(Wording.place(finding.document.path, line: span?.line, column: span?.column))
  }
}
