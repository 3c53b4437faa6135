internal import Wirecheck

/// A run as Markdown, for a comment on a merge request or a job summary; it contains no words of a source.
///
/// The first line is a marker by which a job finds its earlier comment in order to update it.
enum MarkdownReport: ReportFormat {
  static let name = "markdown"
  static let title = "a comment for merge requests and summaries of jobs"

  /// The most bytes of rows that are shown; hosts reject comments longer than 65,536 characters.
  private static let mostBytes = 60_000
  /// More rows than can fit into `mostBytes`.
  private static let mostRows = mostBytes / 20

  static func write(
    _ run: RunRecord, options: ReportOptions, to output: inout (some ReportOutput & ~Copyable)
  ) throws {
    var text = "<!-- wirecheck -->\n**\(MarkdownText.escaped(Wording.verdict(run.verdict)))**\n\n"
    let unreportedSkips = run.unreportedSkips
    let rows =
      run.gravest(mostRows).map { row($0, options: options) }
      + unreportedSkips.map { row($0, options: options) }
    let count = run.findings.count + unreportedSkips.count
    if !rows.isEmpty { text += "| | Where | What | What to do |\n|---|---|---|---|\n" }
    var shown = 0
    for row in rows where shown == 0 || text.utf8.count + row.utf8.count <= mostBytes {
      text += row
      shown += 1
    }
    if shown < count {
      text += "\n\(Wording.count(count - shown, "more finding")) left out, the least grave.\n"
    }
    if !rows.isEmpty { text += "\n" }
    text += MarkdownText.escaped("\(Wording.summary(run)). \(Wording.disclaimer)") + "\n"
    try output.write(text)
  }

  private static func row(_ finding: Finding, options: ReportOptions) -> String {
    var document = finding.document
    document.path = options.relative(document.path)
    return row(
      "\(finding.level.rawValue) \(finding.rule)",
      Wording.place(of: document, at: finding.places.first?.file),
      finding.message, finding.help)
  }

  private static func row(_ skipped: RunRecord.Skipped, options: ReportOptions) -> String {
    row("error", options.relative(skipped.path), "not checked: \(skipped.message)", [])
  }

  private static func row(_ kind: String, _ place: String, _ what: String, _ help: [String]) -> String {
    let cells =
      [kind, place, what].map(MarkdownText.escaped) + [
        help.map(MarkdownText.escaped).joined(separator: "<br>")
      ]
    return "| \(cells.joined(separator: " | ")) |\n"
  }
}
