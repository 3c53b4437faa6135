import Glibc

/// Times of rounds, on the CPU clock of the process if nothing is said, so that other processes count as little as can be.
struct Stopwatch {
  /// Nanoseconds of one call in each round, sorted.
  private let rounds: [Double]

  /// Measures a piece of work.
  ///
  /// - Parameters:
  ///   - rounds: how often the time is taken.
  ///   - times: how often the work is done in a round.
  ///   - clock: what time is taken.
  static func measure<Result>(
    rounds: Int, times: Int = 1, on clock: clockid_t = CLOCK_PROCESS_CPUTIME_ID, _ work: () -> Result
  ) -> Stopwatch {
    var result: [Double] = []
    for _ in 0..<rounds {
      let start = now(clock)
      for _ in 0..<times { keep(work()) }
      result.append((now(clock) - start) / Double(times))
    }
    return Stopwatch(rounds: result.sorted())
  }

  private init(rounds: [Double]) { self.rounds = rounds }

  /// Median and extremes in milliseconds.
  var milliseconds: String { text(1e6, "ms") }
  /// Median and extremes in microseconds.
  var microseconds: String { text(1e3, "µs") }

  /// The median as a share of another one.
  func share(of other: Stopwatch) -> Double {
    guard !rounds.isEmpty, !other.rounds.isEmpty else { return .nan }
    return (rounds[rounds.count / 2] / other.rounds[other.rounds.count / 2] * 100).rounded() / 100
  }

  /// Bytes of input in a second of the median.
  func rate(of bytes: Int) -> String {
    guard !rounds.isEmpty else { return "not measured" }
    return "\((Double(bytes) / rounds[rounds.count / 2] * 1e3).rounded()) MB/s"
  }

  private func text(_ unit: Double, _ name: String) -> String {
    func shown(_ value: Double) -> String { "\((value / unit * 10).rounded() / 10)" }
    guard let first = rounds.first, let last = rounds.last else { return "not measured" }
    return "\(shown(rounds[rounds.count / 2])) \(name) (\(shown(first))–\(shown(last)))"
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }

  /// Keeps the compiler from dropping work whose result nobody reads.
  @inline(never) private static func keep<Result>(_ result: Result) {}
}
