public import WireText

/// A notice that stands inside a document's body.
public struct FoundNotice: Sendable {
  /// The bytes of the body's text in which it stands.
  public var range: TextRange
  /// What it says; the ranges in it count from the start of `range`.
  public var statement: RightsStatement

  /// A notice of the given parts.
  public init(range: TextRange, statement: RightsStatement) {
    self.range = range
    self.statement = statement
  }
}

extension NoticeParser {
  /// The notices, licences and advisories to editors that stand inside a body, in order.
  ///
  /// A notice is a run of sentences that state rights by themselves: a whole paragraph, the first or last sentences
  /// of one, or several short paragraphs one after the other. Words between quotation marks are somebody's report
  /// of a notice and are none. Paragraphs without any of the lexicons' anchor words are skipped without being read;
  /// of the others about `longestText` bytes are read, which is the anchored text of a long book.
  ///
  /// - Parameters:
  ///   - text: the body, UTF-8.
  ///   - paragraphs: in order, not overlapping.
  /// - Complexity: linear in the text.
  public func notices(in text: [UInt8], paragraphs: [TextRange]) -> [FoundNotice] {
    var search = BodySearch(parser: self, text: text)
    for paragraph in paragraphs where paragraph.upper <= text.count { search.read(paragraph) }
    return search.notices()
  }
}

/// Collects the runs of sentences of a body that are notices, and parses each as a whole.
private struct BodySearch {
  let parser: NoticeParser
  let text: [UInt8]
  private var runs: [TextRange] = []
  /// How many bytes may still be read.
  private var budget = NoticeParser.longestText
  /// A run never grows longer by joining paragraphs.
  private static let longestRun = 1 << 13
  /// What may stand between two sentences of one notice, in bytes.
  private static let longestGap = 160
  /// Longer paragraphs are read in pieces.
  private static let longestPiece = 1 << 14

  init(parser: NoticeParser, text: [UInt8]) {
    self.parser = parser
    self.text = text
  }

  mutating func read(_ paragraph: TextRange) {
    var lower = paragraph.lower
    while lower < paragraph.upper {
      let upper = pieceEnd(from: lower, upTo: paragraph.upper)
      let piece = TextRange(lower, upper)
      if budget > 0, parser.policies.anchors.first(in: text, from: lower, to: upper) != nil {
        budget -= piece.count
        read(piece: piece)
      }
      lower = upper
    }
  }

  /// The end of the piece that starts at a byte: after a space where the rest is too long.
  private func pieceEnd(from lower: Int, upTo upper: Int) -> Int {
    guard upper - lower > Self.longestPiece else { return upper }
    let limit = lower + Self.longestPiece
    if let space = text[(lower + Self.longestPiece / 2)..<limit].lastIndex(of: 0x20) { return space + 1 }
    return UTF8Piece.end(in: text, atMost: limit)
  }

  private mutating func read(piece: TextRange) {
    var quotations = Quotation.all(in: text, paragraphs: [piece])[...]
    for sentence in parser.noticeSentences(in: text, piece) {
      while let first = quotations.first, first.range.upper <= sentence.lower { quotations.removeFirst() }
      if isQuoted(sentence, quotations) { continue }
      append(sentence, in: piece)
    }
  }

  /// Whether at least half of the sentence stands between quotation marks.
  private func isQuoted(_ sentence: TextRange, _ quotations: ArraySlice<Quotation>) -> Bool {
    var quoted = 0
    for quotation in quotations {
      guard quotation.range.lower < sentence.upper else { break }
      quoted += min(quotation.range.upper, sentence.upper) - max(quotation.range.lower, sentence.lower)
    }
    return quoted * 2 >= sentence.count
  }

  private mutating func append(_ sentence: TextRange, in piece: TextRange) {
    if let last = runs.last, joins(last, sentence, piece) {
      runs[runs.count - 1] = TextRange(last.lower, sentence.upper)
    } else {
      runs.append(sentence)
    }
  }

  /// Whether a run goes on with a sentence: after white space, or after a short sentence of the same paragraph.
  private func joins(_ run: TextRange, _ sentence: TextRange, _ piece: TextRange) -> Bool {
    guard sentence.upper - run.lower <= Self.longestRun, run.upper <= sentence.lower else { return false }
    let gap = sentence.lower - run.upper
    if run.lower >= piece.lower, gap <= Self.longestGap { return true }
    return gap <= Self.longestGap && text[run.upper..<sentence.lower].allSatisfy { $0 <= 0x20 }
  }

  func notices() -> [FoundNotice] {
    runs.compactMap { range in
      let statement = parser.parse(UTF8Piece.text(text, range))
      return statement.isNotice ? FoundNotice(range: range, statement: statement) : nil
    }
  }
}
