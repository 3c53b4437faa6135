internal import WireText

/// Reads duties: credit, link and the rest, with the credit's own words.
struct DutyGrammar {
  let reading: Reading
  let text: [UInt8]

  /// The duties of a sentence.
  func duties(in sentence: Reading.Sentence) -> [Duty] {
    var duties: [Duty] = []
    for (index, tag) in sentence.tags.enumerated() {
      if isDescription(tag, in: sentence) || isElement(tag, in: sentence) { continue }
      let kinds = tag.means(.mandatoryCredit) ? tag.duties + [.credit] : tag.duties
      for kind in kinds {
        let value =
          kind == .credit
          ? credit(after: tag, next: index + 1, in: sentence) ?? credited(before: tag, in: sentence) : nil
        let place = kind == .linkBack ? position(after: tag.lower, in: sentence) : nil
        let link = kind == .linkBack ? address(after: tag.upper, upTo: sentence.upper) : nil
        let range = value ?? link
        let upper = max(tag.upper, place?.upper ?? range?.upper ?? 0)
        duties.append(
          Duty(
            kind, value: place?.value ?? range.map { words($0) }, isRequest: isRequest(tag, in: sentence),
            evidence: reading.range(tag.lower, upper)))
      }
    }
    return duties
  }

  /// Whether it describes what a prohibition is about: “photographs credited to others may not be reused”.
  private func isDescription(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    if tag.duties == [.linkBack], isListed(tag, in: sentence) { return true }
    // “The right to use all news credited to it”
    if tag.duties == [.credit], sentence.tags.contains(where: { $0.means(.reserve) && $0.upper <= tag.lower })
    {
      return true
    }
    guard let effect = sentence.tags.first(where: { $0.means(.prohibitNext) || $0.means(.prohibit) }) else {
      return false
    }
    return tag.duties == [.credit] && tag.upper <= effect.lower
      && !sentence.tags.contains { $0.upper <= tag.lower && $0.means(.permitNext) }
      && !tag.means(.mandatoryCredit) && !isLacking(tag, in: sentence)
  }

  /// Whether it only spells out a public licence: “Creative Commons Attribution”.
  private func isElement(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    (tag.means(.licence(.by)) || tag.means(.licence(.sa)))
      && sentence.tags.contains { $0.means(.licence(.creativeCommons)) }
  }

  /// Whether the lack of it is what is prohibited: “use without credit is not allowed”.
  private func isLacking(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    tag.means(.without)
      || sentence.tags.contains { $0.means(.without) && (0...2).contains(tag.lower - $0.upper) }
  }

  /// Whether it is one of the acts of a list that is permitted: “you may copy and link to our stories”.
  private func isListed(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    guard let permit = sentence.tags.last(where: { $0.means(.permitNext) && $0.upper <= tag.lower }) else {
      return false
    }
    let between = sentence.tags.filter { $0.lower >= permit.upper && $0.upper <= tag.lower }
    return !between.contains {
      $0.means(.provided) || $0.means(.with) || $0.means(Concept.DiscourseWord.matter) || !$0.duties.isEmpty
    }
      && between.contains { $0.action != nil && tag.lower - $0.upper <= 4 }
      && (reading.list.isJoint(tag.lower - 1)
        || between.contains { $0.means(.joint) && $0.upper == tag.lower })
  }

  private func isRequest(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    reading.isRequested(tag, among: sentence.tags)
      || sentence.tags.contains { $0.means(.condition(.with)) && $0.upper <= tag.lower }
  }

