internal import Glibc
internal import WireDocuments

/// A running reading process and the socket to it.
final class WorkerProcess {
  let channel: SocketChannel
  /// The number of inputs sent to it.
  private(set) var inputs = 0
  /// Whether the last of them has not yet been read to its end.
  private(set) var isBusy = false
  /// Its resident size as last reported, in bytes.
  private(set) var residentBytes = 0
  let process: pid_t
  private var isRunning = true

  /// Starts a program.
  ///
  /// The process inherits only the socket and the library path; its output is discarded, because a crash report
  /// quotes memory, and with it the document.
  init?(executable: String, arguments: [String]) {
    var sockets: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &sockets) == 0 else { return nil }
    channel = SocketChannel(descriptor: sockets[0])
    defer { close(sockets[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, sockets[1], 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // Blocked and ignored signals are inherited, including the signal that ends a hanging process.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var environment = ["SWIFT_BACKTRACE=enable=no"]
    if let libraries = getenv("LD_LIBRARY_PATH") {
      environment.append("LD_LIBRARY_PATH=" + String(cString: libraries))
    }
    var process: pid_t = 0
    let status = Self.withStrings([executable] + arguments) { arguments in
      Self.withStrings(environment) { environment in
        posix_spawn(&process, executable, &actions, &attributes, arguments, environment)
      }
    }
    guard status == 0 else { return nil }
    self.process = process
  }

  deinit { _ = end() }

  /// Counts an input that is sent to it; returns its number.
  func begin() -> Int {
    inputs += 1
    isBusy = true
    return inputs
  }

  /// Records that the last input was read to its end, or to a fault.
  func finish(residentBytes: Int? = nil) {
    isBusy = false
    self.residentBytes = residentBytes ?? self.residentBytes
  }

  /// Ends the process; returns the signal that had already ended it, if any.
  func end() -> Int32? {
    guard isRunning else { return nil }
    isRunning = false
    var status: Int32 = 0
    // An idle process exits by itself and a crashed one is about to die; only a hanging one does neither.
    shutdown(channel.descriptor, Int32(SHUT_RDWR))
    for _ in 0..<50 {
      if waitpid(process, &status, WNOHANG) == process { return status & 0x7F == 0 ? nil : status & 0x7F }
      usleep(2000)
    }
    kill(process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return nil
  }

  private static func withStrings(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Int32
  ) -> Int32 {
    var copies = strings.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return copies.withUnsafeMutableBufferPointer { copies in
      copies.baseAddress.map { body($0) } ?? ENOMEM
    }
  }
}
