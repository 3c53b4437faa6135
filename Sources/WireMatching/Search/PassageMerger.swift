/// Joins neighbouring passages of one source to one, from the first to the last reused sentence.
///
/// Neighbours are those with few words between them on both sides, in any order in the source: rewriting shuffles
/// sentences. The parts' scores add up, so that several weak parts side by side can be evidence together.
struct PassageMerger {
  private static let lookAhead = 8

  let settings: MatchSettings

  /// The passages of one source, joined, in the draft's order.
  func merged(
    _ passages: [AlignedPassage], _ source: TextWords, _ aligner: inout PassageAligner
  ) -> [AlignedPassage] {
    let sorted = passages.sorted {
      ($0.words.lowerBound, $0.others.lowerBound) < ($1.words.lowerBound, $1.others.lowerBound)
    }
    var result: [AlignedPassage] = []
    for group in groups(sorted) {
      if group.count == 1 {
        result.append(sorted[group[0]])
      } else if let joined = join(group.map { sorted[$0] }, source, &aligner) {
        result.append(joined)
      } else {
        result += group.map { sorted[$0] }
      }
    }
    return result.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  /// The passages that belong together, by their numbers: each is compared with the few after it, since those
  /// further on start too far away.
  private func groups(_ sorted: [AlignedPassage]) -> [[Int]] {
    var parents = Array(sorted.indices)
    func root(_ number: Int) -> Int {
      var number = number
      while parents[number] != number {
        parents[number] = parents[parents[number]]
        number = parents[number]
      }
      return number
    }
    for number in sorted.indices {
      for next in sorted.indices[(number + 1)...].prefix(Self.lookAhead) {
        if sorted[next].words.lowerBound - sorted[number].words.upperBound > settings.mergeGap { break }
        if gap(sorted[number].others, sorted[next].others) <= settings.mergeSourceGap {
          parents[root(next)] = root(number)
        }
      }
    }
    return Dictionary(grouping: sorted.indices, by: root).values.sorted { $0[0] < $1[0] }
  }

  private func gap(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    max(a.lowerBound, b.lowerBound) - min(a.upperBound, b.upperBound)
  }

  private func join(
    _ parts: [AlignedPassage], _ source: TextWords, _ aligner: inout PassageAligner
  ) -> AlignedPassage? {
    let words = Self.bounds(parts.map(\.words))
    let others = Self.bounds(parts.map(\.others))
    guard var joined = aligner.passage(words, others, source) else { return nil }
    joined.passage.score = parts.reduce(0) { $0 + $1.passage.score }
    joined.strength = parts.reduce(joined.passage.score * settings.mergedShare) { max($0, $1.strength) }
    return joined
  }

  private static func bounds(_ ranges: [Range<Int>]) -> Range<Int> {
    let lower = ranges.map(\.lowerBound).min() ?? 0
    return lower..<max(lower, ranges.map(\.upperBound).max() ?? 0)
  }
}
