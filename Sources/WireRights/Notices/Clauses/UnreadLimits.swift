internal import WireText

/// Finds the words of a permission that may limit it and were not understood.
///
/// A permission is only as wide as what was understood of its words: “may be published by members of the guild”
/// gives no permission to anybody else. So every word counts that is neither part of what was read nor known to
/// limit nothing, and every word that opens a limit, such as “unless”, if no limit was read after it.
struct UnreadLimits {
  let reading: Reading
  let span: Span
  /// The clauses that were read from the span.
  let clauses: [Clause]
  /// Names, credits and licences, which are read elsewhere.
  let known: [TextRange]
  /// The language of the sentence.
  let language: Language?
  /// Whether every word counts, including those of prohibitions and duties: a draft may state neither more nor less
  /// than its page.
  var isWhole = false

  /// The most tags of a permission that is examined; a longer one needs review, which also keeps hostile texts linear.
  static let mostTags = 256

  /// The words, from the first to the last; nil if everything was understood.
  func words() -> TextRange? {
    let unread = unread
    guard let first = unread.first, let last = unread.last else { return nil }
    return reading.range(first, last + 1)
  }

  /// The words, adjacent ones in one range.
  func runs() -> [TextRange] {
    var runs: [Range<Int>] = []
    for index in unread {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs.map { reading.range($0.lowerBound, $0.upperBound) }
  }

  /// The tokens that were not understood, in order; all of them if there are too many to examine.
  private var unread: [Int] {
    let start = start
    guard start < span.upper else { return [] }
    guard span.tags.count <= Self.mostTags else { return Array(start..<span.upper) }
    let harmless = harmless(from: start)
    var open = Set(start..<span.upper).subtracting(harmless.words).subtracting(harmless.phrases)
    for tag in span.tags where tag.lower >= start {
      let own = Set(tag.lower..<tag.upper)
      // “When” and “where” are small words, too, but not fillers.
      let isSmall = isWhole && tag.isSmall
      let mayBeFiller = tag.means(.infinitive) || Self.kinds(of: tag) != nil || isSmall
      if !isSmall && isRead(tag) || mayBeFiller && own.isSubset(of: harmless.words) {
        open.subtract(own)
      } else {
        open.formUnion(own.subtracting(harmless.phrases))
      }
    }
    return open.filter { !isKnown($0) }.sorted()
  }

  /// Whether a token belongs to the name of the work's owner: “the stories of Harbour Press”.
  private func isOwner(_ index: Int) -> Bool {
    var lower = index
    while lower > span.lower, reading.tokens[lower].isCapitalised { lower -= 1 }
    return lower < index
      && span.tags.contains { tag in
        tag.upper == lower + 1 && (tag.means(.from) || tag.means(.owner))
          && span.tags.contains { $0.upper == tag.lower && $0.means(Concept.DiscourseWord.matter) }
      }
  }

  /// Whether a token is a mark, part of what is read elsewhere, a number of a limit that was read or of a list item.
  private func isKnown(_ index: Int) -> Bool {
    let range = reading.range(index, index + 1)
    if known.contains(where: { $0.contains(range) }) || isOwner(index) { return true }
    switch reading.tokens[index].kind {
    case .mark: return !BrokenEnd.isOmission(at: index, in: reading.tokens)
    case .word: return isEnding(index)
    case .number:
      return isLimited(by: Self.numbers) || index + 1 < span.upper && reading.tokens[index + 1].isMark(")")
        || isClauseNumber(index)
    }
  }

  /// Where the permission starts: a prohibition permits only what it excepts.
  private var start: Int {
    guard span.effect == .prohibit, !isWhole else { return span.lower }
    return span.tags.first { $0.means(.except) || $0.means(.unless) || $0.means(.exemption) }?.lower
      ?? span.lower
  }

  // MARK: Words without a meaning

  /// Tokens that limit nothing: single words of the lexicon, which may mean something else, and phrases and
  /// addresses, which do not.
  func harmless(from start: Int) -> (words: Set<Int>, phrases: Set<Int>) {
    var result: (words: Set<Int>, phrases: Set<Int>) = ([], [])
    for match in language?.fillers.matches(in: reading.list, from: start, to: span.upper) ?? [] {
      if isWhole, opensException(match.lower, match.upper) { continue }
      if match.upper - match.lower == 1 {
        result.words.insert(match.lower)
      } else {
        result.phrases.formUnion(match.lower..<match.upper)
      }
    }
    var lower = start
    while lower < span.upper {
      var upper = lower + 1
      while upper < span.upper, reading.tokens[upper].gap == .none, !reading.tokens[upper].isDense {
        upper += 1
      }
      if isAddress(lower, upper) { result.phrases.formUnion(lower..<upper) }
      lower = upper
    }
    return result
  }

  /// Whether tokens without gaps are an address: “example.org/terms”, “desk@example.org”.
  private func isAddress(_ lower: Int, _ upper: Int) -> Bool {
    (lower..<upper).dropFirst().dropLast().contains { index in
      guard reading.tokens[index].isMark(in: [".", "@"]) else { return false }
      let next = reading.tokens[index + 1]
      return reading.tokens[index - 1].kind != .mark && next.kind == .word && !next.isCapitalised
    }
  }

  /// Whether a number is that of the clause, at the start of the sentence: “4.1 Subscribers may …”.
  private func isClauseNumber(_ index: Int) -> Bool {
    guard index == span.lower || reading.tokens[index].gap >= .line else { return false }
    return reading.list.word(index).contains(".")
      || index + 1 < span.upper && reading.tokens[index + 1].isMark(".")
  }

  // MARK: Words with a meaning

  /// Whether the meaning of a tag is part of the rules, or cannot limit them.
  private func isRead(_ tag: Tag) -> Bool {
    if isWhole, isAstray(tag) { return false }
    if !tag.constraints.isEmpty {
      return tag.constraints.allSatisfy(isRead)
        || ClauseGrammar(reading: reading, span: span).isExampleOfRule(tag)
    }
    if tag.action != nil || tag.isSmall || !tag.duties.isEmpty { return true }
    // Anything marked elsewhere is not visible here.
    if tag.means(.otherwise) { return false }
    if tag.means(.infinitive) || isDelay(tag) { return false }
    if let kinds = Self.kinds(of: tag) { return isLimited(by: kinds) || isClosed(after: tag) }
    if Self.opensLimit(tag) { return isClosed(after: tag) }
    return true
  }

  /// Whether a period precedes “after” and is not said to be the most: “may be used two days after the vote”
  /// permits use after the period, or within it.
  private func isDelay(_ tag: Tag) -> Bool {
    guard tag.means(.time(.after)), !span.has(.only), !span.has(.upTo), !span.has(.moreThan),
      !span.has(.within),
      !span.tags.contains(where: { $0.means(.until) }),
      let unit = span.tags.last(where: { $0.upper == tag.lower }), unit.isTimeOnly
    else { return false }
    let grammar = ClauseGrammar(reading: reading, span: span)
    return !(span.lower..<unit.lower).suffix(2).contains(where: grammar.isFor)
  }

  private func isRead(_ constraint: Constraint) -> Bool {
    let members = Set(constraint.members)
    // Everywhere is not a limit, and what is personal is not commercial.
    if constraint.value == "worldwide" { return true }
    if constraint.value == "noncommercial", isRead(Constraint(.purpose, "personal")) { return true }
    return clauses.contains { clause in
      // Implied by the name of the act, as in “broadcast on radio”.
      clause.action == .broadcast && constraint.kind == .channel
        || constraint.kind == .purpose && clause.action == .trainAI
        || clause.constraints.contains { $0.kind == constraint.kind && members.isSubset(of: $0.members) }
    }
  }

  private func isLimited(by kinds: Set<Constraint.Kind>) -> Bool {
    clauses.contains { $0.constraints.contains { kinds.contains($0.kind) } }
  }

  /// The kinds of limits to which a word of times and numbers belongs; nil for other words.
  private static func kinds(of tag: Tag) -> Set<Constraint.Kind>? {
    if tag.means(.until) { return numbers }
    for case .time(let word) in tag.concepts {
      switch word {
      case .words, .characters, .sentences: return [.wordLimit]
      case .once, .systematic: return [.count]
      case .paragraph: return nil
      case .number, .upTo, .moreThan, .initial: return numbers
      case .minute, .second: return [.count, .timeBefore, .timeAfter]
      default: return times
      }
    }
    return nil
  }

  /// The kinds of limits that have numbers.
  private static let numbers: Set<Constraint.Kind> = [.wordLimit, .count, .timeBefore, .timeAfter]
  private static let times: Set<Constraint.Kind> = [.timeBefore, .timeAfter]

  /// Whether a limit follows a word.
  static func opensLimit(_ tag: Tag) -> Bool {
    tag.means(.provided) || tag.means(.unless) || tag.means(.except) || tag.means(.with)
      || tag.means(.without)
      || tag.means(.only) || tag.means(.required) || tag.means(.ask) || tag.means(.request)
      || tag.means(.beyond) || tag.means(.further)
  }

  /// Whether a word may follow the limit that it refers to: “in print only”, “a specimen copy is requested”.
  private static func mayFollow(_ opener: Tag) -> Bool {
    opener.means(.only) || opener.means(.required) || opener.means(.request)
  }

  /// Whether a limit that was read is next to a word that opens one.
  private func isClosed(after opener: Tag) -> Bool {
    span.tags.contains { tag in
      guard tag.lower >= opener.upper || Self.mayFollow(opener) else { return false }
      // “Please feel free to”
      if opener.means(.request), tag.lower >= opener.upper, tag.isModal || tag.action != nil { return true }
      let lifts =
        tag.means(.permission) || tag.means(.agreement) || tag.means(.free) && !isWhole
      return !tag.duties.isEmpty || lifts && !opener.means(.only)
        || tag.target != nil && opener.means(.except) && clauses.contains { $0.target == tag.target }
        || !tag.constraints.isEmpty && tag.constraints.allSatisfy(isRead)
        || Self.kinds(of: tag).map(isLimited) ?? false
    }
  }
}
