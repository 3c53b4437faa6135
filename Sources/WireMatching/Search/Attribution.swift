internal import WireText

/// Gives each passage of a draft to its best source.
///
/// Passages that reach the bar take their words first, in the order of the combined worth of passage and source,
/// except words that other sources took before; the rest of a weaker passage must reach the bar by itself. Only
/// then do the sources that have such a passage take the free words of their other passages, which are no evidence
/// by themselves and must not displace any. Passages that a source loses become `others` of the match that took
/// their words.
struct Attribution {
  let settings: MatchSettings
  let words: TextWords

  /// A passage that reaches the bar, by its number and its candidate's number.
  private struct Claim {
    let candidate: Int
    let passage: Int
    /// The combined worth of the passage and its whole source: words that two sources share come from the one that
    /// the draft has more of.
    ///
    /// It falls as others take words of the source's passages.
    var weight: Double
  }

  /// The words that are taken, and the share of each candidate's passages that they make up.
  private struct Ownership {
    /// By word of the draft: the candidate's number, −1 for none.
    var owners: [Int32]
    /// By candidate and passage: the share of it that the candidate took; 0 if it took nothing.
    var shares: [[Double]]

    /// The free words of a passage, and their share of its words.
    func free(_ passage: AlignedPassage) -> (words: [Int], share: Double) {
      let words = passage.words.filter { owners[$0] < 0 }
      return (words, Double(words.count) / Double(passage.words.count))
    }

    /// Takes the free words of a passage.
    mutating func take(_ free: (words: [Int], share: Double), candidate: Int, number: Int) {
      shares[candidate][number] = free.share
      for word in free.words { owners[word] = Int32(candidate) }
    }
  }

  /// The matches of ranked candidates.
  ///
  /// - Parameter name: returns the identifier and version of an item.
  func matches(
    _ ranked: [Candidate], name: (IndexPlace) throws(IndexFault) -> (id: String, version: Int)
  ) throws(IndexFault) -> [Match] {
    var owned = Ownership(
      owners: Array(repeating: -1, count: words.all.count),
      shares: ranked.map { Array(repeating: 0, count: $0.passages.count) })
    var worth = SourceWorth(ranked)
    var open = ranked.indices.flatMap { claims(of: ranked[$0], $0, worth) }
    open.sort { ranksBelow($0, $1, ranked) }
    while var claim = open.popLast() {
      let passage = ranked[claim.candidate].passages[claim.passage]
      let weight = weight(passage, of: claim.candidate, worth)
      if weight < claim.weight {
        claim.weight = weight
        open.insert(claim, at: open.partitioningIndex { !ranksBelow($0, claim, ranked) })
        continue
      }
      let free = owned.free(passage)
      if free.share > settings.ownShare, passage.strength * free.share >= settings.bar {
        worth.lose(free.words, to: claim.candidate)
        owned.take(free, candidate: claim.candidate, number: claim.passage)
      }
    }
    var matches = [Match?](repeating: nil, count: ranked.count)
    for (number, shares) in owned.shares.enumerated() where shares.contains(where: { $0 > 0 }) {
      takeOthers(of: ranked[number], number, &owned)
      matches[number] = try match(ranked[number], owned.shares[number], name)
    }
    for (number, candidate) in ranked.enumerated() {
      var lost = candidate.passages
      if matches[number] != nil {
        lost = zip(lost, owned.shares[number]).filter { $1 == 0 && $0.strength >= settings.bar }.map(\.0)
      }
      try add(lost, of: candidate.place, to: &matches, owned.owners, name)
    }
    return matches.compactMap(\.self)
  }

  /// The passages of a source that reach the bar.
  private func claims(of candidate: Candidate, _ number: Int, _ worth: SourceWorth) -> [Claim] {
    candidate.passages.indices.filter { candidate.passages[$0].strength >= settings.bar }.map {
      Claim(
        candidate: number, passage: $0, weight: weight(candidate.passages[$0], of: number, worth))
    }
  }

  /// The weight of a passage; zero for a retelling of the whole draft, which counts only if nothing else claims its
  /// words.
  private func weight(_ passage: AlignedPassage, of candidate: Int, _ worth: SourceWorth) -> Double {
    passage.passage.facts == nil ? passage.passage.score * worth.ranks[candidate] : 0
  }

  /// Whether a claim ranks below another: candidates that yield rank last, then those with less weight.
  private func ranksBelow(_ a: Claim, _ b: Claim, _ ranked: [Candidate]) -> Bool {
    (ranked[a.candidate].precedence, a.weight, b.candidate, b.passage)
      < (ranked[b.candidate].precedence, b.weight, a.candidate, a.passage)
  }

  /// Takes the free words of those passages of a source that took none yet, strongest first.
  private func takeOthers(of candidate: Candidate, _ number: Int, _ owned: inout Ownership) {
    let strengths = candidate.passages.map(\.strength)
    for passage in strengths.indices.sorted(by: { (strengths[$0], $1) > (strengths[$1], $0) })
    where owned.shares[number][passage] == 0 {
      let free = owned.free(candidate.passages[passage])
      if free.share > settings.ownShare { owned.take(free, candidate: number, number: passage) }
    }
  }

  private func match(
    _ candidate: Candidate, _ shares: [Double],
    _ name: (IndexPlace) throws(IndexFault) -> (id: String, version: Int)
  ) throws(IndexFault) -> Match {
    let (id, version) = try name(candidate.place)
    let kept = zip(candidate.passages.map(\.passage), shares).filter { $1 > 0 }
    return Match(
      source: id, version: version, score: kept.reduce(0) { $0 + $1.0.score * $1.1 },
      passages: kept.map(\.0).sorted { $0.draft < $1.draft }, place: candidate.place)
  }

  /// Adds an item to the `others` of the matches that took most words of its passages.
  ///
  /// - Parameter matches: by candidate.
  private func add(
    _ passages: [AlignedPassage], of place: IndexPlace, to matches: inout [Match?], _ owners: [Int32],
    _ name: (IndexPlace) throws(IndexFault) -> (id: String, version: Int)
  ) throws(IndexFault) {
    var byOwner: [Int: [Passage]] = [:]
    for aligned in passages {
      var words: [Int32: Int] = [:]
      for word in aligned.words where owners[word] >= 0 { words[owners[word], default: 0] += 1 }
      guard let most = words.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        matches[Int(most.key)]?.place != place
      else { continue }
      byOwner[Int(most.key), default: []].append(aligned.passage)
    }
    guard !byOwner.isEmpty else { return }
    let (id, version) = try name(place)
    for (owner, passages) in byOwner {
      matches[owner]?.others.append(
        Match(
          source: id, version: version, score: passages.reduce(0) { $0 + $1.score },
          passages: passages.sorted { $0.draft < $1.draft }, place: place))
    }
  }
}
