internal import Wirecheck

/// A run as a self-contained page, to read on the desk, to print and to pass on to counsel: for each finding the
/// draft's words next to the source's, the clause, and what to do.
///
/// See `HTMLPage` for the page's restrictions.
enum HTMLReport: ReportFormat {
  static let name = "html"
  static let title = "page of its own with draft and source side by side, to read and to print"

  /// The most findings that are shown; nobody reads a page with more, and browsers struggle with it.
  private static let mostFindings = 500
  /// The most permitted uses that are listed.
  private static let mostPermitted = 500

  static func write(
    _ run: RunRecord, options: ReportOptions, to output: inout (some ReportOutput & ~Copyable)
  ) throws {
    let paths = Set(run.findings.lazy.map(\.document.path))
    let subject = paths.count == 1 ? paths.first ?? "" : Wording.count(run.run.documents, "document")
    let title = "Check of \(subject)"
    let page = HTMLPage.page(
      title: title, style: HTMLReportStyle.sheet,
      body: """
        <header>
        <h1>\(HTMLEscape.text(title))</h1>
        <p class="verdict \(run.verdict.rawValue)"><strong>\(Wording.verdict(run.verdict))</strong></p>
        <p>\(Wording.summary(run))</p>
        </header>
        <main>
        \(findings(run))
        \(permitted(run))
        <section>
        <h2>What was checked, and with what</h2>
        \(HTMLPage.list(facts(run).map { ($0.name, HTMLEscape.text($0.value)) }))
        </section>
        </main>
        <footer><p>\(Wording.disclaimer)</p></footer>
        """)
    try output.write(page)
  }

  private static func findings(_ run: RunRecord) -> String {
    let shown = run.gravest(mostFindings).enumerated().map { (number: $0 + 1, finding: $1) }
    guard !shown.isEmpty else { return "<p>No findings.</p>" }
    let rows = shown.map { number, finding in
      """
      <li><a href="#f\(number)"><span class="level \(finding.level.rawValue)">\(finding.level.rawValue)</span> \
      <code>\(HTMLEscape.plain(finding.rule))</code> \
      \(HTMLEscape.text(Wording.place(of: finding.document, at: finding.places.first?.file)))</a></li>
      """
    }
    let left = run.findings.count - shown.count
    return """
      <nav aria-label="Findings">
      <ol>
      \(rows.joined(separator: "\n"))
      </ol>
      \(left > 0 ? "<p>and \(Wording.count(left, "more finding")), which the format json has</p>\n" : "")</nav>
      \(shown.map { FindingArticle(number: $0.number, finding: $0.finding).html }.joined(separator: "\n"))
      """
  }

  private static func permitted(_ run: RunRecord) -> String {
    let (shown, left) = run.permitted(mostPermitted)
    guard !shown.isEmpty else { return "" }
    let rows = shown.map {
      "<li>\(HTMLEscape.text($0.document.path)): \(HTMLEscape.text(Wording.permission($0.use)))</li>"
    }
    return """
      <section>
      <h2>Permitted</h2>
      <ul>
      \(rows.joined(separator: "\n"))
      </ul>
      \(left > 0 ? "<p>and \(left) more</p>\n" : "")</section>
      """
  }

  private static func facts(_ record: RunRecord) -> [(name: String, value: String)] {
    let run = record.run
    var facts = [
      ("Decided for", "\(Wording.instant(run.now)), stage \(run.stage), clock \(run.clock)"),
      ("Documents", "\(run.documents), inputs skipped: \(run.skipped.count)"),
    ]
    if let site = run.site { facts.append(("Site", site)) }
    if let index = run.index { facts.append(("Index", "\(index.id), \(Wording.count(index.items, "item"))")) }
    facts.append(("Policy", run.policy))
    facts.append(("Tool", "\(record.tool.name) \(record.tool.version), \(run.command)"))
    return facts
  }
}
