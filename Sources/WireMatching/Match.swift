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
  /// What other items, earlier versions among them, share with the draft where this one was the better source; they have
  /// no others of their own.
  public var others: [Match]
  /// Where the source is in the index that was searched; nil where there was none.
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

  /// Identifiers of the others, each once.
  public var alsoIn: [String] {
    var seen: Set<String> = []
    return others.map(\.source).filter { seen.insert($0).inserted }
  }

  /// How most of the words were taken over; nil without a passage.
  public var kind: Passage.Kind? {
    let words = passages.reduce(into: [Passage.Kind: Int]()) { $0[$1.kind, default: 0] += $1.words }
    return Passage.Kind.allCases.max { words[$0, default: 0] < words[$1, default: 0] }.flatMap {
      words[$0] == nil ? nil : $0
    }
  }
}

/// A stretch of the draft and the stretch of the source that it comes from.
public struct Passage: Sendable, Equatable {
  /// How the words were taken over.
  public enum Kind: String, Sendable, Codable, CaseIterable { case verbatim, edited, rewritten, summarised }
  /// Bytes of the draft's text.
  public var draft: TextRange
  /// Bytes of the source's text.
  public var source: TextRange
  /// How the words were taken over.
  public var kind: Kind
  /// Strength in nats of surprisal.
  public var score: Double
  /// Words of the draft in the passage.
  public var words: Int
  /// Words that stand in the same order on both sides, or in runs of a few words in another order.
  public var identicalWords: Int
  /// The longest run of equal words without a gap.
  public var longestRun: Int
  /// Words of the draft into which letters of another script or marks that nobody sees were put.
  public var disguisedWords = 0
  /// The names and numbers that show whose facts a draft tells where its words do not; nil where words do.
  public var facts: Facts?

  /// Names and numbers of the whole draft, each once.
  public struct Facts: Sendable, Hashable, Codable {
    /// Those that the source has too.
    public var shared: Int
    /// All of them.
    public var all: Int

    /// So many of so many.
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
