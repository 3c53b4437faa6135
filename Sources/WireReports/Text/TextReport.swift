internal import Wirecheck

/// The full report for people: every finding with the draft's words, the source's words and the clause.
enum TextReport: ReportFormat {
  static let name = "text"
  static let title = "full report for people, with the words, the source and the clause"

  static func render(_ run: RunRecord, options: ReportOptions) -> [UInt8] {
    var text = ""
    for finding in run.findings {
      text += FindingFrame(finding, options: options).text
      text += "\n"
    }
    text += permitted(in: run)
    text += ending(of: run)
    return Array(text.utf8)
  }

  /// Uses of wire copy that a term permits, each with what it rests on, so that a pass can be followed too.
  private static func permitted(in run: RunRecord) -> String {
    var lines: [String] = []
    for used in run.uses {
      for use in used.uses where use.outcome == "allow" || use.outcome == "allow-with-duty" {
        let credit = use.creditOK.map { $0 ? "; the credit stands" : "; the credit is owed" } ?? ""
        lines.append(
          "permitted: \(used.document.path): \(Wording.count(use.words, "word")) of \(use.agencyName) \(use.item)"
            + "\(basis(of: use))\(credit)")
      }
    }
    let shown = lines.prefix(mostPermitted).map { TerminalText.escaped($0) + "\n" }
    let left = lines.count - shown.count
    return shown.joined() + (left > 0 ? "and \(left) more uses are permitted\n" : "")
      + (lines.isEmpty ? "" : "\n")
  }

  /// Permitted uses that are listed.
  private static let mostPermitted = 50

  private static func basis(of use: UseRecord) -> String {
    guard let agreement = use.agreement else {
      return use.attribution == .both ? ", quoted within the limits" : ""
    }
    return use.clause.map { " by clause \($0) of \(agreement)" } ?? " by \(agreement)"
  }

  /// The lines that close a report of a run.
  static func ending(of run: RunRecord) -> String {
    var text = Wording.summary(run) + "\n" + Wording.verdict(run.verdict) + "\n"
    if run.findings.contains(where: { $0.match != nil }) {
      text += "A match is a fact about words; whether it is a breach is for your rights desk.\n"
    }
    return text
  }
}
