internal import Wirecheck

extension RunRecord {
  /// The findings, the graver ones first; of the same level, in the order of the run.
  var gravestFirst: [Finding] {
    findings.enumerated().sorted { ($1.element.level, $0.offset) < ($0.element.level, $1.offset) }.map(
      \.element)
  }
}
