/// How many times as long some work takes when its input is four times as large: about 4 if it is linear, 16 if it is
/// quadratic.
///
/// The shortest of three measurements counts, and times too short to be measured count as 20 ms, so that only the
/// growth of what takes long is seen.
public func growth(from size: Int, _ work: (Int) throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  var times: [Duration] = []
  for size in [size, 4 * size] {
    var shortest = Duration.seconds(1_000_000)
    for _ in 0..<3 { shortest = min(shortest, try clock.measure { try work(size) }) }
    times.append(max(shortest, .milliseconds(20)))
  }
  return times[1] / times[0]
}
