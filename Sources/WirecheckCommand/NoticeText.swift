import WireReports
import WireRights
import WireText

/// A statement in words for people.
enum NoticeText {
  static func lines(_ sourced: SourcedStatement) -> String {
    let origin = sourced.source.isEmpty ? "" : "in: \(TerminalText.escaped(sourced.source))\n"
    return origin + lines(sourced.statement)
  }

  private static func lines(_ statement: RightsStatement) -> String {
    var lines: [String] = []
    if !statement.isNotice {
      let what = "no rights, no licence, no duty and no instruction"
      guard !statement.residue.isEmpty else { return "This text states \(what).\n" }
      lines.append("Of this text \(what) was understood.")
    }
    func add(_ title: String, _ text: String) { lines.append(title + ": " + text) }
    if let holder = statement.holder {
      let known = holder.agency.map { " (agency \($0))" } ?? ""
      add(
        "holder",
        holder.name == holder.asWritten
          ? holder.name + known : "\(holder.name), written “\(holder.asWritten)”" + known)
    }
    for other in statement.coHolders { add("also", other.name) }
    if !statement.years.isEmpty { add("years", statement.years.map(String.init).joined(separator: ", ")) }
    if let range = statement.allRightsReserved { add("all rights reserved", quoted(statement, range)) }
    if let advisory = statement.advisory {
      add("advisory", advisory.kind.rawValue + " " + quoted(statement, advisory.evidence))
    }
    if let licence = statement.licence {
      let target = licence.target.map { " of \($0)" } ?? ""
      add("licence", licence.id + target + " " + quoted(statement, licence.evidence))
    }
    for clause in statement.clauses {
      lines.append("\(sentence(clause))\n    \(quoted(statement, clause.evidence))")
    }
    for duty in statement.duties {
      let verb = duty.isRequest ? "asked for" : "required"
      lines.append(
        "\(verb): \(duty.kind.rawValue)\(duty.value.map { " " + $0 } ?? "")\n    \(quoted(statement, duty.evidence))"
      )
    }
    for range in statement.residue { add("looks like terms, not understood", quoted(statement, range)) }
    if statement.isTruncated { lines.append("The text breaks off.") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One rule in words.
  static func sentence(_ clause: Clause) -> String {
    let verb =
      switch clause.effect {
      case .prohibit: "prohibited"
      case .permit: "permitted"
      case .oblige: "required"
      }
    let lift =
      switch clause.condition {
      case .none: ""
      case .withoutPermission: " without permission"
      case .withoutWrittenPermission: " without written permission"
      case .withoutAgreement: " without an agreement"
      case .beyondScope: " beyond what is granted elsewhere"
      case .ifDutiesMet: " if the duties are met"
      }
    let limits = clause.constraints.map { limit -> String in
      let relation =
        switch limit.comparison {
        case .eq: "is"
        case .neq: "is not"
        case .gt: "is more than"
        case .lteq: "is at most"
        }
      let weekday = limit.weekday.map { " (named a \($0.name))" } ?? ""
      let doubt = limit.isUncertain ? " (words beside it not understood)" : ""
      return "\(limit.kind.rawValue) \(relation) \(limit.members.joined(separator: " or "))\(weekday)\(doubt)"
    }
    let when = limits.isEmpty ? "" : ", where \(limits.joined(separator: " and "))"
    return "\(verb): \(clause.action.rawValue)\(clause.target.map { " of \($0)" } ?? "")\(lift)\(when)"
  }

  private static func quoted(_ statement: RightsStatement, _ range: TextRange) -> String {
    "“" + TerminalText.escaped(statement.words(range)) + "”"
  }
}
