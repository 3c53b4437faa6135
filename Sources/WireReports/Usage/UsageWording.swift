internal import WireText
internal import Wirecheck

/// The texts that statements for people share; nothing in them is escaped yet.
enum UsageWording {
  /// The title of a statement.
  static func title(_ statement: UsageStatement) -> String {
    statement.agencyName == statement.agency
      ? "Usage statement: \(statement.agency)"
      : "Usage statement: \(statement.agencyName) (\(statement.agency))"
  }

  /// What the statement covers and is based on, as names with values.
  static func facts(_ statement: UsageStatement) -> [(name: String, value: String)] {
    let period = statement.period
    let basis = statement.basis
    let last =
      basis.lastCheck.map {
        "checks 1 to \($0), the last of \(basis.lastCheckAt?.iso8601 ?? "an unknown time")"
      }
      ?? "an empty ledger"
    return [
      ("Period", "\(period.firstDay) up to, not including, \(period.endDay); days in \(period.zone)"),
      ("Site", statement.site ?? "all sites"),
      ("Made from", "\(last); wirecheck \(basis.toolVersion)"),
      ("Incomplete", incomplete(basis.incompleteChecks)),
    ]
  }

  private static func incomplete(_ count: Int) -> String {
    switch count {
    case 0: "no check for publication in the period left anything out"
    case 1: "1 check for publication in the period did not cover everything that it was asked to"
    default: "\(count) checks for publication in the period did not cover everything that they were asked to"
    }
  }

  /// Where a document is published, for instance `web/print in BG`; nil if the check did not record it.
  static func places(_ row: UsageStatement.Row) -> String? {
    let territories = row.territories.isEmpty ? nil : "in \(row.territories.joined(separator: "/"))"
    let parts = [row.channels.joined(separator: "/"), territories].compactMap { $0 }.filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// A number of words.
  static func words(_ number: Int) -> String { count(number) + (number == 1 ? " word" : " words") }

  /// The decision, as shown to users.
  static func outcome(_ use: UseRecord) -> String {
    switch use.outcome {
    case "allow": "permitted"
    case "allow-with-duty": "permitted with a duty"
    case "needs-review": "needs a person"
    case "violation": "not permitted"
    default: use.outcome
    }
  }

  /// Whether the required credit is present.
  static func credit(_ use: UseRecord) -> String {
    switch use.creditOK {
    case true?: "credit given"
    case false?: "credit missing"
    case nil: "no credit owed"
    }
  }

  /// The name of a contract in the totals.
  static func contract(_ agreement: String?) -> String { agreement.map { "contract \($0)" } ?? "no contract" }

  /// The contract and clause of a use.
  static func terms(_ use: UseRecord, contract: String) -> String {
    contract + (use.clause.map { ", clause \($0)" } ?? "")
  }

  /// The item and its version.
  static func item(_ use: UseRecord) -> String { Wording.item(use.item, version: use.version) }

  /// The date of an instant in UTC and its time, to the minute.
  static func time(_ instant: Instant) -> String { Wording.instant(instant.iso8601) }

  /// A number with thousands separators, for instance `41,208`.
  static func count(_ number: Int) -> String {
    let digits = String(number)
    var result = ""
    for (index, digit) in digits.enumerated() {
      let rest = digits.count - index
      if index > 0, rest.isMultiple(of: 3), result != "-" { result += "," }
      result.append(digit)
    }
    return result
  }
}
