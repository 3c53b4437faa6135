import Foundation
import WireLedger
import WireText
import WireTrees
import Wirecheck

/// Recorded checks as JSON lines.
enum AuditNode {
  /// A summary of a check.
  static func summary(_ check: CheckSummary) -> JSONOutput { .object(members(check)) }

  /// A check with everything recorded about it.
  static func check(_ check: CheckRecord) throws -> JSONOutput {
    .object(
      members(check.summary) + [
        ("run", try JSONOutput(encoding: check.summary.run.run)),
        ("tool", try JSONOutput(encoding: check.summary.run.tool)),
        ("documents_checked", .array(try check.documents.map(document))),
        ("findings", .array(try check.findings.map { try JSONOutput(encoding: $0) })),
      ])
  }

  private static func members(_ check: CheckSummary) -> [(String, JSONOutput?)] {
    let run = check.run
    return [
      ("id", JSONOutput(Int(check.id))), ("key", .string(check.key)), ("at", .string(check.at.iso8601)),
      (
        "actor",
        .object([("kind", .string(check.actor.kind.rawValue)), ("name", .string(check.actor.name))])
      ),
      ("command", .string(run.run.command)), ("stage", .string(run.run.stage)),
      ("site", JSONOutput(run.run.site)),
      ("verdict", .string(run.verdict.rawValue)), ("complete", .bool(run.run.complete)),
      ("policy", .string(run.run.policy)), ("index", JSONOutput(run.run.index?.id)),
      ("documents", .integer(check.documents)), ("uses", .integer(check.uses)),
      ("errors", .integer(run.counts.error)), ("warnings", .integer(run.counts.warning)),
      ("notes", .integer(run.counts.info)),
    ]
  }

  private static func document(_ document: DocumentUses) throws -> JSONOutput {
    .object([
      ("document", try JSONOutput(encoding: document.document)), ("title", JSONOutput(document.title)),
      ("url", JSONOutput(document.url)), ("published_at", JSONOutput(document.publishedAt)),
      ("scope", try document.scope.map { try JSONOutput(encoding: $0) } ?? .null),
      ("uses", .array(try document.uses.map { try JSONOutput(encoding: $0) })),
    ])
  }
}
