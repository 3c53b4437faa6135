internal import Glibc

/// The CPU limit at which the kernel ends this process with `SIGXCPU`, raised as work is completed.
struct ProcessorTime {
  /// The current limit, in seconds since the process began; zero for none.
  private var limit = 0

  /// Raises the CPU limit to `seconds` beyond the time used so far.
  ///
  /// The limit has whole seconds, and the system call is made only if it changes: a document takes far less than one.
  mutating func allow(seconds: Int) {
    var usage = rusage()
    guard getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return }
    let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    let (wanted, isOverflow) = (used + 1).addingReportingOverflow(seconds)
    var current = rlimit()
    guard !isOverflow, wanted != limit, getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &current) == 0
    else { return }
    current.rlim_cur = UInt(wanted)
    if setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &current) == 0 { limit = wanted }
  }
}
