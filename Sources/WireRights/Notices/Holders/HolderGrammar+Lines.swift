/// Names in lines with a copyright sign, and in lines with the formula that reserves all rights.
extension HolderGrammar {
  /// Reads signs, years and a name in any order; returns the token after them.
  func copyrightLine(at tag: Tag, in sentence: Reading.Sentence, into found: inout Found) -> Int {
    var years: [Int] = []
    var next = skipSignsAndYears(from: tag.lower, years: &years)
    // The sign may follow the word: “저작권자 ⓒ”.
    let isSign = (tag.lower..<max(next, tag.upper)).contains { index in
      tokens[index].isMark("\u{A9}")
        || tokens[index].isMark(in: ["(", "["]) && tagAt[index]?.means(.mark) ?? false
    }
    let before = yearsBefore(tag.lower, from: sentence.lower)
    if isHeadline(tag, in: sentence, years) || !isSign && years.isEmpty && isTitle(tag, in: sentence) {
      return tag.upper
    }
    // “© Copyright of Harbour Media Group 2011”
    if next > 0, tokens[next - 1].kind == .word, let of = tagAt[next], of.means(.from), !of.means(.by),
      !tokens[next].isCapitalised,
      of.upper < tokens.count, tokens[of.upper].isCapitalised
    {
      next = of.upper
    }
    var name = scanner.name(from: next)
    // “Crown copyright 2023. You may”, “Gull Press © 2023. Full reproduction …”: the start of the next sentence is not
    // a name if one precedes the sign, or if it describes an act.
    if let found = name, found.lower >= sentence.upper,
      isSubject(found)
        || tag.lower > sentence.lower
          && (!isSign || scanner.name(before: before.lower, from: sentence.lower) != nil)
    {
      name = nil
    }
    if let found = name, isRule(found, in: sentence) { name = nil }
    name = name ?? licensor(at: next, in: sentence) ?? scanner.numbered(at: next)
    if name == nil, !years.isEmpty || isSign && tag.lower == sentence.lower {
      name = smallName(at: next, in: sentence) ?? scanner.smallStart(at: next, in: sentence)
    }
    if isSign || !years.isEmpty { name = name.map(withTail) }
    if let name {
      // “© «Gull», 2026”
      let isClosed =
        name.upper < tokens.count && name.lower > 0 && tokens[name.lower - 1].isMark("\"")
        && tokens[name.upper].isMark("\"")
      next = isClosed ? name.upper + 1 : name.upper
      next = skipSignsAndYears(from: next, years: &years)
      if years.isEmpty, before.years.isEmpty,
        let year = yearBehindNumber(from: next) ?? yearBehindPlace(from: next)
      {
        years.append(year)
      }
    }
    let chosen =
      name ?? knownParty(before: sentence, with: years) ?? genitive(before: tag, in: sentence)
      ?? (isSign || !years.isEmpty ? scanner.name(filling: sentence.lower..<before.lower, in: sentence) : nil)
      ?? (isSign || tag.lower > sentence.lower
      ? scanner.name(before: before.lower, from: sentence.lower, wholeStart: !isSign) : nil)
      .flatMap { isArticle($0, in: sentence) ? nil : $0 }
      ?? (isSign ? nil : predicate(before: tag, in: sentence))
      ?? (isSign || !years.isEmpty ? nameBeforeMaterial(upTo: before.lower, in: sentence) : nil)
    years = before.years + years
    if let chosen { found.marked.append(chosen) }
    if isSign && !isSpokenOf(tag) || chosen != nil || !years.isEmpty { found.hasMark = true }
    if isSign || chosen != nil || tag.lower == sentence.lower { found.years += years }
    return max(next, tag.upper)
  }

  /// The agency or company that is all that the sentence before a bare copyright line names: “Gull Wire Ltd. Copyright
  /// 2025.”
  private func knownParty(before line: Reading.Sentence, with years: [Int]) -> NameScanner.Name? {
    guard !years.isEmpty, line.tags.allSatisfy({ $0.means(.mark) || $0.means(.formula) }),
      let before = reading.sentence(endingBefore: line.lower),
      let name = scanner.name(filling: before.lower..<before.upper, in: before),
      before.tags.contains(where: { $0.means(.name) || $0.means(.suffix) })
    else { return nil }
    return name
  }

  /// The name between a form of “to be” and the copyright word: “all images are Crown copyright”.
  private func predicate(before tag: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    guard let name = scanner.name(before: tag.lower, from: sentence.lower), name.upper == tag.lower,
      name.lower > sentence.lower + 1, let owned = scanner.tagEnding(at: name.lower - 1),
      owned.target != nil || owned.means(.works) || owned.means(Concept.DiscourseWord.matter)
        || owned.means(Concept.HolderWord.matter),
      !sentence.tags.contains(where: { $0.lower == name.lower - 1 }),
      sentence.fillers(in: reading.list, from: name.lower - 1, to: name.lower).contains(name.lower - 1)
    else { return nil }
    return name
  }

  /// Whether a name is only the article at the start of the sentence: “A copyright notice …”.
  private func isArticle(_ name: NameScanner.Name, in sentence: Reading.Sentence) -> Bool {
    sentence.cues.contains { $0.means(.indefinite) && $0.lower == name.lower && $0.upper == name.upper }
  }

