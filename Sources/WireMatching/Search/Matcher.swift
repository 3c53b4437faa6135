internal import Glibc
public import WireText

/// Finds the sources of a draft's words.
///
/// Seeds lead to the items that share rare pairs of words with the draft (`SeedSearch`, `UnitTally`), chains show
/// where they occur in the same order (`Chainer`), the alignment of all words shows how much was reused, a second
/// search finds what was retold in another order (`RewriteSearch`), a third finds whole drafts that are rewrites of
/// one source (`FactSearch`), and each passage is attributed to its best source. The result depends on the index,
/// the draft and the settings only.
public struct Matcher: Sendable {
  private let index: WireIndex
  private let tokenizer: Tokenizer
  private let settings: MatchSettings
  private let sources: SourceWords
  private let superseded: SupersededUnits
  private let synonyms: Synonyms

  /// A matcher over an index.
  ///
  /// - Throws: `IndexFault.otherVocabulary` if the index was made with another one.
  public init(
    index: WireIndex, vocabulary: Vocabulary, settings: MatchSettings = .standard
  ) throws(IndexFault) {
    guard index.vocabulary == vocabulary.identity else { throw .otherVocabulary }
    self.index = index
    self.settings = settings
    tokenizer = Tokenizer(vocabulary)
    sources = SourceWords(tokenizer)
    superseded = try SupersededUnits(index)
    synonyms = Synonyms(vocabulary)
  }

  /// The reuse of the index's items in a draft, strongest first.
  ///
  /// - Parameters:
  ///   - draft: UTF-8.
  ///   - masked: ranges in order that are not matched (notices, datelines, credits).
  ///   - yields: whether an item takes only words that no other item has, such as the newsroom's own story in its
  ///     archive.
  public func matches(
    of draft: [UInt8], masking masked: [TextRange] = [], rankingLast yields: ((IndexEntry) -> Bool)? = nil
  ) throws(IndexFault) -> [Match] {
    var searches = try Searches(of: draft, masking: masked, self)
    let (text, search, found, rewrites) = (searches.text, searches.seeds, searches.found, searches.rewrites)
    let words = text.words
    let shortlist = try self.shortlist(found, search, rewrites, &searches.facts, words)
    let phrases = StockPhrases(settings: settings, search: search, words: words, holders: found.holders)
    var subject = CommonSubject(words, TextStems(words.stems), found.surprisal, index, settings)
    var ranked = try draft.withUnsafeBufferPointer { text throws(IndexFault) in
      try aligned(shortlist, words, text, phrases, &subject)
    }
    ranked += try rewrites.candidates(
      Self.suspects(
        shortlist, without: ranked, by: \.density, atLeast: settings.retoldQuick,
        atMost: settings.retoldSources),
      text, found.surprisal, phrases, &subject)
    try addRetold(searches.facts, shortlist, words, to: &ranked)
    if let yields {
      for at in ranked.indices { ranked[at].precedence = yields(try index.entry(ranked[at].place)) ? 0 : 1 }
    }
    ranked.sort { ($0.precedence, $0.rank, $1.place) > ($1.precedence, $1.rank, $0.place) }
    return try Attribution(settings: settings, words: words).matches(ranked) { place throws(IndexFault) in
      let entry = try index.entry(place)
      return (entry.id, entry.version)
    }
  }

  /// What a draft's names and numbers have in common with one item; nil if the item is too long to be compared.
  ///
  /// - Parameters:
  ///   - draft: UTF-8.
  ///   - masked: ranges in order that are not matched.
  public func facts(
    of draft: [UInt8], masking masked: [TextRange] = [], in item: IndexPlace
  ) throws(IndexFault) -> FactComparison? {
    try Searches(of: draft, masking: masked, self).facts.comparison(with: item)
  }

  /// The searches for one draft, and the seeds that it shares with the index, from which all of them start.
  private struct Searches {
    let text: PairMatcher.Text
    let seeds: SeedSearch
    let found: SeedSearch.Found
    let rewrites: RewriteSearch
    var facts: FactSearch

    init(of draft: [UInt8], masking masked: [TextRange], _ matcher: Matcher) throws(IndexFault) {
      for segment in matcher.index.segments { try segment.demandWhole() }
      let pairs = PairMatcher(matcher.tokenizer, matcher.settings)
      text = pairs.text(draft, masking: masked)
      seeds = SeedSearch(matcher.index, matcher.superseded, matcher.settings)
      found = try seeds.search(text.words)
      rewrites = RewriteSearch(matcher.index, matcher.sources, pairs, matcher.settings)
      facts = try FactSearch(rewrites, matcher.synonyms, seeds, text, found.surprisal)
    }
  }

