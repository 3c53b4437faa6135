/// Splits tokens into sentences.
struct SentenceSplitter {
  let list: TokenList
  /// The languages; their abbreviations and months, before which a full stop belongs to the day as in German, do
  /// not end sentences.
  let languages: [Language]
  /// The most tokens of a sentence, so that time and memory stay bounded on hostile text.
  static let longest = 400

  func sentences() -> [Reading.Sentence] {
    var result: [Reading.Sentence] = []
    var start = 0
    for index in list.tokens.indices {
      let isLast = index + 1 == list.tokens.count
      guard isLast || ends(at: index) || isBeforeBullet(index, from: start) || index - start >= Self.longest
      else { continue }
      result.append(Reading.Sentence(lower: contentStart(of: start..<index + 1), upper: index + 1))
      start = index + 1
    }
    return result
  }

  /// The first token of a sentence after the mark of a list or a quotation and after a label that states nothing:
  /// “• Please note: © 2026 Harbour Wire”.
  private func contentStart(of sentence: Range<Int>) -> Int {
    var start = sentence.lowerBound
    while start + 1 < sentence.upperBound,
      list.tokens[start].isMark("*")
        || list.tokens[start].isMark(in: ["|", "-", ">", "#"]) && list.tokens[start + 1].gap >= .space
    {
      start += 1
    }
    if opensBracket(start, of: sentence) { start += 1 }
    guard
      let colon = (start..<min(sentence.upperBound - 1, start + Self.longestLabel)).first(where: {
        list.tokens[$0].isMark(":")
      })
    else { return start }
    let label = list.tokens[start..<colon].map { list.word($0) }
    return languages.contains { $0.labels.contains(label) } && !isOrder(start..<sentence.upperBound)
      ? colon + 1 : start
  }

  /// Whether the bracket that opens a sentence closes only at the end of its text or line: “(No sales, no archives)”.
  private func opensBracket(_ index: Int, of sentence: Range<Int>) -> Bool {
    let token = list.tokens[index]
    guard token.isMark(in: ["(", "["]), index + 1 < sentence.upperBound, list.tokens[index + 1].gap == .none,
      index == 0 || token.gap >= .line
    else { return false }
    let close: Unicode.Scalar = token.isMark("(") ? ")" : "]"
    let end = list.tokens[(index + 1)...].firstIndex { $0.gap >= .line } ?? list.tokens.count
    return list.tokens[end - 1].isMark(close)
      && list.tokens[index..<end].count { $0.mark == token.mark && $0.kind == .mark } == 1
      && sentence.count > 4
  }

  /// Whether it is a line in capitals, as orders to editors are, which are known by all their words: “NOTE: NUDITY”.
  private func isOrder(_ sentence: Range<Int>) -> Bool {
    list.tokens[sentence].allSatisfy { $0.kind != .word || $0.isUpper }
  }

  /// The most tokens of a label and its colon.
  private static let longestLabel = 16

  private func isAbbreviation(_ token: Token) -> Bool { isWord(token, of: \.abbreviations) }
  private func isMonth(_ token: Token) -> Bool { isWord(token, of: \.months) }
  private func isOut(_ token: Token) -> Bool { isWord(token, of: \.outs) }

  private func isWord(_ token: Token, of words: KeyPath<Language, Set<String>>) -> Bool {
    let word = list.word(token)
    return languages.contains { $0[keyPath: words].contains(word) }
  }

  /// Whether the next name is shut out as well: “Norway OUT. Harbour Post Out.”
  private func isOut(after stop: Int) -> Bool {
    let next = list.tokens[(stop + 1)...].prefix(Self.longestName)
    let name = next.prefix { $0.kind == .word && $0.isCapitalised && !isOut($0) }
    return !name.isEmpty && name.endIndex < next.endIndex && isOut(next[name.endIndex])
  }

  /// The most tokens of a name and the word behind it.
  private static let longestName = 6

