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
    let permitted = run.permitted
    guard !permitted.isEmpty else { return "" }
    let lines = permitted.prefix(mostPermitted).map {
      TerminalText.escaped("permitted: \(Wording.name(of: $0.document)): \(Wording.permission($0.use))")
        + "\n"
    }
    let left = permitted.count - lines.count
    return lines.joined() + (left > 0 ? "and \(left) more uses are permitted\n" : "") + "\n"
  }

  /// Permitted uses that are listed.
  private static let mostPermitted = 50

  /// The lines that close a report of a run.
  static func ending(of run: RunRecord) -> String {
    var text = Wording.summary(run) + "\n" + Wording.verdict(run.verdict) + "\n"
    if run.findings.contains(where: { $0.match != nil }) {
      text += Wording.disclaimer + "\n"
    }
    return text
  }
}
