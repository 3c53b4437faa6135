public import Wirecheck

/// A form in which a run is told: one type and one file a format.
///
/// To add a format, write a type that conforms and enter it in `ReportFormats.all`. A format is pure: the same
/// record and options give the same bytes. Whatever comes from a document, a file name, an item or a clause is
/// untrusted, and each format escapes it for its own medium.
public protocol ReportFormat: Sendable {
  /// What names it on the command line, for instance `sarif`.
  static var name: String { get }
  /// What it is and who reads it, in a few words.
  static var title: String { get }
  /// Writes the report, UTF-8, ending in a line feed.
  ///
  /// - Throws: `ReportFault` where the record has no such form, and what the output throws.
  static func write(
    _ run: RunRecord, options: ReportOptions, to output: inout (some ReportOutput & ~Copyable)) throws
}

extension ReportFormat {
  /// The report as a whole, for runs of a few documents.
  ///
  /// - Throws: `ReportFault` where the record has no such form.
  public static func render(_ run: RunRecord, options: ReportOptions) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try write(run, options: options, to: &bytes)
    return bytes
  }
}

/// The formats of reports.
public enum ReportFormats {
  /// Every format, the usual one first.
  public static let all: [any ReportFormat.Type] = [
    TextReport.self, ConciseReport.self, HTMLReport.self, JSONReport.self, SARIFReport.self,
    GitHubReport.self, GitLabReport.self, JUnitReport.self, RDJSONReport.self, MarkdownReport.self,
  ]

  /// The full report for people.
  public static var text: any ReportFormat.Type { TextReport.self }

  /// A finding as the full report for people shows it, with an empty line at its end.
  public static func frame(_ finding: Finding, options: ReportOptions) -> String {
    FindingFrame(finding, options: options).text + "\n"
  }

  /// The names of all formats, comma-separated.
  public static var names: String { all.map { $0.name }.joined(separator: ", ") }

  /// The format of a name; nil where there is none.
  public static func named(_ name: String) -> (any ReportFormat.Type)? { all.first { $0.name == name } }
}
