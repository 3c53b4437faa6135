/// The constants of matching: one set for all data.
///
/// They were chosen in coarse steps on four sets together (edited, rewritten and copied passages in press releases with and
/// without stock phrases and notices; pairs of web pages with passages verbatim, shuffled, translated and summarised), each
/// where its neighbours do about as well; the two halves of the drafts differ by about one per cent.
/// Scores are in nats of surprisal: how unlikely the shared words are by chance, given what the index holds.
public struct MatchSettings: Sendable, Equatable {
  /// A passage below this score, in nats, is no evidence of reuse.
  public var bar = 30.0
  /// The share of the bar that a chain needs to be kept beside a stronger one of the same source.
  public var chainShare = 0.4
  /// The share of the bar that the quick sum of a source's seeds needs before its chains are looked at.
  public var quickShare = 0.54
  /// Weight that a pair of words has before it is counted, against `frequency of its second word`.
  public var smoothing = 2.0
  /// Items that an index is taken to have at least when words are weighed: one that has just been started knows of no word
  /// how rare it is.
  public var itemBackground = 100
  /// Signs of a text of usual length in a script without spaces, and those that a draft is taken to have besides its own.
  public var signText = 300
  /// What is taken off the times that a sign stands in a draft before they are its share: it may be there by chance.
  public var signDiscount = 0.5
  /// Items of such a script that are added to those of the index, with the signs and pairs that chance gives.
  public var signItems = 20.0
  /// What a sign in a row of equal ones counts beside a word in an alignment.
  public var signGain = 0.25
  /// Items that a seed may stand in before it is too common to lead anywhere, at least.
  public var commonItems = 64
  /// The same as a share of all items.
  public var commonShare = 0.01
  /// The same, at most: the cost of a draft must not grow with the index.
  public var mostCommonItems = SegmentFormat.mostHolders
  /// Times that a seed may stand in one draft, or be taken from one unit, before it says nothing about a place.
  public var repeatedSeeds = SegmentFormat.mostInUnit
  /// Content words of the draft that a chain may skip.
  public var draftGap = 14
  /// Content words of the source that a chain may skip.
  public var sourceGap = 18
  /// Nats that a skipped word of the draft costs.
  public var draftGapCost = 0.35
  /// Nats that a word costs that the source's gap is longer than the draft's.
  public var sourceGapCost = 0.25
  /// Stretches of items in which chains are looked for, at most, for a short draft: those that share the most.
  public var mostChained = 128
  /// Content words of the draft for each of which chains may be looked for in one more stretch.
  public var wordsPerChained = 4
  /// Items in a row that may turn out to be no sources before weaker ones are not looked at any more.
  public var patience = 5
  /// Content words of the draft for each of which one more item in a row may turn out to be no source.
  public var wordsPerFailure = 64
  /// How many hits back a chain looks for its next link.
  public var lookBack = 60
  /// The power of the alignment's density that a chain's nats are multiplied with.
  public var densityPower = 0.4
  /// Nats for each word of the alignment, times its density.
  public var wordGain = 1.0
  /// The share of a passage's words that no better source has taken yet, below which it is not its own.
  public var ownShare = 0.5
  /// What a passage's score is multiplied with to be compared with the bar, where it begins and ends with sentences on
  /// both sides: stock phrases and titles seldom do.
  public var sentenceGain = 1.8
  /// The share of its score that a passage loses for each share of names, titles and numbers above the draft's own.
  public var nameCost = 1.0
  /// The share of its score that a passage loses for each share of the draft's words, in nats, that stand in no source's
  /// passages and that its source has too, beyond chance.
  public var subjectCost = 6.5
  /// Nats that a draft is taken to have besides its own: in a few lines every word is a large share.
  public var subjectBackground: Float = 100
  /// What is left of its score at least.
  public var subjectFloor = 0.3
  /// Equal words in a row from which a passage loses nothing: no subject that two texts have in common explains them.
  public var subjectRun = 20
  /// Words of the draft between two passages of one source that are joined, at most.
  public var mergeGap = 25
  /// Words of the source between them, at most, in either order.
  public var mergeSourceGap = 100
  /// The share of a joined passage's score that is compared with the bar.
  public var mergedShare = 0.7
  /// What the score of a superseded version is multiplied with when sources are ranked.
  public var supersededShare = 0.9
  /// The share of a source's text that its passages are, below which it ranks lower.
  public var fullShare = 0.25
  /// The power of its share, in that one, that its score is multiplied with then.
  public var sharePower = 0.5
  /// Identity of the alignment from which a passage is edited, and the share of its words in rows of equal words.
  ///
  /// Below both it is rewritten; verbatim is all of it.
  public var editedIdentity = 0.6
  /// Equal words in a row that are copied, in whatever order such rows stand.
  public var copiedRun = 6
  /// A stretch that retells its source below this, as `RetoldWeigher` counts, is no evidence.
  public var retoldBar = 30.0
  /// What a name, title or number counts there, beside another word of the same surprisal.
  public var nameWeight = 0.5
  /// How many times more than the next source a source needs to stand out entirely.
  public var mostContrast = 8.0
  /// The share of a stretch that another source's must cover to be held against it.
  public var contrastCover = 0.3
  /// The share of stems in common from which two stretches of sources are the same text.
  public var sameText = 0.6
  /// Content words of the draft within which a source must share something to be compared sentence by sentence.
  public var retoldWindow = 40
  /// The nats that it must share there.
  public var retoldQuick: Float = 46
  /// The same in a winnowed part of the index: of what is told anew few seeds are left in one.
  public var winnowedQuick: Float = 28
  /// Sources that are compared sentence by sentence, at most.
  public var retoldSources = 8
  /// Bytes of a source that is compared sentence by sentence, at most.
  public var retoldText = 1 << 20
  /// Sentences that two texts are taken to have together, at least, when their words are weighed.
  public var sentenceBackground = 300
  /// The least cosine of two sentences that say alike.
  public var sentenceCosine: Float = 0.25
  /// The least share of terms that two sentences have in common, by Dice.
  public var sentenceDice: Float = 0.30
  /// Sentences that a stretch may skip on either side.
  public var sentenceGap = 4
  /// Sentences of the source that a summary may skip.
  public var summaryGap = 32
  /// What a summary's likeness is multiplied with when it is compared with that of closer stretches.
  public var summaryGain: Float = 0.9
  /// The share of a summary's words that a closer stretch must cover to stand in its place.
  public var summaryCover = 0.9
  /// How much longer than the draft's stretch the source's must be for a summary.
  public var summaryRatio = 3.0
  /// The least cosine of two stretches as a whole.
  public var stretchCosine: Float = 0.34
  /// The share of a pair's cosine in that of the best pair of either sentence, below which it joins nothing.
  public var partnerShare: Float = 0.9
  /// The share of the source that a summary must span to be one of all of it.
  public var summaryShare = 0.25
  /// The share of a sentence's weight that must stand in the other side's stretch for it to be taken in at an edge.
  public var edgeShare: Float = 0.5
  /// Sentences that may be taken in at each edge.
  public var edgeSentences = 2
  /// The weight of shared stems that a stretch needs.
  public var stretchWeight: Float = 45
  /// Words that a stretch needs on either side.
  public var leastWords = 25
  /// Nats of names and numbers that a draft must share with a source to be a retelling of it from end to end.
  public var factBar: Float = 25
  /// The share of all its names and numbers, in nats, that these must be.
  public var factShare: Float = 0.75
  /// The share of the source's names and numbers that these must be.
  public var factSourceShare: Float = 0.15
  /// Names and numbers that they must be.
  public var leastFacts = 4
  /// The share of a draft's names and numbers that seeds must lead to for a source to be looked at.
  public var factHits: Float = 0.2
  /// Sources whose names and numbers are looked at, at most.
  public var factSources = 2
  /// The share of a draft's words in passages of a source from which on its names and numbers are not looked at.
  public var factCover = 0.25
  /// Words that stand between two runs of equal words of one passage, at most.
  public var runGap = 8
  /// Words in a row from which a copied stretch is a passage without other evidence.
  public var copiedWords = 45
  /// Items that hold a shorter stretch from which on it is a stock phrase and no evidence of any of them.
  public var stockItems = 6
  /// Words of a whole sentence from which it is a passage by itself where one source is compared.
  public var copiedSentence = 12

  /// The constants that are used everywhere.
  public static let standard = MatchSettings()

  /// The standard constants, to be changed in experiments.
  public init() {}
}
