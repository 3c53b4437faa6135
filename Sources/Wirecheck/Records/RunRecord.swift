/// One run over one or many documents: what was checked, with what, and everything that was found.
///
/// This is the master record. It is written as JSON (`wirecheck/run/1`: sorted keys, integers only), and every other
/// report is rendered from it, immediately or later.
public struct RunRecord: Codable, Sendable, Hashable {
  /// The outcome of a run: the worst over all findings and inputs.
  public enum Verdict: String, Codable, Sendable, Hashable {
    case pass, warn, block, incomplete

    /// The outcome of counted findings.
    ///
    /// - Parameter isComplete: whether everything that was requested was checked.
    package init(_ counts: Counts, isComplete: Bool) {
      self =
        if !isComplete { .incomplete } else if counts.error > 0 { .block } else if counts.warning > 0 {
          .warn
        } else { .pass }
    }
  }

  /// The name and version of the form that this version reads and writes.
  public static let form = "wirecheck/run/1"

  /// The name and version of the schema.
  public var schema = Self.form
  /// The tool.
  public var tool: Tool
  /// The circumstances of the run.
  public var run: Run
  /// The outcome.
  public var verdict: Verdict
  /// Findings by level, and documents checked.
  public var counts: Counts
  /// The findings, ordered by path, place, level, rule.
  public var findings: RecordList<Finding>
  /// The documents that use wire copy, permitted or not, in order of their paths.
  public var uses: RecordList<DocumentUses>

  /// The tool that produced the record.
  public struct Tool: Codable, Sendable, Hashable {
    /// `wirecheck`.
    public var name: String
    /// The tool's version.
    public var version: String
  }

  /// The circumstances of a run.
  public struct Run: Codable, Sendable, Hashable {
    /// The command, for instance `check`.
    public var command: String
    /// The site's identifier.
    public var site: String?
    /// The stage for which uses were decided: `draft` or `publish`.
    public var stage: String
    /// The instant for which uses were decided, ISO 8601, UTC.
    public var now: String
    /// The origin of that instant: `system` or `given`.
    public var clock: String
    /// SHA-256 of the configuration and policies, `sha256:…`.
    public var policy: String
    /// The index that was matched against; nil if none was used.
    public var index: IndexIdentity?
    /// Whether everything that was requested was checked.
    public var complete: Bool
    /// Documents that were checked.
    public var documents: Int
    /// Inputs, or parts of them, that were not checked.
    public var skipped: [Skipped]
    /// Files in the given folders that contain nothing to check; nil if there are none.
    public var leftAside: [LeftAside]?
  }

  /// The index of a run.
  public struct IndexIdentity: Codable, Sendable, Hashable {
    /// Identifies the index's content.
    public var id: String
    /// The number of items.
    public var items: Int
  }

  /// An input that was not checked, or not completely.
  public struct Skipped: Codable, Sendable, Hashable {
    /// The path as given.
    public var path: String
    /// The reason, for instance `unknown-format`.
    public var reason: String
    /// What happened and what to do.
    public var message: String
    /// The line, if known.
    public var line: Int?
  }

  /// Files that contain nothing to check, for one reason.
  public struct LeftAside: Codable, Sendable, Hashable {
    /// The reason, for instance `a picture`.
    public var reason: String
    /// The number of files.
    public private(set) var files = 0
    /// Their paths; the first 20 if there are more.
    public private(set) var paths: [String] = []

    /// No files yet.
    public init(reason: String) { self.reason = reason }

    /// Adds a file.
    public mutating func add(_ path: String) {
      files += 1
      if paths.count < 20 { paths.append(path) }
    }
  }

  /// The number of findings by level.
  public struct Counts: Codable, Sendable, Hashable {
    /// Findings of level error.
    public var error = 0
    /// Findings of level warning.
    public var warning = 0
    /// Findings of level info.
    public var info = 0

    /// No findings yet.
    package init() {}

    /// Counts a finding.
    package mutating func add(_ level: Finding.Level) {
      switch level {
      case .error: error += 1
      case .warning: warning += 1
      case .info: info += 1
      }
    }

    /// Whether there are findings of a level or above.
    package func holdsAny(from level: Finding.Level) -> Bool {
      switch level {
      case .info: error + warning + info > 0
      case .warning: error + warning > 0
      case .error: error > 0
      }
    }
  }

  /// Adds an input that was not checked or not recorded, which makes the run incomplete.
  public mutating func addSkipped(path: String, reason: String, message: String) {
    run.skipped.append(Skipped(path: path, reason: reason, message: message, line: nil))
    run.complete = false
    verdict = .incomplete
  }
}
