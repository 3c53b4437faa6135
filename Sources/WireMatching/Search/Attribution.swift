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
      var taken: [Range<Int>] = []
      var best = 0.0
      var score = 0.0
      for aligned in candidate.passages {
        let free = aligned.words.reduce(0) { $0 + (owner[$1] < 0 ? 1 : 0) }
        let share = Double(free) / Double(aligned.words.count)
        guard share > settings.ownShare else { continue }
        kept.append(aligned.passage)
        taken.append(aligned.words)
        best = max(best, aligned.strength * share)
        score += aligned.passage.score * share
      }
      guard best >= settings.bar else {
        try addToOwners(candidate, owner, &result, name)
        continue
      }
      for word in taken.joined() where owner[word] < 0 { owner[word] = Int32(result.count) }
      let (id, version) = try name(candidate.place)
      result.append(
        Match(
          source: id, version: version, score: score, passages: kept.sorted { $0.draft < $1.draft },
          place: candidate.place))
    }
    return result
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