  /// Adds sources that the draft as a whole retells: items that were not found yet, or with little of the draft
  /// only, such as the quotations of an item that is otherwise rewritten.
  private func addRetold(
    _ facts: FactSearch, _ shortlist: [Candidate], _ words: TextWords, to ranked: inout [Candidate]
  ) throws(IndexFault) {
    let found = ranked.filter { candidate in
      let covered = candidate.passages.reduce(0) { $0 + $1.words.count }
      return Double(covered) >= settings.factCover * Double(words.all.count)
    }
    let suspects = Self.suspects(
      shortlist, without: found, by: \.factShare, atLeast: settings.factHits, atMost: settings.factSources)
    for candidate in try facts.candidates(suspects) {
      if let at = ranked.firstIndex(where: { $0.place == candidate.place }) {
        ranked[at].passages += candidate.passages
        try ranked[at].setRank(index, settings)
      } else {
        ranked.append(candidate)
      }
    }
  }

  /// The items of a shortlist that were not found yet, those with the highest value first.
  private static func suspects(
    _ shortlist: [Candidate], without found: [Candidate], by value: (Candidate) -> Float,
    atLeast least: Float,
    atMost most: Int
  ) -> [IndexPlace] {
    let isFound = Set(found.map(\.place))
    return shortlist.filter { value($0) >= least && !isFound.contains($0.place) }
      .sorted { (value($0), $1.place) > (value($1), $0.place) }.prefix(most).map(\.place)
  }

  /// The items that share the most with some stretch of the draft, those with the strongest chains first.
  ///
  /// The number of candidates is bounded by the draft's length, however many items share something with it.
  private func shortlist(
    _ found: SeedSearch.Found, _ search: SeedSearch, _ rewrites: RewriteSearch, _ facts: inout FactSearch,
    _ words: TextWords
  ) throws(IndexFault) -> [Candidate] {
    let tally = UnitTally(
      found.hits, of: search.unitCount, bar: Float(settings.bar * settings.quickShare))
    var chainer = Chainer(settings: settings, surprisal: found.surprisal)
    var groups = tally.groups.map { group in
      let segment = segment(ofUnit: group.unit, search.unitBases)
      let gain = index.segments[segment].isWhole ? 1 : settings.retoldQuick / settings.winnowedQuick
      return (group: group, segment: segment, density: rewrites.densest(tally.hits[group.hits]) * gain)
    }
    let most = settings.mostChained + words.content.count / settings.wordsPerChained
    if groups.count > most {
      groups.sort { ($0.density, $1.group.unit) > ($1.density, $0.group.unit) }
      groups.removeSubrange(most...)
    }
    var candidates: [Candidate] = []
    for (group, segment, density) in groups {
      let (item, firstWord) = try index.segments[segment].unit(group.unit - search.unitBases[segment])
      let place = IndexPlace(segment: UInt32(segment), item: item)
      if index.changes.isRemoved(place) { continue }
      var candidate = Candidate(place: place)
      candidate.density = density
      candidate.factShare = facts.share(of: tally.hits[group.hits])
      candidate.chains = chainer.chains(
        tally.hits[group.hits], firstWord: firstWord, weight: search.weights[segment])
      if mayBeSource(candidate) { candidates.append(candidate) }
    }
    return Candidate.joined(candidates).sorted { ($0.nats, $1.place) > ($1.nats, $0.place) }
  }

  /// Whether one of the searches will examine a candidate; most units in a draft's hits are of no use to any.
  private func mayBeSource(_ candidate: Candidate) -> Bool {
    !candidate.chains.isEmpty || candidate.density >= settings.retoldQuick
      || candidate.factShare >= settings.factHits
  }

  private func segment(ofUnit unit: UInt32, _ bases: [UInt32]) -> Int {
    var number = bases.count - 1
    while number > 0, bases[number] > unit { number -= 1 }
    return number
  }

