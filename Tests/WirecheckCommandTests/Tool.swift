import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The built program, run as a user runs it.
///
/// Standard input and both outputs are files: no pipe can fill up, and a run that writes much cannot hang a test.
struct Tool {
  /// What a run came to.
  struct Outcome {
    /// The exit status; 128 and the signal's number where a signal ended the process.
    var status: Int32
    /// Standard output.
    var output: String
    /// Standard error.
    var errors: String
    /// Whether the process had to be killed since it did not end in time.
    var isTimedOut = false
  }

  /// Why a program cannot be run.
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  /// The folder that the program runs in.
  var folder: Folder
  /// Variables of the environment in addition to the usual ones.
  var environment: [String: String] = [:]
  /// Seconds after which a process is killed.
  var patience: Double = 90
  /// The program; nil for that of `path()`.
  var program: String?

  /// The program that `WIRECHECK_PROGRAM` names, a release build, say, which starts far sooner, or else that
  /// beside the test bundle.
  static func path() throws -> String {
    guard let path = ProcessInfo.processInfo.environment["WIRECHECK_PROGRAM"] else { return try built() }
    guard path.hasSuffix("/wirecheck"), access(path, X_OK) == 0 else {
      throw Fault(description: "WIRECHECK_PROGRAM: \(path) is no program `wirecheck`")
    }
    return path
  }

  /// The program beside the test bundle.
  static func built() throws -> String {
    guard let bundle = Bundle.main.executableURL else {
      throw Fault(description: "the test bundle has no path")
    }
    let path = bundle.deletingLastPathComponent().appendingPathComponent("wirecheck").path
    guard access(path, X_OK) == 0 else {
      throw Fault(description: "\(path) is missing: build it with `swift build --product wirecheck`")
    }
    return path
  }

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - arguments: the arguments.
  ///   - input: what stands on standard input.
  ///   - output: a file that standard output goes to instead, for instance a device.
  func run(_ arguments: String..., input: String = "", output: String? = nil) throws -> Outcome {
    try run(arguments, input: [UInt8](input.utf8), output: output)
  }

  /// Runs the program.
  func run(_ arguments: [String], input: [UInt8] = [], output: String? = nil) throws -> Outcome {
    try spawn(program ?? Self.path(), arguments, input: input, output: output)
  }

  /// Runs a line of shell in which `wirecheck` is the program.
  func shell(_ line: String) throws -> Outcome {
    try spawn("/bin/bash", ["-c", line], input: [], output: nil)
  }

  // MARK: Processes

  /// The environment of a run: nothing of the machine's own, so that no test depends on it.
  private func variables() throws -> [String] {
    var variables = [
      "PATH": URL(fileURLWithPath: try Self.path()).deletingLastPathComponent().path + ":/usr/bin:/bin",
      "HOME": folder.home, "TMPDIR": folder.temporary, "USER": "desk", "LANG": "C.UTF-8",
    ]
    // The runtime's libraries, where the machine has them in an unusual place.
    for name in ["LD_LIBRARY_PATH"] {
      if let value = ProcessInfo.processInfo.environment[name] { variables[name] = value }
    }
    variables.merge(environment) { $1 }
    return variables.map { "\($0.key)=\($0.value)" }.sorted()
  }

  private func spawn(
    _ program: String, _ arguments: [String], input: [UInt8], output: String?
  ) throws -> Outcome {
    let run = folder.runs + "/" + UUID().uuidString
    let standardOutput = output ?? run + ".out"
    try Data(input).write(to: URL(fileURLWithPath: run + ".in"))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, run + ".in", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, standardOutput, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, run + ".err", O_WRONLY | O_CREAT, 0o600)
    // A group of its own, so that what a line of shell starts ends with it.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var process = pid_t()
    // `env` changes to the folder and then becomes the program, so that no other process stands between.
    let failure = try Self.withStrings(["env", "-C", folder.path, program] + arguments) { arguments in
      try Self.withStrings(variables()) { variables in
        posix_spawn(&process, "/usr/bin/env", &actions, &attributes, arguments, variables)
      }
    }
    guard failure == 0 else {
      throw Fault(description: "\(program) cannot be started: \(String(cString: strerror(failure)))")
    }
    let (status, isTimedOut) = wait(for: process)
    return Outcome(
      status: status, output: output == nil ? Self.text(of: standardOutput) : "",
      errors: Self.text(of: run + ".err"), isTimedOut: isTimedOut)
  }

  /// Waits for a process; kills it where it takes too long.
  private func wait(for process: pid_t) -> (status: Int32, isTimedOut: Bool) {
    let end = Date(timeIntervalSinceNow: patience)
    var isTimedOut = false
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      if Date() > end, !isTimedOut {
        isTimedOut = true
        kill(-process, SIGKILL)
      }
      usleep(3000)
    }
    let signal = status & 0x7F
    return (signal == 0 ? (status >> 8) & 0xFF : 128 + signal, isTimedOut)
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Result
  ) rethrows -> Result {
    let pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    return try body(pointers)
  }

  private static func text(of path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}

extension Tool.Outcome {
  /// Whether the process ended by itself and with a status that a command may have.
  ///
  /// A trap, a signal or a time-out is none, and neither is the status of an internal error.
  var isOrderly: Bool { !isTimedOut && (0...3).contains(status) }

  /// Everything that was said.
  var everything: String { output + errors }
}
