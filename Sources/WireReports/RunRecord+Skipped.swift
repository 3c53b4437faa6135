internal import Wirecheck

/// Inputs that were not checked are in `run.skipped`; findings report most of them as well.
extension RunRecord {
  /// Returns whether a finding reports an input that was not checked.
  var isAboutSkipped: (Finding) -> Bool {
    let skips = skips
    return { skips.contains(Skip($0)) }
  }

  /// Skipped checks that no finding reports, for instance because the rule is switched off.
  var unreportedSkips: [Skipped] {
    var unreportedSkips = skips
    for finding in findings where !unreportedSkips.isEmpty { unreportedSkips.remove(Skip(finding)) }
    return run.skipped.filter { unreportedSkips.contains(Skip($0)) }
  }

  private var skips: Set<Skip> { Set(run.skipped.map(Skip.init)) }
}

/// Identifies an input that was not checked, and the reason.
private struct Skip: Hashable {
  let path: String
  let reason: String

  init(_ skipped: RunRecord.Skipped) { (path, reason) = (skipped.path, skipped.reason) }
  init(_ finding: Finding) { (path, reason) = (finding.document.path, finding.fact ?? "") }
}
