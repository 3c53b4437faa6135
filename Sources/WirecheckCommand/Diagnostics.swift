import ArgumentParser
import WireReports

/// What a command prints on standard error as it runs, and whether any of it was a failure.
struct Diagnostics {
  /// Whether a failure was reported.
  private(set) var hasFailures = false

  /// Prints a failure that does not stop the command.
  mutating func report(_ failure: String) throws(Output.Fault) {
    hasFailures = true
    try note(failure)
  }

  /// Prints a note that is not a failure.
  func note(_ message: String) throws(Output.Fault) {
    var errors = Output.error
    try errors.writeLine(TerminalText.escaped(message))
    try errors.flush()
  }

  /// Ends the command with the status for incomplete work if a failure was reported.
  func exitIfIncomplete() throws {
    if hasFailures { throw ExitCode(ExitStatus.incomplete) }
  }
}
