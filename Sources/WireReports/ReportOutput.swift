/// Takes a report piece by piece, so that one of hundreds of megabytes is never held as a whole.
public protocol ReportOutput: ~Copyable {
  /// Takes text.
  mutating func write(_ text: String) throws
  /// Takes UTF-8, which may end within a character.
  mutating func write(_ bytes: [UInt8]) throws
}

/// Bytes keep the whole report.
extension [UInt8]: ReportOutput {
  /// Appends text.
  public mutating func write(_ text: String) { self += text.utf8 }
  /// Appends bytes.
  public mutating func write(_ bytes: [UInt8]) { self += bytes }
}
