internal import WireText

/// Finds the sources that a draft retells or summarises: few words are in the same order, but whole sentences have
/// the same content.
///
/// The second search, over the few sources that share the most within a short stretch of the draft and that chains
/// did not find. Each is compared sentence by sentence without regard to order (`PairMatcher`); what a stretch
/// shares is weighed by how rare its words are in the index, and by its share of the stretch.
struct RewriteSearch {
  let index: WireIndex
  let settings: MatchSettings
  let matcher: PairMatcher
  private let sources: SourceWords

  /// A search with the words of the index's items.
  init(_ index: WireIndex, _ sources: SourceWords, _ matcher: PairMatcher, _ settings: MatchSettings) {
    self.index = index
    self.settings = settings
    self.matcher = matcher
    self.sources = sources
  }

  /// The value of the hits of one unit within the stretch of the draft where they are densest.
  ///
  /// - Parameter hits: in order of the draft's words; each word counts once.
  func densest(_ hits: ArraySlice<Hit>) -> Float {
    var (sum, best): (Float, Float) = (0, 0)
    var first = hits.startIndex
    for at in hits.indices {
      if Self.isFirst(at, hits) { sum += hits[at].value + Self.wordGain }
      while Int(hits[at].draft) &- Int(hits[first].draft) > settings.retoldWindow {
        if Self.isFirst(first, hits) { sum -= hits[first].value + Self.wordGain }
        first &+= 1
      }
      best = max(best, sum)
    }
    return best
  }

  /// The nats that a shared word is worth in addition to its surprisal.
  private static let wordGain: Float = 2

  @inline(__always)
  private static func isFirst(_ at: Int, _ hits: ArraySlice<Hit>) -> Bool {
    at == hits.startIndex || hits[at].draft != hits[at &- 1].draft
  }

  /// The text of an item; nil if it is too long to be compared.
  func source(_ place: IndexPlace) throws(IndexFault) -> (text: PairMatcher.Text, bytes: UInt64)? {
    let segment = index.segments[Int(place.segment)]
    let item = try segment.item(place.item)
    guard item.record.textLength <= UInt64(settings.retoldText) else { return nil }
    let source = try segment.withText(item.record) { text in
      matcher.text(sources.words(of: place, text, masking: item.masked), of: text)
    }
    return (source, item.record.textLength)
  }

  /// The candidates among suspects that reach the bar.
  ///
  /// - Parameters:
  ///   - suspects: the sources that share the most within one stretch of the draft.
  ///   - surprisal: nats of each content word of the draft.
  ///   - phrases: determines which runs of equal words are no evidence.
  func candidates(
    _ suspects: [IndexPlace], _ text: PairMatcher.Text, _ surprisal: [Float], _ phrases: StockPhrases,
    _ subject: inout CommonSubject
  ) throws(IndexFault) -> [Candidate] {
    let weigher = RetoldWeigher(settings: settings, words: text.words, surprisal: surprisal)
    var retellings: [Retelling] = []
    var sources: [IndexPlace: PairMatcher.Text] = [:]
    for place in suspects {
      guard let (source, bytes) = try source(place) else { continue }
      var stretches: [Stretch] = []
      for stretch in matcher.stretches(text, source)
      where try !phrases.isStock(stretch.draft, stretch.source, of: source.words) {
        stretches.append(stretch)
      }
      guard !stretches.isEmpty else { continue }
      let factor = subject.factor(
        stretches.map(\.draft), subject.source(source.words, bytes: bytes))
      for stretch in stretches {
        var retelling = weigher.retelling(stretch, place, source.words)
        retelling.score *= factor
        retellings.append(retelling)
      }
      sources[place] = source
    }
    retellings = weigher.contrasted(retellings).filter { $0.score >= settings.retoldBar }
    var result: [Candidate] = []
    for place in suspects {
      let own = retellings.filter { $0.place == place }
      guard !own.isEmpty, let source = sources[place],
        let candidate = try candidate(place, own, text.words, source.words)
      else { continue }
      result.append(candidate)
    }
    return result
  }

  /// A source with the stretches that retell it; nil if there are none.
  func candidate(
    _ place: IndexPlace, _ retellings: [Retelling], _ words: TextWords, _ source: TextWords
  ) throws(IndexFault) -> Candidate? {
    // Where sentences begin and end does not matter here: a stretch is made of whole ones.
    var aligner = PassageAligner(
      settings: settings, draft: words, text: UnsafeBufferPointer(start: nil, count: 0))
    var candidate = Candidate(place: place)
    for retelling in retellings {
      let stretch = retelling.stretch
      guard let aligned = aligner.passage(stretch.draft, stretch.source, source) else { continue }
      var passage = aligner.adjustedForReordering(aligned, source)
      if passage.passage.kind == .rewritten, matcher.isSummary(stretch) {
        passage.passage.kind = .summarised
      }
      passage.passage.score = retelling.score
      passage.strength = retelling.score / settings.retoldBar * settings.bar
      candidate.passages.append(passage)
    }
    guard !candidate.passages.isEmpty else { return nil }
    try candidate.setRank(index, settings)
    return candidate
  }
}
