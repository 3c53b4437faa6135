internal import Wirecheck

/// Inputs that were not checked stand in `run.skipped`, and most are told by a finding as well.
extension RunRecord {
  /// The findings but those that say of an input that it was not checked.
  var findingsOfCopy: [Finding] {
    let skipped = Set(run.skipped.map { [$0.path, $0.reason] })
    return findings.filter { !skipped.contains([$0.document.path, $0.fact ?? ""]) }
  }

  /// What was not checked and no finding tells, as where its rule is switched off.
  var untold: [Skipped] {
    let told = Set(findings.map { [$0.document.path, $0.fact ?? ""] })
    return run.skipped.filter { !told.contains([$0.path, $0.reason]) }
  }
}