  /// Whether the word alone is inside a line that continues after a dash: “EU Copyright – Reform at risk”.
  private func isHeadline(_ tag: Tag, in sentence: Reading.Sentence, _ years: [Int]) -> Bool {
    guard tokens[tag.lower].kind == .word, tag.lower > sentence.lower, years.isEmpty, tag.upper < tokens.count
    else { return false }
    // “copyright.gov”
    if tokens[tag.upper].isMark("."), tokens[tag.upper].gap == .none, tag.upper + 1 < tokens.count,
      tokens[tag.upper + 1].gap == .none, tokens[tag.upper + 1].kind == .word
    {
      return true
    }
    if tokens[tag.upper].isMark("-"), tokens[tag.upper].gap != .none { return true }
    // “CURB COPYRIGHT PIRACY”
    let before = tokens[tag.lower - 1]
    return before.kind == .word && before.hasCase && tokens[tag.lower].gap == .space
      && tokens[tag.upper].kind == .word
      && tokens[tag.upper].isCapitalised
      && before.isCapitalised && tokens[tag.lower].isCapitalised
      && !sentence.known.contains { $0.lower < tag.lower && $0.upper == tag.lower }
  }

  /// Whether the word is between an article and a capitalised word, as in titles: “The Copyright Wars”.
  private func isTitle(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    tokens[tag.lower].isTitle && tag.upper < sentence.upper
      && tokens[tag.upper].kind == .word && tokens[tag.upper].isCapitalised
      && sentence.tags.contains { $0.upper == tag.lower && $0.means(.article) }
  }

  /// Whether a single word only describes an act: “Full reproduction”.
  private func isSubject(_ name: NameScanner.Name) -> Bool {
    name.upper == name.lower + 1 && tagAt[name.upper]?.action != nil
  }

  /// Whether the words after a sign belong to a rule rather than a name: “© 2013 Reproduction prohibited”.
  private func isRule(_ name: NameScanner.Name, in sentence: Reading.Sentence) -> Bool {
    (name.lower..<name.upper).allSatisfy { index in
      tokens[index].kind == .mark || tagAt[index].map { $0.action != nil || $0.isSmall } ?? false
    }
      && tagAt[name.upper].map { tag in
        tag.means(.prohibit) || tag.means(.permit) || tag.isModal || tag.means(.only) || tag.means(.without)
          || tag.means(.with) || tag.means(Concept.DiscourseWord.matter) || tag.means(.from)
      } ?? false
  }

  // MARK: The formula

  /// A line with the formula but without a sign: `2022 CQ-Roll Call, Inc., All Rights Reserved`.
  func formulaLine(_ sentence: Reading.Sentence, into found: inout Found) {
    guard let formula = sentence.tags.first(where: { $0.means(.formula) || $0.means(.someRights) }) else {
      ruleLine(sentence, into: &found)
      return
    }
    guard !sentence.tags.contains(where: { $0.means(.mark) && $0.lower < formula.lower }) else {
      // “© 2025 All rights reserved Harbour Press”
      if found.marked.isEmpty,
        let name = formulaHolder(formula, in: sentence, isSure: true) ?? companyAfter(formula, in: sentence)
          ?? name(parted: formula.upper, in: sentence)
      {
        found.marked.append(name)
      }
      return
    }
    var years: [Int] = []
    if formula.means(.reserve), let name = reserver(before: formula, in: sentence) {
      found.marked.append(name)
      return
    }
    if formula.lower > sentence.lower {
      let start = skipSignsAndYears(from: sentence.lower, years: &years)
      if let name = scanner.name(from: start), name.upper <= formula.lower, !isSuffix(name),
        formula.lower - name.upper <= 2,
        !tokens[name.upper..<formula.lower].contains(where: { $0.isMark(":") })
      {
        found.marked.append(name)
        _ = skipSignsAndYears(from: name.upper, years: &years)
        found.years += years
        return
      }
    }
    if found.marked.isEmpty, formula.lower == sentence.lower, let line = lineBefore(sentence) {
      found.marked.append(line.name)
      found.years += line.years
      _ = skipSignsAndYears(from: formula.upper, years: &found.years)
      return
    }
    guard !sentence.tags.contains(where: { $0.means(.mark) }) else { return }
    if years.isEmpty, let name = formulaHolder(formula, in: sentence) {
      found.marked.append(name)
      _ = skipSignsAndYears(from: name.upper, years: &years)
      found.years += years
      return
    }
    var start = skipSignsAndYears(from: formula.upper, years: &years)
    while start < tokens.count, tokens[start].isMark(in: ["-", "|", "/", ".", ",", ":"]) { start += 1 }
    let isParted = start > formula.upper || formula.lower > sentence.lower
    guard isParted, start < sentence.upper || !years.isEmpty else { return }
    if let name = scanner.name(from: start), formula.lower == sentence.lower {
      found.marked.append(name)
      _ = skipSignsAndYears(from: name.upper, years: &years)
    }
    found.years += years
  }

  /// The party for which the formula reserves the rights, right after it: “rights reserved to Harbour Press”, or a
  /// name that is recognised by a legal form or a year.
  ///
  /// - Parameter isSure: whether a copyright sign shows that a name must follow.
  private func formulaHolder(
    _ formula: Tag, in sentence: Reading.Sentence, isSure: Bool = false
  ) -> NameScanner.Name? {
    guard formula.upper < sentence.upper, tokens[formula.upper].gap == .space else { return nil }
    if let next = tagAt[formula.upper], next.means(.from) || next.means(.by) {
      return scanner.name(from: reading.nameStart(after: next))
    }
    guard tokens[formula.upper].isCapitalised || tokens[formula.upper].isDense,
      let name = scanner.name(from: formula.upper)
    else {
      return nil
    }
    let hasYear = name.upper < sentence.upper && Year.value(tokens[name.upper], reading.list) != nil
    // “All rights reserved MojoMedia”
    let isAll =
      formula.lower == sentence.lower
      && tokens[name.upper..<max(name.upper, sentence.upper)].allSatisfy { $0.kind == .mark }
    return hasYear || hasForm(name) || isSure || isAll ? name : nil
  }
}
