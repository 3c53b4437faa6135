/// One run over one or many documents: what was checked, with what, and everything that was found.
///
/// This is the master record. It is written as JSON (`wirecheck/run/1`: keys sorted, integers only) and every
/// other report is rendered from it, at once or later.
public struct RunRecord: Codable, Sendable, Hashable {
  /// What a run comes to; the worst over all findings and inputs.
  public enum Verdict: String, Codable, Sendable, Hashable {
    case pass, warn, block, incomplete

    /// What findings come to.
    ///
    /// - Parameter isComplete: whether everything that was asked for was checked.
    package init(_ counts: Counts, isComplete: Bool) {
      self =
        if !isComplete { .incomplete } else if counts.error > 0 { .block } else if counts.warning > 0 {
          .warn
        } else { .pass }
    }
  }

  /// The name and version of the form that this version reads and writes.
  public static let form = "wirecheck/run/1"

  /// The name and version of this form.
  public var schema = Self.form
  /// The tool.
  public var tool: Tool
  /// What the run was.
  public var run: Run
  /// What it comes to.
  public var verdict: Verdict
  /// Findings by level, and documents checked.
  public var counts: Counts
  /// The findings, ordered by path, place, level, rule.
  public var findings: RecordList<Finding>
  /// The documents that use wire copy, permitted or not, in order of their paths.
  public var uses: RecordList<DocumentUses>

  /// The tool that ran.
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
    /// The stage that was decided for: `draft` or `publish`.
    public var stage: String
    /// The instant that was decided for, ISO 8601, UTC.
    public var now: String
    /// Where that instant came from: `system` or `given`.
    public var clock: String
    /// SHA-256 of the configuration and policies, `sha256:…`.
    public var policy: String
    /// The index that was matched against; nil where none was used.
    public var index: IndexIdentity?
    /// Whether everything that was asked for was checked.
    public var complete: Bool
    /// Documents that were checked.
    public var documents: Int
    /// Inputs, or parts of them, that were not checked.
    public var skipped: [Skipped]
    /// Files of the folders that were named which hold nothing to check; nil where there are none.
    public var leftAside: [LeftAside]?
  }

  /// The index of a run.
  public struct IndexIdentity: Codable, Sendable, Hashable {
    /// What identifies the index's content.
    public var id: String
    /// The number of items.
    public var items: Int
  }

  /// An input that was not checked, or not wholly.
  public struct Skipped: Codable, Sendable, Hashable {
    /// The path as given.
    public var path: String
    /// Why, for instance `unknown-format`.
    public var reason: String
    /// What happened and what to do.
    public var message: String
    /// The line, where known.
    public var line: Int?
  }

  /// Files that hold nothing to check, for one reason.
  public struct LeftAside: Codable, Sendable, Hashable {
    /// Why, for instance `a picture`.
    public var reason: String
    /// How many.
    public private(set) var files = 0
    /// Their paths; of many the first 20.
    public private(set) var paths: [String] = []

    /// No files yet.
    public init(reason: String) { self.reason = reason }

    /// Adds a file.
    public mutating func add(_ path: String) {
      files += 1
      if paths.count < 20 { paths.append(path) }
    }
  }

  /// How many.
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

  /// Adds what was not checked or not kept; the run is incomplete then.
  public mutating func addSkipped(path: String, reason: String, message: String) {
    run.skipped.append(Skipped(path: path, reason: reason, message: message, line: nil))
    run.complete = false
    verdict = .incomplete
  }
}
