internal import Glibc
internal import WireText

/// A passage with its words on both sides.
struct AlignedPassage {
  var passage: Passage
  /// Words of the draft.
  var words: Range<Int>
  /// Words of the source.
  var others: Range<Int>
  /// The score, scaled so that it can be compared with the bar for a passage of its kind.
  var strength: Double

  /// Multiplies the evidence for the passage by a factor.
  mutating func weigh(_ factor: Double) {
    passage.score *= factor
    strength *= factor
  }
}

/// Aligns all words inside a chain and determines the kind of reuse.
struct PassageAligner {
  let settings: MatchSettings
  let draft: TextWords
  let draftText: UnsafeBufferPointer<UInt8>
  private let names: NameShare
  private var subsequence = CommonSubsequence()
  private var runs = LongestRun()

  init(settings: MatchSettings, draft: TextWords, text: UnsafeBufferPointer<UInt8>) {
    self.settings = settings
    self.draft = draft
    draftText = text
    names = NameShare(draft.all)
  }

  /// The passage of a chain; nil if the chain does not lie inside the source.
  mutating func passage(
    _ chain: Chain, _ source: TextWords, _ sourceText: UnsafeBufferPointer<UInt8>
  ) -> AlignedPassage? {
    guard chain.draft.upperBound < draft.content.count, chain.source.upperBound < source.content.count else {
      return nil
    }
    var words = Int(draft.content[chain.draft.lowerBound])..<Int(draft.content[chain.draft.upperBound]) + 1
    var others =
      Int(source.content[chain.source.lowerBound])..<Int(source.content[chain.source.upperBound]) + 1
    extend(&words, &others, source)
    trimSigns(&words, &others, source)
    guard var found = passage(words, others, source) else { return nil }
    var nats = Double(chain.score)
    if let trimmed = trimmed(found, source, sourceText) {
      nats *= Double(trimmed.passage.identicalWords) / Double(max(1, found.passage.identicalWords))
      found = trimmed
      (words, others) = (trimmed.words, trimmed.others)
    }
    let density =
      2 * Double(found.passage.identicalWords) / Double(max(1, words.count + others.count))
    var score =
      nats * pow(density, settings.densityPower)
      + settings.wordGain * gain(found, source) * density
    score *= max(0, 1 - settings.nameCost * names.excess(words))
    let places = found.passage
    if SentenceEdges(text: draftText).areAround(places.draft.lower, places.draft.upper),
      SentenceEdges(text: sourceText).areAround(places.source.lower, places.source.upper)
    {
      found.strength = score * settings.sentenceGain
    } else {
      found.strength = score
    }
    found.passage.score = score
    return found
  }

  /// A passage without what lies beside its copied sentences; nil if there is nothing to cut off.
  private mutating func trimmed(
    _ found: AlignedPassage, _ source: TextWords, _ sourceText: UnsafeBufferPointer<UInt8>
  ) -> AlignedPassage? {
    guard found.passage.kind != .verbatim, found.passage.longestRun >= settings.copiedSentence else {
      return nil
    }
    let trimmer = TailTrimmer(
      settings: settings, draft: draft, draftText: draftText, source: source, sourceText: sourceText)
    guard let (words, others) = trimmer.trimmed(found.words, found.others, &subsequence) else { return nil }
    return passage(words, others, source)
  }

  /// The identical words of a passage, counting of signs only those in runs of equal ones: a few equal signs in the
  /// same order occur in any two texts of one script.
  private func gain(_ found: AlignedPassage, _ source: TextWords) -> Double {
    let identical = Double(found.passage.identicalWords)
    let signs = signs(in: found.words)
    guard signs > 0 else { return identical }
    let runs = ExactRuns.runs(
      Array(draft.all[found.words]), Array(source.all[found.others]), width: settings.copiedRun)
    let inRuns = Double(runs.reduce(0) { $0 + $1.draft.count })
    let share = Double(signs) / Double(found.words.count)
    return identical * (1 - share) + settings.signGain * inRuns * share
  }

