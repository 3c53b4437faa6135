/// Hits of one unit that stand in the same order in the draft.
struct Chain {
  /// Content words of the draft, the last one included.
  var draft: ClosedRange<Int>
  /// Content words of the source item, the last one included.
  var source: ClosedRange<Int>
  /// Nats of surprisal, gaps paid for.
  var score: Float
}

/// Links hits to the chains that weigh most.
///
/// Dynamic programming over the hits in the draft's order: each hit takes the best of the `lookBack` hits before it that
/// stands before it on both sides, and pays for the words that are skipped. A chain pays its first word in full. Chains
/// are then taken best first; a hit belongs to one chain, and chains of one unit do not overlap in the draft.
struct Chainer {
  let settings: MatchSettings
  /// Nats of each content word of the draft.
  let surprisal: [Float]

  /// The chains of one unit above a share of the bar, best first.
  ///
  /// - Parameter firstWord: the number of the unit's first content word in its item.
  func chains(_ hits: ArraySlice<Hit>, firstWord: Int) -> [Chain] {
    let (scores, links) = link(hits)
    let least = Float(settings.bar * settings.chainShare)
    let order = scores.indices.filter { scores[$0] >= least }.sorted { scores[$0] > scores[$1] }
    var used = [Bool](repeating: false, count: hits.count)
    var result: [Chain] = []
    for last in order {
      guard let first = take(last, links, &used) else { continue }
      let opening = hits[hits.startIndex + first]
      let closing = hits[hits.startIndex + last]
      let chain = Chain(
        draft: Int(opening.draft)...Int(closing.draft) + Int(closing.draftReach),
        source: firstWord + Int(opening.source)...firstWord + Int(closing.source) + Int(closing.sourceReach),
        score: scores[last])
      if !result.contains(where: { $0.draft.overlaps(chain.draft) }) { result.append(chain) }
    }
    return result
  }

  /// Takes the chain that ends at a hit and gives its first hit; nil where a hit of it was taken before.
  ///
  /// In both cases its hits are taken: those that lead to a taken one can start no chain of their own, and are walked once.
  private func take(_ last: Int, _ links: [Int32], _ used: inout [Bool]) -> Int? {
    var at = last
    while true {
      if used[at] { return nil }
      used[at] = true
      if links[at] < 0 { return at }
      at = Int(links[at])
    }
  }

  private func link(_ hits: ArraySlice<Hit>) -> (scores: [Float], links: [Int32]) {
    var scores = [Float](repeating: 0, count: hits.count)
    var links = [Int32](repeating: -1, count: hits.count)
    hits.withUnsafeBufferPointer { hits in
      for at in hits.indices {
        let hit = hits[at]
        var best = hit.value + surprisal[Int(hit.draft)]
        var link: Int32 = -1
        var before = at &- 1
        let end = max(0, at &- settings.lookBack)
        while before >= end {
          let gap = Int(hit.draft) &- Int(hits[before].draft)
          if gap > settings.draftGap { break }
          if gap > 0 {
            let score = scores[before] + gain(hit, after: hits[before], gap)
            if score > best {
              best = score
              link = Int32(truncatingIfNeeded: before)
            }
          }
          before &-= 1
        }
        scores[at] = best
        links[at] = link
      }
    }
    return (scores, links)
  }

  /// What a hit adds to a chain that ends with another one.
  @inline(__always)
  private func gain(_ hit: Hit, after before: Hit, _ gap: Int) -> Float {
    let sourceGap = Int(hit.source) &- Int(before.source)
    if sourceGap <= 0 || sourceGap > settings.sourceGap { return -.infinity }
    let reached = Int(before.draft) &+ Int(before.draftReach)
    let start = Int(hit.draft)
    var value = hit.value
    if start > reached {
      value += surprisal[start]
    } else if start &+ Int(hit.draftReach) <= reached {
      value = 0  // its second word is counted already
    }
    let skipped = Float(settings.draftGapCost) * Float(max(0, start &- reached))
    return value - skipped - Float(settings.sourceGapCost) * Float(max(0, sourceGap &- gap))
  }
}
