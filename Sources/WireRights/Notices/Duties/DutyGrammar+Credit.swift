/// The words of a credit: after those that require it, before them, or in the line that they end.
extension DutyGrammar {
  /// The credit as written: a name right after the words that require it, or the text that they quote.
  func credit(after tag: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    // “출처를 ‘갈매기’로 명기”
    for index in tag.lower + 1..<max(tag.lower + 1, tag.upper - 1) {
      if let inner = quoted(from: index, in: sentence) ?? bracketed(from: index, in: sentence) {
        return inner
      }
    }
    let start = creditStart(after: tag, in: sentence)
    let tokens = reading.tokens
    guard start < sentence.upper else { return nil }
    if let quoted = quoted(from: start, in: sentence) ?? bracketed(from: start, in: sentence) {
      return quoted
    }
    if let address = address(after: start, upTo: sentence.upper), address.lower == start { return address }
    // Without capitals only punctuation or a small word shows that a name follows: “注明来源：海鸥社”.
    if start == tag.upper, tokens[start].kind == .word, !tokens[start].hasCase { return nil }
    // “Of the photographer” names nobody, “of the magazine ‘Harbour’” and “US Navy” do.
    let isCountry = tokens[start].isUpper && start + 1 < sentence.upper && tokens[start + 1].isTitle
    if !isCountry, let title = sentence.tags.first(where: { $0.lower == start && $0.means(.generic) }) {
      return quoted(from: title.upper, in: sentence)
    }
    let upper = max(
      creditEnd(from: start, in: sentence), repeatedEnd(from: start, in: sentence),
      nameEnd(from: start, in: sentence))
    guard upper > start, tokens[start].kind != .mark else { return nil }
    return NameScanner.Name(lower: start, upper: upper)
  }

  /// Whether the words that require a credit lead to a party without a name: “the client must credit the agency”.
  private func leadsToTitle(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    let next = sentence.tags.first { $0.lower >= tag.upper && !$0.means(.article) }
    return next.map { $0.means(.generic) && $0.lower - tag.upper <= 1 } ?? false
  }

  /// Where a credit starts: after colons, small words that introduce it, what it is for and to whom it is due.
  private func creditStart(after tag: Tag, in sentence: Reading.Sentence) -> Int {
    var start = reading.nameStart(after: tag)
    let tokens = reading.tokens
    while start < sentence.upper {
      if tokens[start].isMark(in: [":", "\u{A9}"])
        || tokens[start].isMark(",") && start + 1 < sentence.upper && isQuote(start + 1)
      {
        start += 1
      } else if start == tag.upper, leadsToName(start, in: sentence) {
        start += 1
      } else if tokens[start].isMark("*"),
        !tokens[sentence.lower..<tag.lower].contains(where: { $0.kind == .word })
      {
        // “*MANDATORY CREDIT* The Gazette”
        start += 1
      } else if let other = sentence.tags.first(where: { $0.lower == start }),
        other.means(.by) || other.means(.from)
      {
        start = other.upper
      } else if let article = sentence.tags.first(where: { $0.lower == start }), article.means(.article),
        article.upper < sentence.upper, !tokens[start].isCapitalised, tokens[article.upper].isCapitalised
      {
        start = article.upper
      } else if let label = label(at: start, in: sentence) ?? receiver(at: start, in: sentence) {
        start = label
      } else {
        break
      }
    }
    return start
  }

  /// Whether a dash or the comma of an apposition precedes the name: “Compulsory credit - Jo Bell”, “the author's
  /// name, Jo Bell”.
  private func leadsToName(_ index: Int, in sentence: Reading.Sentence) -> Bool {
    let tokens = reading.tokens
    guard index + 1 < sentence.upper, tokens[index + 1].isCapitalised else { return false }
    if tokens[index].isMark("-") { return tokens[index].gap >= .space && tokens[index + 1].gap == .space }
    let words = tokens[(index + 1)..<sentence.upper].prefix { $0.kind == .word && $0.isCapitalised }
    return tokens[index].isMark(",") && words.count > 1
      && tokens[words.endIndex..<sentence.upper].allSatisfy { $0.kind == .mark }
  }

