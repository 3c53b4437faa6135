import WireReports

/// What could not be done, told on standard error as it comes.
struct Complaints {
  /// Whether there was none.
  private(set) var isEmpty = true

  /// Tells what could not be done; the rest goes on.
  mutating func add(_ message: String) throws(Output.Fault) {
    isEmpty = false
    try tell(message)
  }

  /// Tells what is no fault.
  func tell(_ message: String) throws(Output.Fault) {
    var errors = Output.error
    try errors.writeLine(TerminalText.escaped(message))
    try errors.flush()
  }
}
