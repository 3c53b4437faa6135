public import WireText

/// Finds whose words a draft holds.
///
/// Seeds lead to the items that share rare pairs of words with the draft (`SeedSearch`, `UnitTally`), chains show where
/// they stand in the same order (`Chainer`), the alignment of all words shows how much was taken over, a second look finds
/// what was retold in another order (`RewriteSearch`), and each passage goes to its best source. The answer depends on the index, the draft and the settings only.
public struct Matcher: Sendable {
  private let index: WireIndex
  private let tokenizer: Tokenizer
  private let settings: MatchSettings

  /// A matcher over an index.
  ///
  /// - Throws: `IndexFault.otherVocabulary` where the index was made with another one.
  public init(
    index: WireIndex, vocabulary: Vocabulary, settings: MatchSettings = .standard
  ) throws(IndexFault) {
    guard index.vocabulary == vocabulary.identity else { throw .otherVocabulary }
    self.index = index
    self.settings = settings
    tokenizer = Tokenizer(vocabulary)
  }

  /// The reuse of the index's items in a draft, strongest first.
  ///
  /// - Parameters:
  ///   - draft: UTF-8.
  ///   - masked: ranges in order that are not matched (notices, datelines, credits).
  public func matches(of draft: [UInt8], masking masked: [TextRange] = []) throws(IndexFault) -> [Match] {
    let words = TextWords(tokenizer.words(in: draft, masking: masked))
    let search = SeedSearch(index, settings)
    let found = try search.search(words)
    let tally = UnitTally(found.hits, bar: Float(settings.bar * settings.quickShare))
    let chainer = Chainer(settings: settings, surprisal: found.surprisal)
    let rewrites = RewriteSearch(index, tokenizer, settings)
    var candidates: [IndexPlace: Candidate] = [:]
    var suspects: [IndexPlace: Float] = [:]
    for group in tally.groups {
      let (place, firstWord) = try item(ofUnit: group.unit, search.unitBases)
      if index.changes.isRemoved(place) { continue }
      let hits = tally.hits[group.hits]
      suspects[place] = max(suspects[place, default: 0], rewrites.densest(hits))
      let chains = chainer.chains(hits, firstWord: firstWord)
      guard !chains.isEmpty else { continue }
      candidates[place, default: Candidate(place: place)].chains += chains
    }
    var ranked = try draft.withUnsafeBufferPointer { text throws(IndexFault) in
      try aligned(Array(candidates.values), words, text)
    }
    for candidate in ranked { suspects[candidate.place] = nil }
    ranked += try rewrites.candidates(suspects, draft, words, found.surprisal)
    ranked.sort { ($0.rank, $1.place) > ($1.rank, $0.place) }
    return try Attribution(settings: settings, words: words).matches(ranked) { place throws(IndexFault) in
      let entry = try index.entry(place)
      return (entry.id, entry.version)
    }
  }

  private func item(
    ofUnit unit: UInt32, _ bases: [UInt32]
  ) throws(IndexFault) -> (place: IndexPlace, firstWord: Int) {
    var number = bases.count - 1
    while number > 0, bases[number] > unit { number -= 1 }
    let (item, firstWord) = try index.segments[number].unit(unit - bases[number])
    return (IndexPlace(segment: UInt32(number), item: item), firstWord)
  }

  /// Aligns the chains of candidates and keeps those with a passage that reaches the bar.
  private func aligned(
    _ candidates: [Candidate], _ words: TextWords, _ text: UnsafeBufferPointer<UInt8>
  ) throws(IndexFault) -> [Candidate] {
    var aligner = PassageAligner(settings: settings, draft: words, text: text)
    let merger = PassageMerger(settings: settings)
    var kept: [Candidate] = []
    for var candidate in candidates {
      let segment = index.segments[Int(candidate.place.segment)]
      let item = try segment.item(candidate.place.item)
      candidate.passages = try segment.withText(item.record) { sourceText in
        var all: [Word] = []
        all.reserveCapacity(sourceText.count / 6 + 8)
        tokenizer.append(wordsOf: sourceText, masking: item.masked, to: &all)
        let source = TextWords(all)
        let found = candidate.chains.compactMap { aligner.passage($0, source, sourceText) }
        return merger.merged(found, source, &aligner)
      }
      guard candidate.best >= settings.bar else { continue }
      candidate.rank = candidate.total
      if index.isSuperseded(candidate.place, item.record) { candidate.rank *= settings.supersededShare }
      kept.append(candidate)
    }
    return kept
  }
}

/// An item that may be a source of the draft.
struct Candidate {
  let place: IndexPlace
  var chains: [Chain] = []
  var passages: [AlignedPassage] = []

  /// What sources are ranked by.
  var rank = 0.0

  /// The strongest passage's strength.
  var best: Double { passages.reduce(0) { max($0, $1.strength) } }
  /// All passages' scores together.
  var total: Double { passages.reduce(0) { $0 + $1.passage.score } }

  init(place: IndexPlace) { self.place = place }
}
