public import Wirecheck

/// A report format; one type and one file per format.
///
/// To add a format, write a conforming type and add it to `ReportFormats.all`. A format is pure: the same record and
/// options give the same bytes. Everything that comes from a document, a file name, an item or a clause is untrusted,
/// and each format escapes it for its own medium.
public protocol ReportFormat: Sendable {
  /// Its name on the command line, for instance `sarif`.
  static var name: String { get }
  /// What it is and who it is for, in a few words.
  static var title: String { get }
  /// Writes the report, UTF-8, ending in a line feed.
  ///
  /// - Throws: `ReportFault` if the record cannot be written in this format, and any error of the output.
  static func write(
    _ run: RunRecord, options: ReportOptions, to output: inout (some ReportOutput & ~Copyable)) throws
}

extension ReportFormat {
  /// The whole report in memory, for runs of a few documents.
  ///
  /// - Throws: `ReportFault` if the record cannot be written in this format.
  public static func render(_ run: RunRecord, options: ReportOptions) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try write(run, options: options, to: &bytes)
    return bytes
  }
}

/// The report formats.
public enum ReportFormats {
  /// All formats, the default one first.
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

  /// The format with a name; nil if there is none.
  public static func named(_ name: String) -> (any ReportFormat.Type)? { all.first { $0.name == name } }
}