  /// The sentence without what words in a credit would mean elsewhere: “credit Gull Photo”.
  func withoutCredits(_ duties: [Duty], _ sentence: Reading.Sentence) -> Reading.Sentence {
    let credits = duties.filter { $0.kind == .credit && $0.value != nil }.map(\.evidence)
    guard !credits.isEmpty else { return sentence }
    var sentence = sentence
    for index in sentence.tags.indices where sentence.tags[index].duties.isEmpty {
      let tag = sentence.tags[index]
      guard credits.contains(where: { $0.contains(reading.range(tag.lower, tag.upper)) }) else { continue }
      sentence.tags[index].concepts.removeAll {
        switch $0 {
        case .action, .target, .constraint, .territory: true
        default: false
        }
      }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
    return sentence
  }

  private func words(_ name: NameScanner.Name) -> String {
    let range = reading.range(name.lower, name.upper)
    return String(decoding: text[range.indices], as: UTF8.self)
  }

  /// The credit as written: a name right after the words that ask for it.
  private func credit(after tag: Tag, next: Int, in sentence: Reading.Sentence) -> NameScanner.Name? {
    var start = tag.upper
    let tokens = reading.tokens
    var isQuoted = false
    var isWhole = false
    while start < sentence.upper {
      if tokens[start].isMark(in: [":", "\"", "'", "\u{A9}"]) {
        isQuoted = tokens[start].isMark("'")
        isWhole = isWhole || tokens[start].isMark("\"")
        start += 1
      } else if let other = sentence.tags.first(where: { $0.lower == start }),
        other.means(.by) || other.means(.from)
      {
        start = other.upper
      } else if let label = label(at: start, in: sentence) {
        start = label
      } else {
        break
      }
    }
    guard start < tokens.count else { return nil }
    // Without capitals only a mark or a small word shows that a name follows: “注明来源：海鸥社”.
    if start == tag.upper, tokens[start].kind == .word, !tokens[start].hasCase { return nil }
    // “Of the photographer” names nobody, “of the magazine ‘Harbour’” does.
    if let title = sentence.tags.first(where: { $0.lower == start && $0.means(.generic) }) {
      guard title.upper + 1 < sentence.upper, tokens[title.upper].isMark("\"") else { return nil }
      start = title.upper + 1
    }
    if isWhole, let end = quotedEnd(from: start, in: sentence) {
      return NameScanner.Name(lower: start, upper: end)
    }
    var upper = start
    while upper < sentence.upper {
      let token = tokens[upper]
      if upper > start, token.gap >= .line { break }
      if token.isMark(in: ["[", "(", "|", ";", "*", "\""]) || isQuoted && token.isMark("'") { break }
      if token.isMark("-"), token.gap != .none { break }
      if token.isMark(".") || token.isMark(","), !isQuoted {
        let isInside = upper + 1 < sentence.upper && tokens[upper + 1].gap == .none
        if !isInside, !isInitial(before: upper, from: start) { break }
      }
      if let other = sentence.tags.first(where: { $0.lower == upper }), ends(other, token) { break }
      if token.kind == .word, token.hasCase, !token.isCapitalised, token.gap >= .space,
        !(upper > start && leadsOn(upper, in: sentence))
      {
        if upper == start { return nil }
        break
      }
      upper += 1
    }
    guard upper > start, tokens[start].kind != .mark else { return nil }
    return NameScanner.Name(lower: start, upper: upper)
  }

  /// The token at which a credit in quotation marks ends, with small words in it: “„Freunde des Hafens“”.
  private func quotedEnd(from start: Int, in sentence: Reading.Sentence) -> Int? {
    let ends = (start..<min(sentence.upper, start + Self.longestCredit)).first {
      reading.tokens[$0].isMark(in: ["\"", "[", "("]) || $0 > start && reading.tokens[$0].gap >= .line
    }
    return ends.flatMap { $0 > start && reading.tokens[$0].isMark(in: ["\"", "[", "("]) ? $0 : nil }
  }

  /// Whether a small word stands inside a name: before a capital, or “of the” before one, as in “Oficina de la Mar”.
  private func leadsOn(_ index: Int, in sentence: Reading.Sentence) -> Bool {
    var next = index + 1
    if let of = sentence.tags.first(where: { $0.lower == index }), of.means(.from) { next = of.upper }
    if let article = sentence.tags.first(where: { $0.lower == next }), article.means(.article),
      next > index, !reading.tokens[next].isCapitalised
    {
      next = article.upper
    }
    return next < sentence.upper && reading.tokens[next].isCapitalised
  }

  /// The token after a word that says what the credit is for, and a name follows: “Photo: Jo Bell”, “写真=田村健”.
  ///
  /// A capital word may as well start the name, unless a person and an agency follow: “Photo Jo Bell/Northwire”.
  private func label(at index: Int, in sentence: Reading.Sentence) -> Int? {
    let tokens = reading.tokens
    guard let tag = sentence.tags.first(where: { $0.lower == index }), tag.target != nil,
      tag.upper < sentence.upper, tokens[tag.upper].gap < .line
    else { return nil }
    if tokens[tag.upper].isMark(in: [":", "=", "/", "|"]) {
      return tag.upper + 1 < sentence.upper ? tag.upper + 1 : nil
    }
    guard tokens[tag.upper].kind == .word else { return nil }
    if tokens[index].hasCase, !tokens[index].isCapitalised {
      return tokens[tag.upper].isCapitalised ? tag.upper : nil
    }
    let line = tokens[tag.upper..<min(sentence.upper, tag.upper + Self.longestCredit)]
    return line.contains { $0.isMark("/") } ? tag.upper : nil
  }

  /// Whether a full stop belongs to the initial of a name, as in a credit line.
  private func isInitial(before index: Int, from start: Int) -> Bool {
    let tokens = reading.tokens
    guard index > start, index + 1 < tokens.count, tokens[index].isMark(".") else { return false }
    let letter = tokens[index - 1]
    return letter.isUpper && letter.foldedUpper - letter.foldedLower <= 2 && letter.upper - letter.lower <= 2
      && tokens[index + 1].isCapitalised && tokens[index + 1].gap == .space
  }

  /// Words of a person's name before the stroke of a credit line.
  private static let longestCredit = 8

  private func ends(_ tag: Tag, _ token: Token) -> Bool {
    tag.concepts.contains { concept in
      switch concept {
      case .effect, .condition, .advisory, .duty: true
      case .discourse(let word): !word.isNeutral
      default: false
      }
    }
  }

  /// Who is to be credited, where the name goes first: “provided that Northwire is credited”.
  private func credited(before tag: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    if tag.means(.mandatoryCredit) { return line(before: tag, in: sentence) }
    // “With the credit of” is followed by the name.
    if tag.means(.by) { return nil }
    let tagAt = Dictionary(sentence.tags.map { ($0.lower, $0) }, uniquingKeysWith: { first, _ in first })
    let scanner = NameScanner(reading: reading, tagAt: tagAt, text: text)
    guard let name = scanner.name(before: tag.lower, from: sentence.lower), name.upper == tag.lower,
      reading.tokens[name.lower].hasCase
    else {
      return nil
    }
    return name.lower > sentence.lower || name.upper - name.lower > 1 ? name : nil
  }

  /// The credit line that a note makes mandatory, with nothing after it: “Jo Bell/Northwire *MANDATORY CREDIT*”.
  private func line(before tag: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    let tokens = reading.tokens
    // Nothing follows, or the next order does: “Jo Bell/Northwire MANDATORY CREDIT No sales”.
    let isNext = sentence.tags.contains { other in
      other.lower >= tag.upper && tokens[tag.upper..<other.lower].allSatisfy { $0.kind == .mark }
        && (other.means(.no) || other.means(.prohibitNext))
    }
    guard isNext || tokens[tag.upper..<sentence.upper].allSatisfy({ $0.kind == .mark }) else { return nil }
    var upper = tag.lower
    while upper > sentence.lower, tokens[upper - 1].isMark(in: ["*", "-", "(", "[", "|", ":"]) { upper -= 1 }
    var lower = upper
    while lower > sentence.lower {
      let token = tokens[lower - 1]
      let isInner = token.isMark(in: ["/", "&", "'", "-", "."])
      guard token.kind == .mark ? isInner : token.isCapitalised || !token.hasCase else { break }
      lower -= 1
      if token.gap >= .line { break }
    }
    while lower < upper, tokens[lower].kind == .mark { lower += 1 }
    return upper - lower > 1 ? NameScanner.Name(lower: lower, upper: upper) : labelled(before: sentence)
  }

  /// The names after a label that make up the sentence before, as in “Photo: Jo Bell / Northwire”.
  private func labelled(before sentence: Reading.Sentence) -> NameScanner.Name? {
    guard let line = reading.sentences.last(where: { $0.upper == sentence.lower }),
      let lower = label(at: line.lower, in: line),
      let last = (lower..<line.upper).last(where: { reading.tokens[$0].kind != .mark }),
      reading.tokens[lower...last].allSatisfy({ $0.kind == .mark || $0.isCapitalised || !$0.hasCase })
    else { return nil }
    return NameScanner.Name(lower: lower, upper: last + 1)
  }

  /// How far down a link may stand: “a link not below the second paragraph”, “in paragraph 2”.
  private func position(after start: Int, in sentence: Reading.Sentence) -> (value: String, upper: Int)? {
    guard let unit = sentence.tags.first(where: { $0.lower >= start && $0.means(.time(.paragraph)) }) else {
      return nil
    }
    let before = (max(sentence.lower, unit.lower - 3)..<unit.lower).reversed()
    for index in Array(before) + Array(unit.upper..<min(sentence.upper, unit.upper + 1)) {
      guard let number = number(at: index, in: sentence) else { continue }
      return ("paragraph<=\(number)", max(unit.upper, index + 1))
    }
    return nil
  }

  /// A small number in digits or as a word.
  private func number(at index: Int, in sentence: Reading.Sentence) -> Int? {
    if reading.tokens[index].kind == .number {
      return Int(reading.list.word(index)).flatMap { (1...99).contains($0) ? $0 : nil }
    }
    for tag in sentence.tags where tag.lower == index {
      for case .time(.number(let number)) in tag.concepts { return number }
    }
    return nil
  }

  /// An internet address after a request to link.
  private func address(after start: Int, upTo end: Int) -> NameScanner.Name? {
    let tokens = reading.tokens
    var index = start
    while index + 2 < end, index - start < 12 {
      let isDomain =
        tokens[index].kind == .word && tokens[index + 1].isMark(".") && tokens[index + 1].gap == .none
        && tokens[index + 2].gap == .none && tokens[index + 2].kind == .word
      if isDomain {
        var upper = index + 3
        while upper + 1 < end, tokens[upper].gap == .none, tokens[upper].isMark(in: [".", "/", "-"]),
          tokens[upper + 1].gap == .none
        {
          upper += 2
        }
        var lower = index
        while lower > start, tokens[lower].gap == .hyphen { lower -= 1 }
        return NameScanner.Name(lower: lower, upper: upper)
      }
      index += 1
    }
    return nil
  }
}
