internal import Wirecheck

/// One line a finding, in the form that editors and `grep` understand.
enum ConciseReport: ReportFormat {
  static let name = "concise"
  static let title = "one line a finding: path:line:column: level[rule]: message"

  static func render(_ run: RunRecord, options: ReportOptions) -> [UInt8] {
    let style = TerminalStyle(usesColour: options.usesColour)
    var text = ""
    for finding in run.findings {
      let level = style.heading(
        "\(finding.level.rawValue)[\(TerminalText.escaped(finding.rule))]", finding.level)
      text += "\(place(of: finding)): \(level): \(TerminalText.escaped(Wording.message(of: finding)))\n"
    }
    text += Wording.summary(run) + "\n"
    return Array(text.utf8)
  }

  private static func place(of finding: Finding) -> String {
    let span = finding.places.first?.file
    return TerminalText.escaped(Wording.place(finding.document.path, line: span?.line, column: span?.column))
  }
}
