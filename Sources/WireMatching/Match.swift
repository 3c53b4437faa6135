public import WireText

/// The reuse of one source item in one draft.
public struct Match: Sendable, Equatable {
  /// The source's identifier.
  public var source: String
  /// The source's version.
  public var version: Int
  /// The strength of all passages together, in nats of surprisal.
  public var score: Double
  /// The shared passages, in the draft's order.
  public var passages: [Passage]
  /// The matches of other items, earlier versions among them, with words for which this one is the better source;
  /// their own `others` are empty.
  public var others: [Match]
  /// The source's place in the index that was searched; nil if there was no index.
  public var place: IndexPlace?

  /// A match of the given parts.
  public init(
    source: String, version: Int = 1, score: Double, passages: [Passage], others: [Match] = [],
    place: IndexPlace? = nil
  ) {
    self.source = source
    self.version = version
    self.score = score
    self.passages = passages
    self.others = others
    self.place = place
  }

  /// The identifiers of the others, each once.
  public var alsoIn: [String] {
    var seen: Set<String> = []
    return others.map(\.source).filter { seen.insert($0).inserted }
  }

  /// How most of the words were reused; nil without a passage.
  public var kind: Passage.Kind? {
    let words = passages.reduce(into: [Passage.Kind: Int]()) { $0[$1.kind, default: 0] += $1.words }
    return Passage.Kind.allCases.max { words[$0, default: 0] < words[$1, default: 0] }.flatMap {
      words[$0] == nil ? nil : $0
    }
  }
}

/// A stretch of the draft and the stretch of the source that it was taken from.
public struct Passage: Sendable, Equatable {
  /// How the words were reused.
  public enum Kind: String, Sendable, Codable, CaseIterable { case verbatim, edited, rewritten, summarised }
  /// Bytes of the draft's text.
  public var draft: TextRange
  /// Bytes of the source's text.
  public var source: TextRange
  /// How the words were reused.
  public var kind: Kind
  /// Strength in nats of surprisal.
  public var score: Double
  /// The number of the draft's words in the passage.
  public var words: Int
  /// The words in the same order on both sides, or in short runs in another order.
  public var identicalWords: Int
  /// The length of the longest run of equal words.
  public var longestRun: Int
  /// The number of the draft's words that contain look-alike letters of another script or invisible characters.
  public var disguisedWords = 0
  /// The shared names and numbers, if they identify the source and the wording does not; nil otherwise.
  public var facts: Facts?

  /// The names and numbers of the whole draft, each once.
  public struct Facts: Sendable, Hashable, Codable {
    /// The number that the source has too.
    public var shared: Int
    /// The number in the draft.
    public var all: Int

    /// A count out of a total.
    public init(shared: Int, all: Int) {
      self.shared = shared
      self.all = all
    }
  }

  /// A passage of the given parts.
  public init(
    draft: TextRange, source: TextRange, kind: Kind, score: Double, words: Int, identicalWords: Int,
    longestRun: Int
  ) {
    self.draft = draft
    self.source = source
    self.kind = kind
    self.score = score
    self.words = words
    self.identicalWords = identicalWords
    self.longestRun = longestRun
  }
}
