internal import WireText

/// Reads notices, advisories and rights fields into what they state.
///
/// The parser knows shapes of sentences; every word comes from `NoticePolicies`. It is a pure function of the text,
/// linear in its length, and never throws: what looks like terms and is not understood becomes residue. No more than
/// the first `longestText` bytes are read; a longer text counts as one that breaks off.
public struct NoticeParser: Sendable {
  let policies: NoticePolicies
  /// The most that is read of one text, in bytes.
  public static let longestText = 1 << 19
  /// Longer texts are read in pieces of at most this many bytes.
  private static let pieceBytes = 1 << 16

  /// A parser with the words, agencies and licences of the policies.
  public init(_ policies: NoticePolicies) { self.policies = policies }

  /// Reads a text that is a notice, an advisory or a rights field as a whole.
  public func parse(_ text: String) -> RightsStatement {
    let whole = Array(text.utf8)
    guard whole.count <= Self.longestText else {
      let start = TextRange(0, UTF8Piece.end(in: whole, atMost: Self.longestText))
      var statement = parse(UTF8Piece.text(whole, start))
      statement.isTruncated = true
      return statement
    }
    return parse(text, whole)
  }

  private func parse(_ text: String, _ bytes: [UInt8]) -> RightsStatement {
    var builder = StatementBuilder(text: text, policies: policies)
    for piece in Pieces.of(text, bytes: bytes, atMost: Self.pieceBytes) {
      let reading = Reading(piece.text, at: piece.offset, policies: policies)
      builder.add(reading, bytes: bytes)
    }
    return builder.statement()
  }

  /// So many sentences that nobody can read may belong to the copyright line before them.
  private static let mostFollowers = 3
  /// A longer sentence, in tokens, is a story.
  private static let longestFollower = 40

  /// The sentences of a piece of a body that state rights, or that go on with one that does.
  func noticeSentences(in text: [UInt8], _ piece: TextRange) -> [TextRange] {
    let words = UTF8Piece.text(text, piece)
    let bytes = Array(text[piece.indices])
    let reading = Reading(words[...], at: 0, policies: policies)
    func states(_ index: Int, hasContext: Bool) -> Bool {
      let sentence = reading.sentences[index]
      guard !sentence.tags.isEmpty else { return false }
      var builder = StatementBuilder(text: words, policies: policies, hasContext: hasContext)
      builder.add(reading.only(index), bytes: bytes)
      let range = reading.range(sentence.lower, sentence.upper)
      let anchor = policies.anchors.first(in: bytes, from: range.lower, to: range.upper)
      let judge = BodyJudge(reading: reading, sentence: sentence, hasAnchor: anchor != nil)
      return judge.states(builder.statement(), hasContext: hasContext)
    }
    var result: [TextRange] = []
    var isOpen = false
    // Sentences of a language that is not known, right after a copyright line.
    var followers = 0
    for index in reading.sentences.indices {
      let sentence = reading.sentences[index]
      isOpen = states(index, hasContext: isOpen)
      if isOpen {
        followers = sentence.tags.contains { $0.means(.mark) } ? Self.mostFollowers : 0
      } else if followers > 0, sentence.upper - sentence.lower <= Self.longestFollower,
        UnknownTongue(reading: reading).words(of: sentence, names: []) != nil
      {
        followers -= 1
        isOpen = true
      } else {
        followers = 0
      }
      guard isOpen else { continue }
      let range = reading.range(reading.sentences[index].lower, reading.sentences[index].upper)
      result.append(TextRange(piece.lower + range.lower, piece.lower + range.upper))
    }
    return result
  }
}

/// Cuts long texts between lines, or hard where there are none.
enum Pieces {
  struct Piece {
    var text: Substring
    var offset: Int
  }

  static func of(_ text: String, bytes: [UInt8], atMost limit: Int) -> [Piece] {
    guard bytes.count > limit else { return [Piece(text: text[...], offset: 0)] }
    var pieces: [Piece] = []
    var start = 0
    while start < bytes.count {
      var end = min(start + limit, bytes.count)
      if end < bytes.count {
        let line = bytes[(start + limit / 2)..<end].lastIndex(of: UInt8(ascii: "\n"))
        let space = bytes[(start + limit / 2)..<end].lastIndex(of: UInt8(ascii: " "))
        if let cut = line ?? space { end = cut + 1 }
        while end > start + 1, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      }
      let utf8 = text.utf8
      let from = utf8.index(utf8.startIndex, offsetBy: start)
      pieces.append(Piece(text: text[from..<utf8.index(from, offsetBy: end - start)], offset: start))
      start = end
    }
    return pieces
  }
}
