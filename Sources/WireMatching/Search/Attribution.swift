/// Gives each passage of a draft to its best source.
///
/// Sources come strongest first and take their words; what is left of a weaker one must reach the bar by itself. Passages
/// that it is left without become `others` of the match that took their words.
struct Attribution {
  let settings: MatchSettings
  let words: TextWords

  /// The matches of ranked candidates.
  ///
  /// - Parameter name: the identifier and version of an item.
  func matches(
    _ ranked: [Candidate], name: (IndexPlace) throws(IndexFault) -> (id: String, version: Int)
  ) throws(IndexFault) -> [Match] {
    var owner = [Int32](repeating: -1, count: words.all.count)
    var result: [Match] = []
    for candidate in ranked {
      var kept: [Passage] = []
      var lost: [AlignedPassage] = []
      var taken: [Int] = []
      var best = 0.0
      var score = 0.0
      for aligned in candidate.passages.sorted(by: Self.isStronger) {
        let free = aligned.words.filter { owner[$0] < 0 }
        let share = Double(free.count) / Double(aligned.words.count)
        guard share > settings.ownShare else {
          if aligned.strength >= settings.bar { lost.append(aligned) }
          continue
        }
        kept.append(aligned.passage)
        best = max(best, aligned.strength * share)
        score += aligned.passage.score * share
        for word in free { owner[word] = Int32(result.count) }
        taken += free
      }
      guard best >= settings.bar else {
        for word in taken { owner[word] = -1 }
        try add(candidate.passages, of: candidate.place, to: &result, owner, name)
        continue
      }
      if !lost.isEmpty { try add(lost, of: candidate.place, to: &result, owner, name) }
      let (id, version) = try name(candidate.place)
      result.append(
        Match(
          source: id, version: version, score: score, passages: kept.sorted { $0.draft < $1.draft },
          place: candidate.place))
    }
    return result
  }

  private static func isStronger(_ a: AlignedPassage, _ b: AlignedPassage) -> Bool {
    (a.strength, b.words.lowerBound, b.others.lowerBound) > (
      b.strength, a.words.lowerBound, a.others.lowerBound
    )
  }

  /// Names an item beside the matches that took most words of its passages.
  private func add(
    _ passages: [AlignedPassage], of place: IndexPlace, to result: inout [Match], _ owner: [Int32],
    _ name: (IndexPlace) throws(IndexFault) -> (id: String, version: Int)
  ) throws(IndexFault) {
    var byOwner: [Int: [Passage]] = [:]
    for aligned in passages {
      var words: [Int32: Int] = [:]
      for word in aligned.words where owner[word] >= 0 { words[owner[word], default: 0] += 1 }
      guard let most = words.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { continue }
      byOwner[Int(most.key), default: []].append(aligned.passage)
    }
    guard !byOwner.isEmpty else { return }
    let (id, version) = try name(place)
    for (number, passages) in byOwner where number < result.count {
      result[number].others.append(
        Match(
          source: id, version: version, score: passages.reduce(0) { $0 + $1.score },
          passages: passages.sorted { $0.draft < $1.draft }, place: place))
    }
  }
}
