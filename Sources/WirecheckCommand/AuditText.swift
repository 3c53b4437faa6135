import WireLedger
import WireReports
import WireText
import Wirecheck

/// Recorded checks as text for people.
enum AuditText {
  /// A check on one line.
  static func line(_ check: CheckSummary) -> String {
    let run = check.run
    let site = run.run.site.map { " for \($0)" } ?? ""
    return TerminalText.escaped(
      "\(check.id)  \(check.at.iso8601)  \(run.verdict.rawValue)  \(run.run.command) at stage \(run.run.stage)\(site) "
        + "by \(name(check.actor)): \(Wording.count(check.documents, "document")), \(Wording.count(check.uses, "use")), "
        + findings(run.counts) + (run.run.complete ? "" : "; incomplete"))
  }

  /// A check with everything recorded about it.
  static func check(_ check: CheckRecord) -> String {
    let summary = check.summary
    let run = summary.run
    var lines = ["check \(summary.id): \(run.verdict.rawValue)"]
    let facts = [
      ("made", "\(summary.at.iso8601) by \(name(summary.actor))"),
      ("run", "\(run.run.command) at stage \(run.run.stage)"), ("site", run.run.site ?? "none named"),
      ("decided for", "\(run.run.now) (clock: \(run.run.clock))"),
      ("tool", "\(run.tool.name) \(run.tool.version)"),
      ("policy", run.run.policy),
      ("index", run.run.index.map { "\($0.id), \(Wording.count($0.items, "item"))" } ?? "none"),
      ("complete", run.run.complete ? "yes" : "no"), ("findings", findings(run.counts)), ("key", summary.key),
    ]
    lines += facts.map { "  " + Columns.left($0.0, 13) + $0.1 }
    lines += run.run.skipped.map { "  not checked: \($0.path): \($0.message)" }
    for document in check.documents { lines += self.document(document) }
    for finding in check.findings { lines += self.finding(finding) }
    return lines.map { TerminalText.escaped($0) + "\n" }.joined()
  }

  private static func document(_ document: DocumentUses) -> [String] {
    let record = document.document
    let named = document.title.map { ": \($0)" } ?? ""
    let published = document.publishedAt.map { "published \($0)" }
    let scope = document.scope.map { scope in
      (scope.basis == .question ? "asked about " : "for ") + scope.channels.joined(separator: "/")
        + " in \(scope.territories.joined(separator: "/"))"
    }
    let details = [published, scope, document.url].compactMap { $0 }.joined(separator: ", ")
    return ["document \(record.id)\(named)"]
      + [
        "  \(record.path), item \(record.item); \(Wording.count(record.words, "word")); "
          + "sha256 \(record.sha256)"
      ]
      + (details.isEmpty ? [] : ["  \(details)"]) + document.uses.flatMap(use)
  }

  private static func use(_ use: UseRecord) -> [String] {
    let agency = use.agency.isEmpty ? "an unnamed agency" : use.agency
    return ["  use of \(agency)"] + UseText.lines(of: use).map { "    " + $0 }
  }

  private static func finding(_ finding: Finding) -> [String] {
    [
      "\(finding.level.rawValue) \(finding.rule) \(finding.name): \(finding.message)",
      "  document \(finding.document.id); \(finding.fingerprint)",
    ]
  }

  private static func name(_ actor: AuditActor) -> String { "\(actor.kind.rawValue) \(actor.name)" }

  private static func findings(_ counts: RunRecord.Counts) -> String {
    let parts = [(counts.error, "error"), (counts.warning, "warning"), (counts.info, "note")]
    let named = parts.filter { $0.0 != 0 }.map { Wording.count($0.0, $0.1) }
    return named.isEmpty ? "no findings" : named.joined(separator: ", ")
  }
}
