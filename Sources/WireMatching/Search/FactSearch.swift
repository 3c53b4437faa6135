internal import WireText

/// Finds the source of a completely rewritten draft, which shares hardly any wording but the names and numbers.
///
/// A reporter who rewrites an item has only the item's names and figures; one who was there, or asked someone else,
/// has others besides those that every report must have. So the measure is the share of the draft's names and
/// numbers that one source has, in nats, if there are enough of them; and the draft must have a good share of the
/// source's as well, since a long list has some of everything. Where they are few, some of its other words must be
/// the source's, since other stories have the same people. Synonyms count as one word here and nowhere else: in
/// retold sentences they were found to make the subjects of independent texts look alike as well. It is evidence
/// for a draft as a whole only: a stretch of a few lines has too few names.
struct FactSearch {
  private let rewrites: RewriteSearch
  private let search: SeedSearch
  private let settings: MatchSettings
  private let draft: PairMatcher.Text
  private let synonyms: Synonyms
  /// The concepts of the draft's content words.
  private let concepts: [UInt64]
  private let facts: TextFacts
  private var tally: TextFacts.Tally

  /// A search that complements the one for stretches that retell a source.
  ///
  /// - Parameter surprisal: nats of each content word of the draft; zero for words that the index does not know.
  init(
    _ rewrites: RewriteSearch, _ synonyms: Synonyms, _ search: SeedSearch, _ draft: PairMatcher.Text,
    _ surprisal: [Float]
  ) throws(IndexFault) {
    self.rewrites = rewrites
    self.search = search
    self.draft = draft
    self.synonyms = synonyms
    concepts = draft.words.concepts(synonyms)
    settings = rewrites.settings
    facts = try TextFacts(draft, concepts) {
      surprisal[$0] == 0 ? search.mostNats : surprisal[$0]
    }
    tally = facts.none
  }

  /// The share of the draft's facts that the hits of one unit cover, in nats.
  mutating func share(of hits: ArraySlice<Hit>) -> Float {
    guard facts.total >= settings.factBar else { return 0 }
    tally.clear()
    for hit in hits {
      facts.count(Int(hit.draft), in: &tally)
      facts.count(Int(hit.draft) + Int(hit.draftReach), in: &tally)
    }
    return tally.nats / facts.total
  }

  /// The candidates among suspects that have enough of the draft's facts.
  func candidates(_ suspects: [IndexPlace]) throws(IndexFault) -> [Candidate] {
    var result: [Candidate] = []
    for place in suspects {
      if let candidate = try candidate(place) { result.append(candidate) }
    }
    return result
  }

  /// What the draft's names and numbers, and its other words, have in common with one item; nil if the item is too
  /// long to be compared.
  func comparison(with place: IndexPlace) throws(IndexFault) -> FactComparison? {
    guard let others = try rewrites.source(place)?.text.words.concepts(synonyms) else { return nil }
    let shared = facts.shared(with: others)
    return FactComparison(
      facts: Passage.Facts(shared: shared.count, all: facts.count),
      share: facts.total > 0 ? Double(shared.nats / facts.total) : 0,
      otherWordsShared: facts.otherWordsShared(with: others), otherWords: facts.otherCount)
  }

  private func candidate(_ place: IndexPlace) throws(IndexFault) -> Candidate? {
    guard let source = try rewrites.source(place)?.text else { return nil }
    let others = source.words.concepts(synonyms)
    let shared = facts.shared(with: others)
    guard shared.count >= settings.leastFacts, shared.nats >= settings.factBar,
      shared.nats >= settings.factShare * facts.total,
      shared.count >= settings.manyFacts || sharesOtherWords(with: others)
    else { return nil }
    let sourceFacts = try TextFacts(source, others) { content throws(IndexFault) in
      try search.nats(of: source.words.stem(content))
    }
    let back = sourceFacts.shared(with: concepts)
    guard back.nats >= settings.factSourceShare * sourceFacts.total, let from = facts.range(of: shared),
      let to = sourceFacts.range(of: back)
    else { return nil }
    let stretch = Stretch(
      draft: Self.whole(draft, from), source: Self.whole(source, to),
      likeness: shared.nats / facts.total)
    let score = Double(shared.nats / settings.factBar) * settings.retoldBar
    var candidate = try rewrites.candidate(
      place, [Retelling(place: place, stretch: stretch, stems: [], score: score)], draft.words, source.words)
    candidate?.passages[0].passage.facts = Passage.Facts(shared: shared.count, all: facts.count)
    return candidate
  }

  /// Whether a source has many of the draft's words besides names and numbers, or most of them if the draft is short:
  /// another story on the same people has few.
  private func sharesOtherWords(with others: [UInt64]) -> Bool {
    let shared = facts.otherWordsShared(with: others)
    return shared >= settings.leastOtherWords
      || Double(shared) >= settings.otherWordShare * Double(facts.otherCount)
  }

  /// The words of the sentences that contain the given content words.
  private static func whole(_ text: PairMatcher.Text, _ content: ClosedRange<Int>) -> Range<Int> {
    let low = Int(text.words.content[content.lowerBound])
    let high = Int(text.words.content[content.upperBound])
    let lower = text.sentences.last { $0.lowerBound <= low }?.lowerBound ?? low
    return lower..<(text.sentences.first { $0.upperBound > high }?.upperBound ?? high + 1)
  }
}
