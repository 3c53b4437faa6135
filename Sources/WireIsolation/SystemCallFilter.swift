internal import Glibc

/// The system calls that a process may still make, enforced by the kernel (seccomp).
///
/// The filter is created by libseccomp if the system has it; the library is loaded at run time, so that it need not
/// be installed. Any other call fails with `EPERM`: no path can be opened, no socket created, no program started.
enum SystemCallFilter {
  /// The system calls that parsing needs: I/O on open descriptors, memory, locks between threads, clocks, and exiting.
  private static let allowed = [
    "read", "readv", "pread64", "lseek", "fstat", "newfstatat", "close", "recvmsg", "sendmsg", "sendto",
    "write", "writev", "poll", "ppoll", "mmap", "munmap", "mprotect", "mremap", "madvise", "brk", "futex",
    "sched_yield", "sched_getaffinity", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack",
    "clock_gettime", "gettimeofday", "getrandom", "getrusage", "getrlimit", "setrlimit", "prlimit64",
    "getpid", "gettid", "tgkill", "exit", "exit_group", "restart_syscall", "rseq",
  ]

  private typealias Make = @convention(c) (UInt32) -> OpaquePointer?
  private typealias Resolve = @convention(c) (UnsafePointer<CChar>) -> Int32
  private typealias Add = @convention(c) (OpaquePointer, UInt32, Int32, UInt32, UnsafeRawPointer?) -> Int32
  private typealias Load = @convention(c) (OpaquePointer) -> Int32
  private typealias Release = @convention(c) (OpaquePointer) -> Void

  /// `SCMP_ACT_ALLOW` of libseccomp.
  private static let allow: UInt32 = 0x7FFF_0000
  /// `SCMP_ACT_ERRNO(EPERM)`.
  private static let refuse: UInt32 = 0x0005_0000 | UInt32(EPERM)

  /// Puts the filter in force for the rest of the process's life.
  ///
  /// - Returns: whether it is in force; where it cannot be, nothing is filtered.
  static func enforce() -> Bool {
    guard let library = dlopen("libseccomp.so.2", RTLD_NOW),
      let make = function("seccomp_init", in: library, as: Make.self),
      let resolve = function("seccomp_syscall_resolve_name", in: library, as: Resolve.self),
      let add = function("seccomp_rule_add_array", in: library, as: Add.self),
      let load = function("seccomp_load", in: library, as: Load.self),
      let release = function("seccomp_release", in: library, as: Release.self),
      let filter = make(refuse)
    else { return false }
    defer { release(filter) }
    for name in allowed {
      let number = resolve(name)
      // A call that this machine does not have needs no rule.
      if number >= 0, add(filter, allow, number, 0, nil) != 0 { return false }
    }
    return load(filter) == 0
  }

  private static func function<Function>(
    _ name: String, in library: UnsafeMutableRawPointer, as type: Function.Type
  ) -> Function? {
    dlsym(library, name).map { unsafeBitCast($0, to: type) }
  }
}
