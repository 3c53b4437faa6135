public import WireText

/// A notice inside a document's body.
public struct FoundNotice: Sendable {
  /// Its bytes in the body's text.
  public var range: TextRange
  /// What it states; its ranges are relative to the start of `range`.
  public var statement: RightsStatement

  /// A notice of the given parts.
  public init(range: TextRange, statement: RightsStatement) {
    self.range = range
    self.statement = statement
  }
}

extension NoticeParser {
  /// The notices, licences and advisories to editors inside a body, in order.
  ///
  /// A notice is a run of sentences that state rights by themselves: a whole paragraph, the first or last sentences
  /// of one, or several short consecutive paragraphs. Words between quotation marks are a report about a notice and
  /// do not count. Only the sentences around the lexicons' anchors are read, up to about `longestText` bytes of
  /// them, as many as a long book has.
  ///
  /// - Parameters:
  ///   - text: the body, UTF-8.
  ///   - paragraphs: in order, not overlapping.
  /// - Complexity: linear in the text.
  public func notices(in text: [UInt8], paragraphs: [TextRange]) -> [FoundNotice] {
    let body = AnchorText(text)
    var search = BodySearch(parser: self, text: body.bytes)
    for (number, paragraph) in paragraphs.enumerated() where paragraph.upper <= text.count {
      let isEdge = number < BodySearch.edge || number >= paragraphs.count - BodySearch.edge
      let place = body.place(of: paragraph)
      search.read(place, isLine: isEdge && paragraph.count <= BodySearch.longestLine)
      search.readLimits(beside: place)
    }
    return search.runs.compactMap { run in
      let found = body.origin(of: run)
      var statement = parse(text, found, in: policies.languages(inBody: body.bytes, run))
      if !Self.startsLine(found.lower, in: text) { statement.dropLiftAtStart() }
      return statement.isNotice ? FoundNotice(range: found, statement: statement) : nil
    }
  }
}

extension NoticeParser {
  /// Whether only marks and spaces stand before a byte in its line.
  private static func startsLine(_ start: Int, in text: [UInt8]) -> Bool {
    let line = text[max(0, start - BodySearch.longestLine)..<start].reversed().prefix { $0 != 0x0A }
    return !line.contains { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
  }
}

extension RightsStatement {
  /// Removes what the first sentence permits from an instant on, because words before it in its line may say of what.
  fileprivate mutating func dropLiftAtStart() {
    clauses.removeAll { clause in
      clause.effect == .permit && clause.evidence.lower == 0
        && clause.constraints.contains { $0.kind == .timeAfter }
    }
  }
}

/// Collects the runs of sentences of a body that are notices, and parses each as a whole.
private struct BodySearch {
  let parser: NoticeParser
  let text: [UInt8]
  private(set) var runs: [TextRange] = []
  /// The number of bytes that may still be read.
  private var budget = NoticeParser.longestText
  /// The end of the last run if it permits something up to there, so that a line right after it may limit that.
  private var grantedEnd: Int?
  /// The last paragraph if it is short and no part of a run, so that it may limit what is permitted right after it.
  private var lineBefore: TextRange?
  /// The longest run that results from joining paragraphs, in bytes.
  private static let longestRun = 1 << 13
  /// The most bytes between two sentences of one notice.
  private static let longestGap = 160
  /// The number of paragraphs at the start and at the end of a text that may be orders to editors.
  static let edge = 3
  /// The longest paragraph that counts as a line of its own, in bytes.
  static let longestLine = 200
  /// The longest order without an anchor, in bytes.
  private static let longestOrder = 64
  /// The longest piece of a paragraph that is read at once, in bytes.
  private static let longestPiece = 1 << 14

  init(parser: NoticeParser, text: [UInt8]) {
    self.parser = parser
    self.text = text
  }

  /// Reads a paragraph.
  ///
  /// - Parameter isLine: whether it is a short one at the start or the end of the text.
  mutating func read(_ paragraph: TextRange, isLine: Bool) {
    var lower = paragraph.lower
    while lower < paragraph.upper {
      let upper = pieceEnd(from: lower, upTo: paragraph.upper)
      let piece = TextRange(lower, upper)
      if budget > 0 {
        if let anchor = parser.policies.anchors.first(in: text, from: lower, to: upper) {
          read(piece: piece, anchor: anchor, isLine: isLine)
        } else if isLine, piece.count <= Self.longestOrder {
          read(order: piece)
        }
      }
      lower = upper
    }
  }

  /// Reads a short line without an anchor, which may have the form of an order.
  private mutating func read(order line: TextRange) {
    budget -= line.count
    for sentence in NoticeSentences.orders(in: text, line, parser: parser) { append(sentence, in: line) }
  }

  /// The end of the piece that starts at a byte: after a space if the rest is too long.
  private func pieceEnd(from lower: Int, upTo upper: Int) -> Int {
    guard upper - lower > Self.longestPiece else { return upper }
    let limit = lower + Self.longestPiece
    if let space = text[(lower + Self.longestPiece / 2)..<limit].lastIndex(of: 0x20) { return space + 1 }
    return UTF8Piece.end(in: text, atMost: limit)
  }

