/// Chooses the language of each sentence and the phrases that are taken, the longest first.
struct Tagger {
  private let list: TokenList
  private let shared: Language
  private let languages: [Language]
  /// How many tokens of the whole text the phrases of each language cover; nil where nobody had to know.
  private var weights: [Int?]

  init(_ list: TokenList, shared: Language, languages: [Language]) {
    self.list = list
    self.shared = shared
    self.languages = languages
    weights = Array(repeating: nil, count: languages.count)
  }

  /// The tags of one sentence, in its language and in the one that all share, and that language.
  mutating func tags(from lower: Int, to upper: Int) -> (tags: [Tag], language: Language?) {
    let common = shared.phrases.matches(in: list, from: lower, to: upper)
    var best: [(language: Int, own: [PhraseTable.Match])] = []
    var most = 0
    for (index, language) in languages.enumerated() {
      let own = language.phrases.matches(in: list, from: lower, to: upper)
      guard !own.isEmpty else { continue }
      let covered = coverage(own, language, common)
      guard best.isEmpty || covered >= most else { continue }
      if covered > most { best.removeAll(keepingCapacity: true) }
      most = covered
      best.append((index, own))
    }
    guard let chosen = best.count > 1 ? heaviest(best.map(\.language)) : best.first?.language,
      let own = best.first(where: { $0.language == chosen })?.own
    else { return (select([], shared, common), nil) }
    return (select(own, languages[chosen], common), languages[chosen])
  }

  /// The first of the languages that covers most of the whole text, to settle sentences that could be either.
  private mutating func heaviest(_ candidates: [Int]) -> Int? {
    for index in candidates where weights[index] == nil {
      weights[index] = languages[index].phrases.matches(in: list)
        .reduce(0) { $0 + $1.upper - $1.lower }
    }
    // `max` gives the last of equals.
    return candidates.reversed().max { (weights[$0] ?? 0) < (weights[$1] ?? 0) }
  }

  /// How many tokens the phrases cover that would be taken; small words count half, since languages share them.
  private func coverage(_ own: [PhraseTable.Match], _ language: Language, _ common: [PhraseTable.Match])
    -> Int
  {
    var covered = 0
    var last = (lower: 0, upper: 0, isSmall: true)
    merge(own, common) { isOwn, match in
      let isSmall = isOwn ? language.phrases.isSmall[match.entry] : shared.phrases.isSmall[match.entry]
      if match.lower >= last.upper {
        covered += (last.upper - last.lower) * (last.isSmall ? 1 : 2)
        last = (match.lower, match.upper, isSmall)
      } else if match.lower == last.lower, match.upper >= last.upper {
        last = (match.lower, match.upper, isSmall && (last.isSmall || match.upper > last.upper))
      }
    }
    return covered + (last.upper - last.lower) * (last.isSmall ? 1 : 2)
  }

  /// The longest phrases from each token on that overlap no earlier one; equal ones mean all that they mean.
  private func select(_ own: [PhraseTable.Match], _ language: Language, _ common: [PhraseTable.Match])
    -> [Tag]
  {
    var tags: [Tag] = []
    merge(own, common) { isOwn, match in
      let entry = isOwn ? language.phrases.entries[match.entry] : shared.phrases.entries[match.entry]
      guard let last = tags.last, last.upper > match.lower else {
        return tags.append(Tag(entry, lower: match.lower, upper: match.upper))
      }
      guard last.lower == match.lower else { return }
      if last.upper == match.upper {
        tags[tags.count - 1].concepts += entry.concepts.filter { !last.concepts.contains($0) }
      } else if last.upper < match.upper {
        tags[tags.count - 1] = Tag(entry, lower: match.lower, upper: match.upper)
      }
    }
    return tags
  }

  /// Goes through the phrases of a language and of the shared one in order of their starts.
  @inline(__always)
  private func merge(
    _ own: [PhraseTable.Match], _ common: [PhraseTable.Match],
    _ visit: (_ isOwn: Bool, PhraseTable.Match) -> Void
  ) {
    var (first, second) = (0, 0)
    while first < own.count || second < common.count {
      if second == common.count || first < own.count && own[first].lower < common[second].lower {
        visit(true, own[first])
        first += 1
      } else {
        visit(false, common[second])
        second += 1
      }
    }
  }
}
