internal import Glibc
public import WireDocuments

/// Reads inputs in a separate process, so that an input that crashes or hangs a parser costs only one document.
///
/// The process serves one input after the other. If it dies or hangs, the document being read becomes a document with
/// a problem, and a new process continues after it.
public final class IsolatedReading {
  /// How many inputs a process reads before it is replaced, which limits memory leaks.
  private static let inputsPerProcess = 1000
  /// The resident size in bytes at which a process is replaced.
  private static let bytesPerProcess = 256 << 20

  private let executable: String
  private let arguments: [String]
  private(set) var worker: WorkerProcess?

  /// Reads with a program that calls `ReadingWorker.serve()`.
  ///
  /// - Parameters:
  ///   - executable: the program's path; by default the running one.
  ///   - arguments: the arguments with which it serves requests.
  public init(executable: String = "/proc/self/exe", arguments: [String]) {
    self.executable = executable
    self.arguments = arguments
  }

  /// Opens a file, or standard input if the path is `-`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - format: the name of the format to read it as; nil to detect it from the content.
  ///   - mapping: the field mapping for an input of unknown format; nil for known formats.
  ///   - limits: the bounds to work within.
  /// - Throws: `ReadingFault` if the file cannot be opened, no reader recognises it, or its start crashes the process.
  public func open(
    path: String, format: String? = nil, mapping: FieldMapping? = nil, limits: Limits = Limits()
  ) throws(ReadingFault) -> IsolatedSource {
    let file = try FileInput(opening: path)
    let request = ReadingRequest(path: path, format: format, mapping: mapping, limits: limits)
    return try IsolatedSource(file, request, by: self)
  }

  /// The current process, or a new one.
  func process(for path: String) throws(ReadingFault) -> WorkerProcess {
    if let worker, !worker.isBusy, worker.inputs < Self.inputsPerProcess,
      worker.residentBytes < Self.bytesPerProcess
    {
      return worker
    }
    worker = WorkerProcess(executable: executable, arguments: arguments)
    guard let worker else {
      throw ReadingFault(
        "reader-not-started", path: path, "the process that reads inputs cannot be started",
        next: "check the limits on processes, or read without one by --no-isolation")
    }
    return worker
  }

  /// Gives up a process, so that no input is handed to it any more; says how it ended.
  func discard(_ process: WorkerProcess, after reason: SocketChannel.Broken) -> ReaderEnd {
    let signal = process.end()
    if worker === process { worker = nil }
    if signal == SIGXCPU { return .hung }
    switch reason {
    case .late: return .hung
    case .closed, .garbled: return .crashed(signal: signal)
    }
  }
}
