/// Chooses the language of each sentence and the phrases that are taken, the longest first.
///
/// Sentences are asked for in the order of the text.
struct Tagger {
  /// What the phrases of one language find in a text.
  private struct Column {
    let entries: [PhraseTable.Entry]
    let matches: [PhraseTable.Match]
    /// How many tokens of the whole text they cover, to settle sentences that could be either.
    let weight: Int
    private var next = 0

    init(_ language: Language, _ list: TokenList) {
      entries = language.phrases.entries
      matches = language.phrases.matches(in: list)
      weight = matches.reduce(0) { $0 + $1.upper - $1.lower }
    }

    /// The matches that lie within tokens.
    mutating func take(from lower: Int, to upper: Int) -> [PhraseTable.Match] {
      while next < matches.count, matches[next].lower < lower { next += 1 }
      let first = next
      while next < matches.count, matches[next].lower < upper { next += 1 }
      return matches[first..<next].filter { $0.upper <= upper }
    }
  }

  private var shared: Column
  private var columns: [Column]

  init(_ list: TokenList, shared: Language, languages: [Language]) {
    self.shared = Column(shared, list)
    columns = languages.map { Column($0, list) }
  }

  /// The tags of one sentence, in its language and in the one that all share.
  mutating func tags(from lower: Int, to upper: Int) -> [Tag] {
    let common = shared.take(from: lower, to: upper)
    var best: (tags: [Tag], covered: Int, weight: Int)?
    for index in columns.indices {
      let own = columns[index].take(from: lower, to: upper)
      guard !own.isEmpty else { continue }
      let tags = select(own, columns[index].entries, common)
      // Small words count half: languages share them.
      let covered = tags.reduce(0) { $0 + ($1.upper - $1.lower) * ($1.isSmall ? 1 : 2) }
      if let best, (best.covered, best.weight) >= (covered, columns[index].weight) { continue }
      best = (tags, covered, columns[index].weight)
    }
    return best?.tags ?? select([], [], common)
  }

  /// The longest phrases from each token on that overlap no earlier one; equal ones mean all that they mean.
  private func select(
    _ own: [PhraseTable.Match], _ entries: [PhraseTable.Entry], _ common: [PhraseTable.Match]
  ) -> [Tag] {
    var tags: [Tag] = []
    var (first, second) = (0, 0)
    while first < own.count || second < common.count {
      let isOwn = second == common.count || first < own.count && own[first].lower < common[second].lower
      let match = isOwn ? own[first] : common[second]
      if isOwn { first += 1 } else { second += 1 }
      let entry = isOwn ? entries[match.entry] : shared.entries[match.entry]
      Self.add(Tag(entry, lower: match.lower, upper: match.upper), to: &tags)
    }
    return tags
  }

  private static func add(_ tag: Tag, to tags: inout [Tag]) {
    guard let last = tags.last, last.upper > tag.lower else { return tags.append(tag) }
    guard last.lower == tag.lower else { return }
    if last.upper == tag.upper {
      tags[tags.count - 1].concepts += tag.concepts.filter { !last.concepts.contains($0) }
    } else if last.upper < tag.upper {
      tags[tags.count - 1] = tag
    }
  }
}
