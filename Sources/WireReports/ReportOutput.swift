/// Receives a report piece by piece, so that one of hundreds of megabytes is never in memory as a whole.
public protocol ReportOutput: ~Copyable {
  /// Writes text.
  mutating func write(_ text: String) throws
  /// Writes UTF-8 bytes, which may end within a character.
  mutating func write(_ bytes: [UInt8]) throws
}

/// A byte array stores the whole report.
extension [UInt8]: ReportOutput {
  /// Appends text.
  public mutating func write(_ text: String) { self += text.utf8 }
  /// Appends bytes.
  public mutating func write(_ bytes: [UInt8]) { self += bytes }
}
