internal import WireText

/// A phrase that was recognised, in the language that its sentence is read in.
struct Tag: Sendable {
  var concepts: [Concept]
  /// The first token, and the one after the last.
  var lower: Int
  var upper: Int

  func means(_ concept: Concept) -> Bool { concepts.contains(concept) }
  func means(_ word: Concept.EffectWord) -> Bool { concepts.contains(.effect(word)) }
  func means(_ word: Concept.ConditionWord) -> Bool { concepts.contains(.condition(word)) }
  func means(_ word: Concept.HolderWord) -> Bool { concepts.contains(.holder(word)) }
  func means(_ word: Concept.AdvisoryWord) -> Bool { concepts.contains(.advisory(word)) }
  func means(_ word: Concept.DiscourseWord) -> Bool { concepts.contains(.discourse(word)) }

  var action: Action? {
    for case .action(let action) in concepts { return action }
    return nil
  }
  var constraints: [Constraint] {
    concepts.compactMap {
      switch $0 {
      case .constraint(let constraint): constraint
      case .territory(let code): Constraint(.territory, code)
      default: nil
      }
    }
  }
  var duties: [Duty.Kind] {
    concepts.compactMap { if case .duty(let kind) = $0 { kind } else { nil } }
  }
  /// Whether it is a small word such as “for”, and none that only joins, such as “and”.
  var isPreposition: Bool { means(.link) && !means(.joint) }
  /// Whether it is what a period counts from: “transmission”.
  var isBase: Bool { concepts.contains { if case .time(.base) = $0 { true } else { false } } }
  /// Whether it is a small word that only joins or leads on.
  var isSmall: Bool {
    concepts.allSatisfy {
      switch $0 {
      case .holder(.link), .holder(.joint), .holder(.article), .holder(.from), .holder(.by): true
      default: false
      }
    }
  }
  var target: String? {
    for case .target(let target) in concepts { return target }
    return nil
  }
}

/// A piece of text with its tokens, sentences and tags.
struct Reading: Sendable {
  /// A sentence: its tokens and the tags in it.
  struct Sentence: Sendable {
    var lower: Int
    var upper: Int
    var tags: [Tag] = []
    /// Words in which terms are written or pointed at; the grammars of rules do not see them.
    var signals: [Tag] = []
    var language: Int?
  }

  let list: TokenList
  var sentences: [Sentence]
  var tokens: [Token] { list.tokens }

  init(_ text: Substring, at offset: Int, policies: NoticePolicies) {
    list = Lexer.tokens(of: text, at: offset)
    sentences = SentenceSplitter(
      list: list, abbreviations: policies.abbreviations, months: policies.months
    ).sentences()
    let matches = policies.phrases.matches(in: list)
    var tagger = Tagger(entries: policies.phrases.entries, languages: policies.lexicons.count)
    tagger.weigh(matches)
    var first = 0
    for index in sentences.indices {
      // A copy of its own: changed in place, the whole array would be copied for every sentence.
      var sentence = sentences[index]
      while first < matches.count, matches[first].lower < sentence.lower { first += 1 }
      var last = first
      while last < matches.count, matches[last].lower < sentence.upper { last += 1 }
      let inside = matches[first..<last].filter { $0.upper <= sentence.upper }
      let (tags, language) = tagger.tags(inside)
      sentence.tags = tags.filter { !isMention($0) && !isLookalikeSign($0) }
      setSignalsApart(of: &sentence)
      sentence.language = language
      dropPartsOfNames(from: &sentence)
      settleMonths(of: &sentence)
      joinCustomers(of: &sentence)
      settleExceptions(of: &sentence)
      sentences[index] = sentence
      first = last
    }
  }

  /// Whether quotation marks stand around just these words, so that they are spoken of and not said.
  private func isMention(_ tag: Tag) -> Bool {
    guard tag.lower > 0, tag.upper < tokens.count, tag.upper - tag.lower <= 3 else { return false }
    return tokens[tag.lower - 1].isMark("\"") && tokens[tag.upper].isMark("\"")
      && tokens[tag.lower].gap == .none && tokens[tag.upper].gap == .none
  }

