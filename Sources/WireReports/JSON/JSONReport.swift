internal import Wirecheck

/// The master record as JSON, from which every other report can be rendered later.
///
/// Keys are sorted, numbers are integers, slashes are not escaped; reading a report and writing it again gives the
/// same bytes.
enum JSONReport: ReportFormat {
  static let name = "json"
  static let title = "the whole record for programs, and for `wirecheck report`"

  static func write(
    _ run: RunRecord, options: ReportOptions, to output: inout (some ReportOutput & ~Copyable)
  ) throws {
    var object = JSONObjectText()
    try object.write("counts", run.counts, to: &output)
    try object.write("findings", each: run.findings, to: &output)
    try object.write("run", run.run, to: &output)
    try object.write("schema", run.schema, to: &output)
    try object.write("tool", run.tool, to: &output)
    try object.write("uses", each: run.uses, to: &output)
    try object.write("verdict", run.verdict, to: &output)
    try object.end(in: &output)
  }
}
