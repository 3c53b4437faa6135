internal import WireText
internal import Wirecheck

/// A usage statement as a self-contained page, to read, to print and to pass on.
///
/// See `HTMLPage` for the page's restrictions.
enum UsageHTML: UsageFormat {
  static let name = "html"

  static func render(_ statement: UsageStatement) -> String {
    let title = UsageWording.title(statement)
    let totals = statement.totals
    return HTMLPage.page(
      title: title, style: UsageStyle.sheet,
      body: """
        <header>
        <h1>\(HTMLEscape.text(title))</h1>
        \(facts(statement))
        </header>
        <main>
        \(headline(totals))
        <section>
        <h2>Totals</h2>
        <div class="pair">
        \(table("By contract", first: "Contract", totals.contracts.map { ($0.agreement ?? "no contract", $0.sum) }, totals.all))
        \(table("By class of use", first: "Class", totals.classes.map { ($0.useClass.rawValue, $0.sum) }, totals.all))
        </div>
        </section>
        <section>
        <h2>Uses</h2>
        \(uses(statement))
        </section>
        <section>
        <h2>Definitions</h2>
        \(HTMLPage.list(UsageStatement.definitions.map { ($0.term, HTMLEscape.plain($0.meaning)) }))
        </section>
        </main>
        <footer><p>\(HTMLEscape.plain(UsageStatement.disclaimer))</p></footer>
        """)
  }

  private static func facts(_ statement: UsageStatement) -> String {
    HTMLPage.list(UsageWording.facts(statement).map { ($0.name, HTMLEscape.text($0.value)) })
  }

  private static func headline(_ totals: UsageTotals) -> String {
    let figures = [
      (totals.all.uses, totals.all.uses == 1 ? "use" : "uses"),
      (totals.documents, totals.documents == 1 ? "document" : "documents"), (totals.all.words, "words used"),
    ]
    let items = figures.map { "<li><strong>\(UsageWording.count($0.0))</strong> \($0.1)</li>" }
    return "<ul class=\"figures\">\n" + items.joined(separator: "\n") + "\n</ul>"
  }

  private static func table(
    _ caption: String, first: String, _ sums: [(String, UsageTotals.Sum)], _ all: UsageTotals.Sum
  ) -> String {
    func cells(_ name: String, _ sum: UsageTotals.Sum) -> String {
      "<tr><th scope=\"row\">\(HTMLEscape.text(name))</th><td class=\"n\">\(UsageWording.count(sum.uses))</td>"
        + "<td class=\"n\">\(UsageWording.count(sum.words))</td></tr>"
    }
    return """
      <table class="sums">
      <caption>\(caption)</caption>
      <thead><tr><th scope="col">\(first)</th><th scope="col" class="n">Uses</th>\
      <th scope="col" class="n">Words</th></tr></thead>
      <tbody>
      \(sums.map { cells($0.0, $0.1) }.joined(separator: "\n"))
      </tbody>
      <tfoot>
      \(cells("All", all))
      </tfoot>
      </table>
      """
  }

  private static let columns = [
    "Document", "Published", "Item", "Class", "Words", "Share of item", "Contract", "Outcome", "Credit",
  ]

  private static func uses(_ statement: UsageStatement) -> String {
    guard !statement.rows.isEmpty else { return "<p>0: no copy of this agency was found in the period.</p>" }
    let head = columns.map { "<th scope=\"col\">\($0)</th>" }.joined()
    return """
      <table class="uses">
      <caption>Each document with each item that it uses, by time of publication</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(statement.rows.map(row).joined(separator: "\n"))
      </tbody>
      </table>
      """
  }

  private static func row(_ row: UsageStatement.Row) -> String {
    let use = row.use
    let published = HTMLEscape.plain(UsageWording.time(row.publishedAt))
    let basis = row.isTimeStated ? "" : " <small>time of the check</small>"
    let cells = [
      "<time datetime=\"\(row.publishedAt.iso8601)\">\(published)</time>\(basis)",
      HTMLEscape.text(UsageWording.item(use)), row.useClass.rawValue, UsageWording.count(use.words),
      Wording.percent(use.sourcePermille),
      HTMLEscape.text(UsageWording.terms(use, contract: use.agreement ?? "no contract")),
      "<span class=\"outcome \(mark(use))\">\(HTMLEscape.text(UsageWording.outcome(use)))</span>",
      HTMLEscape.text(UsageWording.credit(use)),
    ]
    let labelled = zip(columns.dropFirst(), cells).map { "<td data-label=\"\($0)\"><span>\($1)</span></td>" }
    return "<tr><th scope=\"row\">\(document(row))</th>\(labelled.joined())</tr>"
  }

  private static func document(_ row: UsageStatement.Row) -> String {
    let name = HTMLEscape.text(row.title ?? row.document.id)
    let linked =
      HTMLEscape.link(row.url).map { "<a href=\"\($0)\" rel=\"noopener noreferrer\">\(name)</a>" } ?? name
    let notes = [
      row.title == nil ? nil : row.document.id, row.site, UsageWording.places(row), "check \(row.check)",
    ].compactMap { $0 }
    return linked + " <small>" + notes.map(HTMLEscape.text).joined(separator: " · ") + "</small>"
  }

  /// The CSS class of an outcome; the text next to it says the same.
  private static func mark(_ use: UseRecord) -> String {
    switch use.outcome {
    case "allow", "allow-with-duty": "yes"
    case "violation": "no"
    default: "open"
    }
  }
}
