public import WireText

/// Finds whose words a draft holds.
///
/// Seeds lead to the items that share rare pairs of words with the draft (`SeedSearch`, `UnitTally`), chains show where
/// they stand in the same order (`Chainer`), the alignment of all words shows how much was taken over, and each
/// passage goes to its best source. The answer depends on the index, the draft and the settings only.
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
    var candidates: [IndexPlace: Candidate] = [:]
    for group in tally.groups {
      let (place, firstWord) = try item(ofUnit: group.unit, search.unitBases)
      if index.changes.isRemoved(place) { continue }
      let chains = chainer.chains(tally.hits[group.hits], firstWord: firstWord)
      guard !chains.isEmpty else { continue }
      candidates[place, default: Candidate(place: place)].chains += chains
    }
    var aligner = PassageAligner(settings: settings, draft: words)
    var ranked: [Candidate] = []
    for var candidate in candidates.values {
      let source = try sourceWords(candidate.place)
      for chain in candidate.chains {
        if let passage = aligner.passage(chain, source) { candidate.passages.append(passage) }
      }
      if candidate.best >= settings.bar { ranked.append(candidate) }
    }
    ranked.sort { ($0.total, $1.place) > ($1.total, $0.place) }
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

  private func sourceWords(_ place: IndexPlace) throws(IndexFault) -> TextWords {
    let segment = index.segments[Int(place.segment)]
    let item = try segment.item(place.item)
    return try segment.withText(item.record) { text in
      var words: [Word] = []
      words.reserveCapacity(text.count / 6 + 8)
      tokenizer.append(wordsOf: text, masking: item.masked, to: &words)
      return TextWords(words)
    }
  }
}

/// An item that may be a source of the draft.
struct Candidate {
  let place: IndexPlace
  var chains: [Chain] = []
  var passages: [AlignedPassage] = []

  /// The strongest passage's score.
  var best: Double { passages.reduce(0) { max($0, $1.passage.score) } }
  /// All passages' scores together.
  var total: Double { passages.reduce(0) { $0 + $1.passage.score } }

  init(place: IndexPlace) { self.place = place }
}
