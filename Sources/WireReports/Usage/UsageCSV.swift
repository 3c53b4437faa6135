internal import WireText
internal import Wirecheck

/// A usage statement for spreadsheets and for the agency's own programs: RFC 4180, fixed columns.
///
/// The column `record` distinguishes uses from totals and definitions. Only uses fill `words_used`, and only totals
/// fill the columns of totals, so that the sum of a column counts nothing twice.
enum UsageCSV: UsageFormat {
  static let name = "csv"

  private static let columns = [
    "record", "agency", "contract_ref", "clause", "period_start", "period_end", "site", "channel",
    "territory",
    "document_id", "url", "title", "published_utc", "published_basis", "source_item", "source_version",
    "source_published_utc",
    "use_class", "words_used", "words_identical", "share_source_permille", "outcome", "attribution",
    "credit_ok", "check", "document_sha256", "total_of", "total_uses", "total_words", "term", "meaning",
  ]

  static func render(_ statement: UsageStatement) -> String {
    var lines = [columns.joined(separator: ",")]
    lines += statement.rows.map { line(use($0), statement) }
    lines += totals(statement.totals).map { line($0, statement) }
    lines += facts(statement).map {
      line(["record": "definition", "term": $0.name, "meaning": $0.value], statement)
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  private static func line(_ cells: [String: String], _ statement: UsageStatement) -> String {
    var cells = cells
    cells["agency"] = statement.agency
    cells["period_start"] = statement.period.start.iso8601
    cells["period_end"] = statement.period.end.iso8601
    return columns.map { CSVCell.text(cells[$0] ?? "") }.joined(separator: ",")
  }

  private static func use(_ row: UsageStatement.Row) -> [String: String] {
    let use = row.use
    var cells = [
      "record": "use", "document_id": row.document.id, "published_utc": row.publishedAt.iso8601,
      "published_basis": row.isTimeStated ? "document" : "check", "source_item": use.item,
      "use_class": row.useClass.rawValue, "words_used": String(use.words),
      "words_identical": String(use.identical), "share_source_permille": String(use.sourcePermille),
      "outcome": use.outcome, "attribution": use.attribution.rawValue, "check": String(row.check),
      "document_sha256": row.document.sha256,
    ]
    cells["contract_ref"] = use.agreement
    cells["clause"] = use.clause
    cells["site"] = row.site
    cells["channel"] = row.channels.joined(separator: " ")
    cells["territory"] = row.territories.joined(separator: " ")
    cells["url"] = row.url
    cells["title"] = row.title
    cells["source_version"] = use.version
    cells["source_published_utc"] = use.sourcePublishedAt
    cells["credit_ok"] = use.creditOK.map { $0 ? "yes" : "no" }
    return cells
  }

  private static func totals(_ totals: UsageTotals) -> [[String: String]] {
    func total(_ name: String, _ sum: UsageTotals.Sum, _ more: [String: String] = [:]) -> [String: String] {
      [
        "record": "total", "total_of": name, "total_uses": String(sum.uses), "total_words": String(sum.words),
      ].merging(more) { $1 }
    }
    let contracts = totals.contracts.map { contract in
      total("contract", contract.sum, ["contract_ref": contract.agreement ?? ""])
    }
    let classes = totals.classes.map { total("class", $0.sum, ["use_class": $0.useClass.rawValue]) }
    return contracts + classes + [total("all", totals.all)]
  }

  private static func facts(_ statement: UsageStatement) -> [(name: String, value: String)] {
    UsageWording.facts(statement).map { ($0.name.lowercased(), $0.value) }
      + UsageStatement.definitions.map { ($0.term, $0.meaning) } + [("note", UsageStatement.disclaimer)]
  }
}

/// Cells of a CSV file.
enum CSVCell {
  /// A text as a cell that no spreadsheet interprets as a formula, quoted where RFC 4180 requires it.
  ///
  /// A cell that starts like a formula, even after white space that spreadsheets ignore or with a full-width
  /// character, is prefixed with an apostrophe. Characters that control terminals or change the writing direction are
  /// escaped, including line breaks, so that a record is a single line.
  static func text(_ text: String) -> String {
    var cell = TerminalText.escaped(text)
    if startsFormula(text) { cell = "'" + cell }
    guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C }) || cell.first == " " || cell.last == " "
    else {
      return cell
    }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private static func startsFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if first == "\t" || first == "\r" || first == "\n" { return true }
    let start = text.unicodeScalars.first { !$0.properties.isWhitespace && !$0.isUnsafeToPrint }
    return start.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
  }
}
