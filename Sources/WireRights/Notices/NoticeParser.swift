internal import WireText

/// Reads notices, advisories and rights fields into statements.
///
/// The parser knows sentence patterns; every word comes from `NoticePolicies`. It is a pure function of the text,
/// linear in its length, and never throws: words that look like terms and are not understood become residue. At
/// most the first `longestText` bytes are read; a longer text counts as truncated.
public struct NoticeParser: Sendable {
  let policies: NoticePolicies
  /// The most that is read of one text, in bytes.
  public static let longestText = 1 << 19
  /// Longer texts are read in pieces of at most this many bytes.
  private static let pieceBytes = 1 << 16

  /// A parser with the words, agencies and licences of the policies.
  public init(_ policies: NoticePolicies) { self.policies = policies }

  /// Reads a text that is a notice, an advisory or a rights field as a whole.
  public func parse(_ text: String) -> RightsStatement { parse(text, beside: []) }

  /// Reads a text that belongs to a body.
  ///
  /// - Parameter body: UTF-8; its language is that of words without one, such as names.
  public func parse(_ text: String, beside body: [UInt8]) -> RightsStatement {
    parse(text) { policies.languages(in: $0, beside: body) }
  }

  /// A text with its sentences and tags, in the languages that it may be in.
  func reading(of text: String, beside body: [UInt8] = []) -> Reading {
    let languages = policies.languages(in: Array(text.utf8), beside: body)
    return Reading(text[...], at: 0, policies: policies, languages: languages)
  }

  /// Reads a notice that was found in a body, in the languages in which it was found.
  func parse(_ text: [UInt8], _ found: TextRange, in languages: [Language]) -> RightsStatement {
    parse(UTF8Piece.text(text, found)) { _ in languages }
  }

  /// Reads a text in the given languages; if every word counts, words of prohibitions and duties may be residue too.
  func parse(
    _ text: String, isWhole: Bool = false, in languages: ([UInt8]) -> [Language]
  ) -> RightsStatement {
    let whole = Array(text.utf8)
    guard whole.count <= Self.longestText else {
      let start = TextRange(0, UTF8Piece.end(in: whole, atMost: Self.longestText))
      var statement = parse(UTF8Piece.text(whole, start), isWhole: isWhole, in: languages)
      statement.isTruncated = true
      return statement
    }
    return parse(text, whole, isWhole: isWhole, in: languages)
  }

  private func parse(
    _ text: String, _ bytes: [UInt8], isWhole: Bool, in languages: ([UInt8]) -> [Language]
  ) -> RightsStatement {
    var builder = StatementBuilder(text: text, policies: policies, isWhole: isWhole)
    let spaced = SpacedLetters.joined(bytes)
    let joined = spaced.map { String(decoding: $0, as: UTF8.self) } ?? text
    for piece in Pieces.of(joined, bytes: spaced ?? bytes, atMost: Self.pieceBytes) {
      let reading = Reading(
        piece.text, at: piece.offset, policies: policies, languages: languages(Array(piece.text.utf8)))
      builder.add(reading, bytes: bytes)
    }
    return builder.statement()
  }
}

/// Cuts long texts between lines, or at a fixed size if there are none.
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
