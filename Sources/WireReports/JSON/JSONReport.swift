internal import Wirecheck

/// The master record as JSON, from which every other report can be rendered later.
///
/// Keys are sorted, numbers are integers, slashes stand as they are; reading a report and writing it again gives
/// the same bytes.
enum JSONReport: ReportFormat {
  static let name = "json"
  static let title = "the whole record for programs, and for `wirecheck report`"

  static func render(_ run: RunRecord, options: ReportOptions) throws(ReportFault) -> [UInt8] {
    try JSONText.encode(run)
  }
}
