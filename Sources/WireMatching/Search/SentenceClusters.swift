/// Sentences in a row on both sides that belong together.
struct SentenceCluster {
  /// Sentences of the draft.
  var draft: Range<Int>
  /// Sentences of the source.
  var source: Range<Int>
  /// The cosine of the two stretches, all their sentences added up.
  var cosine: Float
  /// How many pairs of sentences hold it together.
  var pairs: Int
}

/// Joins pairs of sentences to stretches, where the gaps on both sides are small, and keeps those that are alike as a
/// whole.
///
/// Pairs are parted where a gap in the source is larger than allowed, the parts where a gap in the draft is, and so on
/// until nothing parts. A stretch that is not alike as a whole is tried again with smaller gaps. After M. Sanchez-Perez,
/// G. Sidorov and A. Gelbukh, "A winning approach to text alignment for text reuse detection at PAN 2014".
struct SentenceClusters {
  let settings: MatchSettings
  private let vectors: SentenceVectors
  private var sums: [Float]
  private var isTouched: [Bool]
  private var touched: [Int32] = []

  init(_ vectors: SentenceVectors, settings: MatchSettings) {
    self.vectors = vectors
    self.settings = settings
    sums = Array(repeating: 0, count: vectors.termCount)
    isTouched = Array(repeating: false, count: vectors.termCount)
  }

  /// The stretches that pairs make.
  ///
  /// - Parameters:
  ///   - gap: sentences that may be skipped in the draft.
  ///   - sourceGap: sentences that may be skipped in the source.
  ///   - leastGap: where smaller gaps are no longer tried.
  mutating func clusters(
    _ pairs: [SentencePair], gap: Int, sourceGap: Int, leastGap: Int, cosine: Float
  ) -> [SentenceCluster] {
    var result: [SentenceCluster] = []
    var open = parts(pairs, gap, sourceGap).map { (pairs: $0, gap: gap, sourceGap: sourceGap) }
    while let part = open.popLast() {
      let draft = Self.bounds(part.pairs.lazy.map(\.draft))
      let source = Self.bounds(part.pairs.lazy.map(\.source))
      let alike = self.cosine(draft, source)
      if alike >= cosine {
        result.append(
          SentenceCluster(draft: draft, source: source, cosine: alike, pairs: part.pairs.count))
      } else if max(part.gap, part.sourceGap) > leastGap {
        let (less, lessSource) = (max(leastGap, part.gap - 1), max(leastGap, part.sourceGap - 1))
        open += parts(part.pairs, less, lessSource).map { (pairs: $0, gap: less, sourceGap: lessSource) }
      }
    }
    return result.sorted {
      ($0.draft.lowerBound, $0.source.lowerBound) < ($1.draft.lowerBound, $1.source.lowerBound)
    }
  }

  private func parts(_ pairs: [SentencePair], _ gap: Int, _ sourceGap: Int) -> [[SentencePair]] {
    var done: [[SentencePair]] = []
    var open: [(pairs: [SentencePair], bySource: Bool, isStable: Bool)] = [(pairs, true, false)]
    while let part = open.popLast() {
      let next = Self.split(part.pairs, part.bySource ? \.source : \.draft, part.bySource ? sourceGap : gap)
      if next.count == 1, part.isStable {
        done.append(part.pairs)
      } else {
        open += next.map { ($0, !part.bySource, next.count == 1) }
      }
    }
    return done
  }

  private static func split(
    _ pairs: [SentencePair], _ side: KeyPath<SentencePair, Int32>, _ gap: Int
  ) -> [[SentencePair]] {
    let sorted = pairs.sorted { $0[keyPath: side] < $1[keyPath: side] }
    var result: [[SentencePair]] = []
    var start = 0
    for at in sorted.indices {
      let isLast = at + 1 == sorted.count
      if isLast || Int(sorted[at + 1][keyPath: side] - sorted[at][keyPath: side]) > gap + 1 {
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

  /// The cosine of two stretches.
  mutating func cosine(_ draft: Range<Int>, _ source: Range<Int>) -> Float {
    guard !draft.isEmpty, !source.isEmpty else { return 0 }
    let draftTerms = vectors.draft.offsets[draft.lowerBound]..<vectors.draft.offsets[draft.upperBound]
    for at in draftTerms {
      let term = vectors.draft.terms[at]
      if !isTouched[Int(term.number)] {
        isTouched[Int(term.number)] = true
        touched.append(term.number)
      }
      sums[Int(term.number)] += term.weight
    }
    let draftNorm = takeNorm(clearing: false)
    // The dot product needs the source's weights term by term only, so that its stretch is walked once.
    var dot: Float = 0
    for at in vectors.source.offsets[source.lowerBound]..<vectors.source.offsets[source.upperBound] {
      dot += vectors.source.terms[at].weight * sums[Int(vectors.source.terms[at].number)]
    }
    _ = takeNorm(clearing: true)
    for at in vectors.source.offsets[source.lowerBound]..<vectors.source.offsets[source.upperBound] {
      let term = vectors.source.terms[at]
      if !isTouched[Int(term.number)] {
        isTouched[Int(term.number)] = true
        touched.append(term.number)
      }
      sums[Int(term.number)] += term.weight
    }
    let sourceNorm = takeNorm(clearing: true)
    return dot / max(1e-6, draftNorm * sourceNorm)
  }

  private mutating func takeNorm(clearing: Bool) -> Float {
    var sum: Float = 0
    for number in touched { sum += sums[Int(number)] * sums[Int(number)] }
    if clearing {
      for number in touched {
        sums[Int(number)] = 0
        isTouched[Int(number)] = false
      }
      touched.removeAll(keepingCapacity: true)
    }
    return sum.squareRoot()
  }
}