  /// The passage of two stretches of words, without a score; nil if one is empty.
  mutating func passage(_ words: Range<Int>, _ others: Range<Int>, _ source: TextWords) -> AlignedPassage? {
    guard !words.isEmpty, !others.isEmpty else { return nil }
    let identical = identicalWords(draft.all[words], source.all[others])
    let kind = kind(identical, words.count, others.count)
    var passage = Passage(
      draft: range(words, draft), source: range(others, source), kind: kind, score: 0, words: words.count,
      identicalWords: identical,
      longestRun: kind == .verbatim ? words.count : runs.length(draft.all[words], source.all[others]))
    for word in draft.all[words] where !word.traits.isDisjoint(with: .disguised) {
      passage.disguisedWords += 1
    }
    return AlignedPassage(passage: passage, words: words, others: others, strength: 0)
  }

  /// A passage that is evidence, with its kind adjusted for what was copied in another order than the source's.
  ///
  /// If paragraphs change places or sentences are left out, a passage is less like the source's stretch, but its
  /// words are no less the source's: one that consists mostly of runs of equal words was edited and not rewritten.
  func adjustedForReordering(_ passage: AlignedPassage, _ source: TextWords) -> AlignedPassage {
    guard passage.passage.kind != .verbatim else { return passage }
    var passage = passage
    let copied = ExactRuns.runs(
      Array(draft.all[passage.words]), Array(source.all[passage.others]), width: settings.copiedRun
    ).reduce(0) { $0 + $1.draft.count }
    passage.passage.identicalWords = max(passage.passage.identicalWords, copied)
    if Double(copied) >= settings.editedIdentity * Double(passage.words.count) {
      passage.passage.kind = .edited
    }
    return passage
  }

  /// The number of words in the same order on both sides.
  ///
  /// If the stretches are too long to be aligned, as in a copied book, only runs of several equal words are counted.
  private mutating func identicalWords(_ words: ArraySlice<Word>, _ others: ArraySlice<Word>) -> Int {
    let (cells, overflows) = words.count.multipliedReportingOverflow(by: others.count)
    if !overflows, cells <= CommonSubsequence.mostCells { return subsequence.length(words, others) }
    var count = 0
    var reached = 0
    for run in ExactRuns.runs(Array(words), Array(others)) where run.source.lowerBound >= reached {
      count += run.draft.count
      reached = run.source.upperBound
    }
    return count
  }

  private func kind(_ identical: Int, _ words: Int, _ others: Int) -> Passage.Kind {
    if identical == words, identical == others { return .verbatim }
    return 2 * Double(identical) >= settings.editedIdentity * Double(words + others) ? .edited : .rewritten
  }

  private func range(_ words: Range<Int>, _ text: TextWords) -> TextRange {
    TextRange(Int(text.all[words.lowerBound].start), Int(text.all[words.upperBound - 1].end))
  }

  /// Trims what precedes and follows the runs of equal signs: one or two equal signs in a neighbouring sentence are
  /// no evidence for it.
  private func trimSigns(_ words: inout Range<Int>, _ others: inout Range<Int>, _ source: TextWords) {
    guard signs(in: words) * 2 > words.count else { return }
    let runs = ExactRuns.runs(
      Array(draft.all[words]), Array(source.all[others]), width: settings.copiedRun)
    guard let first = runs.first, let last = runs.last,
      let lower = runs.map(\.source.lowerBound).min(), let upper = runs.map(\.source.upperBound).max()
    else { return }
    words = words.lowerBound + first.draft.lowerBound..<words.lowerBound + last.draft.upperBound
    others = others.lowerBound + lower..<others.lowerBound + upper
  }

  /// The number of words in a range that are signs of scripts without spaces.
  private func signs(in words: Range<Int>) -> Int {
    draft.all[words].count { $0.traits.contains(.spaceless) }
  }

  /// Extends the ranges by the equal words on either side.
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
