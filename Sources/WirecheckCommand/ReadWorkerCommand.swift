import ArgumentParser
import WireIsolation

/// The process that reads for others; started by `IsolatedReading` only.
struct ReadWorkerCommand: ParsableCommand {
  static let name = "read-worker"
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Read inputs for another wirecheck.", shouldDisplay: false)

  func run() throws { throw ExitCode(ReadingWorker.serve()) }
}
