internal import Wirecheck

/// Findings for reviewdog, which comments on changed lines on many code hosts.
///
/// Format: Reviewdog Diagnostic Format (`proto/rdf` in reviewdog/reviewdog); columns count UTF-8 bytes from 1, ends
/// are exclusive. Reviewdog's comments are Markdown.
enum RDJSONReport: ReportFormat {
  static let name = "rdjson"
  static let title = "diagnostics for reviewdog"

  static func write(
    _ run: RunRecord, options: ReportOptions, to output: inout (some ReportOutput & ~Copyable)
  ) throws {
    let diagnostics = [
      AnySequence(run.findings.lazy.map { diagnostic($0, options: options) }),
      AnySequence(run.unreportedSkips.map { diagnostic($0, options: options) }),
    ].lazy.joined()
    var object = JSONObjectText()
    try object.write("diagnostics", each: diagnostics, to: &output)
    try object.write("source", Source(name: "wirecheck"), to: &output)
    try object.end(in: &output)
  }

  private static func diagnostic(_ finding: Finding, options: ReportOptions) -> Diagnostic {
    let path = options.relative(finding.document.path)
    let others = finding.places.dropFirst().map {
      Related(message: "a further passage", location: location(path, $0.file))
    }
    let term = finding.term.flatMap { term in
      term.path.map { path in
        let start = Position(line: max(1, term.line ?? 1), column: nil)
        return Related(
          message: MarkdownText.escaped("the term that decides: \(Wording.clause(term))"),
          location: Location(path: options.relative(path), range: .init(start: start, end: nil)))
      }
    }
    let text = ([Wording.message(of: finding)] + finding.help).map(MarkdownText.escaped).joined(
      separator: "\n\n")
    return Diagnostic(
      message: text, location: location(path, finding.places.first?.file), severity: severity(finding.level),
      code: .init(value: TerminalText.escaped(finding.rule)), related: others + [term].compactMap { $0 })
  }

  private static func diagnostic(_ skipped: RunRecord.Skipped, options: ReportOptions) -> Diagnostic {
    let start = skipped.line.map { Position(line: max(1, $0), column: nil) }
    return Diagnostic(
      message: MarkdownText.escaped("not checked: \(skipped.message)"),
      location: Location(
        path: options.relative(skipped.path), range: start.map { .init(start: $0, end: nil) }),
      severity: "ERROR", code: .init(value: TerminalText.escaped(skipped.reason)), related: [])
  }

  private static func location(_ path: String, _ span: FileSpan?) -> Location {
    Location(
      path: path,
      range: span.map {
        Range(
          start: Position(line: $0.line, column: $0.byteColumn),
          end: Position(line: $0.endLine, column: $0.endByteColumn))
      })
  }

  private static func severity(_ level: Finding.Level) -> String { level.rawValue.uppercased() }

  private struct Source: Encodable { var name: String }
  private struct Diagnostic: Encodable {
    var message: String
    var location: Location
    var severity: String
    var code: Code
    var related: [Related]

    enum CodingKeys: String, CodingKey {
      case message, location, severity, code
      case related = "related_locations"
    }
  }
  private struct Code: Encodable { var value: String }
  private struct Related: Encodable {
    var message: String
    var location: Location
  }
  private struct Location: Encodable {
    var path: String
    var range: Range?
  }
  private struct Range: Encodable {
    var start: Position
    var end: Position?
  }
  private struct Position: Encodable {
    var line: Int
    var column: Int?
  }
}
