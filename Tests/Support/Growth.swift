#if canImport(Glibc)
  import Glibc
#endif

/// How the time of work grows with the size of its input.
public enum Growth {
  /// What no work exceeds that takes time in proportion to its input, four of which have 4; quadratic work has 16.
  public static let most = 9.0
  /// The least time that is told from none, in seconds.
  private static let least = 0.02

  /// How many times as long the work takes for four times the size.
  ///
  /// The time is that of the processor in this thread, so that other tests and programs do not count.
  ///
  /// - Parameter most: what the caller compares the result with, which saves a second run where the first is below it.
  public static func ofFourTimes(
    _ size: Int, most: Double = most, _ work: (Int) throws -> Void
  ) rethrows -> Double {
    try ratio({ try work(4 * size) }, to: { try work(size) }, most: most)
  }

  /// How many times as long one work takes as another.
  ///
  /// - Parameter most: what the caller compares the result with.
  public static func ratio(
    _ work: () throws -> Void, to other: () throws -> Void, most: Double = most
  ) rethrows -> Double {
    let usual = max(try seconds(other, enough: least), least)
    return try seconds(work, enough: most * usual) / usual
  }

  /// The less of two runs, the first of which may fill caches; of one that takes less than is enough to tell.
  private static func seconds(_ work: () throws -> Void, enough: Double) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<2 {
      let start = now
      try work()
      best = min(best, now - start)
      if best < enough { break }
    }
    return best
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