  /// Aligns the chains of candidates and keeps those with a passage that reaches the bar.
  ///
  /// The strongest come first; after a number of failures in a row the weaker ones are skipped.
  private func aligned(
    _ candidates: [Candidate], _ words: TextWords, _ text: UnsafeBufferPointer<UInt8>,
    _ phrases: StockPhrases,
    _ subject: inout CommonSubject
  ) throws(IndexFault) -> [Candidate] {
    var aligner = PassageAligner(settings: settings, draft: words, text: text)
    let merger = PassageMerger(settings: settings)
    let patience = settings.patience + words.content.count / settings.wordsPerFailure
    var failures = 0
    var kept: [Candidate] = []
    var sources: [CommonSubject.Source] = []
    for var candidate in candidates {
      if candidate.chains.isEmpty || failures >= patience { break }
      let segment = index.segments[Int(candidate.place.segment)]
      let record = try segment.record(candidate.place.item)
      let masked = try segment.masked(in: record)
      candidate.passages = try segment.withText(record) { sourceText throws(IndexFault) in
        let source = self.sources.words(of: candidate.place, sourceText, masking: masked)
        var found: [AlignedPassage] = []
        for chain in candidate.chains {
          guard let passage = aligner.passage(chain, source, sourceText),
            try !phrases.isStock(passage.words, passage.others, of: source)
          else { continue }
          found.append(passage)
        }
        let passages = merger.merged(found, source, &aligner)
        guard passages.contains(where: { $0.strength >= settings.bar }) else { return passages }
        sources.append(subject.source(source, bytes: record.textLength))
        return passages.map { aligner.adjustedForReordering($0, source) }
      }
      guard candidate.best >= settings.bar else {
        failures += 1
        continue
      }
      failures = 0
      kept.append(candidate)
    }
    try weigh(&kept, sources, &subject)
    return kept
  }

  /// Weighs the passages of candidates by how much of the rest of the draft their sources have, and drops
  /// candidates that no longer reach the bar.
  private func weigh(
    _ candidates: inout [Candidate], _ sources: [CommonSubject.Source], _ subject: inout CommonSubject
  ) throws(IndexFault) {
    subject.note(candidates)
    for (number, source) in sources.enumerated() {
      let factor = subject.factor(candidates[number].passages.map(\.words), source, candidate: number)
      for at in candidates[number].passages.indices
      where candidates[number].passages[at].passage.longestRun < settings.subjectRun {
        candidates[number].passages[at].weigh(factor)
      }
    }
    candidates.removeAll { $0.best < settings.bar }
    for at in candidates.indices { try candidates[at].setRank(index, settings) }
    subject.note(candidates)
  }
}

/// An item that may be a source of the draft.
struct Candidate {
  let place: IndexPlace
  var chains: [Chain] = []
  var passages: [AlignedPassage] = []

  /// The value of its hits within the stretch of the draft where they are densest, in nats of an index with all seeds.
  var density: Float = 0
  /// The share of the draft's names and numbers that its hits cover, in nats.
  var factShare: Float = 0
  /// The value by which sources are ranked.
  var rank = 0.0
  /// 0 if it takes only words that no other item has, else 1.
  var precedence = 1

  /// The strongest passage's strength.
  var best: Double { passages.reduce(0) { max($0, $1.strength) } }
  /// The sum of all passages' scores.
  var total: Double { passages.reduce(0) { $0 + $1.passage.score } }

  /// The nats of the strongest chain.
  var nats: Float { chains.reduce(0) { max($0, $1.score) } }

  init(place: IndexPlace) { self.place = place }

  /// Ranks the candidate by all its passages; lower if they are a small share of its text, or if it is a superseded
  /// version.
  ///
  /// An item that contains many others, such as a year in one file, has the words of each and is the source of none.
  mutating func setRank(_ index: WireIndex, _ settings: MatchSettings) throws(IndexFault) {
    let record = try index.segments[Int(place.segment)].record(place.item)
    let taken = passages.reduce(0) { $0 + $1.passage.source.count }
    let share = Double(taken) / Double(max(1, record.textLength))
    rank = total * pow(min(1, share / settings.fullShare), settings.sharePower)
    if index.isSuperseded(place, record) { rank *= settings.supersededShare }
  }

  /// Merges the candidates of each item into one: long items have several units.
  static func joined(_ candidates: [Candidate]) -> [Candidate] {
    var result: [Candidate] = []
    for candidate in candidates.sorted(by: { $0.place < $1.place }) {
      if let last = result.indices.last, result[last].place == candidate.place {
        result[last].chains += candidate.chains
        result[last].density = max(result[last].density, candidate.density)
        result[last].factShare = max(result[last].factShare, candidate.factShare)
      } else {
        result.append(candidate)
      }
    }
    return result
  }
}