  /// The start of the name to which something is to be credited: “credit all quotes from this interview to Gull TV”.
  private func receiver(at index: Int, in sentence: Reading.Sentence) -> Int? {
    let tokens = reading.tokens
    for at in index..<min(sentence.upper, index + Self.longestCredit + 4) {
      if at > index, tokens[at].isMark(":"), at + 1 < sentence.upper, isQuote(at + 1) { return at + 1 }
      guard tokens[at].kind == .word, tokens[at].hasCase, !tokens[at].isCapitalised else { return nil }
      guard let tag = sentence.tags.first(where: { $0.lower == at }) else { continue }
      if tag.means(.by), tag.upper < sentence.upper {
        let article = sentence.tags.first { $0.lower == tag.upper && $0.means(.article) }
        let name = article?.upper ?? tag.upper
        return name < sentence.upper && (tokens[name].isCapitalised || isQuote(name)) ? name : nil
      }
      if ends(tag) { return nil }
    }
    return nil
  }

  private func isQuote(_ index: Int) -> Bool { reading.tokens[index].isMark(in: ["\"", "'"]) }

  /// The text between the quotation mark at a token and the one that closes it.
  private func quoted(from index: Int, in sentence: Reading.Sentence) -> NameScanner.Name? {
    let tokens = reading.tokens
    guard index < sentence.upper, isQuote(index) else { return nil }
    let upper = (index + 1..<min(tokens.count, index + Self.longestQuote))
      .first { tokens[$0].mark == tokens[index].mark || tokens[$0].gap >= .line }
    guard let upper, tokens[upper].mark == tokens[index].mark, upper > index + 1 else {
      // An unclosed mark: the name ends as it would without it.
      let end = creditEnd(from: index + 1, in: sentence)
      return end > index + 1 ? NameScanner.Name(lower: index + 1, upper: end) : nil
    }
    return NameScanner.Name(lower: label(at: index + 1, in: sentence) ?? index + 1, upper: upper)
  }

  /// The name in brackets right after the words, with nothing else inside: “naming the source (Gull)”.
  private func bracketed(from index: Int, in sentence: Reading.Sentence) -> NameScanner.Name? {
    let tokens = reading.tokens
    guard tokens[index].isMark("("), index + 1 < sentence.upper,
      let close = (index + 1..<min(sentence.upper, index + Self.longestQuote)).first(where: {
        tokens[$0].isMark(")")
      }),
      close > index + 1
    else { return nil }
    if let name = scanner(of: sentence).name(filling: index + 1..<close, in: sentence) { return name }
    guard tokens[index + 1].isCapitalised || !tokens[index + 1].hasCase,
      (index + 1..<close).allSatisfy({ at in
        tokens[at].kind != .word || tokens[at].isCapitalised || !tokens[at].hasCase
          || !sentence.known.contains { $0.lower <= at && at < $0.upper }
      }),
      !sentence.tags.contains(where: { $0.lower > index && $0.upper <= close && ends($0) })
    else { return nil }
    return NameScanner.Name(lower: index + 1, upper: close)
  }

  /// The text between quotation marks that close right before a token, in languages that put the verb last.
  private func quoted(before index: Int, in sentence: Reading.Sentence) -> NameScanner.Name? {
    let tokens = reading.tokens
    guard index - 1 > sentence.lower, isQuote(index - 1) else { return nil }
    let floor = max(sentence.lower, index - Self.longestQuote)
    guard let open = (floor..<index - 1).last(where: { tokens[$0].mark == tokens[index - 1].mark }),
      open + 1 < index - 1
    else { return nil }
    return NameScanner.Name(lower: label(at: open + 1, in: sentence) ?? open + 1, upper: index - 1)
  }

