internal import Wirecheck

/// Inputs that were not checked stand in `run.skipped`, and most are told by a finding as well.
extension RunRecord {
  /// Tells whether a finding says of an input that it was not checked.
  var isAboutSkipped: (Finding) -> Bool {
    let skips = skips
    return { skips.contains(Skip($0)) }
  }

  /// What was not checked and no finding tells, as where its rule is switched off.
  var untold: [Skipped] {
    var untold = skips
    for finding in findings where !untold.isEmpty { untold.remove(Skip(finding)) }
    return run.skipped.filter { untold.contains(Skip($0)) }
  }

  private var skips: Set<Skip> { Set(run.skipped.map(Skip.init)) }
}

/// What tells that an input was not checked, and why.
private struct Skip: Hashable {
  let path: String
  let reason: String

  init(_ skipped: RunRecord.Skipped) { (path, reason) = (skipped.path, skipped.reason) }
  init(_ finding: Finding) { (path, reason) = (finding.document.path, finding.fact ?? "") }
}
