internal import Glibc
package import WireText

/// Finds the sources of a draft's words from keyed hashes of runs of words alone.
///
/// Runs of the draft are looked up as items (`KeyedTable`); hits in one item that are in the same order on both
/// sides, at most `gap` words apart, make a passage. A passage counts by its words that are proven equal, less if
/// many items hold the same run. Rewritten text is not found: it shares no run.
package struct KeyedMatcher: Sendable {
  /// The most words between two runs of one passage, on either side.
  private static let gap = 24
  /// The equal words that a passage needs; those of common runs count for less.
  private static let bar = 14.0
  /// A run in more items than this does not identify a source.
  private static let mostItems = 256
  /// The most times that a run may occur in a draft before it is ignored as repetitive.
  private static let mostRepeats = 8
  /// The most hits back that a passage looks for its next run.
  private static let lookBack = 60

  private let table: KeyedTable
  private let items: Int
  private let runs: WordRuns

  /// A matcher over a table of the runs of `items` items.
  package init(_ table: KeyedTable, items: Int, runs: WordRuns) {
    self.table = table
    self.items = items
    self.runs = runs
  }

  /// The reuse of the items in a draft, strongest first; `Passage.source` counts words instead of bytes.
  ///
  /// - Parameters:
  ///   - words: the draft's words that are matched.
  ///   - yields: whether an item takes only words that no other item has.
  ///   - name: returns the identifier and version of an item.
  package func matches(
    of words: [Word], rankingLast yields: (IndexPlace) throws(IndexFault) -> Bool = { _ in false },
    name: (IndexPlace) throws(IndexFault) -> (id: String, version: Int)
  ) throws(IndexFault) -> [Match] {
    var candidates: [Candidate] = []
    let hits = hits(words)
    var start = 0
    while start < hits.count {
      var end = start
      while end < hits.count, hits[end].item == hits[start].item { end += 1 }
      var candidate = Candidate(place: IndexPlace(segment: 0, item: hits[start].item))
      candidate.passages = passages(hits[start..<end], words)
      candidate.rank = candidate.total
      if candidate.best >= Self.bar {
        candidate.precedence = try yields(candidate.place) ? 0 : 1
        candidates.append(candidate)
      }
      start = end
    }
    candidates.sort { ($0.precedence, $0.rank, $1.place) > ($1.precedence, $1.rank, $0.place) }
    var settings = MatchSettings.standard
    settings.bar = Self.bar
    return try Attribution(settings: settings, words: TextWords(words)).matches(candidates, name: name)
  }

  /// A run that occurs in the draft and in an item.
  private struct Hit {
    var item: UInt32
    var draft: Int
    var source: Int
    /// The weight of its words.
    var weight: Double
  }

  /// The hits of a draft by item, then by place.
  private func hits(_ words: [Word]) -> [Hit] {
    var places: [UInt64: [Int]] = [:]
    for run in runs.all(words) { places[run.hash, default: []].append(Int(run.place)) }
    var hits: [Hit] = []
    let scale = log2(Double(items + 100))
    for (hash, places) in places where places.count <= Self.mostRepeats {
      guard let entries = table.entries(of: hash, atMost: Self.mostItems * Self.mostRepeats) else { continue }
      let holders = Set(entries.map(\.item)).count
      guard holders <= Self.mostItems else { continue }
      let weight = 1 - log2(Double(holders)) / scale
      for entry in entries {
        for place in places {
          hits.append(Hit(item: entry.item, draft: place, source: Int(entry.place), weight: weight))
        }
      }
    }
    return hits.sorted { ($0.item, $0.draft, $0.source) < ($1.item, $1.draft, $1.source) }
  }

  /// The passages of one item's hits.
  private func passages(_ hits: ArraySlice<Hit>, _ words: [Word]) -> [AlignedPassage] {
    let hits = Array(hits)
    var score = hits.map { $0.weight * Double(WordRuns.length) }
    var before = [Int](repeating: -1, count: hits.count)
    for end in hits.indices {
      let own = score[end]
      for start in stride(from: end - 1, through: max(0, end - Self.lookBack), by: -1) {
        let (forward, onward) = (
          hits[end].draft - hits[start].draft, hits[end].source - hits[start].source
        )
        guard forward <= Self.gap + WordRuns.length else { break }
        guard forward > 0, onward > 0, onward <= Self.gap + WordRuns.length else { continue }
        let fresh = min(forward, onward, WordRuns.length)
        let joined = score[start] + own * Double(fresh) / Double(WordRuns.length)
        if joined > score[end] { (score[end], before[end]) = (joined, start) }
      }
    }
    var isTaken = [Bool](repeating: false, count: hits.count)
    var result: [AlignedPassage] = []
    for end in hits.indices.sorted(by: { (score[$0], $1) > (score[$1], $0) }) where !isTaken[end] {
      var chain: [Hit] = []
      var at = end
      while at >= 0, !isTaken[at] {
        isTaken[at] = true
        chain.append(hits[at])
        at = before[at]
      }
      let strength = score[end] - (at >= 0 ? score[at] : 0)
      let passage = Self.passage(chain.reversed(), strength, words)
      if !result.contains(where: { $0.words.overlaps(passage.words) }) { result.append(passage) }
    }
    return result
  }

  private static func passage(_ chain: [Hit], _ strength: Double, _ words: [Word]) -> AlignedPassage {
    var (identical, longest, run) = (0, 0, 0)
    for (index, hit) in chain.enumerated() {
      let last = index > 0 ? chain[index - 1] : nil
      let fresh = last.map { min(hit.draft - $0.draft, hit.source - $0.source, WordRuns.length) }
      let isOn = last.map {
        hit.draft - $0.draft == hit.source - $0.source && hit.draft - $0.draft <= WordRuns.length
      }
      run = isOn == true ? run + (fresh ?? 0) : WordRuns.length
      identical += fresh ?? WordRuns.length
      longest = max(longest, run)
    }
    let draft = (chain.first?.draft ?? 0)..<(chain.last?.draft ?? 0) + WordRuns.length
    let source = (chain.first?.source ?? 0)..<(chain.last?.source ?? 0) + WordRuns.length
    let isVerbatim = identical == draft.count && identical == source.count
    return AlignedPassage(
      passage: Passage(
        draft: TextRange(Int(words[draft.lowerBound].start), Int(words[draft.upperBound - 1].end)),
        source: TextRange(source), kind: isVerbatim ? .verbatim : .edited,
        score: strength, words: draft.count, identicalWords: identical, longestRun: longest),
      words: draft, others: source, strength: strength)
  }
}
