internal import WireText
internal import Wirecheck

/// Identifies a check by its content, so that recording it again adds nothing.
enum CheckKey {
  /// SHA-256 over everything that defines a check: who, when, with what, on which documents, and the result.
  ///
  /// The result is included: if the same inputs ever give a different result, both are kept.
  static func key(
    of run: RunRecord, documents: some Collection<DocumentUses>, actor: AuditActor, at instant: Instant
  ) -> String {
    var digest = FieldDigest()
    let circumstances = [
      "wirecheck/check/2", actor.kind.rawValue, actor.name, String(instant.seconds), run.run.clock,
      run.tool.name, run.tool.version, run.run.command, run.run.site ?? "", run.run.stage, run.run.now,
      run.run.policy, run.run.index?.id ?? "", run.verdict.rawValue, String(run.run.complete),
    ]
    for circumstance in circumstances { digest.add(circumstance) }
    add(documents, to: &digest) { document in
      let record = document.document
      let uses = document.uses.flatMap {
        [$0.agency, $0.item, $0.version ?? "", String($0.words), $0.outcome]
      }
      let scope = document.scope.map {
        [String($0.channels.count)] + $0.channels + $0.territories + [$0.basis.rawValue]
      }
      return [record.id, record.path, String(record.item), record.sha256, String(uses.count)] + uses
        + [String(scope?.count ?? 0)] + (scope ?? [])
    }
    add(run.findings, to: &digest) { [$0.rule, $0.level.rawValue, $0.fingerprint] }
    add(run.run.skipped, to: &digest) { [$0.path, $0.reason] }
    return digest.hexadecimalText
  }

  /// Adds a list preceded by its length, so that adjacent lists cannot be confused.
  private static func add<Part>(
    _ parts: some Collection<Part>, to digest: inout FieldDigest, _ text: (Part) -> [String]
  ) {
    digest.add(String(parts.count))
    for part in parts { for field in text(part) { digest.add(field) } }
  }
}
