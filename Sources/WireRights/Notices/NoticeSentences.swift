internal import WireText

/// Finds the sentences in a piece of a body that state rights, or that belong to one that does.
///
/// Only sentences with an anchor are read on their own. Sentences right before and after one that states rights, or
/// that would in the context of one, are read with it.
struct NoticeSentences {
  private let parser: NoticeParser
  private let words: String
  private let bytes: [UInt8]
  private var reader: SentenceReader
  /// The sentences; those that were requested have tags.
  private(set) var reading: Reading
  private var isRead: [Bool]
  private let lower: Int
  /// Whether the piece is a short paragraph at the start or the end of the text, as orders to editors are.
  private let isLine: Bool
  private(set) var found: [Bool]
  /// Whether the sentence that was judged last, or one right before it, permits something.
  private var isGranted = false
  /// Whether the sentence that was judged last permits something and says no more, nor of what.
  private var isPermitAlone = false
  /// The most sentences before an anchor that may belong to its notice.
  private static let lookBack = 2
  /// The most sentences in an unknown language that are attributed to a preceding copyright line.
  private static let mostFollowers = 3
  /// The most tokens of such a sentence; a longer one is part of a story.
  private static let longestFollower = 40

  /// Whether a sentence states rights.
  private enum Verdict { case no, inContext, yes }

  /// The sentences of a piece, in order, and whether the last of them, at its end, is part of a permission.
  ///
  /// - Parameters:
  ///   - isOpen: whether the piece continues a sentence that states rights.
  ///   - isGranted: whether that sentence, or one right before it, permits something.
  ///   - isLine: whether it is a short paragraph at the start or the end of the text, as orders to editors are.
  static func all(
    in text: [UInt8], _ piece: TextRange, isOpen: Bool, isGranted: Bool, isLine: Bool, parser: NoticeParser
  ) -> (ranges: [TextRange], isGranted: Bool) {
    let languages = parser.policies.languages(inBody: text, piece)
    var sentences = NoticeSentences(text, piece, languages, isLine: isLine, parser)
    sentences.isGranted = isGranted
    sentences.read(isOpen: isOpen)
    return (sentences.ranges, sentences.isGranted)
  }

  /// Whether a line is nothing but limits of what a line beside it permits.
  static func isLimit(in text: [UInt8], _ line: TextRange, parser: NoticeParser) -> Bool {
    let languages = parser.policies.languages(inBody: text, line)
    var sentences = NoticeSentences(text, line, languages, isLine: true, parser)
    let all = sentences.reading.sentences.indices
    return !all.isEmpty
      && all.allSatisfy { UnreadLimits.isLimitLine(sentences.sentence($0), in: sentences.reading) }
  }

  /// The sentences of a short line without an anchor that have the form of orders; empty for a text of unknown
  /// language.
  static func orders(in text: [UInt8], _ line: TextRange, parser: NoticeParser) -> [TextRange] {
    let languages = parser.policies.languages(ofPlainLine: line, in: text)
    guard !languages.isEmpty else { return [] }
    var sentences = NoticeSentences(text, line, languages, isLine: true, parser)
    for index in sentences.found.indices {
      let sentence = sentences.sentence(index)
      sentences.found[index] =
        OrderForm(reading: sentences.reading, sentence: sentence).isOrder
        || AdvisoryGrammar(reading: sentences.reading).edition(sentence, TextRange(0, 0)) != nil
    }
    return sentences.ranges
  }

  /// Whether a sentence of a piece may state rights, in a language that has an anchor there: a necessary condition, at
  /// much lower cost than reading the sentences around it.
  static func mayStand(
    in text: [UInt8], _ piece: TextRange, isLine: Bool, parser: NoticeParser
  ) -> Bool {
    let languages = parser.policies.languages(anchoredIn: text, piece)
    var sentences = NoticeSentences(text, piece, languages, isLine: isLine, parser)
    return sentences.found.indices.contains { sentences.mayState($0) }
  }

