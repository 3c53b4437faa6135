import ArgumentParser
import WireDocuments
import WireIsolation
import WireReports
import Wirecheck

#if canImport(Glibc)
  import Glibc
#endif

/// The command line: parses options, calls the library and prints, without logic of its own.
@main
struct WirecheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wirecheck",
    abstract: "Whose words are these, and what may we do with them?",
    version: toolVersion,
    subcommands: [
      CheckCommand.self, ScanCommand.self, CompareCommand.self, ExplainCommand.self,
      IndexCommand.self, MatchCommand.self, PolicyCommand.self, ReportCommand.self, RulesCommand.self,
      AuditCommand.self, ReadCommand.self, FormatsCommand.self, NoticeCommand.self, InitCommand.self,
      DemoCommand.self, ReadWorkerCommand.self,
    ])

  /// Runs the command that the arguments name and exits with its status.
  static func main() {
    // A closed pipe is reported by `write(2)` like any other error instead of ending the process.
    signal(SIGPIPE, SIG_IGN)
    let given = arguments
    // A shortcut: parsing arguments takes longer than everything else that a reading process does before it reads.
    if given == [ReadWorkerCommand.name] { Glibc.exit(ReadingWorker.serve()) }
    do {
      var command = try parseAsRoot(given)
      try command.run()
    } catch {
      Glibc.exit(status(after: error))
    }
  }

  /// The arguments after the program's name; a path among them need not be valid UTF-8.
  private static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { number in
      CommandLine.unsafeArgv[number].map { PathText.text(FileTree.bytes(of: $0)) }
    }
  }

  /// Reports the error, unless the reader closed the pipe, and returns the exit status.
  private static func status(after error: any Error) -> Int32 {
    if let fault = error as? Output.Fault {
      if !fault.isClosedPipe {
        complain("wirecheck: output failed: \(String(cString: strerror(fault.code)))")
      }
      return ExitStatus.incomplete
    }
    if let failure = error as? CommandFailure {
      complain("wirecheck: \(TerminalText.escaped(failure.description))")
      return failure.status
    }
    let code = exitCode(for: error).rawValue
    if code == EXIT_FAILURE, !(error is ExitCode) {
      complain("wirecheck: internal error: \(TerminalText.escaped("\(error)")) (please report this)")
      return ExitStatus.internalError
    }
    let message = fullMessage(for: error)
    if code == 0 {
      var output = Output.standard
      do throws(Output.Fault) {
        try output.writeLine(message)
        try output.flush()
      } catch {
        return ExitStatus.incomplete
      }
      return 0
    }
    if !message.isEmpty { complain(message) }
    return code == ExitCode.validationFailure.rawValue ? ExitStatus.usage : code
  }

  /// Writes to standard error; if even that fails, there is no way to report it.
  private static func complain(_ message: String) {
    var output = Output.error
    do throws(Output.Fault) {
      try output.writeLine(message)
      try output.flush()
    } catch {}
  }
}
