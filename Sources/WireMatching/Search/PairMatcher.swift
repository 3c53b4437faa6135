public import WireText

/// Finds the passages that a draft shares with one source, without an index.
///
/// With a single source there is no archive that shows which words are rare, and passages must be found from the
/// two texts alone. Runs of equal words are taken first, word by word; the rest is compared sentence by sentence
/// without regard to order (`SentencePairs`), sentences are joined to stretches (`SentenceClusters`), and
/// neighbouring stretches to passages: one passage from the first to the last reused sentence.
public struct PairMatcher: Sendable {
  private let tokenizer: Tokenizer
  private let settings: MatchSettings

  /// A matcher for pairs of texts.
  public init(vocabulary: Vocabulary, settings: MatchSettings = .standard) {
    tokenizer = Tokenizer(vocabulary)
    self.settings = settings
  }

  /// A matcher with an existing tokenizer.
  init(_ tokenizer: Tokenizer, _ settings: MatchSettings) {
    self.tokenizer = tokenizer
    self.settings = settings
  }

  /// A text prepared for comparing.
  public struct Text: Sendable {
    let words: TextWords
    let sentences: [Range<Int>]
  }

  /// Prepares a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - masked: ranges in order that are not matched.
  public func text(_ text: [UInt8], masking masked: [TextRange] = []) -> Text {
    text.withUnsafeBufferPointer { self.text(TextWords(tokenizer, of: $0, masking: masked), of: $0) }
  }

  /// Prepares a text in the caller's memory whose words are known.
  func text(_ words: TextWords, of text: UnsafeBufferPointer<UInt8>) -> Text {
    Text(words: words, sentences: SentenceRanges.ranges(of: words.all, in: text))
  }

  /// The passages that two texts share, in the draft's order.
  public func passages(of draft: Text, in source: Text) -> [Passage] {
    let found = stretches(draft, source)
    var aligner = PassageAligner(
      settings: settings, draft: draft.words, text: UnsafeBufferPointer(start: nil, count: 0))
    return found.compactMap { stretch in
      guard let found = aligner.passage(stretch.draft, stretch.source, source.words) else { return nil }
      var passage = aligner.adjustedForReordering(found, source.words).passage
      if passage.kind == .rewritten, isSummary(stretch) { passage.kind = .summarised }
      passage.score = Double(passage.identicalWords) * Double(stretch.likeness)
      return passage
    }
  }

  /// The stretches that two texts share, in the draft's order.
  func stretches(_ draft: Text, _ source: Text) -> [Stretch] {
    let runs = ExactRuns.runs(draft.words.all, source.words.all)
    let copied = Stretch.copied(
      runs, sentences: draft.sentences, atLeast: settings.copiedWords, settings)
    let vectors = SentenceVectors(
      draft.words, draft.sentences, source.words, source.sentences, background: settings.sentenceBackground)
    let pairs = SentencePairs(settings: settings).pairs(vectors)
    var clusters = SentenceClusters(vectors, settings: settings)
    var trimmer = StretchTrimmer(vectors, settings: settings)
    let close = clusters.clusters(
      Self.mutual(pairs, vectors, settings.partnerShare), gap: settings.sentenceGap,
      sourceGap: settings.sentenceGap, leastGap: 0, cosine: settings.stretchCosine
    ).filter { $0.shared >= settings.stretchWeight }.map { Stretch(trimmer.extended($0), draft, source) }
      .filter { keeps($0) }
    let wide = clusters.clusters(
      pairs, gap: settings.sentenceGap, sourceGap: settings.summaryGap, leastGap: 2,
      cosine: settings.stretchCosine
    ).filter { $0.pairs >= 3 && $0.shared >= settings.stretchWeight }.map {
      Stretch(trimmer.extended($0), draft, source)
    }
    .filter { keeps($0) && isSummary($0) }.map { stretch in
      var stretch = stretch
      if Double(stretch.source.count) >= settings.summaryShare * Double(source.words.all.count) {
        stretch.source = 0..<source.words.all.count
      }
      return stretch
    }
    return Stretch.resolved(
      copied: copied, summaries: wide, others: close, wordCount: draft.words.all.count, settings)
  }

  /// The pairs that are not much weaker than the best pair of either sentence.
  private static func mutual(
    _ pairs: [SentencePair], _ vectors: SentenceVectors, _ share: Float
  ) -> [SentencePair] {
    var draft = [Float](repeating: 0, count: vectors.draft.sentences.count)
    var source = [Float](repeating: 0, count: vectors.source.sentences.count)
    for pair in pairs {
      draft[Int(pair.draft)] = max(draft[Int(pair.draft)], pair.cosine)
      source[Int(pair.source)] = max(source[Int(pair.source)], pair.cosine)
    }
    return pairs.filter { $0.cosine >= share * max(draft[Int($0.draft)], source[Int($0.source)]) }
  }

  private func keeps(_ stretch: Stretch) -> Bool {
    stretch.draft.count >= settings.leastWords && stretch.source.count >= settings.leastWords
  }

  /// Whether a stretch is much shorter than the source's stretch that it summarises.
  func isSummary(_ stretch: Stretch) -> Bool {
    Double(stretch.source.count) >= settings.summaryRatio * Double(stretch.draft.count)
  }
}
