internal import WireMatching
internal import WireText

/// Splits passages at the draft's paragraphs, so that a report can point to one paragraph at a time.
///
/// Each part knows which words of the source it corresponds to: both sides are aligned word by word (longest
/// common subsequence; in long passages only words that occur once), and a part takes the source's words
/// between its first and its last aligned word. A paragraph that was moved has more words in runs than in that
/// order, and takes the source's words between its runs.
struct PassageParts {
  /// A part of a passage that lies in one paragraph of the draft.
  struct Part {
    var draft: TextRange
    var source: TextRange
  }

  /// A paragraph of a passage.
  private struct Paragraph {
    /// Words that it has in common with the source, as far as they were looked for.
    var common: Int
    /// What it is compared with; nil where it has too little in common with the source.
    var part: Part?
  }

  private let draft: Draft
  private let content: ItemContent
  /// Common words that make a paragraph a part, whatever else it contains.
  private static let manyWords = 8
  /// Fewer common words never make a paragraph a part.
  private static let fewestWords = 4

  init(_ draft: Draft, content: ItemContent) {
    self.draft = draft
    self.content = content
  }

  /// The parts of a passage, in the draft's order; at least one.
  func parts(of passage: Passage) -> [Part] {
    guard content.hasText else {
      let ranges = paragraphs(of: passage.draft)
      return (ranges.isEmpty ? [passage.draft] : ranges).map { Part(draft: $0, source: passage.source) }
    }
    let parts = compared(passage).compactMap(\.part)
    return parts.isEmpty ? [Part(draft: passage.draft, source: passage.source)] : parts
  }

  /// A passage without its paragraphs that are no parts of it, so that what is counted is what is shown: whole stretches
  /// of parts, each a passage by itself.
  ///
  /// Names and numbers are evidence of a draft as a whole, which is left as it is.
  func shown(of passage: Passage) -> [Passage] {
    guard content.hasText, passage.facts == nil else { return [passage] }
    let paragraphs = compared(passage)
    let stretches = paragraphs.split { $0.part == nil }
    let common = paragraphs.reduce(0) { $0 + $1.common }
    guard !stretches.isEmpty, paragraphs.contains(where: { $0.part == nil }), common > 0 else {
      return [passage]
    }
    var runs = LongestRun()
    return stretches.compactMap { stretch in
      let parts = stretch.compactMap(\.part)
      guard let first = parts.first, let last = parts.last else { return nil }
      var part = passage
      part.draft = TextRange(first.draft.lower, last.draft.upper)
      part.source = parts.reduce(first.source) {
        TextRange(min($0.lower, $1.source.lower), max($0.upper, $1.source.upper))
      }
      let share = stretch.reduce(0) { $0 + $1.common }
      let words = draft.words(in: part.draft)
      part.words = words.count
      part.identicalWords = min(words.count, (passage.identicalWords * share + common / 2) / common)
      let others = Self.words(of: content.text, in: part.source)
      part.longestRun = runs.length(words, others[...])
      if part.kind == .edited, part.longestRun == words.count, others.count == words.count {
        part.kind = .verbatim
      }
      part.score = passage.score * Double(share) / Double(common)
      part.disguisedWords = words.count { !$0.traits.isDisjoint(with: .disguised) }
      return part
    }
  }

  /// The paragraphs of a passage, where there are several.
  private func compared(_ passage: Passage) -> [Paragraph] {
    let ranges = paragraphs(of: passage.draft)
    let sourceText = content.text
    guard ranges.count > 1, passage.source.upper <= sourceText.count else { return [] }
    let words = Array(draft.words(in: passage.draft))
    let others = Self.words(of: sourceText, in: passage.source)
    guard !others.isEmpty else { return [] }
    let (a, b) = (words.map(\.hash), others.map(\.hash))
    let isSmall = WordPairs.isSmall(a, b)
    let pairs = isSmall ? WordPairs.aligned(a, b) : WordPairs.anchored(a, b)
    let runs = ExactRuns.runs(words, others, width: MatchSettings.standard.copiedRun)
    return ranges.map { range in
      let inRange = words.indices(in: range)
      let ordered = pairs[pairs.partitioningIndex { $0.draft >= inRange.lowerBound }...]
        .prefix { $0.draft < inRange.upperBound }.map(\.source)
      let copied = runs[runs.partitioningIndex { $0.draft.upperBound > inRange.lowerBound }...]
        .prefix { $0.draft.lowerBound < inRange.upperBound }.compactMap { $0.clamped(to: inRange)?.source }
      let words = copied.reduce(0) { $0 + $1.count }
      let isMoved = words > ordered.count
      let places = isMoved ? copied.flatMap { [$0.lowerBound, $0.upperBound - 1] } : ordered
      let common = max(words, ordered.count)
      guard isPart(range, common: common, isComplete: isSmall), let first = places.min(),
        let last = places.max()
      else { return Paragraph(common: common) }
      let source = TextRange(Int(others[first].start), Int(others[last].end))
      return Paragraph(common: common, part: Part(draft: range, source: source))
    }
  }

  /// Whether a paragraph has enough in common with the source to be shown: a few words at the edge of a passage
  /// are of no use.
  ///
  /// - Parameter isComplete: whether all common words are known, or only those that occur once on either side.
  private func isPart(_ range: TextRange, common: Int, isComplete: Bool) -> Bool {
    guard isComplete else { return common > 0 }
    return common >= Self.manyWords
      || common >= Self.fewestWords && common * 2 >= draft.words(in: range).count
  }

  /// The parts of a range that lie in one paragraph each and hold words.
  private func paragraphs(of range: TextRange) -> [TextRange] {
    let first = draft.paragraphs.firstIndex(endingAfter: range.lower)
    return draft.paragraphs[first...].prefix { $0.lower < range.upper }.map {
      TextRange(max($0.lower, range.lower), min($0.upper, range.upper))
    }.filter { !draft.words(in: $0).isEmpty }
  }

  /// The words in a range of a text.
  static func words(of text: [UInt8], in range: TextRange) -> [Word] {
    Tokenizer().words(in: Array(text[range.indices])).map { word in
      var word = word
      word.start += UInt32(range.lower)
      word.end += UInt32(range.lower)
      return word
    }
  }
}
