internal import Wirecheck

/// SARIF 2.1.0 for code scanning; it contains no words of the draft or of a source.
///
/// Limited to what GitHub reads (docs.github.com, "SARIF support for code scanning"): every rule is listed, no text
/// is empty, at most 5,000 results (the most severe first), at most 100 places per result, one region per place.
enum SARIFReport: ReportFormat {
  static let name = "sarif"
  static let title = "SARIF 2.1.0, for GitHub code scanning and editors"

  /// The most results of a run that GitHub shows.
  static let mostResults = 5000

  static func write(
    _ run: RunRecord, options: ReportOptions, to output: inout (some ReportOutput & ~Copyable)
  ) throws {
    let findings = run.gravest(mostResults)
    let isCut = run.findings.count > mostResults
    let shown = isCut ? findings.dropLast() : findings[...]
    var rules = SARIFRules(options.rules)
    var results = SARIFResults(options: options)
    var all = shown.map { results.result($0, rule: rules.index(of: $0)) }
    if isCut {
      all.append(
        results.omitted(
          run.findings.count - shown.count, example: findings[shown.endIndex], rules: &rules))
    }
    let log = SARIFLog(runs: [
      SARIFLog.Run(
        tool: tool(run, rules: rules.all),
        automationDetails: .init(
          id: SARIFText.plain("wirecheck/\(run.run.site ?? run.run.command)/\(run.run.now)")),
        invocations: [invocation(run, options: options)], results: all,
        properties: .init(
          verdict: run.verdict.rawValue, policy: SARIFText.plain(run.run.policy),
          index: run.run.index.map { SARIFText.plain($0.id) }))
    ])
    try output.write(JSONText.encode(log))
  }

  private static func tool(_ run: RunRecord, rules: [SARIFLog.Rule]) -> SARIFLog.Tool {
    let version = SARIFText.plain(run.tool.version)
    return .init(
      driver: .init(
        name: SARIFText.plain(run.tool.name), version: version, semanticVersion: version, rules: rules))
  }

  /// Whether the run was complete, and which inputs were not checked.
  private static func invocation(_ run: RunRecord, options: ReportOptions) -> SARIFLog.Invocation {
    let skipped = run.run.skipped.prefix(mostResults).map { skipped in
      SARIFLog.Notification(
        level: "error", message: .init(text: SARIFText.message("not checked: \(skipped.message)")),
        locations: [
          .init(
            physicalLocation: .init(
              artifactLocation: SARIFText.location(of: options.relative(skipped.path)),
              region: .init(startLine: max(1, skipped.line ?? 1))))
        ])
    }
    return .init(
      executionSuccessful: run.run.complete,
      startTimeUtc: run.run.clock == "system" ? SARIFText.plain(run.run.now) : nil,
      toolExecutionNotifications: skipped)
  }
}
