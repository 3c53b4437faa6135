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
  /// The report, UTF-8, ending in a line feed.
  static func render(_ run: RunRecord, options: ReportOptions) throws(ReportFault) -> [UInt8]
}

/// The formats of reports.
public enum ReportFormats {
  /// Every format, the usual one first.
  public static let all: [any ReportFormat.Type] = [
    TextReport.self, ConciseReport.self, HTMLReport.self, JSONReport.self, SARIFReport.self,
    GitHubReport.self, GitLabReport.self, JUnitReport.self, RDJSONReport.self, MarkdownReport.self,
  ]

  /// The names of all formats, parted by commas.
  public static var names: String { all.map { $0.name }.joined(separator: ", ") }

  /// The format of a name; nil where there is none.
  public static func named(_ name: String) -> (any ReportFormat.Type)? { all.first { $0.name == name } }
}

/// How a report is written.
public struct ReportOptions {
  /// Whether the terminal's colours are used; they never carry meaning alone.
  public var usesColour = false
  /// The number of columns after which long passages are wrapped.
  public var width = 100
  /// What is said about rules, for formats that carry it.
  public var rules: [RuleDescription] = []
  /// Names files as the host of the repository does.
  public var paths = PathNames()
  /// The bytes of a document's input, exactly as they were checked; nil where they are not at hand any more.
  ///
  /// Formats use it for hashes of lines only, never to show text.
  public var contents: (DocumentRecord) -> [UInt8]? = { _ in nil }

  /// The usual options.
  public init() {}

  /// A path from the repository's root; as it is where it lies outside.
  func relative(_ path: String) -> String {
    let name = paths.name(of: path)
    return name.hasPrefix("/") ? path : name
  }
}

/// Why a report could not be written.
public struct ReportFault: Error, CustomStringConvertible {
  /// What happened.
  public var description: String
}
