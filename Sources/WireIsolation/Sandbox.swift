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

  private static func set(_ resource: __rlimit_resource, _ value: UInt) {
    var limit = rlimit(rlim_cur: value, rlim_max: value)
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }
}
