public import WireText

/// Extracts the copied parts of passages that retell an item in other words.
///
/// A rewritten lead does not excuse a copied paragraph: the paragraph still counts as copied. Copied are runs of
/// equal words with few others between them that are too long for a common subject, or contain a whole sentence;
/// the rest remains a retold passage if it is evidence without them.
public struct CopiedParts {
  private let settings: MatchSettings

  /// Parts by the given constants.
  public init(settings: MatchSettings = .standard) { self.settings = settings }

  /// The parts of a passage in the draft's order; the passage itself if nothing of it was copied.
  ///
  /// - Parameters:
  ///   - passage: a passage of any kind.
  ///   - draft: its words in the draft.
  ///   - source: its words in the source.
  ///   - sentences: the draft's sentences, in order.
  public func parts(
    of passage: Passage, draft: [Word], source: [Word], sentences: [TextRange]
  ) -> [Passage] {
    guard passage.kind == .rewritten || passage.kind == .summarised else { return [passage] }
    let runs = ExactRuns.runs(draft, source)
    let copied = Stretch.copied(
      runs, sentences: Self.ranges(of: sentences, in: draft), atLeast: settings.subjectRun, settings)
    guard !copied.isEmpty else { return [passage] }
    var parts = copied.map { stretch in
      part(
        of: passage, draft[stretch.draft], source[stretch.source],
        identical: runs.reduce(0) { $0 + ($1.clamped(to: stretch.draft)?.draft.count ?? 0) })
    }
    let identical = max(0, passage.identicalWords - parts.reduce(0) { $0 + $1.identicalWords })
    let share = Double(identical) / Double(max(1, passage.identicalWords))
    if passage.score * share >= settings.bar {
      parts += rest(
        of: passage, draft, besides: copied.map(\.draft), identical: identical, share: share, source)
    }
    return parts.sorted { $0.draft < $1.draft }
  }

  /// A passage for a copied stretch.
  private func part(
    of passage: Passage, _ words: ArraySlice<Word>, _ others: ArraySlice<Word>, identical: Int
  ) -> Passage {
    var part = passage
    part.draft = Self.range(of: words) ?? passage.draft
    part.source = Self.range(of: others) ?? passage.source
    part.kind = identical == words.count && identical == others.count ? .verbatim : .edited
    part.score = passage.score * Double(identical) / Double(max(identical, passage.identicalWords))
    count(words, in: &part, identical: identical, others)
    part.facts = nil
    return part
  }

  /// The parts between the copied stretches; the remaining identical words are divided among them by length.
  private func rest(
    of passage: Passage, _ draft: [Word], besides copied: [Range<Int>], identical: Int, share: Double,
    _ source: [Word]
  ) -> [Passage] {
    var gaps: [Range<Int>] = []
    var start = 0
    for range in copied + [draft.count..<draft.count] {
      if range.lowerBound - start >= settings.copiedSentence { gaps.append(start..<range.lowerBound) }
      start = range.upperBound
    }
    let words = gaps.reduce(0) { $0 + $1.count }
    return gaps.map { gap in
      var part = passage
      part.draft = Self.range(of: draft[gap]) ?? passage.draft
      part.score = passage.score * share * Double(gap.count) / Double(words)
      count(draft[gap], in: &part, identical: min(gap.count, identical * gap.count / words), source[...])
      return part
    }
  }

  private func count(
    _ words: ArraySlice<Word>, in part: inout Passage, identical: Int, _ others: ArraySlice<Word>
  ) {
    var runs = LongestRun()
    part.words = words.count
    part.identicalWords = identical
    part.longestRun = runs.length(words, others)
    part.disguisedWords = words.count { !$0.traits.isDisjoint(with: .disguised) }
  }

  private static func range(of words: ArraySlice<Word>) -> TextRange? {
    guard let first = words.first, let last = words.last else { return nil }
    return TextRange(Int(first.start), Int(last.end))
  }

  /// Sentences as ranges of the words that lie completely in them.
  private static func ranges(of sentences: [TextRange], in words: [Word]) -> [Range<Int>] {
    sentences.compactMap { sentence in
      let first = words.partitioningIndex { Int($0.start) >= sentence.lower }
      let end = words.partitioningIndex { Int($0.end) > sentence.upper }
      return first < end ? first..<end : nil
    }
  }
}
