/// The exit statuses of the command.
enum ExitStatus {
  /// Everything was checked and there are findings.
  static let findings: Int32 = 1
  /// Incorrect usage, or an invalid configuration; nothing was done.
  static let usage: Int32 = 2
  /// Something could not be read, checked or written.
  static let incomplete: Int32 = 3
  /// An error of the program itself.
  static let internalError: Int32 = 4
}