  /// Reads the sentences around the anchors of a piece; continues past the end of the piece if a notice is still open.
  private mutating func read(piece: TextRange, anchor: Int, isLine: Bool) {
    // Computed when the first sentence is found.
    var quotations: ArraySlice<Quotation>?
    let sentences = SentenceWindow(text: text, piece: piece)
    var next: Int? = anchor
    var window = TextRange(piece.lower, piece.lower)
    while let anchor = next, budget > 0 {
      let around = sentences.around(anchor, after: window.upper)
      let sentence = sentences.sentence(around: anchor, in: around)
      budget -= sentence.count
      guard NoticeSentences.mayStand(in: text, sentence, isLine: isLine, parser: parser) else {
        next = parser.policies.anchors.first(in: text, from: max(sentence.upper, anchor + 1), to: piece.upper)
        continue
      }
      window = around
      var isOpen = false
      repeat {
        budget -= window.count
        let found = NoticeSentences.all(
          in: text, window, isOpen: isOpen, isGranted: isOpen && grantedEnd != nil, isLine: isLine,
          parser: parser)
        isOpen = found.ranges.last.map { text[$0.upper..<window.upper].allSatisfy { $0 <= 0x20 } } ?? false
        for sentence in found.ranges {
          var rest = quotations ?? Quotation.all(in: text, paragraphs: [piece])[...]
          while let first = rest.first, first.range.upper <= sentence.lower { rest.removeFirst() }
          if !isQuoted(sentence, rest) { append(sentence, in: piece) }
          quotations = rest
        }
        if !found.ranges.isEmpty { grantedEnd = found.isGranted ? runs.last?.upper : nil }
        if isOpen { window = sentences.following(window.upper) }
      } while isOpen && window.count > 0 && budget > 0
      next = parser.policies.anchors.first(in: text, from: window.upper, to: piece.upper)
    }
  }

  /// Adds the short paragraph right before or after a permission that is nothing but its limit: “Publication is
  /// permitted”, and on a line of its own “In Norway”.
  ///
  /// - Parameter paragraph: the one that was just read.
  mutating func readLimits(beside paragraph: TextRange) {
    let isShort = paragraph.count <= Self.longestLine
    guard let run = runs.last, run.upper > paragraph.lower else {
      lineBefore = isShort ? paragraph : nil
      guard isShort, let run = runs.last, run.upper == grantedEnd,
        isBlank(from: run.upper, to: paragraph.lower), isLimit(paragraph)
      else { return }
      runs[runs.count - 1] = TextRange(run.lower, paragraph.upper)
      grantedEnd = paragraph.upper
      lineBefore = nil
      return
    }
    if grantedEnd != nil, let line = lineBefore, run.lower >= paragraph.lower,
      isBlank(from: line.upper, to: run.lower), isLimit(line)
    {
      runs[runs.count - 1] = TextRange(line.lower, run.upper)
    }
    lineBefore = nil
  }

  /// Whether a line consists of limits of a permission.
  private mutating func isLimit(_ line: TextRange) -> Bool {
    guard budget > 0 else { return false }
    budget -= line.count
    return NoticeSentences.isLimit(in: text, line, parser: parser)
  }

  /// Whether only white space is between two bytes, which are not far from each other.
  private func isBlank(from lower: Int, to upper: Int) -> Bool {
    lower <= upper && upper - lower <= Self.longestBreak && text[lower..<upper].allSatisfy { $0 <= 0x20 }
  }

  /// The most bytes between a permission and the line that limits it.
  private static let longestBreak = 16

  /// Whether at least half of the sentence is between quotation marks, and no anchor is outside them: “© АО «Мавка»”.
  private func isQuoted(_ sentence: TextRange, _ quotations: ArraySlice<Quotation>) -> Bool {
    var quoted = 0
    var end = sentence.lower
    for quotation in quotations {
      guard quotation.range.lower < sentence.upper else { break }
      let (lower, upper) = (max(quotation.range.lower, end), min(quotation.range.upper, sentence.upper))
      if hasAnchor(from: end, to: lower) { return false }
      quoted += max(0, upper - lower)
      end = max(end, upper)
    }
    return quoted * 2 >= sentence.count && !hasAnchor(from: end, to: sentence.upper)
  }

  private func hasAnchor(from lower: Int, to upper: Int) -> Bool {
    parser.policies.anchors.first(in: text, from: lower, to: upper) != nil
  }

  private mutating func append(_ sentence: TextRange, in piece: TextRange) {
    if let last = runs.last, joins(last, sentence, piece) {
      runs[runs.count - 1] = TextRange(last.lower, sentence.upper)
    } else {
      runs.append(sentence)
    }
  }

  /// Whether a sentence continues a run: after white space, or after a short sentence of the same paragraph.
  private func joins(_ run: TextRange, _ sentence: TextRange, _ piece: TextRange) -> Bool {
    guard sentence.upper - run.lower <= Self.longestRun, run.upper <= sentence.lower else { return false }
    let gap = sentence.lower - run.upper
    if run.lower >= piece.lower, gap <= Self.longestGap { return true }
    return gap <= Self.longestGap && text[run.upper..<sentence.lower].allSatisfy { $0 <= 0x20 }
  }
}
