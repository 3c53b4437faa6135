internal import Glibc
internal import WireDocuments

/// The rights that a process gives up before it reads untrusted input.
enum Sandbox {
  /// Gives up new files, large memory, core dumps, and, where the system has libseccomp, all system calls that parsing
  /// does not need.
  ///
  /// - Returns: whether system calls are filtered.
  static func enter(_ limits: Limits) -> Bool {
    set(RLIMIT_CORE, 0)
    set(RLIMIT_FSIZE, 0)
    set(RLIMIT_AS, UInt(clamping: limits.processBytes))
    // Character set conversions are shared libraries that could not be loaded later.
    TextConversions.preload()
    set(RLIMIT_NOFILE, 16)
    return SystemCallFilter.enforce()
  }

  /// Lowers a limit; one that is lower already stays, since nobody may raise it again.
  private static func set(_ resource: __rlimit_resource, _ value: UInt) {
    let resource = __rlimit_resource_t(resource.rawValue)
    var limit = rlimit(rlim_cur: value, rlim_max: value)
    var present = rlimit()
    if getrlimit(resource, &present) == 0 {
      limit.rlim_max = min(value, present.rlim_max)
      limit.rlim_cur = limit.rlim_max
    }
    setrlimit(resource, &limit)
  }
}
