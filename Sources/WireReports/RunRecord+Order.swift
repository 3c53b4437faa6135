internal import Wirecheck

extension RunRecord {
  /// The most severe findings, the most severe first; findings of the same level are in the order of the run.
  ///
  /// - Parameter most: the maximum number of findings.
  func gravest(_ most: Int) -> [Finding] {
    var kept: [[Finding]] = Finding.Level.allCases.map { _ in [] }
    for finding in findings {
      guard let level = Finding.Level.allCases.firstIndex(of: finding.level) else { continue }
      kept[level].append(finding)
      if kept.reduce(0, { $0 + $1.count }) > most, let least = kept.firstIndex(where: { !$0.isEmpty }) {
        kept[least].removeLast()
      }
    }
    return Array(kept.reversed().joined())
  }
}
