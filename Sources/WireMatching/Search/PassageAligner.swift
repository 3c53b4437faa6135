internal import Glibc
internal import WireText

/// A passage with the words of the draft that it takes.
struct AlignedPassage {
  var passage: Passage
  /// Words of the draft.
  var words: Range<Int>
}

/// Aligns all words inside a chain and says what kind of reuse it is.
struct PassageAligner {
  let settings: MatchSettings
  let draft: TextWords
  private var subsequence = CommonSubsequence()
  private var runs = LongestRun()

  init(settings: MatchSettings, draft: TextWords) {
    self.settings = settings
    self.draft = draft
  }

  /// The passage of a chain; nil where the chain does not lie inside the source.
  mutating func passage(_ chain: Chain, _ source: TextWords) -> AlignedPassage? {
    guard chain.draft.upperBound < draft.content.count, chain.source.upperBound < source.content.count else {
      return nil
    }
    var words = Int(draft.content[chain.draft.lowerBound])..<Int(draft.content[chain.draft.upperBound]) + 1
    var others =
      Int(source.content[chain.source.lowerBound])..<Int(source.content[chain.source.upperBound]) + 1
    extend(&words, &others, source)
    return passage(words, others, source, evidence: Double(chain.score))
  }

  /// The passage of two stretches of words; nil where they are too long to be aligned.
  ///
  /// - Parameter evidence: nats of surprisal that the words in common carry.
  mutating func passage(
    _ words: Range<Int>, _ others: Range<Int>, _ source: TextWords, evidence: Double
  ) -> AlignedPassage? {
    let cells = words.count.multipliedReportingOverflow(by: others.count)
    guard !cells.overflow, cells.partialValue <= CommonSubsequence.mostCells else { return nil }
    let identical = subsequence.length(draft.all[words], source.all[others])
    let density = 2 * Double(identical) / Double(words.count + others.count)
    let score =
      evidence * pow(density, settings.densityPower)
      + settings.wordGain * Double(identical) * density
    let passage = Passage(
      draft: range(words, draft), source: range(others, source), kind: kind(density), score: score,
      words: words.count, identicalWords: identical,
      longestRun: runs.length(draft.all[words], source.all[others]))
    return AlignedPassage(passage: passage, words: words)
  }

  private func kind(_ identity: Double) -> Passage.Kind {
    identity >= settings.verbatimIdentity
      ? .verbatim : identity >= settings.editedIdentity ? .edited : .rewritten
  }

  private func range(_ words: Range<Int>, _ text: TextWords) -> TextRange {
    TextRange(Int(text.all[words.lowerBound].start), Int(text.all[words.upperBound - 1].end))
  }

  /// Takes in the equal words on either side.
  private func extend(_ words: inout Range<Int>, _ others: inout Range<Int>, _ source: TextWords) {
    var (d, s) = (words.lowerBound, others.lowerBound)
    while d > 0, s > 0, draft.all[d - 1].hash == source.all[s - 1].hash {
      d -= 1
      s -= 1
    }
    var (e, t) = (words.upperBound, others.upperBound)
    while e < draft.all.count, t < source.all.count, draft.all[e].hash == source.all[t].hash {
      e += 1
      t += 1
    }
    words = d..<e
    others = s..<t
  }
}
