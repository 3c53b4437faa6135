public import WireDocuments
public import WireMatching
internal import WireText

/// The passages that a draft shares with an item, word by word.
public struct Comparison: Codable, Sendable, Hashable {
  /// A passage, split where the two sides differ.
  public struct Passage: Codable, Sendable, Hashable {
    /// `verbatim`, `edited`, `rewritten` or `summarised`.
    public var kind: String
    /// Words of the draft in the passage.
    public var words: Int
    /// How many of these words are in the item in the same order, or elsewhere in it in runs of six words or more.
    public var identical: Int
    /// The longest run of equal words.
    public var longestRun: Int
    /// The range of the passage in the draft's text, in UTF-8 bytes.
    public var draft: [Int]
    /// The range of the passage in the item's text, in UTF-8 bytes.
    public var source: [Int]
    /// The words of both sides, in order; empty where they may not be shown.
    public var pieces: [Piece]
    /// Why no words are shown.
    public var withheld: Excerpt.Withholding?
  }

  /// Words that are the same on both sides, or on one side only.
  public struct Piece: Codable, Sendable, Hashable {
    /// What happened to the item's words.
    public enum Change: String, Codable, Sendable, Hashable { case same, deleted, inserted }
    /// What happened to the item's words.
    public var change: Change
    /// The words with the punctuation between them: the draft's, or the item's where the draft omits them.
    public var text: String
  }

  /// The draft's identifier, or its path.
  public var draft: String
  /// The item's identifier.
  public var source: String
  /// The passages, in the draft's order.
  public var passages: [Passage]
}

extension Checker {
  /// The passages that a document shares with each item, strongest item first.
  public func comparisons(of document: Document, on occasion: Occasion) throws(IndexFault) -> [Comparison] {
    let draft = Draft(document, newsroom)
    return try reuses(in: draft, on: occasion).filter { !$0.isSecondary }.map { reuse in
      let isSecret = reuse.state.isUnderEmbargo(at: occasion.now)
      let passages = reuse.usages.flatMap(\.passages).sorted { $0.draft < $1.draft }
      return Comparison(
        draft: draft.record.id, source: reuse.match.source,
        passages: passages.map { Comparison.Passage($0, draft, reuse.content.text, isSecret: isSecret) })
    }
  }
}

extension Comparison.Passage {
  init(_ passage: Passage, _ draft: Draft, _ source: [UInt8], isSecret: Bool) {
    let words = Array(draft.words(in: passage.draft))
    let others = PassageParts.words(of: source, in: passage.source)
    self.init(
      kind: passage.kind.rawValue, words: passage.words, identical: passage.identicalWords,
      longestRun: passage.longestRun, draft: [passage.draft.lower, passage.draft.upper],
      source: [passage.source.lower, passage.source.upper],
      pieces: isSecret ? [] : Self.pieces(words, draft.text, others, source),
      withheld: isSecret ? .embargo : nil)
  }

  private static func pieces(
    _ words: [Word], _ text: [UInt8], _ others: [Word], _ source: [UInt8]
  ) -> [Comparison.Piece] {
    var pieces: [Comparison.Piece] = []
    func add(_ change: Comparison.Piece.Change, _ range: Range<Int>, of words: [Word], _ text: [UInt8]) {
      guard !range.isEmpty else { return }
      let end =
        range.upperBound < words.count ? words[range.upperBound].start : words[range.upperBound - 1].end
      let bytes = text[Int(words[range.lowerBound].start)..<Int(end)]
      let string = String(decoding: bytes, as: UTF8.self)
      if pieces.last?.change == change {
        pieces[pieces.count - 1].text += string
      } else {
        pieces.append(Comparison.Piece(change: change, text: string))
      }
    }
    var (next, other) = (0, 0)
    let pairs = WordPairs.all(words.map(\.hash), others.map(\.hash))
    for pair in pairs + [(words.count, others.count)] {
      add(.deleted, other..<pair.source, of: others, source)
      add(.inserted, next..<pair.draft, of: words, text)
      if pair.draft < words.count { add(.same, pair.draft..<pair.draft + 1, of: words, text) }
      (next, other) = (pair.draft + 1, pair.source + 1)
    }
    return pieces
  }
}
