import ArgumentParser
import WireIsolation

/// The worker process that reads inputs for another process; started only by `IsolatedReading`.
struct ReadWorkerCommand: ParsableCommand {
  static let name = "read-worker"
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Read inputs for another wirecheck.", shouldDisplay: false)

  func run() throws { throw ExitCode(ReadingWorker.serve()) }
}
