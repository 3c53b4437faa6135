/// Gives each passage of a draft to its best source.
///
/// Sources come strongest first and take their words; what is left of a weaker one must reach the bar by itself. A source
/// that is left with nothing becomes `alsoIn` of those that took its words.
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
      var taken: [Int] = []
      var best = 0.0
      var score = 0.0
      for aligned in candidate.passages.sorted(by: Self.isStronger) {
        let free = aligned.words.filter { owner[$0] < 0 }
        let share = Double(free.count) / Double(aligned.words.count)
        guard share > settings.ownShare else { continue }
        kept.append(aligned.passage)
        best = max(best, aligned.strength * share)
        score += aligned.passage.score * share
        for word in free { owner[word] = Int32(result.count) }
        taken += free
      }
      guard best >= settings.bar else {
        for word in taken { owner[word] = -1 }
        try addToOwners(candidate, owner, &result, name)
        continue
      }
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

  private func addToOwners(
    _ candidate: Candidate, _ owner: [Int32], _ result: inout [Match],
    _ name: (IndexPlace) throws(IndexFault) -> (id: String, version: Int)
  ) throws(IndexFault) {
    guard let strongest = candidate.passages.max(by: { $0.passage.score < $1.passage.score }) else { return }
    let owners = Set(strongest.words.map { owner[$0] }).filter { $0 >= 0 }
    guard !owners.isEmpty else { return }
    let id = try name(candidate.place).id
    for match in owners where !result[Int(match)].alsoIn.contains(id) { result[Int(match)].alsoIn.append(id) }
  }
}
