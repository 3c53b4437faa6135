/// The constants of matching: one set for all data.
///
/// They were chosen in coarse steps on four sets together (edited, rewritten and copied passages in press releases
/// with and without stock phrases and notices; pairs of web pages with passages verbatim, shuffled, translated and
/// summarised), each at a value whose neighbours do about as well; results on the two halves of the drafts differ
/// by about one per cent. Scores are in nats of surprisal: how unlikely the shared words are by chance, given the
/// contents of the index.
public struct MatchSettings: Sendable, Equatable {
  /// The least score of a passage, in nats, to be evidence of reuse.
  public var bar = 30.0
  /// The share of the bar that a chain needs to be kept in addition to a stronger one of the same source.
  public var chainShare = 0.4
  /// The share of the bar that the quick sum of a source's seeds needs before its chains are computed.
  public var quickShare = 0.54
  /// The pseudo-count of a pair of words in smoothing, distributed by the frequency of its second word.
  public var smoothing = 2.0
  /// The least number of items that an index is assumed to have when words are weighed: a new one cannot tell which
  /// words are rare.
  public var itemBackground = 100
  /// The assumed length of a text in a script without spaces, in signs, and the signs that a draft is assumed to
  /// have besides its own.
  public var signText = 300
  /// Subtracted from the occurrences of a sign in a draft before its share is computed: one may be there by chance.
  public var signDiscount = 0.5
  /// Items in such a script that are assumed in addition to those of the index, with the signs and pairs expected
  /// by chance.
  public var signItems = 20.0
  /// The weight of a sign in a run of equal ones, relative to a word, in an alignment.
  public var signGain = 0.25
  /// The lower limit of the number of items beyond which a seed is too common to be used.
  public var commonItems = 64
  /// That number as a share of all items.
  public var commonShare = 0.01
  /// The upper limit of that number, so that the cost of a draft does not grow with the index.
  public var mostCommonItems = SegmentFormat.mostHolders
  /// The most times that a seed may occur in one draft, or be taken from one unit, before it is ignored as repetitive.
  public var repeatedSeeds = SegmentFormat.mostInUnit
  /// The most content words of the draft that a chain may skip.
  public var draftGap = 14
  /// The most content words of the source that a chain may skip.
  public var sourceGap = 18
  /// The cost of a skipped word of the draft, in nats.
  public var draftGapCost = 0.35
  /// The cost of each word by which the source's gap is longer than the draft's, in nats.
  public var sourceGapCost = 0.25
  /// The most stretches of items in which chains are looked for, for a short draft: those that share the most.
  public var mostChained = 128
  /// Content words of the draft for each of which one more stretch may be searched for chains.
  public var wordsPerChained = 4
  /// The most items in a row that may fail to be sources before weaker ones are not examined any more.
  public var patience = 5
  /// Content words of the draft for each of which one more item in a row may fail to be a source.
  public var wordsPerFailure = 64
  /// The most hits back that a chain looks for its next link.
  public var lookBack = 60
  /// The exponent of the alignment's density by which a chain's nats are multiplied.
  public var densityPower = 0.4
  /// Nats for each word of the alignment, times its density.
  public var wordGain = 1.0
  /// The share of a passage's words not yet taken by a better source, below which the passage is not its source's own.
  public var ownShare = 0.5
  /// The factor for a passage's score, compared with the bar, if it begins and ends with sentences on both sides:
  /// stock phrases and titles seldom do.
  public var sentenceGain = 1.8
  /// The share of its score that a passage loses for each unit by which its share of names, titles and numbers
  /// exceeds the draft's own.
  public var nameCost = 1.0
  /// The share of its score that a passage loses for each unit of the share of the draft's words, in nats, that are
  /// outside all sources' passages and occur in its source too, beyond chance.
  public var subjectCost = 6.5
  /// The nats that a draft is assumed to have besides its own: in a few lines every word is a large share.
  public var subjectBackground: Float = 100
  /// The least share of its score that such a passage keeps.
  public var subjectFloor = 0.3
  /// The run of equal words from which on a passage loses nothing: no common subject explains it.
  public var subjectRun = 20
  /// The most words of the draft between two passages of one source that are joined.
  public var mergeGap = 25
  /// The most words of the source between them, in either order.
  public var mergeSourceGap = 100
  /// The share of a joined passage's score that is compared with the bar.
  public var mergedShare = 0.7
  /// The factor for the score of a superseded version when sources are ranked.
  public var supersededShare = 0.9
  /// The share of a source's text covered by its passages, below which the source ranks lower.
  public var fullShare = 0.25
  /// The exponent of that share, relative to `fullShare`, by which its score is then multiplied.
  public var sharePower = 0.5
  /// The least identity of the alignment for a passage to be edited, and the least share of its words in runs of
  /// equal words.
  ///
  /// A passage that reaches neither is rewritten; one that is all equal is verbatim.
  public var editedIdentity = 0.6
  /// The length of a run of equal words that counts as copied, in whatever order such runs are.
  public var copiedRun = 6
  /// The least score of a stretch that retells its source, as `RetoldWeigher` counts, to be evidence.
  public var retoldBar = 30.0
  /// The weight of a name, title or number there, relative to another word of the same surprisal.
  public var nameWeight = 0.5
  /// The ratio to the next source at which a source stands out completely.
  public var mostContrast = 8.0
  /// The share of a stretch that another source's stretch must cover to count against it.
  public var contrastCover = 0.3
  /// The share of common stems from which on two stretches of sources are the same text.
  public var sameText = 0.6
  /// The content words of the draft within which a source must share something to be compared sentence by sentence.
  public var retoldWindow = 40
  /// The nats that it must share there.
  public var retoldQuick: Float = 46
  /// The same in a winnowed part of the index, which keeps few of the seeds of a retold text.
  public var winnowedQuick: Float = 28
  /// The most sources that are compared sentence by sentence.
  public var retoldSources = 8
  /// The longest source that is compared sentence by sentence, in bytes.
  public var retoldText = 1 << 20
  /// The least number of sentences that two texts together are assumed to have when their words are weighed.
  public var sentenceBackground = 300
  /// The least cosine of two sentences with the same content.
  public var sentenceCosine: Float = 0.25
  /// The least share of terms that two sentences have in common (Dice coefficient).
  public var sentenceDice: Float = 0.30
  /// The most sentences that a stretch may skip on either side.
  public var sentenceGap = 4
  /// The most sentences of the source that a summary may skip.
  public var summaryGap = 32
  /// The factor for a summary's similarity when it is compared with that of closer stretches.
  public var summaryGain: Float = 0.9
  /// The share of a summary's words that a closer stretch must cover to replace it.
  public var summaryCover = 0.9
  /// The least ratio of the source's stretch to the draft's, in length, for a summary.
  public var summaryRatio = 3.0
  /// The least cosine of two whole stretches.
  public var stretchCosine: Float = 0.34
  /// The least cosine of a pair, as a share of the best pair's of either sentence; weaker pairs are ignored.
  public var partnerShare: Float = 0.9
  /// The share of the source that a summary must span to be one of the whole source.
  public var summaryShare = 0.25
  /// The share of a sentence's weight that must occur in the other side's stretch for the sentence to be added at
  /// an edge.
  public var edgeShare: Float = 0.5
  /// The most sentences that may be added at each edge.
  public var edgeSentences = 2
  /// The least weight of shared stems of a stretch.
  public var stretchWeight: Float = 45
  /// The fewest words of a stretch, on either side.
  public var leastWords = 25
  /// The nats of names and numbers that a draft must share with a source to be a retelling of it as a whole.
  public var factBar: Float = 25
  /// The share of all the draft's names and numbers, in nats, that these must be.
  public var factShare: Float = 0.75
  /// The share of the source's names and numbers that these must be.
  public var factSourceShare: Float = 0.15
  /// The least number of names and numbers that are shared.
  public var leastFacts = 4
  /// The number of shared names and numbers from which on no other words need to be shared.
  public var manyFacts = 15
  /// The number of other content words, each counted once, that must be shared besides fewer of them.
  public var leastOtherWords = 20
  /// The share of the draft's other content words that is enough if they are fewer.
  public var otherWordShare = 0.5
  /// The share of a draft's names and numbers that seeds must hit for a source to be examined.
  public var factHits: Float = 0.2
  /// The most sources whose names and numbers are examined.
  public var factSources = 2
  /// The share of a draft's words in passages of a source from which on its names and numbers are not examined.
  public var factCover = 0.25
  /// The most words between two runs of equal words of one passage.
  public var runGap = 8
  /// The length of a copied stretch, in words, from which on it is a passage without other evidence.
  public var copiedWords = 45
  /// The number of items with a shorter stretch from which on it is a stock phrase and no evidence for any of them.
  public var stockItems = 6
  /// The length of a whole sentence, in words, from which on it is a passage by itself when one source is compared.
  public var copiedSentence = 12

  /// The identity of two stretches beside a copied run of whole sentences from which on they belong to the passage.
  public var tailIdentity = 0.4

  /// The constants in general use.
  public static let standard = MatchSettings()

  /// The standard constants, to be changed in experiments.
  public init() {}
}
