internal import Wirecheck

/// Findings for GitLab's Code Quality, which shows them in a merge request and next to the changed lines.
///
/// Format: docs.gitlab.com, “Code Quality report format”, a subset of Code Climate's. GitLab keeps one entry per
/// fingerprint, so each entry has its own.
enum GitLabReport: ReportFormat {
  static let name = "gitlab"
  static let title = "Code Quality of GitLab merge requests"

  static func write(
    _ run: RunRecord, options: ReportOptions, to output: inout (some ReportOutput & ~Copyable)
  ) throws {
    var taken: [String: Int] = [:]
    let entries = [
      AnySequence(run.findings.lazy.map { entry($0, options: options) }),
      AnySequence(run.unreportedSkips.map { entry($0, options: options) }),
    ].lazy.joined().map { entry in
      var entry = entry
      let count = taken[entry.fingerprint, default: 0] + 1
      taken[entry.fingerprint] = count
      if count > 1 { entry.fingerprint += "-\(count)" }
      return entry
    }
    try JSONText.write(each: entries, to: &output)
  }

  private static func entry(_ finding: Finding, options: ReportOptions) -> Entry {
    Entry(
      description: TerminalText.escaped("\(finding.rule): \(Wording.message(of: finding))"),
      checkName: TerminalText.escaped(finding.name), fingerprint: TerminalText.escaped(finding.fingerprint),
      severity: severity(finding), path: options.relative(finding.document.path),
      line: finding.places.first?.file?.line)
  }

  private static func entry(_ skipped: RunRecord.Skipped, options: ReportOptions) -> Entry {
    Entry(
      description: TerminalText.escaped("not checked: \(skipped.message)"), checkName: "not-checked",
      fingerprint: TerminalText.escaped("\(skipped.reason):\(skipped.path)"), severity: "major",
      path: options.relative(skipped.path), line: skipped.line)
  }

  /// The severity in GitLab's terms; copy that must not be published at all is critical.
  private static func severity(_ finding: Finding) -> String {
    switch finding.level {
    case .error:
      ["canceled", "withheld", "embargoed"].contains(finding.source?.status) ? "critical" : "major"
    case .warning: "minor"
    case .info: "info"
    }
  }

  private struct Entry: Encodable {
    var description: String
    var checkName: String
    var fingerprint: String
    var severity: String
    var location: Location

    init(
      description: String, checkName: String, fingerprint: String, severity: String, path: String, line: Int?
    ) {
      self.description = description
      self.checkName = checkName
      self.fingerprint = fingerprint
      self.severity = severity
      location = Location(path: path, lines: Lines(begin: max(1, line ?? 1)))
    }

    enum CodingKeys: String, CodingKey {
      case description, fingerprint, severity, location
      case checkName = "check_name"
    }
  }

  private struct Location: Encodable {
    var path: String
    var lines: Lines
  }
  private struct Lines: Encodable { var begin: Int }
}