  private init(
    _ text: [UInt8], _ piece: TextRange, _ languages: [Language], isLine: Bool, _ parser: NoticeParser
  ) {
    self.parser = parser
    self.isLine = isLine
    words = UTF8Piece.text(text, piece)
    bytes = Array(text[piece.indices])
    reader = SentenceReader(words[...], at: 0, policies: parser.policies, languages: languages)
    reading = Reading(reader)
    lower = piece.lower
    isRead = Array(repeating: false, count: reading.sentences.count)
    found = isRead
  }

  private mutating func read(isOpen: Bool) {
    var isOpen = isOpen
    // The number of sentences in an unknown language right after a copyright line.
    var followers = 0
    for index in reading.sentences.indices {
      let hasAnchor = hasAnchor(index)
      guard isOpen || hasAnchor else { continue }
      var verdict = judge(index, hasAnchor: hasAnchor, hasContext: isOpen)
      if hasAnchor, !isOpen, verdict != .no, readBack(from: index), verdict == .inContext {
        verdict = judge(index, hasAnchor: true, hasContext: true)
      }
      found[index] = verdict == .yes
      if found[index], !isOpen, index > 0 {
        if isOwnership(index - 1) || isGranted && isBareLimit(index - 1) {
          found[index - 1] = true
        } else if isPermitAlone, isAboutOther(index - 1) {
          found[index] = false
        }
      }
      if found[index] {
        let tags = reading.sentences[index].tags
        if tags.contains(where: { $0.means(.mark) }) {
          followers = Self.mostFollowers
        } else if !tags.contains(where: { $0.means(.formula) }) {
          followers = 0
        }
      } else if followers > 0, isUnknown(index) {
        followers -= 1
        found[index] = true
      } else if isOpen, isGranted, mayLimit(index) {
        found[index] = true
      } else {
        followers = 0
      }
      isOpen = found[index]
      isGranted = isOpen && isGranted
    }
  }

  /// Whether a sentence with an anchor is a notice by itself, wherever it stands.
  private mutating func mayState(_ index: Int) -> Bool {
    guard hasAnchor(index),
      // In a line that may be an order, fewer words than a phrase of terms can be one.
      let sentence = isLine ? reader.read(index) : reader.readIfTermsMayStand(index),
      BodyJudge(reading: reading, sentence: sentence, hasAnchor: true, isLine: isLine).mayState
    else { return false }
    (reading.sentences[index], isRead[index]) = (sentence, true)
    return statement(index, hasContext: false).isNotice
  }

  /// Whether a short sentence after a permission may limit it: “You may republish it. Ads must not stand beside it.”
  private mutating func mayLimit(_ index: Int) -> Bool {
    let sentence = sentence(index)
    return sentence.upper - sentence.lower <= Self.longestFollower
      && UnreadLimits.mayLimit(sentence, in: reading) && !DiscourseJudge(reading: reading).isProse(sentence)
  }

  /// Whether it is nothing but a limit of what is permitted after it: “For personal use. Publication is permitted.”
  private mutating func isBareLimit(_ index: Int) -> Bool {
    let sentence = sentence(index)
    return UnreadLimits.isBareLimit(sentence, in: reading)
  }

  /// Whether a sentence is short and in a language without a lexicon.
  private mutating func isUnknown(_ index: Int) -> Bool {
    let sentence = sentence(index)
    return sentence.upper - sentence.lower <= Self.longestFollower
      && UnknownLanguage(reading: reading).words(of: sentence, names: []) != nil
  }

  /// Reads the sentences before one with an anchor; returns whether the one right before it states rights.
  private mutating func readBack(from index: Int) -> Bool {
    var isOpen = false
    for before in max(0, index - Self.lookBack)..<index {
      found[before] = found[before] || judge(before, hasAnchor: false, hasContext: isOpen) == .yes
      isOpen = found[before]
    }
    return isOpen
  }

