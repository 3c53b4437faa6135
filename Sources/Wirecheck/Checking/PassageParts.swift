internal import WireMatching
internal import WireText

/// Cuts passages at the draft's paragraphs, so that a report can point to one paragraph at a time.
///
/// Each part knows the words of the source that it stands for: both sides are aligned word by word (longest common
/// subsequence; in long passages of words that stand once), and a part takes the source's words between its first and
/// its last aligned word. A paragraph that changed its place has more words in runs than in that order, and takes the
/// source's words between its runs.
struct PassageParts {
  /// A part of a passage that lies in one paragraph of the draft.
  struct Part {
    var draft: TextRange
    var source: TextRange
  }

  private let draft: Draft
  private let content: ItemContent
  /// Words in common that make a paragraph a part, whatever else stands in it.
  private static let manyWords = 8
  /// Words in common below which a paragraph is no part.
  private static let fewestWords = 4

  init(_ draft: Draft, content: ItemContent) {
    self.draft = draft
    self.content = content
  }

  /// The parts of a passage, in the draft's order; at least one.
  func parts(of passage: Passage) -> [Part] {
    let ranges = paragraphs(of: passage.draft).filter { !draft.words(in: $0).isEmpty }
    guard content.hasText else {
      return (ranges.isEmpty ? [passage.draft] : ranges).map { Part(draft: $0, source: passage.source) }
    }
    let sourceText = content.text
    guard ranges.count > 1, passage.source.upper <= sourceText.count else {
      return [Part(draft: passage.draft, source: passage.source)]
    }
    let words = Array(draft.words(in: passage.draft))
    let others = Self.words(of: sourceText, in: passage.source)
    guard !others.isEmpty else { return [Part(draft: passage.draft, source: passage.source)] }
    let (a, b) = (words.map(\.hash), others.map(\.hash))
    let isSmall = WordPairs.isSmall(a, b)
    let pairs = isSmall ? WordPairs.aligned(a, b) : WordPairs.anchored(a, b)
    let runs = ExactRuns.runs(words, others, width: MatchSettings.standard.copiedRun)
    let parts = ranges.compactMap { range -> Part? in
      let inRange = Self.positions(of: range, in: words)
      let ordered = pairs[pairs.partitioningIndex { $0.draft >= inRange.lowerBound }...]
        .prefix { $0.draft < inRange.upperBound }.map(\.source)
      let copied = runs[runs.partitioningIndex { $0.draft.upperBound > inRange.lowerBound }...]
        .prefix { $0.draft.lowerBound < inRange.upperBound }.compactMap { $0.clamped(to: inRange)?.source }
      let words = copied.reduce(0) { $0 + $1.count }
      let isMoved = words > ordered.count
      let places = isMoved ? copied.flatMap { [$0.lowerBound, $0.upperBound - 1] } : ordered
      guard isPart(range, common: max(words, ordered.count), isComplete: isSmall),
        let first = places.min(), let last = places.max()
      else { return nil }
      return Part(draft: range, source: TextRange(Int(others[first].start), Int(others[last].end)))
    }
    return parts.isEmpty ? [Part(draft: passage.draft, source: passage.source)] : parts
  }

  /// The positions of the words that lie in a range of the draft.
  private static func positions(of range: TextRange, in words: [Word]) -> Range<Int> {
    let first = words.partitioningIndex { Int($0.end) > range.lower }
    return first..<max(first, words.partitioningIndex { Int($0.start) >= range.upper })
  }

  /// Whether a paragraph has enough in common with the source to be shown: a few words at the edge of a passage
  /// point nowhere.
  ///
  /// - Parameter isComplete: whether all common words are known, and not only those that stand once on either side.
  private func isPart(_ range: TextRange, common: Int, isComplete: Bool) -> Bool {
    guard isComplete else { return common > 0 }
    return common >= Self.manyWords
      || common >= Self.fewestWords && common * 2 >= draft.words(in: range).count
  }

  /// The parts of a range that lie in one paragraph each.
  private func paragraphs(of range: TextRange) -> [TextRange] {
    let first = draft.paragraphs.firstIndex(endingAfter: range.lower)
    return draft.paragraphs[first...].prefix { $0.lower < range.upper }.map {
      TextRange(max($0.lower, range.lower), min($0.upper, range.upper))
    }
  }

  /// The words of a range of a text.
  static func words(of text: [UInt8], in range: TextRange) -> [Word] {
    Tokenizer().words(in: Array(text[range.indices])).map { word in
      var word = word
      word.start += UInt32(range.lower)
      word.end += UInt32(range.lower)
      return word
    }
  }
}
