public import WireText

/// Reads the sentences of a terms page, in which every word counts.
///
/// A contract drafted from them may state neither more nor less than they do. So in addition to the words that may
/// limit a permission, the residue of a statement contains those of a prohibition or a duty that were not used: a
/// condition, a relative clause, an exception. A statement without residue covers its whole sentence.
public struct TermsParser: Sendable {
  private let parser: NoticeParser
  /// The languages of the page, which a short sentence alone would not show.
  private let languages: [Language]

  /// A parser of sentences of a page.
  ///
  /// - Parameters:
  ///   - parser: reads the statements.
  ///   - page: the page's whole text, UTF-8, to detect its languages.
  public init(_ parser: NoticeParser, page: [UInt8]) {
    self.parser = parser
    let start = AnchorText(Array(page[..<UTF8Piece.end(in: page, atMost: NoticeParser.longestText)])).bytes
    languages = parser.policies.languages(inBody: start, TextRange(0, start.count))
  }

  /// The statement of a sentence.
  public func parse(_ text: String) -> RightsStatement {
    parser.parse(text, isWhole: true) { _ in languages }
  }

  /// Whether a word precedes the number of a part of an agreement: “Section 2”.
  public func isDivision(_ word: some StringProtocol) -> Bool {
    let word = word.lowercased()
    return languages.contains { $0.lexicon.divisions.contains(word) }
  }

  /// Whether a sentence permits something within limits, as a bar of all else: “may be published only in Norway”.
  public func permitsOnly(_ text: String) -> Bool {
    guard let sentence = sentence(text).1 else { return false }
    let span = Span(tags: sentence.tags, lower: sentence.lower, upper: sentence.upper)
    return span.has(.permitNext) && span.has(.only)
      && !sentence.tags.contains {
        $0.denies || $0.means(.prohibit)
      }
  }

  /// How the words before a list introduce its items.
  public enum Opening: Sendable, Hashable {
    /// They are a sentence of their own: “Here is what we ask:”.
    case sentence
    /// The items are conditions of the words before the given byte: “You may republish, so long as:”.
    case condition(from: Int)
    /// The items are exceptions: “May not be changed, except for the following:”.
    case exception
    /// The items continue after the verb: “You may not:”.
    case act
  }

  /// How the words before a list, without their colon, introduce it.
  public func opening(of text: String) -> Opening {
    let (reading, last) = sentence(text)
    guard let sentence = last, let index = sentence.tags.lastIndex(where: Self.opens) else {
      return .sentence
    }
    let opener = sentence.tags[index]
    guard !sentence.tags[(index + 1)...].contains(where: Self.isContent) else { return .sentence }
    if opener.means(.except) || opener.means(.unless) { return .exception }
    guard opener.means(.provided) else { return .act }
    return isFiller(opener.upper..<sentence.upper, of: sentence, in: reading)
      ? .condition(from: reading.tokens[opener.lower].lower) : .sentence
  }

  private static func opens(_ tag: Tag) -> Bool {
    tag.isModal || tag.means(.no) || tag.means(.prohibit) || tag.means(.prohibitAlso) || tag.means(.permit)
      || tag.means(.required) || tag.means(.provided) || tag.means(.except) || tag.means(.unless)
  }

  /// Whether it has content: an act, a duty, a limit or a part of the material.
  private static func isContent(_ tag: Tag) -> Bool {
    tag.action != nil || !tag.duties.isEmpty || !tag.constraints.isEmpty || tag.target != nil
  }

  /// A circumstance in which the rest of a sentence applies: the media of publication.
  public struct Circumstance: Sendable, Hashable {
    /// The names of the channels.
    public var channels: [String]
    /// The rest of the sentence, in bytes.
    public var rest: TextRange
  }

  /// The media to which a sentence is limited, before its first comma or in a clause at its end that says nothing else.
  ///
  /// For instance “If you publish online, …”, “In print, …”, or “… when republishing online”.
  public func circumstance(of text: String) -> Circumstance? {
    let (reading, last) = sentence(text)
    guard let sentence = last, sentence.lower == 0 else { return nil }
    let whole = TextRange(0, text.utf8.count)
    if let comma = (sentence.lower..<sentence.upper).first(where: { reading.tokens[$0].isMark(",") }),
      let channels = channels(sentence.lower..<comma, of: sentence, in: reading)
    {
      return Circumstance(channels: channels, rest: TextRange(reading.tokens[comma].upper, whole.upper))
    }
    let opener = sentence.tags.last { $0.means(.provided) || $0.means(.article) && $0.means(.plain) }
    guard let opener, opener.lower > sentence.lower,
      let channels = channels(opener.lower..<sentence.upper, of: sentence, in: reading)
    else { return nil }
    return Circumstance(channels: channels, rest: TextRange(0, reading.tokens[opener.lower].lower))
  }

  /// The channels named by some tokens, if these say only that something is published there.
  private func channels(
    _ range: Range<Int>, of sentence: Reading.Sentence, in reading: Reading
  ) -> [String]? {
    let tags = sentence.tags.filter { range.contains($0.lower) && $0.upper <= range.upperBound }
    let limits = tags.flatMap(\.constraints)
    let isPlain = tags.allSatisfy { tag in
      tag.isSmall || tag.means(.provided) || !tag.constraints.isEmpty
        || tag.action.map { [.publish, .use, .reproduce].contains($0) } ?? false
    }
    guard isPlain, !limits.isEmpty, limits.allSatisfy({ $0.kind == .channel && $0.comparison == .eq }) else {
      return nil
    }
    let read = Set(tags.flatMap { $0.lower..<$0.upper })
    let open = range.filter { !read.contains($0) }
    guard open.allSatisfy({ isFiller($0..<$0 + 1, of: sentence, in: reading) }) else { return nil }
    return limits.flatMap(\.members)
  }

  // MARK: Parts

  /// The last sentence of a text, with its tags.
  private func sentence(_ text: String) -> (Reading, Reading.Sentence?) {
    let bytes = Array(text.utf8)
    let start = UTF8Piece.text(bytes, TextRange(0, UTF8Piece.end(in: bytes, atMost: Self.longestSentence)))
    let reading = Reading(start[...], at: 0, policies: parser.policies, languages: languages)
    return (reading, reading.sentences.last)
  }

  /// The longest sentence, in bytes, that is examined for words that introduce a list.
  private static let longestSentence = 1 << 12

  /// Whether tokens are marks or words that limit nothing.
  private func isFiller(_ range: Range<Int>, of sentence: Reading.Sentence, in reading: Reading) -> Bool {
    let known = sentence.fillers(in: reading.list, from: sentence.lower, to: sentence.upper)
    return range.allSatisfy { reading.tokens[$0].kind == .mark || known.contains($0) }
  }
}
