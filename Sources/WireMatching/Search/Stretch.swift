internal import WireText

/// A stretch of words on both sides that may become a passage.
struct Stretch {
  private static let mostSummaries = 256

  /// Words of the draft.
  var draft: Range<Int>
  /// Words of the source.
  var source: Range<Int>
  /// The similarity of the two: 1 for a run of equal words, else a cosine.
  var likeness: Float

  /// A stretch of the given parts.
  init(draft: Range<Int>, source: Range<Int>, likeness: Float) {
    self.draft = draft
    self.source = source
    self.likeness = likeness
  }

  /// The words of a cluster's sentences.
  init(_ cluster: SentenceCluster, _ draft: PairMatcher.Text, _ source: PairMatcher.Text) {
    self.draft =
      draft.sentences[cluster.draft.lowerBound]
      .lowerBound..<draft.sentences[cluster.draft.upperBound - 1].upperBound
    self.source =
      source.sentences[cluster.source.lowerBound]
      .lowerBound..<source.sentences[cluster.source.upperBound - 1].upperBound
    likeness = cluster.cosine
  }

  /// The stretches that runs of equal words form: neighbours with a few other words between them on both sides are
  /// joined.
  ///
  /// Short ones count if they contain a whole sentence of the draft.
  ///
  /// - Parameter least: the fewest words of a stretch that counts without a whole sentence.
  static func copied(
    _ runs: [ExactRun], sentences: [Range<Int>], atLeast least: Int, _ settings: MatchSettings
  ) -> [Stretch] {
    var result: [Stretch] = []
    for run in runs {
      if let last = result.last,
        run.draft.lowerBound - last.draft.upperBound <= settings.runGap,
        case let gap = run.source.lowerBound - last.source.upperBound, gap >= 0, gap <= settings.runGap
      {
        result[result.count - 1].draft = last.draft.lowerBound..<run.draft.upperBound
        result[result.count - 1].source = last.source.lowerBound..<run.source.upperBound
      } else {
        result.append(Stretch(draft: run.draft, source: run.source, likeness: 1))
      }
    }
    return result.filter { stretch in
      stretch.draft.count >= least
        || holdsSentence(stretch.draft, sentences, settings.copiedSentence)
    }
  }

  /// Whether a range contains a whole sentence of at least `least` words.
  private static func holdsSentence(_ words: Range<Int>, _ sentences: [Range<Int>], _ least: Int) -> Bool {
    let first = sentences.partitioningIndex { $0.lowerBound >= words.lowerBound }
    return sentences[first...].prefix { $0.upperBound <= words.upperBound }.contains { $0.count >= least }
  }

  /// Selects the passages among stretches of all kinds, in the draft's order: of two that overlap, the better one
  /// is kept.
  static func resolved(
    copied: [Stretch], summaries: [Stretch], others: [Stretch], wordCount: Int, _ settings: MatchSettings
  ) -> [Stretch] {
    var result: [Stretch] = []
    var isTaken = [Bool](repeating: false, count: wordCount)
    let wide = summaries.sorted { $0.likeness > $1.likeness }.prefix(mostSummaries).filter { summary in
      !others.contains {
        Double($0.draft.clamped(to: summary.draft).count)
          >= settings.summaryCover * Double(summary.draft.count)
          && $0.likeness > summary.likeness * settings.summaryGain
      }
    }
    // A single sentence counts by itself only if it is not part of something longer.
    let long = copied.filter { $0.draft.count >= settings.copiedWords }
    let short = copied.filter { $0.draft.count < settings.copiedWords }
    for stretch in long + wide + others.sorted(by: { $0.likeness > $1.likeness }) + short
    where !isTaken[stretch.draft].contains(true) {
      for word in stretch.draft { isTaken[word] = true }
      result.append(stretch)
    }
    result.sort { $0.draft.lowerBound < $1.draft.lowerBound }
    return result
  }
}
