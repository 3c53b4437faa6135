import WireReports

/// Reports failures on standard error as they occur.
struct Complaints {
  /// Whether no failure was reported.
  private(set) var isEmpty = true

  /// Reports a failure that does not stop the command.
  mutating func add(_ message: String) throws(Output.Fault) {
    isEmpty = false
    try tell(message)
  }

  /// Prints a note that is not a failure.
  func tell(_ message: String) throws(Output.Fault) {
    var errors = Output.error
    try errors.writeLine(TerminalText.escaped(message))
    try errors.flush()
  }
}
