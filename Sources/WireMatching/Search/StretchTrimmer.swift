/// Moves the ends of a cluster to where the reused text ends.
///
/// A sentence next to a cluster may have little in common with any one sentence and still have most of its words
/// from the stretch as a whole, as in a summary: it is added. Only a few sentences a cluster are examined.
struct StretchTrimmer {
  let settings: MatchSettings
  private let vectors: SentenceVectors
  private var marks: [Int32]
  private var mark: Int32 = 0

  init(_ vectors: SentenceVectors, settings: MatchSettings) {
    self.vectors = vectors
    self.settings = settings
    marks = Array(repeating: 0, count: vectors.termCount)
  }

  /// The cluster with neighbouring sentences that belong to it.
  mutating func extended(_ cluster: SentenceCluster) -> SentenceCluster {
    var cluster = cluster
    for _ in 0..<settings.edgeSentences {
      let draft = grown(cluster.draft, vectors.draft, inside: cluster.source, vectors.source)
      let source = grown(cluster.source, vectors.source, inside: cluster.draft, vectors.draft)
      if draft == cluster.draft, source == cluster.source { break }
      cluster.draft = draft
      cluster.source = source
    }
    return cluster
  }

  private mutating func grown(
    _ stretch: Range<Int>, _ side: SentenceVectors.Side, inside other: Range<Int>,
    _ otherSide: SentenceVectors.Side
  ) -> Range<Int> {
    let reach = max(0, other.lowerBound - 1)..<min(otherSide.sentences.count, other.upperBound + 1)
    mark += 1
    for at in otherSide.offsets[reach.lowerBound]..<otherSide.offsets[reach.upperBound] {
      marks[Int(otherSide.terms[at].number)] = mark
    }
    var (lower, upper) = (stretch.lowerBound, stretch.upperBound)
    if lower > 0, share(lower - 1, side) >= settings.edgeShare { lower -= 1 }
    if upper < side.sentences.count, share(upper, side) >= settings.edgeShare { upper += 1 }
    return lower..<upper
  }

  /// The share of a sentence's weight whose stems are marked.
  private func share(_ sentence: Int, _ side: SentenceVectors.Side) -> Float {
    var (marked, all): (Float, Float) = (0, 0)
    for at in side.terms(sentence) {
      all += side.terms[at].weight
      if marks[Int(side.terms[at].number)] == mark { marked += side.terms[at].weight }
    }
    return all > 0 ? marked / all : 0
  }
}
