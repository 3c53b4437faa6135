internal import WireText
internal import Wirecheck

/// A usage statement for a terminal or a mail.
enum UsageText: UsageFormat {
  static let name = "text"

  static func render(_ statement: UsageStatement) -> String {
    let facts = UsageWording.facts(statement).flatMap { labelled($0.name, $0.value, width: 12) }
    let blocks = [
      [TerminalText.escaped(UsageWording.title(statement))] + facts, uses(statement),
      totals(statement.totals),
      ["Definitions"]
        + UsageStatement.definitions.flatMap { labelled("  \($0.term)", $0.meaning, width: 15) },
      wrapped(UsageStatement.disclaimer),
    ]
    return blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private static let width = 96

  private static func uses(_ statement: UsageStatement) -> [String] {
    guard !statement.rows.isEmpty else {
      return ["Uses", "  0: no copy of this agency was found in the period"]
    }
    return ["Uses"] + statement.rows.flatMap(use)
  }

  private static func use(_ row: UsageStatement.Row) -> [String] {
    let name = row.title.map { "\($0) (\(row.document.id))" } ?? row.document.id
    let basis = row.isTimeStated ? "" : " (time of the check)"
    let places = [
      row.site.map { "site \($0)" }, UsageWording.places(row), "check \(row.check)", row.url,
    ].compactMap { $0 }.joined(separator: ", ")
    return
      (["  \(UsageWording.time(row.publishedAt))\(basis)  \(name)"]
      + ([places] + UseText.lines(of: row.use)).map { "    " + $0 }).map(TerminalText.escaped)
  }

  private static func totals(_ totals: UsageTotals) -> [String] {
    let contracts = totals.contracts.map {
      (TerminalText.escaped(UsageWording.contract($0.agreement)), $0.sum)
    }
    let classes = totals.classes.map { ($0.useClass.rawValue, $0.sum) }
    let all = ("all", totals.all)
    let names = (contracts + classes).map { DisplayWidth.columns(of: $0.0) }
    let column = max(12, names.max() ?? 0) + 2
    func line(_ name: String, _ uses: String, _ words: String) -> String {
      "  " + Columns.left(name, column) + Columns.right(uses, 8) + Columns.right(words, 12)
    }
    func table(_ sums: [(String, UsageTotals.Sum)]) -> [String] {
      (sums + [all]).map { line($0.0, UsageWording.count($0.1.uses), UsageWording.count($0.1.words)) }
    }
    return ["Totals", line("by contract", "uses", "words")] + table(contracts) + [""]
      + [line("by class", "uses", "words")] + table(classes)
      + ["", "  documents with at least one use: \(UsageWording.count(totals.documents))"]
  }

  /// A name followed by its text, with wrapped lines aligned below the text.
  private static func labelled(_ name: String, _ text: String, width label: Int) -> [String] {
    wrapped(text, indent: label).enumerated().map { index, line in
      Columns.left(index == 0 ? name : "", label) + line
    }
  }

  private static func wrapped(_ text: String, indent: Int = 0) -> [String] {
    Wrapping.lines(of: TerminalText.escaped(text), width: width - indent)
  }

}
