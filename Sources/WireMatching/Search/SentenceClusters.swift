/// Sentences in a row on both sides that belong together.
struct SentenceCluster {
  /// Sentences of the draft.
  var draft: Range<Int>
  /// Sentences of the source.
  var source: Range<Int>
  /// The cosine of the two stretches, summed over all their sentences.
  var cosine: Float
  /// The weight of the stems that both stretches have.
  var shared: Float
  /// The number of pairs of sentences in it.
  var pairs: Int
}

/// Joins pairs of sentences to stretches if the gaps on both sides are small, and keeps the stretches that are
/// similar as a whole.
///
/// Pairs are split at gaps in the source that are too large, the parts at such gaps in the draft, and so on until
/// nothing splits. A stretch that is not similar as a whole is tried again with smaller gaps. After M.
/// Sanchez-Perez, G. Sidorov and A. Gelbukh, "A winning approach to text alignment for text reuse detection at PAN
/// 2014".
struct SentenceClusters {
  private static let mostTurns = 64

  let settings: MatchSettings
  private let vectors: SentenceVectors
  private var draftSums: TermSums
  private var sourceSums: TermSums

  init(_ vectors: SentenceVectors, settings: MatchSettings) {
    self.vectors = vectors
    self.settings = settings
    draftSums = TermSums(count: vectors.termCount)
    sourceSums = TermSums(count: vectors.termCount)
  }

  /// The stretches that the pairs form.
  ///
  /// - Parameters:
  ///   - gap: the most sentences that may be skipped in the draft.
  ///   - sourceGap: the most sentences that may be skipped in the source.
  ///   - leastGap: the smallest gap that is tried.
  mutating func clusters(
    _ pairs: [SentencePair], gap: Int, sourceGap: Int, leastGap: Int, cosine: Float
  ) -> [SentenceCluster] {
    var result: [SentenceCluster] = []
    var open = parts(pairs, gap, sourceGap).map { (pairs: $0, gap: gap, sourceGap: sourceGap) }
    while let part = open.popLast() {
      let draft = Self.bounds(part.pairs.lazy.map(\.draft))
      let source = Self.bounds(part.pairs.lazy.map(\.source))
      let (alike, shared) = self.likeness(draft, source)
      if alike >= cosine {
        result.append(
          SentenceCluster(
            draft: draft, source: source, cosine: alike, shared: shared, pairs: part.pairs.count))
      } else if max(part.gap, part.sourceGap) > leastGap {
        let (less, lessSource) = (max(leastGap, part.gap - 1), max(leastGap, part.sourceGap - 1))
        open += parts(part.pairs, less, lessSource).map { (pairs: $0, gap: less, sourceGap: lessSource) }
      }
    }
    return result.sorted {
      ($0.draft.lowerBound, $0.source.lowerBound) < ($1.draft.lowerBound, $1.source.lowerBound)
    }
  }

  /// Splits pairs at gaps on both sides in turn until nothing splits, or after `mostTurns`: pairs that split off
  /// one by one, as in a spiral, do not occur in real text.
  private func parts(_ pairs: [SentencePair], _ gap: Int, _ sourceGap: Int) -> [[SentencePair]] {
    var done: [[SentencePair]] = []
    var open: [(pairs: [SentencePair], turn: Int, isStable: Bool)] = [(pairs, 0, false)]
    while let part = open.popLast() {
      let isSource = part.turn % 2 == 0
      let next =
        isSource
        ? Self.split(part.pairs, sourceGap) { $0.source } : Self.split(part.pairs, gap) { $0.draft }
      if part.turn >= Self.mostTurns || (next.count == 1 && part.isStable) {
        done += next
      } else {
        open += next.map { ($0, part.turn + 1, next.count == 1) }
      }
    }
    return done
  }

  @inline(__always)
  private static func split(
    _ pairs: [SentencePair], _ gap: Int, by side: (SentencePair) -> Int32
  ) -> [[SentencePair]] {
    let sorted = pairs.sorted { side($0) < side($1) }
    var result: [[SentencePair]] = []
    var start = 0
    for at in sorted.indices {
      let isLast = at + 1 == sorted.count
      if isLast || Int(side(sorted[at + 1]) - side(sorted[at])) > gap + 1 {
        result.append(Array(sorted[start...at]))
        start = at + 1
      }
    }
    return result
  }

  private static func bounds(_ numbers: some Sequence<Int32>) -> Range<Int> {
    var (low, high) = (Int32.max, Int32.min)
    for number in numbers { (low, high) = (min(low, number), max(high, number)) }
    return low <= high ? Int(low)..<Int(high) + 1 : 0..<0
  }

  /// The cosine of two stretches, and the weight of the stems that they share.
  private mutating func likeness(_ draft: Range<Int>, _ source: Range<Int>) -> (cosine: Float, shared: Float)
  {
    guard !draft.isEmpty, !source.isEmpty else { return (0, 0) }
    draftSums.add(vectors.draft, draft)
    sourceSums.add(vectors.source, source)
    var (dot, shared): (Float, Float) = (0, 0)
    for number in draftSums.touched {
      let (a, b) = (draftSums.values[Int(number)], sourceSums.values[Int(number)])
      dot += a * b
      shared += min(a, b)
    }
    let length = draftSums.takeNorm() * sourceSums.takeNorm()
    return (dot / max(1e-6, length), shared)
  }
}

/// The summed terms of a stretch; cleared at a cost proportional to what was added.
private struct TermSums {
  private(set) var values: [Float]
  private(set) var touched: [Int32] = []

  init(count: Int) { values = Array(repeating: 0, count: count) }

  mutating func add(_ side: SentenceVectors.Side, _ sentences: Range<Int>) {
    for at in side.offsets[sentences.lowerBound]..<side.offsets[sentences.upperBound] {
      let term = side.terms[at]
      if term.weight <= 0 { continue }
      if values[Int(term.number)] == 0 { touched.append(term.number) }
      values[Int(term.number)] += term.weight
    }
  }

  /// Returns the length of the vector and clears the sums.
  mutating func takeNorm() -> Float {
    var sum: Float = 0
    for number in touched {
      sum += values[Int(number)] * values[Int(number)]
      values[Int(number)] = 0
    }
    touched.removeAll(keepingCapacity: true)
    return sum.squareRoot()
  }
}