  /// Whether a sentence ends with the token.
  private func ends(at index: Int) -> Bool {
    let token = list.tokens[index]
    let next = list.tokens[index + 1]
    if next.gap >= .space, next.isCapitalised, endsAddress(index) { return true }
    if next.gap == .paragraph || isStopBeforeArticle(index) { return true }
    if token.isMark(in: ["!", "?", ";"]) {
      return !next.isMark(in: ["\"", "'", ")", "!", "?"]) && !isInTitle(index)
    }
    let isClosing = token.isMark(in: ["\"", "'", ")"]) && !opensQuotation(index)
    if isClosing, index > 0, list.tokens[index - 1].isMark(in: [".", "!", "?"]) { return !continues(next) }
    if token.isMark("-") { return isDashBetweenOrders(index) }
    guard token.isMark("."), opensQuotation(index + 1) || !next.isMark(in: ["\"", "'", ")"]) else {
      return false
    }
    guard index > 0 else { return false }
    let previous = list.tokens[index - 1]
    // “2026. 6. 15. 이후”
    if previous.kind == .number, next.isDense, isInDate(index, goesOn: next.gap < .line) { return false }
    if previous.isDense || next.isDense { return true }
    // “reserved.Copyright”; after a capital it may be a name: see `GluedRule`.
    if next.gap == .none {
      return list.isGluedStop(index) && !previous.isCapitalised && !previous.isDotted
    }
    // A month has its day or year next to it: “out” is one in Portuguese.
    let isShut = previous.isUpper && isOut(previous)
    // “9 out.”, but not “TG9 OUT.”
    let isDated = next.kind == .number || !isShut && index > 1 && list.tokens[index - 2].kind == .number
    if previous.kind == .word, token.gap == .none, isAbbreviation(previous),
      isDated || !isMonth(previous) && !(isShut && !isOut(after: index))
    {
      return false
    }
    if list.isInitial(index - 1) { return false }
    if previous.kind == .number, next.kind == .word, isMonth(next) { return false }
    if isInDate(index) || isBetweenDayAndTime(index) { return false }
    return !continues(next) || isSignal(at: index + 1)
  }

  /// Whether an abbreviation ends a sentence, with the full stops that are part of it: one of a time of day, or a legal
  /// form, before an article with a capital.
  private func isStopBeforeArticle(_ index: Int) -> Bool {
    guard index > 0, list.tokens[index].isDotted, list.tokens[index + 1].isTitle,
      list.tokens[index + 1].gap == .space, isWord(list.tokens[index + 1], of: \.articles)
    else { return false }
    let before = list.tokens[index - 1]
    if before.kind == .number { return !list.tokens[index].isUpper }
    // “S.A. La Gaviota”
    guard index + 2 < list.tokens.count, before.isCapitalised || before.isMark(",") else { return false }
    return list.tokens[index + 2].kind == .word && !list.tokens[index + 2].isCapitalised
  }

  /// Whether a content signal, which has no capital, starts at a token: “ai-train=no”.
  private func isSignal(at index: Int) -> Bool {
    var next = index + 1
    while next < list.tokens.count, list.tokens[next].gap == .hyphen { next += 1 }
    return next < list.tokens.count && list.tokens[next].isMark("=") && list.tokens[next].gap == .none
  }

  /// Whether an exclamation mark is inside a title of several orders, as the Hungarian names of public licences are:
  /// “Nevezd meg! – Ne add el! 4.0”.
  private func isInTitle(_ index: Int) -> Bool {
    guard list.tokens[index].isMark("!"), index > 0 else { return false }
    let next = list.tokens[index + 1]
    guard next.gap < .line, !list.tokens[index - 1].isUpper else { return false }
    if next.isMark("-") {
      guard index + 2 < list.tokens.count else { return false }
      return list.tokens[index + 2].isTitle
    }
    // The version: “4.0”.
    let version = list.foldedBytes(next)
    return next.kind == .number && version.count == 3 && version.contains(UInt8(ascii: "."))
  }