  /// Whether a sentence says whose the material is, as in “All texts are the property of Harbour Wire”, which only a
  /// rule right after it makes part of a notice.
  private mutating func isOwnership(_ index: Int) -> Bool {
    let sentence = sentence(index)
    guard sentence.upper - sentence.lower <= Self.longestFollower,
      let possession = sentence.tags.first(where: Self.isPossession),
      Self.isAboutSelf(sentence), !hasStranger(sentence, before: possession.lower)
    else { return false }
    return statement(index, hasContext: true).holder != nil
      && !DiscourseJudge(reading: reading).isProse(sentence)
  }

  /// Whether it speaks of rights or of the text that contains it: “this article”, “all texts”.
  private static func isAboutSelf(_ sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains { tag in
      tag.means(.right) || tag.means(Concept.DiscourseWord.matter) && tag.action == nil
        || tag.isMaterial
          && sentence.known.contains { $0.means(Concept.HolderWord.determiner) && $0.upper == tag.lower }
    }
  }

  /// Whether a word that no lexicon contains stands before what says to whom something belongs, and may name it: “all
  /// articles in the shop”.
  private func hasStranger(_ sentence: Reading.Sentence, before upper: Int) -> Bool {
    guard sentence.lower < upper else { return false }
    let fillers = sentence.fillers(in: reading.list, from: sentence.lower, to: upper)
    let judge = DiscourseJudge(reading: reading)
    return !judge.unknownNouns(in: sentence, sentence.lower..<upper).allSatisfy(fillers.contains)
  }

  private func hasAnchor(_ index: Int) -> Bool {
    let range = range(of: index)
    return parser.policies.anchors.first(in: bytes, from: range.lower, to: range.upper) != nil
  }

  /// A sentence with its tags.
  mutating func sentence(_ index: Int) -> Reading.Sentence {
    if !isRead[index] {
      reading.sentences[index] = reader.read(index)
      isRead[index] = true
    }
    return reading.sentences[index]
  }

  private mutating func judge(_ index: Int, hasAnchor: Bool, hasContext: Bool) -> Verdict {
    let sentence = sentence(index)
    guard !sentence.tags.isEmpty else { return .no }
    let statement = statement(index, hasContext: hasContext)
    let judge = BodyJudge(reading: reading, sentence: sentence, hasAnchor: hasAnchor, isLine: isLine)
    if judge.states(statement, hasContext: hasContext) {
      isGranted = isGranted || statement.clauses.contains { $0.effect == .permit }
      isPermitAlone =
        statement.clauses.allSatisfy { $0.effect == .permit } && !statement.clauses.isEmpty
        && statement.advisory == nil && statement.licence == nil && statement.duties.isEmpty
        && statement.holder == nil
        && !sentence.tags.contains { $0.action == nil && $0.isMaterial }
      return .yes
    }
    return statement.isNotice ? .inContext : .no
  }

  /// Whether it says that something belongs to somebody: “property of”, “omaisuutta”.
  private static func isPossession(_ tag: Tag) -> Bool {
    if tag.means(.owner) || tag.means(.belongs) { return true }
    let isGenitive = tag.concepts.contains { if case .genitive = $0 { true } else { false } }
    return isGenitive && !tag.isMaterial && !tag.means(.permission) && !tag.means(.agreement)
  }

  /// What a sentence, which has been read, states by itself.
  private func statement(_ index: Int, hasContext: Bool) -> RightsStatement {
    var builder = StatementBuilder(text: words, policies: parser.policies, hasContext: hasContext)
    builder.add(reading.only(index), bytes: bytes)
    return builder.statement()
  }

  private func range(of index: Int) -> TextRange {
    reading.range(reading.sentences[index].lower, reading.sentences[index].upper)
  }

  /// The sentences that state rights, each with its label: “Attention: embargo until noon”.
  private var ranges: [TextRange] {
    found.indices.filter { found[$0] }.map { index in
      let start = index > 0 ? reading.sentences[index - 1].upper : 0
      let range = reading.range(start, reading.sentences[index].upper)
      return TextRange(lower + range.lower, lower + range.upper)
    }
  }
}