  /// The token after a word for what the credit is for, if a name follows: “Photo: Jo Bell”, “写真=田村健”.
  ///
  /// A capitalised word may as well start the name, unless a person and an agency follow: “Photo Jo Bell/Northwire”.
  private func label(at index: Int, in sentence: Reading.Sentence) -> Int? {
    let tokens = reading.tokens
    guard let tag = sentence.tags.first(where: { $0.lower == index }), tag.upper < sentence.upper,
      tokens[tag.upper].gap < .line
    else { return nil }
    // “The words ‘Source: Gull Wire’”
    if tag.means(.creditLabel), tokens[tag.upper].isMark(":") { return tag.upper + 1 }
    if tag.means(.by), tokens[tag.upper - 1].isMark(":") { return tag.upper }
    guard tag.target != nil else { return nil }
    if tokens[tag.upper].isMark(in: [":", "=", "/", "|"]) {
      return tag.upper + 1 < sentence.upper ? tag.upper + 1 : nil
    }
    guard tokens[tag.upper].kind == .word else { return nil }
    if tag.means(.by), tag.upper - tag.lower > 1, tokens[tag.upper].isCapitalised { return tag.upper }
    if tokens[index].hasCase, !tokens[index].isCapitalised {
      return tokens[tag.upper].isCapitalised ? tag.upper : nil
    }
    let line = tokens[tag.upper..<min(sentence.upper, tag.upper + Self.longestCredit)]
    return line.contains { $0.isMark("/") } ? tag.upper : nil
  }

  /// The most words of a person's name before the slash of a credit line, and the most tokens of a quoted one.
  static let longestCredit = 8
  static let longestAgencyLine = 5
  static let longestAgencyCredit = 12
  static let longestQuote = 32

  /// The party to be credited, if the name precedes the words: “provided that Northwire is credited”.
  func credited(before tag: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    // “With the credit of” is followed by the name.
    if !tag.means(.by), let quoted = quoted(before: tag.lower, in: sentence) { return quoted }
    if tag.means(.mandatoryCredit) { return line(before: tag, in: sentence) ?? byline(of: sentence) }
    if tag.means(.by) || leadsToTitle(tag, in: sentence) { return nil }
    guard let name = scanner(of: sentence).name(endingAt: tag.lower, in: sentence), name.upper == tag.lower,
      // “For advertising with attribution”, in a language that capitalises nouns: a purpose is not a party.
      reading.tokens[name.lower].hasCase || reading.tokens[name.lower].kind == .number,
      !sentence.isLimit(name.lower, name.upper)
    else { return nil }
    // “You must credit the authors”
    if sentence.isPronoun(at: name.lower) || isShouted(name, in: sentence) { return nil }
    // “You may link to pages of Gull News with attribution”
    let isOwners = sentence.tags.contains { $0.upper == name.lower && $0.means(.from) && !$0.means(.joint) }
    if isOwners, sentence.tags.contains(where: { $0.means(.permitNext) && $0.upper <= name.lower }) {
      return nil
    }
    let isAcronym = reading.tokens[name.lower].isUpper
    return name.lower > sentence.lower || name.upper - name.lower > 1 || isAcronym ? name : nil
  }

  func scanner(of sentence: Reading.Sentence) -> NameScanner {
    let tagAt = Dictionary(sentence.tags.map { ($0.lower, $0) }, uniquingKeysWith: { first, _ in first })
    return NameScanner(reading: reading, tagAt: tagAt, text: text)
  }

  /// Whether capitals are all that makes it look like a name: “REPRODUCCIÓN TOTAL O PARCIAL SIN CITAR LA FUENTE”.
  private func isShouted(_ name: NameScanner.Name, in sentence: Reading.Sentence) -> Bool {
    (name.lower..<name.upper).allSatisfy { at in
      reading.tokens[at].isUpper && sentence.known.contains { $0.lower <= at && at < $0.upper }
    }
  }

  /// The agency and the person named at the start of a line of restrictions: “GULL/Jo Bell EDITORIAL USE ONLY
  /// (MANDATORY CREDIT)”.
  private func byline(of sentence: Reading.Sentence) -> NameScanner.Name? {
    let tokens = reading.tokens
    guard let term = sentence.tags.first(where: isTerm), term.lower > sentence.lower + 2 else { return nil }
    let line = sentence.lower..<term.lower
    guard line.count <= Self.longestCredit, line.contains(where: { tokens[$0].isMark("/") }),
      tokens[line].allSatisfy({ $0.isMark("/") || $0.isCapitalised })
    else { return nil }
    return NameScanner.Name(lower: line.lowerBound, upper: line.upperBound)
  }

