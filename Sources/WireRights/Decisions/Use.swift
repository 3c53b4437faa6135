public import WireText

/// What a newsroom does, or is about to do, with copy of one item.
///
/// A list that is empty, or a value that is nil, is not known; what is not known never allows.
public struct Use: Sendable, Hashable {
  /// How far the work on the draft is.
  public enum Stage: String, Sendable, Hashable, CaseIterable, Codable { case draft, publish }

  /// What is done; see `actions(for:on:)`.
  public var actions: [Action]
  /// By which channels, from `Channel` or a platform's name.
  public var channels: [String]
  /// Where, ISO 3166 codes or `worldwide`.
  public var territories: [String]
  /// When it is done: the time of publication, or now.
  public var instant: Instant
  /// Being prepared, or made public.
  public var stage: Stage
  /// What for.
  public var purposes: Set<Purpose>
  /// Whether the site earns money.
  public var isCommercial: Bool?
  /// Who receives the copy, and the names that the newsroom itself goes by.
  public var recipients: [Recipient]
  /// The part of the material that is used, for instance `text`, `image`.
  public var parts: Set<String>
  /// How much is taken.
  public var extent: Extent
  /// Which use of the item this is, from 1.
  public var count: Int?
  /// Whether copy of the agency is taken in bulk.
  public var isSystematic: Bool?
  /// When the newsroom first published the copy, for copy that already stands.
  public var firstPublished: Instant?

  /// A use of text for reporting the news.
  public init(
    _ actions: [Action], on channels: [String], in territories: [String], at instant: Instant,
    stage: Stage = .publish, purposes: Set<Purpose> = [.newsReporting], isCommercial: Bool? = nil,
    recipients: [Recipient] = [.public], extent: Extent = Extent()
  ) {
    self.actions = actions
    self.channels = channels
    self.territories = territories
    self.instant = instant
    self.stage = stage
    self.purposes = purposes
    self.isCommercial = isCommercial
    self.recipients = recipients
    self.parts = ["text"]
    self.extent = extent
  }

  /// Who receives copy.
  public enum Recipient: Sendable, Hashable {
    /// Whoever reads the site.
    case `public`
    /// Readers who pay.
    case subscribers
    /// Firms to whom the copy is passed on, for instance by a feed.
    case thirdParties
    /// The newsroom's own people.
    case inHouse
    /// A party by name; the newsroom's own names belong here too.
    case named(String)
  }
}

/// How much of an item is taken, and how.
public struct Extent: Sendable, Hashable {
  /// Words taken from the item, all passages together.
  public var words: Int?
  /// Words of the whole item.
  public var sourceWords: Int?
  /// The longest run of equal words.
  public var longestRun: Int?
  /// Words of the longest single quotation.
  public var longestQuotation: Int?
  /// Whether every passage stands in quotation marks.
  public var isQuoted: Bool?
  /// Characters taken.
  public var characters: Int?
  /// Sentences taken.
  public var sentences: Int?
  /// How alike the passages are to the item's words, 0 to 1.
  public var similarity: Double?

  /// An extent of the given parts.
  public init(
    words: Int? = nil, sourceWords: Int? = nil, longestRun: Int? = nil, longestQuotation: Int? = nil,
    isQuoted: Bool? = nil, characters: Int? = nil, sentences: Int? = nil, similarity: Double? = nil
  ) {
    self.words = words
    self.sourceWords = sourceWords
    self.longestRun = longestRun
    self.longestQuotation = longestQuotation
    self.isQuoted = isQuoted
    self.characters = characters
    self.sentences = sentences
    self.similarity = similarity
  }

  /// The share of the item that is taken, 0 to 1.
  public var share: Double? {
    guard let words, let sourceWords, sourceWords > 0 else { return nil }
    return min(1, Double(words) / Double(sourceWords))
  }
}
