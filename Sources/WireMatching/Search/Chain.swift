/// Hits in one unit that are in the same order in the draft.
struct Chain {
  /// Content words of the draft, the last one included.
  var draft: ClosedRange<Int>
  /// Content words of the source item, the last one included.
  var source: ClosedRange<Int>
  /// Nats of surprisal, minus the cost of gaps.
  var score: Float
}

/// Links hits to the chains with the highest scores.
///
/// Dynamic programming over the hits in the draft's order: each hit links to the best of the `lookBack` hits before
/// it that precedes it on both sides, and pays for the words that are skipped. A chain pays its first word in full.
/// Chains are then taken best first; a hit belongs to one chain, and chains of one unit do not overlap in the
/// draft.
struct Chainer {
  let settings: MatchSettings
  /// Nats of each content word of the draft.
  let surprisal: [Float]
  /// The least score of a chain.
  private let least: Float
  /// The state of a hit of the current unit.
  private struct Step {
    /// The score of the best chain that ends with it.
    var score: Float = 0
    /// The highest score up to it.
    var peak: Float = 0
    /// The hit before it in its chain, −1 for the first one.
    var link: Int32 = -1
    /// Whether a chain includes it.
    var isUsed = false
  }

  /// By hit; may be longer than the list of hits.
  private var steps: [Step] = []

  init(settings: MatchSettings, surprisal: [Float]) {
    self.settings = settings
    self.surprisal = surprisal
    least = Float(settings.bar * settings.chainShare)
  }

  /// The chains of one unit above a share of the bar, best first.
  ///
  /// - Parameters:
  ///   - firstWord: the number of the unit's first content word in its item.
  ///   - weight: the factor for nats that were found in the unit.
  mutating func chains(_ hits: ArraySlice<Hit>, firstWord: Int, weight: Float) -> [Chain] {
    guard mayReach(hits, weight) else { return [] }
    link(hits, weight)
    let order = (0..<hits.count).filter { steps[$0].score >= least }
      .sorted { steps[$0].score > steps[$1].score }
    var result: [Chain] = []
    for last in order where take(last) {
      guard let chain = chain(endingWith: last, hits, firstWord, weight, besides: result) else { continue }
      result.append(chain)
    }
    return result
  }

  /// The last part of a chain that overlaps none that is stronger; nil where too little is left.
  ///
  /// A stretch that stands elsewhere in the source than the words around it often begins with a few of theirs, which stand
  /// before it in both texts; these belong to the stronger chain, and the stretch is one of its own.
  private func chain(
    endingWith last: Int, _ hits: ArraySlice<Hit>, _ firstWord: Int, _ weight: Float,
    besides others: [Chain]
  ) -> Chain? {
    var closing: Hit?
    var (first, end) = (last, last)
    var at = last
    while at >= 0 {
      let hit = hits[hits.startIndex + at]
      let words = Int(hit.draft)...Int((closing ?? hit).draft) + Int((closing ?? hit).draftReach)
      if !others.contains(where: { $0.draft.overlaps(words) }) {
        if closing == nil { (closing, end) = (hit, at) }
        first = at
      } else if closing != nil {
        break
      }
      at = Int(steps[at].link)
    }
    guard let closing else { return nil }
    let opening = hits[hits.startIndex + first]
    var score = steps[end].score
    if steps[first].link >= 0 {
      // As if the chain began there.
      score += opening.value + surprisal[Int(opening.draft)] * weight - steps[first].score
    }
    guard score >= least else { return nil }
    return Chain(
      draft: Int(opening.draft)...Int(closing.draft) + Int(closing.draftReach),
      source: firstWord + Int(opening.source)...firstWord + Int(closing.source) + Int(closing.sourceReach),
      score: score)
  }

  /// Whether the hits between two gaps too wide for a chain could make a chain that is strong enough, if all were
  /// in order.
  ///
  /// An upper bound: each word of the draft counts with its best hit, and gaps cost nothing. Most units share too
  /// little at any one place, so this rejects them without examining the order.
  private func mayReach(_ hits: ArraySlice<Hit>, _ weight: Float) -> Bool {
    var (sum, best): (Float, Float) = (0, 0)
    var word = 0
    for hit in hits {
      let next = Int(hit.draft)
      if next != word {
        sum += best
        best = 0
        if next &- word > settings.draftGap {
          if sum * Self.roundingRoom >= least { return true }
          sum = 0
        }
        word = next
      }
      best = max(best, hit.value + surprisal[next] * weight)
    }
    return (sum + best) * Self.roundingRoom >= least
  }

  /// A margin for rounding: sums in another order may differ in their last bits.
  private static let roundingRoom: Float = 1.001

  /// Takes the chain that ends at a hit; tells whether none of its hits was taken before.
  ///
  /// In both cases its hits are taken: those that lead to a taken one can start no chain of their own, and are walked once.
  private mutating func take(_ last: Int) -> Bool {
    var at = last
    while at >= 0 {
      if steps[at].isUsed { return false }
      steps[at].isUsed = true
      at = Int(steps[at].link)
    }
    return true
  }

  private mutating func link(_ hits: ArraySlice<Hit>, _ weight: Float) {
    if steps.count < hits.count { steps = Array(repeating: Step(), count: hits.count * 2) }
    let costs = Costs(settings)
    let lookBack = settings.lookBack
    steps.withUnsafeMutableBufferPointer { steps in
      surprisal.withUnsafeBufferPointer { surprisal in
        hits.withUnsafeBufferPointer { hits in
          var peak: Float = 0
          for at in hits.indices {
            let hit = hits[at]
            let nats = surprisal[Int(hit.draft)] * weight
            let most = hit.value + nats
            var best = most
            var link: Int32 = -1
            var before = at &- 1
            let end = max(0, at &- lookBack)
            // In a copied stretch the last words link to the best chain, and no earlier hit can do better.
            while before >= end, steps[before].peak + most > best {
              let gap = Int(hit.draft) &- Int(hits[before].draft)
              if gap > costs.draftGap { break }
              if gap > 0 {
                let score = steps[before].score + costs.gain(hit, nats, after: hits[before], gap)
                if score > best {
                  best = score
                  link = Int32(truncatingIfNeeded: before)
                }
              }
              before &-= 1
            }
            peak = max(best, peak)
            steps[at] = Step(score: best, peak: peak, link: link)
          }
        }
      }
    }
  }

  /// The limits and costs of gaps, in the types that the innermost loop uses.
  private struct Costs {
    let draftGap: Int
    let sourceGap: Int
    let draftWord: Float
    let sourceWord: Float

    init(_ settings: MatchSettings) {
      draftGap = settings.draftGap
      sourceGap = settings.sourceGap
      draftWord = Float(settings.draftGapCost)
      sourceWord = Float(settings.sourceGapCost)
    }

    /// What a hit, whose first word is worth `nats`, adds to a chain that ends with another one.
    @inline(__always)
    func gain(_ hit: Hit, _ nats: Float, after before: Hit, _ gap: Int) -> Float {
      let sourceGap = Int(hit.source) &- Int(before.source)
      if sourceGap <= 0 || sourceGap > self.sourceGap { return -.infinity }
      let reached = Int(before.draft) &+ Int(before.draftReach)
      let start = Int(hit.draft)
      var value = hit.value
      if start > reached {
        value += nats
      } else if start &+ Int(hit.draftReach) <= reached {
        value = 0  // its second word is counted already
      }
      let skipped = draftWord * Float(max(0, start &- reached))
      return value - skipped - sourceWord * Float(max(0, sourceGap &- gap))
    }
  }
}
