public import WireDocuments
public import WireMatching
public import WireText

/// Why a draft is, or is not, a match of one item.
public struct MatchExplanation: Sendable, Equatable {
  /// The strongest passage that the two share.
  public struct Passage: Sendable, Equatable {
    /// Words of the draft in it.
    public var words: Int
    /// How many of these words are in the item in the same order, or elsewhere in it in runs of six words or more.
    public var identical: Int
    /// The longest run of equal words.
    public var longestRun: Int
    /// Its words in the draft, or the reason why they are not shown.
    public var excerpt: Excerpt
    /// Whether it is a quotation.
    public var isQuoted: Bool
  }

  /// Why the passage is reported, or is not.
  public enum Verdict: Sendable, Equatable {
    /// It is reported.
    case matched
    /// It is a match, but shorter than the newsroom's minimum number of words.
    case short(least: Int)
    /// It is a match, but another item matches its words better.
    case otherItem(String)
    /// It reaches only this percentage of the bar.
    case weak(percentOfBar: Int)
    /// The two share no run of words that is rare enough to be considered.
    case nothing
  }

  /// The item's identifier.
  public var item: String
  /// Words of the draft that are compared; notices, datelines and credits are excluded.
  public var words: Int
  /// Words of the draft that are excluded as notices, datelines and credits.
  public var maskedWords: Int
  /// The strongest passage, if any.
  public var passage: Passage?
  /// The names and numbers that the two share; nil if the item is too long to be compared.
  public var facts: FactComparison?
  /// Whether and why it is reported.
  public var verdict: Verdict
  /// The bar, in nats of surprisal.
  public var bar: Double
}

/// Explains matches by matching again with a lower bar.
public struct MatchExplainer: Sendable {
  private let newsroom: Newsroom
  private let index: WireIndex
  private let vocabulary: Vocabulary

  private let now: Instant

  /// The fractions of the bar that are tried, in per cent, in descending order.
  private static let shares = [100] + Array(stride(from: 95, through: 10, by: -5))

  /// An explainer over an index.
  ///
  /// - Parameter now: the time of the request; the words of items that are then under embargo are not shown.
  public init(_ newsroom: Newsroom, index: WireIndex, vocabulary: Vocabulary, now: Instant) {
    self.now = now
    self.newsroom = newsroom
    self.index = index
    self.vocabulary = vocabulary
  }

  /// Why a document is, or is not, a match of an item.
  ///
  /// - Parameter item: the item's identifier.
  public func explanation(of document: Document, against item: String) throws(IndexFault) -> MatchExplanation
  {
    let draft = Draft(document, newsroom)
    let secret = try secret(in: draft, item)
    let masked = Tokenizer().words(in: draft.text).count - draft.words.count
    var result = MatchExplanation(
      item: item, words: draft.words.count, maskedWords: masked, passage: nil,
      facts: try facts(of: draft, in: item), verdict: .nothing, bar: MatchSettings.standard.bar)
    for share in Self.shares {
      var settings = MatchSettings.standard
      settings.bar *= Double(share) / 100
      settings.retoldBar *= Double(share) / 100
      let matcher = try Matcher(index: index, vocabulary: vocabulary, settings: settings)
      let matches = try matcher.matches(of: draft.text, masking: draft.boilerplate)
      if share == 100, let holder = matches.first(where: { $0.alsoIn.contains(item) && $0.source != item }) {
        result.passage = Self.strongest(matches, of: holder.source).map { record($0, draft, secret) }
        result.verdict = .otherItem(holder.source)
        return result
      }
      guard let strongest = Self.strongest(matches, of: item) else { continue }
      let found = record(strongest, draft, secret)
      result.passage = found
      result.verdict = verdict(share, found)
      return result
    }
    return result
  }

  private func facts(of draft: Draft, in item: String) throws(IndexFault) -> FactComparison? {
    guard let place = try index.entries(withID: item).first?.place else { return nil }
    return try Matcher(index: index, vocabulary: vocabulary)
      .facts(of: draft.text, masking: draft.boilerplate, in: place)
  }

  private func verdict(_ share: Int, _ passage: MatchExplanation.Passage) -> MatchExplanation.Verdict {
    guard share == 100 else { return .weak(percentOfBar: share) }
    let isReported = passage.isQuoted || passage.words >= newsroom.minimumWords
    return isReported ? .matched : .short(least: newsroom.minimumWords)
  }

  private static func strongest(_ matches: [Match], of item: String) -> Passage? {
    let passages = matches.filter { $0.source == item }.flatMap(\.passages)
    return passages.max { $0.score < $1.score }
  }

  /// The ranges of a draft, in order, that share words with items under embargo; the whole draft if the
  /// requested item is under embargo.
  private func secret(in draft: Draft, _ item: String) throws(IndexFault) -> [TextRange] {
    let checker = try Checker(newsroom, index: index, vocabulary: vocabulary)
    if let archive = checker.archive,
      try ItemState(ofItem: item, in: archive)?.isUnderEmbargo(at: now) == true
    {
      return [TextRange(0, draft.text.count)]
    }
    return try checker.embargoed(in: draft, on: Occasion(now: now))
  }

  private func record(
    _ passage: Passage, _ draft: Draft, _ secret: [TextRange]
  ) -> MatchExplanation.Passage {
    let isSecret = secret.contains { $0.overlaps(passage.draft) }
    return MatchExplanation.Passage(
      words: passage.words, identical: passage.identicalWords, longestRun: passage.longestRun,
      excerpt: isSecret ? .withheld(.embargo) : Excerpt(draft.text, passage.draft, wordsAtEachEnd: nil),
      isQuoted: draft.isQuoted(passage))
  }
}