  /// Whether a full stop separates two of the three numbers of a date.
  ///
  /// They may have spaces between them: “2026. 6. 15.”, “15. 6. 2026”.
  ///
  /// - Parameter goesOn: whether the full stop may be that of the last number.
  private func isInDate(_ index: Int, goesOn isOpen: Bool = false) -> Bool {
    func number(_ at: Int, isFirst: Bool = false) -> Int? {
      guard list.tokens.indices.contains(at), list.tokens[at].kind == .number,
        isFirst || list.tokens[at].gap < .line
      else { return nil }
      return Int(list.word(at))
    }
    // The time of day may follow the last one: “2026. 6. 15. 12:00”.
    // The day of the week, too: “2026. 6. 15.(월)”.
    let next = index + 1 < list.tokens.count ? list.tokens[index + 1] : nil
    let goesOn =
      isOpen || next.map { $0.kind == .number || $0.isMark("(") && $0.gap == .none } ?? false
    // “május 12. 9:30”
    if next?.kind == .number, number(index - 1) != nil, index > 1, isMonth(list.tokens[index - 2]) {
      return true
    }
    return ([index - 1, index - 3] + (goesOn ? [index - 5] : [])).contains { first in
      guard let start = number(first, isFirst: true), let middle = number(first + 2),
        let end = number(first + 4),
        list.tokens[first + 1].isMark("."), list.tokens[first + 3].isMark("."), (1...12).contains(middle)
      else { return false }
      let (year, day) = start > end ? (start, end) : (end, start)
      return (1900...2100).contains(year) && (1...31).contains(day)
    }
  }

  /// Whether a full stop ends a day without a year, and a time of day follows.
  ///
  /// “Sperrfrist 26.11. 12.30 Uhr”
  private func isBetweenDayAndTime(_ index: Int) -> Bool {
    list.tokens[index].gap == .none && list.tokens[index - 1].kind == .number
      && list.tokens[index + 1].kind == .number && list.tokens[index + 1].gap < .line
      && list.word(index - 1).split(separator: ".").count == 2
  }

  /// Whether the next item of a list starts after the token, if the first one started with such a mark too, or on a
  /// line of its own without a colon before the list.
  private func isBeforeBullet(_ index: Int, from start: Int) -> Bool {
    guard index > start, index + 2 < list.tokens.count else { return false }
    let bullet = list.tokens[index + 1]
    let next = list.tokens[index + 2]
    guard bullet.isMark(in: ["-", "*", "|"]), bullet.gap >= .space, next.gap >= .space, next.isCapitalised
    else {
      return false
    }
    // Dashes inside a line may be those of a name: see `SentenceReader.partedAtSigns`.
    if list.tokens[start].mark == bullet.mark { return bullet.gap >= .line }
    return bullet.gap >= .line && !list.tokens[start...index].contains { $0.isMark(":") }
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

  /// Whether a free-standing dash separates words in capitals: `NO SALES - EDITORIAL USE ONLY`.
  private func isDashBetweenOrders(_ index: Int) -> Bool {
    let dash = list.tokens[index]
    let next = list.tokens[index + 1]
    guard index > 0, dash.gap >= .space, next.gap >= .space, next.isCapitalised else { return false }
    if isInQuotation(index) { return false }
    let previous = list.tokens[index - 1]
    // “© APA - Austria Presse Agentur”
    if index > 1, list.tokens[index - 2].isMark("\u{A9}"), !next.isUpper { return false }
    return previous.isUpper && previous.foldedUpper - previous.foldedLower > 1 || previous.isMark("\"")
  }

  /// Whether a quotation mark stands before a word in capitals, apart from the word before the mark: `false. “Please`.
  private func opensQuotation(_ index: Int) -> Bool {
    guard index + 1 < list.tokens.count, list.tokens[index].isMark("\"") else { return false }
    let (mark, next) = (list.tokens[index], list.tokens[index + 1])
    return mark.gap >= .space && next.gap == .none && next.isCapitalised
  }

  /// Whether a quotation of the line is open: “headed ‘NOT FOR USE - EMBARGOED’”.
  private func isInQuotation(_ index: Int) -> Bool {
    var marks = 0
    var at = index
    while at > 0, index - at < Self.longestQuotation, list.tokens[at].gap < .line {
      at -= 1
      if list.tokens[at].isMark("\"") { marks += 1 }
    }
    return !marks.isMultiple(of: 2)
  }

  /// The most tokens of a quotation; one that was opened earlier is closed, or never will be.
  private static let longestQuotation = 40

  /// Whether a word continues a sentence that a full stop seemed to end.
  private func continues(_ next: Token) -> Bool {
    if next.kind == .mark { return next.isMark(in: [",", ";", ":", ")"]) }
    return next.kind == .word && next.hasCase && !next.isCapitalised
  }
}
