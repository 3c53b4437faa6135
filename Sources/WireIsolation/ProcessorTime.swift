internal import Glibc

/// The processor time after which the kernel ends this process with `SIGXCPU`, moved on with the work that is done.
struct ProcessorTime {
  /// The limit that was set, in seconds since the process began; zero for none.
  private var limit = 0

  /// Allows so many more seconds.
  ///
  /// The kernel is told only where that is another limit, in whole seconds: a document takes far less than one.
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