  /// Moves the words that only signal terms out of the tags that make rules.
  private func setSignalsApart(of sentence: inout Sentence) {
    let signals: [Concept] = [.discourse(.terms), .discourse(.pointer), .discourse(.policy)]
    for index in sentence.tags.indices where sentence.tags[index].concepts.contains(where: signals.contains) {
      sentence.signals.append(sentence.tags[index])
      sentence.tags[index].concepts.removeAll { signals.contains($0) }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  /// Takes the meaning from capital words inside names: “News Group Newspapers Limited”.
  private func dropPartsOfNames(from sentence: inout Sentence) {
    let words = tokens[sentence.lower..<sentence.upper].filter { $0.kind == .word }
    let capitals = words.reduce(0) { $0 + ($1.isCapitalised ? 1 : 0) }
    guard capitals * 2 < words.count else { return }
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      guard tag.upper == tag.lower + 1, tag.lower > sentence.lower, isName(tag.lower),
        tokens[tag.lower].gap == .space,
        isName(tag.lower - 1) && !isArticle(tag.lower - 1, of: sentence)
          || isName(after: tag.upper, in: sentence)
      else { continue }
      sentence.tags[index].concepts.removeAll {
        switch $0 {
        case .constraint, .target, .action, .time(.base), .time(.once), .effect(.permitNext): true
        default: false
        }
      }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  /// Whether an article stands there, as at the start of a sentence in languages that write all nouns with capitals.
  private func isArticle(_ index: Int, of sentence: Sentence) -> Bool {
    sentence.tags.contains { $0.lower == index && $0.means(.article) }
  }

  /// Makes one receiver of customers and their country: “customers in Finland”.
  private func joinCustomers(of sentence: inout Sentence) {
    for index in sentence.tags.indices.dropLast() {
      let customers = Concept.constraint(Constraint(.recipient, "customers-in"))
      guard sentence.tags[index].means(customers) else { continue }
      let next = sentence.tags[index + 1]
      let places = next.constraints.filter { $0.kind == .territory }
      guard let place = places.first, next.lower - sentence.tags[index].upper <= 1 else { continue }
      sentence.tags[index].concepts = [.constraint(Constraint(.recipient, "customers-in:\(place.value)"))]
      sentence.tags[index].upper = next.upper
      sentence.tags[index + 1].concepts = []
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  /// Reads a word that is a month or something else as a month where a number stands next to it, or where it is
  /// capital inside a sentence.
  private func settleMonths(of sentence: inout Sentence) {
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      guard tag.concepts.contains(where: \.isMonth), !tag.concepts.allSatisfy(\.isMonth) else { continue }
      let isBeside =
        tag.upper < sentence.upper && tokens[tag.upper].kind == .number
        || tag.lower > sentence.lower && tokens[tag.lower - 1].kind == .number
      let isMonth = isBeside || tag.lower > sentence.lower && isName(tag.lower)
      sentence.tags[index].concepts.removeAll { $0.isMonth != isMonth }
    }
  }

  /// Reads “but not” as a prohibition where an act follows at once, else as an exception: “but not for sale”.
  private func settleExceptions(of sentence: inout Sentence) {
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      guard tag.means(.except), tag.means(.prohibitNext) else { continue }
      let isAct = sentence.tags.contains { $0.action != nil && (0...1).contains($0.lower - tag.upper) }
      sentence.tags[index].concepts.removeAll {
        $0 == (isAct ? .condition(.except) : .effect(.prohibitNext))
      }
    }
  }

  private func isName(after index: Int, in sentence: Sentence) -> Bool {
    index < sentence.upper && tokens[index].gap == .space && isName(index)
  }

  private func isName(_ index: Int) -> Bool { tokens[index].isCapitalised && !tokens[index].isUpper }

  /// Whether a letter in brackets is glued to what goes before, as in the number of a paragraph of a law.
  private func isLookalikeSign(_ tag: Tag) -> Bool {
    guard tag.means(.mark), tag.lower > 0, tokens[tag.lower].isMark(in: ["(", "["]) else { return false }
    let previous = tokens[tag.lower - 1]
    return tokens[tag.lower].gap == .none && (previous.kind == .number || previous.isMark(")"))
  }

  /// The same tokens with one of the sentences.
  func only(_ index: Int) -> Reading {
    var reading = self
    reading.sentences = [sentences[index]]
    return reading
  }

  /// The bytes of a range of tokens.
  func range(_ lower: Int, _ upper: Int) -> TextRange {
    guard lower < upper, upper <= tokens.count else { return TextRange(0, 0) }
    return TextRange(tokens[lower].lower, tokens[upper - 1].upper)
  }
}

/// Chooses the language of each sentence and the phrases that are taken, the longest first.
private struct Tagger {
  let entries: [PhraseTable.Entry]
  var weights: [Int]

  init(entries: [PhraseTable.Entry], languages: Int) {
    self.entries = entries
    weights = Array(repeating: 0, count: languages)
  }

  /// Counts how much of the whole text each language covers, to settle sentences that could be either.
  mutating func weigh(_ matches: [PhraseTable.Match]) {
    for match in matches { weights[entries[match.entry].language] += match.upper - match.lower }
  }

  /// The tags of one sentence, in its language and in the one that all share (language 0).
  func tags(_ matches: [PhraseTable.Match]) -> ([Tag], Int?) {
    var best: (language: Int, covered: Int)?
    for language in 1..<max(1, weights.count) where weights[language] > 0 {
      let covered = select(matches, language: language).reduce(0) { $0 + $1.upper - $1.lower }
      guard covered > 0 else { continue }
      if let current = best,
        (current.covered, weights[current.language]) >= (covered, weights[language])
      {
        continue
      }
      best = (language, covered)
    }
    return (select(matches, language: best?.language ?? 0), best?.language)
  }

  private func select(_ matches: [PhraseTable.Match], language: Int) -> [Tag] {
    var tags: [Tag] = []
    for match in matches {
      let entry = entries[match.entry]
      guard entry.language == language || entry.language == 0 else { continue }
      let tag = Tag(concepts: entry.concepts, lower: match.lower, upper: match.upper)
      guard let last = tags.last, last.upper > tag.lower else {
        tags.append(tag)
        continue
      }
      if last.lower == tag.lower, last.upper == tag.upper {
        tags[tags.count - 1].concepts += tag.concepts.filter { !last.concepts.contains($0) }
      } else if last.lower == tag.lower, last.upper < tag.upper {
        tags[tags.count - 1] = tag
      }
    }
    return tags
  }
}

/// Parts tokens into sentences.
struct SentenceSplitter {
  let list: TokenList
  let abbreviations: Set<String>
  /// Names of months, before which a full stop belongs to the day, as in German.
  let months: Set<String>
  /// A sentence is never longer, so that time and memory stay bounded on hostile text.
  static let longest = 400

  func sentences() -> [Reading.Sentence] {
    var result: [Reading.Sentence] = []
    var start = 0
    for index in list.tokens.indices {
      let isLast = index + 1 == list.tokens.count
      guard isLast || ends(at: index) || index - start >= Self.longest else { continue }
      result.append(Reading.Sentence(lower: start, upper: index + 1))
      start = index + 1
    }
    return result
  }

  /// Whether a sentence ends with the token.
  private func ends(at index: Int) -> Bool {
    let token = list.tokens[index]
    let next = list.tokens[index + 1]
    if next.gap >= .space, next.isCapitalised, endsAddress(index) { return true }
    if next.gap == .paragraph { return true }
    if token.isMark(in: ["!", "?", ";"]) { return !next.isMark(in: ["\"", "'", ")", "!", "?"]) }
    let isClosing = token.isMark(in: ["\"", "'", ")"])
    if isClosing, index > 0, list.tokens[index - 1].isMark(in: [".", "!", "?"]) { return !continues(next) }
    if token.isMark("-") { return isDashBetweenOrders(index) }
    guard token.isMark("."), !next.isMark(in: ["\"", "'", ")"]) else { return false }
    guard index > 0 else { return false }
    let previous = list.tokens[index - 1]
    if previous.isDense || next.isDense { return true }
    if next.gap == .none { return isGlued(previous, next) }
    if previous.kind == .word, token.gap == .none, abbreviations.contains(list.word(previous)) {
      return false
    }
    if previous.kind == .word, previous.foldedUpper - previous.foldedLower == 1, previous.isUpper {
      return false
    }
    if previous.kind == .number, next.kind == .word, months.contains(list.word(next)) { return false }
    return !continues(next)
  }

  /// Whether the token is the last of an internet address, after which a capital starts a sentence.
  private func endsAddress(_ index: Int) -> Bool {
    var at = index
    while at > 1, index - at < 24, list.tokens[at].gap <= .hyphen {
      if list.tokens[at].isMark("/"), list.tokens[at - 1].isMark("/") { return true }
      at -= 1
    }
    return false
  }

  /// Whether a free-standing dash parts words in capitals: `NO SALES - EDITORIAL USE ONLY`.
  private func isDashBetweenOrders(_ index: Int) -> Bool {
    let dash = list.tokens[index]
    let next = list.tokens[index + 1]
    guard index > 0, dash.gap >= .space, next.gap >= .space, next.isUpper else { return false }
    let previous = list.tokens[index - 1]
    return previous.isUpper && previous.foldedUpper - previous.foldedLower > 1 || previous.isMark("\"")
  }

  /// Whether a word goes on with a sentence that a full stop seemed to end.
  private func continues(_ next: Token) -> Bool {
    if next.kind == .mark { return next.isMark(in: [",", ";", ":", ")"]) }
    guard next.kind == .word, !next.isCapitalised, !next.isDense else { return false }
    return list.foldedBytes(next).allSatisfy { $0 < 0x80 }
  }

  /// Whether a full stop without a space after it still ends a sentence: `reserved.Copyright`.
  private func isGlued(_ previous: Token, _ next: Token) -> Bool {
    previous.kind == .word && next.kind == .word && next.isCapitalised && !previous.isCapitalised
      && !previous.isDotted
  }
}

extension Concept {
  var isMonth: Bool { if case .time(.month) = self { true } else { false } }
}
