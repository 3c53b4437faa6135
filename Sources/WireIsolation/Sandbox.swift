internal import Glibc
internal import WireDocuments

/// What a process gives up before it reads what nobody trusts.
enum Sandbox {
  /// Gives up new files, large memory, core dumps, and, where the system has libseccomp, all system calls that parsing
  /// does not need.
  static func enter(_ limits: Limits) {
    set(RLIMIT_CORE, 0)
    set(RLIMIT_FSIZE, 0)
    set(RLIMIT_AS, UInt(clamping: limits.processBytes))
    // Conversions of character sets are libraries that could not be loaded any more.
    TextConversions.preload()
    set(RLIMIT_NOFILE, 16)
    SystemCallFilter.enforce()
  }

  /// Allows so many more seconds of processor time, after which the kernel ends the process with `SIGXCPU`.
  static func allowProcessorTime(seconds: Int) {
    var usage = rusage()
    guard getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return }
    let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    let (limit, isOverflow) = (used + 1).addingReportingOverflow(seconds)
    var current = rlimit()
    guard !isOverflow, getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &current) == 0 else { return }
    current.rlim_cur = UInt(limit)
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &current)
  }

  private static func set(_ resource: __rlimit_resource, _ value: UInt) {
    var limit = rlimit(rlim_cur: value, rlim_max: value)
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }
}
