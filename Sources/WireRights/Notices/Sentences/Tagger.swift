/// Chooses the language of each sentence and its phrases, the longest first.
struct Tagger {
  private let list: TokenList
  private let shared: Language
  private let languages: [Language]
  /// How many tokens of the whole text the phrases of each language cover; nil until it is needed.
  private var weights: [Int?]

  init(_ list: TokenList, shared: Language, languages: [Language]) {
    self.list = list
    self.shared = shared
    self.languages = languages
    weights = Array(repeating: nil, count: languages.count)
  }

  /// The phrases in one sentence: those of its language, if it has any, and those shared by all languages.
  struct Phrases {
    fileprivate var common: [PhraseTable.Match]
    fileprivate var own: [PhraseTable.Match] = []
    fileprivate var chosen: Int?
  }

  /// The phrases of one sentence, including overlapping ones.
  mutating func phrases(from lower: Int, to upper: Int) -> Phrases {
    var phrases = Phrases(common: shared.phrases.matches(in: list, from: lower, to: upper))
    var best: [(language: Int, own: [PhraseTable.Match])] = []
    var most = 0
    for (index, language) in languages.enumerated() {
      let own = language.phrases.matches(in: list, from: lower, to: upper)
      guard !own.isEmpty else { continue }
      // A single language is chosen however little it covers.
      let covered = languages.count == 1 ? 0 : coverage(own, language, phrases.common)
      guard best.isEmpty || covered >= most else { continue }
      if covered > most { best.removeAll(keepingCapacity: true) }
      most = covered
      best.append((index, own))
    }
    if let chosen = best.count > 1 ? heaviest(best.map(\.language)) : best.first?.language,
      let own = best.first(where: { $0.language == chosen })?.own
    {
      (phrases.own, phrases.chosen) = (own, chosen)
    }
    return phrases
  }

  /// The language whose phrases are chosen; nil if there are only shared ones.
  func language(of phrases: Phrases) -> Language? { phrases.chosen.map { languages[$0] } }

  /// The first of the languages that cover most of the whole text, to decide sentences that could be in either.
  private mutating func heaviest(_ candidates: [Int]) -> Int? {
    for index in candidates where weights[index] == nil {
      weights[index] = languages[index].phrases.matches(in: list)
        .reduce(0) { $0 + $1.upper - $1.lower }
    }
    // `max` returns the last of equals.
    return candidates.reversed().max { (weights[$0] ?? 0) < (weights[$1] ?? 0) }
  }

  /// The number of tokens covered by the phrases that would be chosen; small words count half, since languages
  /// share them.
  private func coverage(_ own: [PhraseTable.Match], _ language: Language, _ common: [PhraseTable.Match])
    -> Int
  {
    var covered = 0
    var last = (lower: 0, upper: 0, isSmall: true)
    merge(own, common) { isOwn, match in
      let isSmall = (isOwn ? language : shared).phrases.entries[match.entry].isSmall
      if match.lower >= last.upper {
        covered += (last.upper - last.lower) * (last.isSmall ? 1 : 2)
        last = (match.lower, match.upper, isSmall)
      } else if match.lower == last.lower, match.upper >= last.upper {
        last = (match.lower, match.upper, isSmall && (last.isSmall || match.upper > last.upper))
      }
    }
    return covered + (last.upper - last.lower) * (last.isSmall ? 1 : 2)
  }

  /// The longest phrases from each token on that overlap no earlier one; equal ones combine their meanings.
  func taken<Taken: TakenPhrase>(_ phrases: Phrases) -> [Taken] {
    let language = language(of: phrases) ?? shared
    var taken: [Taken] = []
    merge(phrases.own, phrases.common) { isOwn, match in
      let last = taken.count - 1
      if last >= 0, taken[last].upper > match.lower {
        guard taken[last].lower == match.lower, taken[last].upper <= match.upper else { return }
        if taken[last].upper == match.upper {
          return taken[last].join(match, of: (isOwn ? language : shared).phrases)
        }
        taken.removeLast()
      }
      taken.append(Taken(match, of: (isOwn ? language : shared).phrases))
    }
    return taken
  }

  /// Visits the phrases of a language and of the shared one in order of their starts.
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

/// A chosen phrase, with as much of its meaning as the caller needs.
protocol TakenPhrase {
  /// The first token, and the one after the last.
  var lower: Int { get }
  var upper: Int { get }
  /// A phrase of a table.
  init(_ match: PhraseTable.Match, of table: PhraseTable)
  /// Adds the meanings of a phrase with the same words.
  mutating func join(_ match: PhraseTable.Match, of table: PhraseTable)
}

extension Tag: TakenPhrase {
  init(_ match: PhraseTable.Match, of table: PhraseTable) {
    self.init(table.entries[match.entry], lower: match.lower, upper: match.upper)
  }

  mutating func join(_ match: PhraseTable.Match, of table: PhraseTable) {
    let known = concepts
    concepts += table.entries[match.entry].concepts.filter { !known.contains($0) }
  }
}
