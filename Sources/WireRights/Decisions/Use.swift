public import WireText

/// What a newsroom does, or plans to do, with copy of one item.
///
/// An empty list or nil means unknown; an unknown never allows anything.
public struct Use: Sendable, Hashable {
  /// The names of the parts of an item that rules tell apart.
  public static let media: Set<String> = ["text", "image", "video", "graphic", "audio", "feed"]

  /// The stage of the work on the draft.
  public enum Stage: String, Sendable, Hashable, CaseIterable, Codable { case draft, publish }

  /// The actions; see `actions(for:on:)`.
  public var actions: [Action]
  /// The channels: names of `Channel`, or a platform's name.
  public var channels: [String]
  /// The territories: ISO 3166 codes or `worldwide`.
  public var territories: [String]
  /// The time of the use: the time of publication, or now.
  public var instant: Instant
  /// Whether it is being prepared or published.
  public var stage: Stage
  /// The purposes.
  public var purposes: Set<Purpose>
  /// Whether the site is commercial.
  public var isCommercial: Bool?
  /// The recipients of the copy, including the newsroom's own names.
  public var recipients: [Recipient]
  /// The parts of the material that are used: of `media`.
  public var parts: Set<String>
  /// How much is taken.
  public var extent: Extent
  /// The ordinal number of this use of the item, from 1.
  public var count: Int?
  /// Whether copy of the agency is taken in bulk.
  public var isSystematic: Bool?
  /// When the newsroom first published the copy, for copy that is already online.
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

  /// A recipient of copy.
  public enum Recipient: Sendable, Hashable {
    /// The site's readers.
    case `public`
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
  /// Whether every passage is in quotation marks.
  public var isQuoted: Bool?
  /// Characters taken.
  public var characters: Int?
  /// Sentences taken.
  public var sentences: Int?
  /// The similarity of the passages to the item's words, 0 to 1.
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