  /// The credit line that a note makes mandatory, if nothing follows the note: “Jo Bell/Northwire *MANDATORY CREDIT*”.
  private func line(before tag: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    let tokens = reading.tokens
    // Nothing follows, or the next order does: “Jo Bell/Northwire MANDATORY CREDIT No sales”, “Jo Bell/Northwire - MANDATORY
    // CREDIT - SINGLE USE ONLY”.
    let isNext = sentence.tags.contains { other in
      guard other.lower >= tag.upper, tokens[tag.upper..<other.lower].allSatisfy({ $0.kind == .mark }) else {
        return false
      }
      let isParted = other.lower > tag.upper && !tokens[tag.upper].isMark(in: [":", ","])
      return other.means(.no) || other.means(.prohibitNext)
        || isParted
          && (isTerm(other) || other.action != nil || !other.constraints.isEmpty || other.means(.time(.once)))
    }
    guard isNext || tokens[tag.upper..<sentence.upper].allSatisfy({ $0.kind == .mark }) else { return nil }
    var upper = tag.lower
    while upper > sentence.lower, tokens[upper - 1].isMark(in: ["*", "-", "(", "[", "|", ":"]) { upper -= 1 }
    var lower = upper
    while lower > sentence.lower {
      let token = tokens[lower - 1]
      let isInner = token.isMark(in: ["/", "&", "'", "-", "."])
      guard token.kind == .mark ? isInner : token.isCapitalised || !token.hasCase,
        !sentence.tags.contains(where: { $0.upper == lower && isTerm($0) })
      else { break }
      lower -= 1
      if token.gap >= .line { break }
    }
    while lower < upper, tokens[lower].kind == .mark { lower += 1 }
    lower = abbreviatedLabel(at: lower, upTo: upper, in: sentence) ?? lower
    return upper - lower > 1
      ? NameScanner.Name(lower: lower, upper: upper) : labelled(before: sentence) ?? byline(before: sentence)
  }

  /// The token behind an abbreviated label for pictures in front of a credit.
  private func abbreviatedLabel(at index: Int, upTo upper: Int, in sentence: Reading.Sentence) -> Int? {
    guard let tag = sentence.tags.first(where: { $0.lower == index }), tag.upper + 1 < upper,
      tag.target != nil || tag.means(.by) || tag.means(.creditLabel)
    else { return nil }
    if reading.tokens[tag.upper - 1].isMark(in: [".", ":"]) { return tag.upper }
    let isStopped =
      reading.tokens[tag.upper].isMark(in: [".", ":"]) && reading.tokens[tag.upper].gap == .none
    return isStopped ? tag.upper + 1 : nil
  }

  /// The person and the agency in capitals that fill the part of the line before a dash: “JO BELL/NORTHWIRE - MANDATORY
  /// CREDIT”.
  private func byline(before sentence: Reading.Sentence) -> NameScanner.Name? {
    let tokens = reading.tokens
    guard tokens[sentence.lower].gap < .line, let line = reading.sentence(endingBefore: sentence.lower),
      let last = (line.lower..<line.upper).last(where: { !tokens[$0].isMark(in: ["-", "|"]) }),
      last - line.lower < Self.longestCredit, tokens[last].kind == .word,
      last + 1 < line.upper || tokens[sentence.lower].isMark(in: ["-", "|"]),
      tokens[line.lower...last].contains(where: { $0.isMark("/") }),
      tokens[line.lower...last].allSatisfy({ $0.kind == .mark ? $0.isMark(in: ["/", "&", "."]) : $0.isUpper })
    else { return nil }
    return NameScanner.Name(lower: line.lower, upper: last + 1)
  }

  /// The names after a label that fill the preceding sentence, as in “Photo: Jo Bell / Northwire”.
  private func labelled(before sentence: Reading.Sentence) -> NameScanner.Name? {
    guard let line = reading.sentence(before: sentence),
      let lower = label(at: line.lower, in: line),
      let last = (lower..<line.upper).last(where: { reading.tokens[$0].kind != .mark })
    else { return nil }
    let tokens = reading.tokens
    // “Foto: Museum of the Moving Image / Northwire”: the agency behind the stroke shows that it is all a credit.
    let isOfAgency =
      last - lower <= Self.longestAgencyCredit && tokens[lower].isCapitalised && tokens[last].hasCase
      && tokens[lower...last].contains { $0.isMark("/") }
      && !line.tags.contains { $0.lower >= lower && ends($0) }
    guard
      isOfAgency || tokens[lower...last].allSatisfy({ $0.kind == .mark || $0.isCapitalised || !$0.hasCase })
    else { return nil }
    return NameScanner.Name(lower: lower, upper: last + 1)
  }
}
