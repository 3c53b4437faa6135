/// Why a report could not be written.
public struct ReportFault: Error, CustomStringConvertible {
  /// What happened.
  public var description: String
}
