/// Two sentences, one on each side, with similar content.
struct SentencePair {
  var draft: Int32
  var source: Int32
  /// The cosine of their vectors.
  var cosine: Float
}

/// Finds the sentences of two texts that share enough of their weight.
///
/// The source's sentences are listed by term; each of the draft's is compared with those that share a term with it.
/// Terms in more than `mostSentences` of the source are skipped in the look-up but count in the comparison; rare
/// terms are looked up first, until about `mostCompared` sentences are found; and each sentence of the draft keeps
/// its best `mostPartners`. So endless repetition costs no more than prose.
struct SentencePairs {
  private static let mostSentences = 96
  private static let mostPartners = 12
  private static let mostCompared = 256

  let settings: MatchSettings

  /// The pairs in order of the draft's sentences.
  func pairs(_ vectors: SentenceVectors) -> [SentencePair] {
    let (starts, lists) = Self.lists(vectors)
    var result: [SentencePair] = []
    var touched: [Int32] = []
    var seen = [Int32](repeating: -1, count: vectors.source.sentences.count)
    for sentence in vectors.draft.sentences.indices where vectors.draft.norms[sentence] > 0 {
      touched.removeAll(keepingCapacity: true)
      let named = vectors.draft.terms(sentence).map { at in
        let term = Int(vectors.draft.terms[at].number)
        return starts[term]..<starts[term + 1]
      }.sorted { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }
      for list in named where list.count <= Self.mostSentences && touched.count < Self.mostCompared {
        for other in lists[list] where seen[Int(other)] != Int32(sentence) {
          seen[Int(other)] = Int32(sentence)
          touched.append(other)
        }
      }
      let first = result.count
      for other in touched {
        if let pair = compare(sentence, Int(other), vectors) { result.append(pair) }
      }
      if result.count - first > Self.mostPartners {
        result[first...].sort { ($0.cosine, $1.source) > ($1.cosine, $0.source) }
        result.removeSubrange((first + Self.mostPartners)...)
      }
      result[first...].sort { $0.source < $1.source }
    }
    return result
  }

  /// Compares two sentences by walking along both lists of terms.
  private func compare(_ sentence: Int, _ other: Int, _ vectors: SentenceVectors) -> SentencePair? {
    let (draft, source) = (vectors.draft.terms(sentence), vectors.source.terms(other))
    var (a, b) = (draft.lowerBound, source.lowerBound)
    var dot: Float = 0
    var shared = 0
    while a < draft.upperBound, b < source.upperBound {
      let (left, right) = (vectors.draft.terms[a], vectors.source.terms[b])
      if left.number == right.number {
        dot += left.weight * right.weight
        shared &+= 1
        a &+= 1
        b &+= 1
      } else if left.number < right.number {
        a &+= 1
      } else {
        b &+= 1
      }
    }
    let cosine = dot / max(1e-6, vectors.draft.norms[sentence] * vectors.source.norms[other])
    let dice = 2 * Float(shared) / Float(max(1, draft.count + source.count))
    guard cosine >= settings.sentenceCosine, dice >= settings.sentenceDice else { return nil }
    return SentencePair(draft: Int32(sentence), source: Int32(other), cosine: cosine)
  }

  /// The source's sentences by term.
  private static func lists(_ vectors: SentenceVectors) -> (starts: [Int], sentences: [Int32]) {
    var starts = [Int](repeating: 0, count: vectors.termCount + 1)
    for term in vectors.source.terms { starts[Int(term.number) + 1] += 1 }
    for term in 0..<vectors.termCount { starts[term + 1] += starts[term] }
    var cursors = starts
    var sentences = [Int32](repeating: 0, count: vectors.source.terms.count)
    for sentence in vectors.source.sentences.indices {
      for at in vectors.source.terms(sentence) {
        let term = Int(vectors.source.terms[at].number)
        sentences[cursors[term]] = Int32(sentence)
        cursors[term] += 1
      }
    }
    return (starts, sentences)
  }
}
