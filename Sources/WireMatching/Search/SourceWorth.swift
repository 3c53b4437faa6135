internal import WireText

/// The worth of whole sources while passages are attributed: all their passages together, minus words that others took.
///
/// So an item that combines several others, such as a digest, is not the source of the words that no other has just
/// because it also has those of the others.
struct SourceWorth {
  /// A passage, among those of all candidates.
  private struct Holding {
    let words: Range<Int>
    let candidate: Int
    /// How much the candidate's rank falls with each word lost.
    let rankPerWord: Double
  }

  /// By candidate: the rest of its rank.
  private(set) var ranks: [Double]
  /// In order of their first words.
  private let holdings: [Holding]
  /// By holding: the largest end among it and those before it.
  private let ends: [Int]

  init(_ candidates: [Candidate]) {
    ranks = candidates.map(\.rank)
    holdings = candidates.indices.flatMap { number in
      let total = candidates[number].total
      let share = total > 0 ? candidates[number].rank / total : 0
      return candidates[number].passages.map {
        Holding(
          words: $0.words, candidate: number,
          rankPerWord: share * $0.passage.score / Double(max(1, $0.words.count)))
      }
    }.sorted { ($0.words.lowerBound, $0.candidate) < ($1.words.lowerBound, $1.candidate) }
    var furthest = 0
    ends = holdings.map { holding in
      furthest = max(furthest, holding.words.upperBound)
      return furthest
    }
  }

  /// Subtracts words that one candidate takes from the worth of the others.
  ///
  /// - Parameter words: in order.
  mutating func lose(_ words: [Int], to owner: Int) {
    guard let first = words.first, let last = words.last else { return }
    for at in ends.partitioningIndex(where: { $0 > first })..<holdings.count {
      let holding = holdings[at]
      if holding.words.lowerBound > last { break }
      if holding.candidate == owner { continue }
      let lost =
        words.partitioningIndex { $0 >= holding.words.upperBound }
        - words.partitioningIndex { $0 >= holding.words.lowerBound }
      ranks[holding.candidate] -= Double(lost) * holding.rankPerWord
    }
  }
}
