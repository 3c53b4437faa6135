internal import Wirecheck

/// Findings as workflow commands of GitHub Actions, which shows them at the lines of a pull request.
///
/// Syntax and escapes: docs.github.com, “Workflow commands for GitHub Actions”, and `actions/toolkit`'s `command.ts`.
/// GitHub keeps ten annotations per level and step and silently drops the rest, so the tenth reports how many are
/// left.
enum GitHubReport: ReportFormat {
  static let name = "github"
  static let title = "annotations of GitHub Actions, at most ten of a level"

  /// The most annotations of a level before the one that counts the rest.
  private static let mostOfLevel = 9

  static func write(
    _ run: RunRecord, options: ReportOptions, to output: inout (some ReportOutput & ~Copyable)
  ) throws {
    for level in Finding.Level.allCases.reversed() {
      var count = 0
      var next: DocumentRecord?
      for finding in run.findings where finding.level == level {
        count += 1
        if count <= mostOfLevel { try output.write(command(finding, options: options)) }
        if count == mostOfLevel + 1 { next = finding.document }
      }
      guard let next else { continue }
      let more = "and \(Wording.count(count - mostOfLevel, "more finding")), the first in \(next.path)"
      try output.write("::\(kind(level)) title=wirecheck::\(data(more))\n")
    }
    try output.write(data(Wording.summary(run)) + "\n" + data(Wording.verdict(run.verdict)) + "\n")
  }

  private static func command(_ finding: Finding, options: ReportOptions) -> String {
    var properties = [
      ("title", "wirecheck \(finding.rule)"), ("file", options.relative(finding.document.path)),
    ]
    if let span = finding.places.first?.file {
      properties += [("line", "\(span.line)"), ("endLine", "\(span.endLine)")]
      // Columns of a multi-line passage would be taken for columns of a single line.
      if span.line == span.endLine {
        properties += [("col", "\(span.column)"), ("endColumn", "\(span.endColumn)")]
      }
    }
    let message = ([Wording.message(of: finding)] + finding.help).map(data).joined(separator: "%0A")
    let list = properties.map { "\($0)=\(property($1))" }.joined(separator: ",")
    return "::\(kind(finding.level)) \(list)::\(message)\n"
  }

  private static func kind(_ level: Finding.Level) -> String {
    switch level {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  /// A text on one line that can neither end the command nor start another.
  private static func data(_ text: String) -> String {
    TerminalText.escaped(text).replacing("%", with: "%25")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
