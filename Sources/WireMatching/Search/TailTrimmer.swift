internal import WireText

/// Cuts off what a chain drew in beside copied sentences.
///
/// After a copied sentence the draft's own text goes on, and so does the source's; a few common words in the same
/// order, which a small index takes for rare, link them. So where a long run of equal words begins or ends with
/// sentences on both sides, what lies outside of it belongs to the passage only if it is alike, or holds a run of
/// equal words that counts as copied: then the draft went on by itself only between two copied parts.
struct TailTrimmer {
  let settings: MatchSettings
  let draft: TextWords
  let draftText: UnsafeBufferPointer<UInt8>
  let source: TextWords
  let sourceText: UnsafeBufferPointer<UInt8>

  /// The words of both sides without their tails; nil if there is nothing to cut.
  ///
  /// - Parameter subsequence: its memory is used anew.
  func trimmed(
    _ words: Range<Int>, _ others: Range<Int>, _ subsequence: inout CommonSubsequence
  ) -> (words: Range<Int>, others: Range<Int>)? {
    let runs = ExactRuns.runs(
      Array(draft.all[words]), Array(source.all[others]), width: settings.copiedSentence)
    guard let first = runs.first, let last = runs.last, first.source.lowerBound <= last.source.lowerBound
    else { return nil }
    var (lower, otherLower) = (words.lowerBound, others.lowerBound)
    var (upper, otherUpper) = (words.upperBound, others.upperBound)
    let head = (words: lower + first.draft.lowerBound, others: otherLower + first.source.lowerBound)
    let tail = (words: lower + last.draft.upperBound, others: otherLower + last.source.upperBound)
    if begins(head.words, head.others),
      !areAlike(lower..<head.words, otherLower..<head.others, &subsequence)
    {
      (lower, otherLower) = head
    }
    if ends(tail.words, tail.others), !areAlike(tail.words..<upper, tail.others..<otherUpper, &subsequence) {
      (upper, otherUpper) = tail
    }
    guard upper - lower < words.count || otherUpper - otherLower < others.count else { return nil }
    return (lower..<upper, otherLower..<otherUpper)
  }

  /// Whether two stretches have more words in the same order than any two texts.
  ///
  /// Where the draft left out sentences of the source, most of its own words have to be the source's.
  private func areAlike(
    _ words: Range<Int>, _ others: Range<Int>, _ subsequence: inout CommonSubsequence
  ) -> Bool {
    guard !words.isEmpty, !others.isEmpty else { return words.isEmpty && others.isEmpty }
    let (cells, overflows) = words.count.multipliedReportingOverflow(by: others.count)
    if overflows || cells > CommonSubsequence.mostCells { return true }
    let identical = subsequence.length(draft.all[words], source.all[others])
    return 2 * Double(identical) > settings.tailIdentity * Double(words.count + others.count)
      || Double(identical) >= settings.editedIdentity * Double(words.count) || holdsCopy(words, others)
  }

  private func holdsCopy(_ words: Range<Int>, _ others: Range<Int>) -> Bool {
    !ExactRuns.runs(Array(draft.all[words]), Array(source.all[others]), width: settings.copiedRun).isEmpty
  }

  /// Whether the words at two places begin sentences.
  private func begins(_ word: Int, _ other: Int) -> Bool {
    SentenceEdges(text: draftText).begins(at: Int(draft.all[word].start))
      && SentenceEdges(text: sourceText).begins(at: Int(source.all[other].start))
  }

  /// Whether the words before two places end sentences.
  private func ends(_ word: Int, _ other: Int) -> Bool {
    SentenceEdges(text: draftText).ends(at: Int(draft.all[word - 1].end))
      && SentenceEdges(text: sourceText).ends(at: Int(source.all[other - 1].end))
  }
}
