/// Names in copyright lines that start or end with words of other meanings.
extension HolderGrammar {
  /// The organisation that gives public licences, as a holder itself: “© 2018 Creative Commons. All rights reserved.”
  func licensor(at index: Int, in sentence: Reading.Sentence) -> NameScanner.Name? {
    guard index < sentence.upper, let tag = tagAt[index], tag.means(.licence(.creativeCommons)),
      tokens[index].isCapitalised, tokens[tag.upper - 1].isCapitalised,
      !sentence.tags.contains(where: { $0.lower != tag.lower && $0.concepts.contains(where: \.isLicence) })
    else { return nil }
    let isEnd = tag.upper >= sentence.upper || tokens[tag.upper].isMark(in: [".", ",", "-", "|"])
    return isEnd || tagAt[tag.upper]?.means(.formula) ?? false
      ? NameScanner.Name(lower: index, upper: tag.upper) : nil
  }

  /// A name that starts with a number: “© 2005 3AM Productions”, “© 20 Minutes”.
  func numbered(at index: Int) -> NameScanner.Name? {
    guard index + 1 < tokens.count, tokens[index].kind == .number,
      Year.value(tokens[index], reading.list) == nil,
      tokens[index].foldedUpper - tokens[index].foldedLower <= Self.mostDigits,
      tokens[index + 1].kind == .word, tokens[index + 1].isCapitalised, tokens[index + 1].gap <= .space,
      tagAt[index + 1]?.month == nil, let name = scanner.name(from: index + 1), name.lower == index + 1
    else { return nil }
    return NameScanner.Name(lower: index, upper: name.upper)
  }

  /// The most digits at the start of a name.
  private static let mostDigits = 3

  /// The token after words that end a name before a full stop: “Gull Press or its affiliated companies”.
  func affiliatesEnd(from index: Int) -> Int {
    let at = index < tokens.count && tokens[index].isMark(",") ? index + 1 : index
    guard let tag = tagAt[at], tag.means(.stop), tag.upper < tokens.count, tokens[tag.upper].isMark(".")
    else { return index }
    return tag.upper
  }

  /// Whether a name has a legal form, looked for from a token on.
  func hasForm(_ name: NameScanner.Name, from lower: Int? = nil) -> Bool {
    ((lower ?? name.lower)..<name.upper).contains { tagAt[$0]?.means(.suffix) ?? false }
  }

  /// Whether a name is only the legal form of one.
  func isSuffix(_ name: NameScanner.Name) -> Bool {
    (name.lower..<name.upper).allSatisfy { tokens[$0].kind == .mark || tagAt[$0]?.means(.suffix) ?? false }
  }

  /// A name in lower case at the end of a copyright line, or before other writing: “Copyright 2016 harbourpost”,
  /// “© 2016 gull-bay 無断転載禁止”.
  func smallName(at index: Int, in sentence: Reading.Sentence) -> NameScanner.Name? {
    guard index < sentence.upper, tokens[index].kind == .word, tokens[index].hasCase,
      tokens[index].gap == .space,
      tagAt[index] == nil, !sentence.known.contains(where: { $0.lower <= index && index < $0.upper })
    else { return nil }
    let end = (index + 1..<sentence.upper).first { tokens[$0].gap != .hyphen } ?? sentence.upper
    let isLast = tokens[end..<sentence.upper].allSatisfy { $0.isMark(in: [".", "|"]) }
    guard isLast || isOtherWriting(end, before: sentence.upper) else { return nil }
    return NameScanner.Name(lower: index, upper: end)
  }

  /// Whether a word in a script without case follows, after a separator or a space.
  private func isOtherWriting(_ index: Int, before upper: Int) -> Bool {
    let next = index < upper && tokens[index].isMark(in: ["-", "|"]) ? index + 1 : index
    return next < upper && tokens[next].kind == .word && !tokens[next].hasCase && tokens[next].gap >= .space
  }

  /// A name whose first word is in lower case, behind the sign: “© 2024 kobers Team”.
  func smallStart(at index: Int, in sentence: Reading.Sentence) -> NameScanner.Name? {
    guard index + 1 < sentence.upper, tokens[index].isCased, !tokens[index].isCapitalised,
      tokens[index].gap == .space, tokens[index + 1].gap == .space, tokens[index + 1].isTitle,
      tagAt[index].map({ $0.means(.link) && !$0.means(.article) && !$0.means(.by) && !scanner.stops($0) })
        ?? !sentence.known.contains(where: { $0.lower <= index && index < $0.upper }),
      let name = scanner.name(from: index + 1), name.lower == index + 1
    else { return nil }
    return NameScanner.Name(lower: index, upper: name.upper)
  }

  /// The name that is all of a sentence before the sign: “24 Hours Media Ltd., © 2024”.
  func opening(before upper: Int, in sentence: Reading.Sentence) -> NameScanner.Name? {
    let lower = sentence.lower
    guard lower < upper,
      let name = scanner.name(from: lower) ?? numbered(at: lower) ?? smallStart(at: lower, in: sentence),
      name.lower == lower, name.upper <= upper,
      tokens[name.upper..<upper].allSatisfy({ $0.isMark(in: [",", "-", "|", "."]) })
    else { return nil }
    return name
  }

  /// The name that ends before a token, as a whole if it starts the sentence: “Ministry of Ferries”, “24 Hours Media”.
  func name(endingAt upper: Int, in sentence: Reading.Sentence) -> NameScanner.Name? {
    let last = scanner.name(before: upper, from: sentence.lower)
    guard var whole = opening(before: upper, in: sentence), whole.upper == last?.upper ?? upper else {
      return last
    }
    let end = last?.lower ?? upper
    // “Der Möwe Verlag”: what only starts the sentence is no part of the name.
    if let small = tagAt[whole.lower], small.means(.article) || small.means(.link) || small.means(.from) {
      whole.lower = small.upper
    }
    guard whole.lower < end, (whole.lower..<end).allSatisfy({ tagAt[$0].map(isPartOfName) ?? true }) else {
      return last
    }
    return whole
  }

  /// Whether all meanings of a word are those of words inside names.
  private func isPartOfName(_ tag: Tag) -> Bool {
    tag.concepts.allSatisfy {
      if case .holder(let word) = $0 { NameScanner.inner.contains(word) } else { false }
    }
  }

  /// The party that reserves all rights, as the subject: “Der Möwe Verlag behält sich alle Rechte vor”.
  func reserver(before verb: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    var lower = sentence.lower
    if let article = tagAt[lower], article.means(.plain) { lower = article.upper }
    let particle = scanner.tagEnding(at: verb.lower).flatMap { $0.means(.particle) ? $0 : nil }
    let upper = particle?.lower ?? verb.lower
    guard lower < upper, var name = scanner.name(from: lower), name.lower == lower, name.upper >= upper - 1
    else { return self.name(endingAt: upper, in: sentence) }
    name.upper = min(name.upper, upper)
    return name
  }
}
