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
    text += ending(of: run)
    return Array(text.utf8)
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
