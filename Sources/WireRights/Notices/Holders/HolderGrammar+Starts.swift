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
    let isLast =
      tokens[end..<sentence.upper].allSatisfy { $0.isMark(in: [".", "|"]) } || isBeforeDash(end, sentence)
    guard isLast || isOtherWriting(end, before: sentence.upper) else { return nil }
    return NameScanner.Name(lower: index, upper: end)
  }

  /// Whether a dash between spaces ends the name: “© 2020 gull-bay - All reproduction is prohibited”.
  private func isBeforeDash(_ index: Int, _ sentence: Reading.Sentence) -> Bool {
    index + 1 < sentence.upper && tokens[index].isMark(in: ["-", "|"]) && tokens[index].gap == .space
      && tokens[index + 1].gap == .space && tokens[index + 1].isCapitalised
  }

  /// Whether a word in a script without case follows, after a separator or a space.
  private func isOtherWriting(_ index: Int, before upper: Int) -> Bool {
    let next = index < upper && tokens[index].isMark(in: ["-", "|"]) ? index + 1 : index
    return next < upper && tokens[next].kind == .word && !tokens[next].hasCase && tokens[next].gap >= .space
  }

  /// The party that reserves all rights, as the subject: “Der Möwe Verlag behält sich alle Rechte vor”.
  func reserver(before verb: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    var lower = sentence.lower
    if let article = tagAt[lower], article.means(.plain) { lower = article.upper }
    let particle = scanner.tagEnding(at: verb.lower).flatMap { $0.means(.particle) ? $0 : nil }
    let upper = particle?.lower ?? verb.lower
    guard lower < upper, var name = scanner.name(from: lower), name.lower == lower,
      name.upper >= upper - 1 || isForm(from: name.upper, to: upper)
    else { return scanner.name(endingAt: upper, in: sentence) }
    name.upper = name.upper < upper - 1 ? upper : min(name.upper, upper)
    return name
  }

  /// Whether a name is the place or the time of a rule: “Nutzung in Österreich untersagt”, but not “The Sun does not
  /// permit …”.
  func isLimit(_ name: NameScanner.Name, in sentence: Reading.Sentence) -> Bool {
    let isSubject = (sentence.lower..<name.lower).allSatisfy { tagAt[$0]?.means(.article) ?? false }
    return !isSubject
      && sentence.tags.contains { tag in
        tag.lower < name.upper && name.lower < tag.upper
          && (!tag.constraints.isEmpty || tag.isTimeOnly || tag.isBase || tag.action != nil)
      }
  }

  /// Whether a name goes on with nothing but marks and a legal form.
  private func isForm(from lower: Int, to upper: Int) -> Bool {
    (lower..<upper).allSatisfy { index in
      tokens[index].kind == .mark || tokens[index].isTitle && tokens[index].isShort
        || tagAt[index]?.means(.suffix) ?? false
    }
  }
}
